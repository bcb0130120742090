package export

import (
	"quoth/model"
	"quoth/model/anchor"
)

// NameList is the names under which quotations of a text were exported, with
// their places in it.
type NameList []named

type named struct {
	id    string
	place model.Span // empty where the words are gone
}

// Names finds the places of names in a text.
func Names(in *anchor.Text, names []model.QuoteName) NameList {
	list := make(NameList, len(names))
	for i, n := range names {
		list[i].id = n.ID
		list[i].place, _ = in.Find(n.Passage)
	}
	return list
}

// Of gives the name of a passage: that of the stretch with which it has most in
// common, and at least half of what the two cover, so that it keeps its name when
// its borders move. One that is taken is no longer to be had.
func (l NameList) Of(s model.Span, taken func(id string) bool) (id string, ok bool) {
	best := 0
	for _, n := range l {
		if both, all := shared(s, n.place); 2*both >= all && both > best && !taken(n.id) {
			id, best = n.id, both
		}
	}
	return id, best > 0
}

func (l NameList) has(id string) bool {
	for _, n := range l {
		if n.id == id {
			return true
		}
	}
	return false
}

// shared gives how many bytes two stretches have in common, and how many they
// cover together.
func shared(a, b model.Span) (both, all int) {
	both = max(0, min(a.End, b.End)-max(a.Start, b.Start))
	return both, a.Len() + b.Len() - both
}
