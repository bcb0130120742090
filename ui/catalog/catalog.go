// Package catalog holds what the shelf shows and asks for: the places at its
// left, the entries of a list, and the question that a list answers. It is
// values, and the interface through which the App asks its library; it draws
// nothing and finds nothing.
package catalog

import (
	"context"
	"time"

	"quoth/model"
)

// Kind says what a place is.
type Kind uint8

// The kinds of places.
const (
	View    Kind = iota // all, unread, starred, archive
	Folder              // of feeds
	Feed                // a subscription
	Search              // a search with a name
	Samples             // the embedded articles
)

// Place is where a list comes from.
type Place struct {
	Kind   Kind
	Name   string
	Words  string // the query that it stands for
	Feed   int64  // of Kind Feed
	URL    string // of Kind Feed
	Depth  int    // of folders in folders and the feeds in them
	Unread int
	Error  string // why its feed could not be read the last time
	Whole  bool   // the articles of its feed are fetched themselves
}

// Views lists the places that every library has, the first of them the one that
// is shown first.
func Views() []Place {
	return []Place{
		{Name: "All"},
		{Name: "Unread", Words: "is:unread -is:archived"},
		{Name: "Starred", Words: "is:starred"},
		{Name: "Archive", Words: "is:archived"},
		{Kind: Samples, Name: "Samples"},
	}
}

// Sort is the order of a list.
type Sort uint8

// The orders.
const (
	Newest Sort = iota
	Oldest
	ByTitle
	ByFeed
	sorts
)

// Next gives the order after this one, and round again.
func (s Sort) Next() Sort { return (s + 1) % sorts }

// String says the order in words.
func (s Sort) String() string {
	return [...]string{"the newest first", "the oldest first", "by title", "by feed"}[s%sorts]
}

// Ask is the question that a list answers.
type Ask struct {
	Place  Place
	Words  string // a query, within the place
	Typing bool   // the words are still being typed
	Sort   Sort
	Offset int // of the window that is wanted
	Limit  int
}

// Same reports whether two questions are about the same list, whatever the
// window.
func (a Ask) Same(b Ask) bool {
	return a.Place == b.Place && a.Words == b.Words && a.Typing == b.Typing && a.Sort == b.Sort
}

// Entry is an article in a list.
type Entry struct {
	Ref       string // what opens it
	ID        string // in the library; "" for a sample or a file
	Title     string // "" shows the Ref
	Site      string // the outlet; "" where not known
	Feed      string // the title of its feed
	Published model.Stamp
	Note      string // a word about it: "fictional sample"
	State     model.State
	Tags      []string
	Warning   string // why its text looks cut
	Match     Match
}

// Match is the sentence in which a search found an article.
type Match struct {
	Text  string
	Marks []model.Span // in Text
}

// Name is what the shelf calls the article.
func (e Entry) Name() string {
	if e.Title == "" {
		return e.Ref
	}
	return e.Title
}

// ChangesPrefix begins the Ref of what changed in an article; its ID follows.
const ChangesPrefix = "changes:"

// Found is a window of a list.
type Found struct {
	Entries []Entry
	Total   int    // articles in the whole list
	Note    string // a word about the list: why it is not what was asked for
}

// Progress is how far a refresh is.
type Progress struct {
	Done, All int
	Name      string    // of the feed that was read last
	New       int       // articles so far
	Failed    int       // feeds so far
	Early     int       // feeds so far that are not to be asked yet
	Next      time.Time // when the first of those is; zero where there are none
}

// Library is the reader's library, as the App asks it: in commands, off the key
// path, several at once. What changes it gives the action that was carried out,
// empty where all was so before.
type Library interface {
	Places(ctx context.Context) ([]Place, error)
	List(ctx context.Context, ask Ask) (Found, error)
	IDs(ctx context.Context, ask Ask) ([]string, error) // of the whole list

	Change(ctx context.Context, c model.Change) (model.Action, error)
	Date(ctx context.Context, ids []string, published model.Stamp) (model.Action, error) // by hand; the zero Stamp leaves it to the sources
	Save(ctx context.Context, name string, ask Ask) (model.Action, error)                // a search with a name
	Drop(ctx context.Context, p Place) (model.Action, error)                             // gives a feed up, forgets a search
	Follow(ctx context.Context, url string) (model.Action, error)
	FullText(ctx context.Context, id string) error            // fetches the article's page
	Whole(ctx context.Context, p Place) (model.Action, error) // fetches the articles of a feed always, or not any more
	Refresh(ctx context.Context, report func(Progress)) (Progress, error)
	Sync(ctx context.Context) (said string, err error) // keeps in step with the reader's account
}
