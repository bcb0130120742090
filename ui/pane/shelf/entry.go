package shelf

import "quoth/model"

// Entry is an article on the shelf.
type Entry struct {
	Ref       string // what opens it
	Title     string // "" shows the Ref
	Site      string // the outlet; "" where not known
	Published model.Stamp
	Note      string // a word about it: "fictional sample"
}

// Name is what the shelf calls the article.
func (e Entry) Name() string {
	if e.Title == "" {
		return e.Ref
	}
	return e.Title
}
