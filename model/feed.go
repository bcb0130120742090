package model

import (
	"strings"
	"time"
)

// Feed is a subscription.
type Feed struct {
	ID       int64
	URL      string
	Title    string // as the feed says, or as the reader named it
	Site     string // URL of the page that it belongs to
	Folder   string // "News/World": folders from the outermost, a slash in a name doubled; empty for none
	FullText bool   // its items are excerpts: fetch the articles themselves
	Unread   int
	Total    int

	Fetched time.Time // the last time that it was read or found unchanged; zero for never
	Next    time.Time // not to be fetched before; zero for at once
	Error   string    // what went wrong the last time; empty when nothing did
	Failed  int       // how many times in a row
}

// Folders gives the names of the folders that the feed is in, from the outermost
// on.
func (f Feed) Folders() []string {
	const slash = "\x00"
	var out []string
	for name := range strings.SplitSeq(strings.ReplaceAll(f.Folder, "//", slash), "/") {
		if name != "" {
			out = append(out, strings.ReplaceAll(name, slash, "/"))
		}
	}
	return out
}

// Validators let a server say that nothing has changed.
type Validators struct {
	ETag         string
	LastModified string
	Hash         string // SHA-256 of the last body, hex
}

// SavedQuery is a search with a name.
type SavedQuery struct {
	Name  string
	Query string
}
