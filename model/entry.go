package model

import (
	"path"
	"time"
)

// State is what a reader has done with an article.
type State struct {
	Read     bool
	Starred  bool
	Archived bool
}

// Has reports whether a flag is set. Whether an article is deleted or has a tag
// is no part of its state.
func (s State) Has(f Flag) bool {
	flag := s.flag(f)
	return flag != nil && *flag
}

// Set sets or clears a flag.
func (s *State) Set(f Flag, on bool) {
	if flag := s.flag(f); flag != nil {
		*flag = on
	}
}

func (s *State) flag(f Flag) *bool {
	switch f {
	case FlagRead:
		return &s.Read
	case FlagStarred:
		return &s.Starred
	case FlagArchived:
		return &s.Archived
	case FlagDeleted, FlagTag:
	}
	return nil
}

// Dating is when an article was published, and whether the reader says so: then
// no source replaces it.
type Dating struct {
	Article   string // Entry.ID
	Published Stamp
	ByHand    bool
}

// Equal reports whether two datings are the same.
func (d Dating) Equal(e Dating) bool {
	return d.Article == e.Article && d.Published.String() == e.Published.String() && d.ByHand == e.ByHand
}

// Entry is an article as a list shows it: everything but its text.
type Entry struct {
	ID        string // the same in every library that keeps the article
	Title     string
	Authors   []string
	Site      string
	Source    string // URL or file name
	Published Stamp  // zero where it is not known
	ByHand    bool   // the reader says when it was published
	Added     time.Time
	Feed      int64 // Feed.ID, 0 for an article of no feed
	FeedTitle string
	State     State
	Tags      []string // sorted
	Words     int      // of the current text
	Texts     int      // how many versions of the text are kept
	Warning   string   // why the text looks cut; empty when it does not
}

// Name is what the article is called.
func (e Entry) Name() string { return Name(e.Title, e.Source) }

// Name is what an article is called: by its title, else by the last part of the
// URL or file name that it is from. Where in somebody's folders a file lies is no
// name.
func Name(title, source string) string {
	if title != "" || source == "" {
		return title
	}
	return path.Base(source)
}

// TextFormat says what the kept words of an article are written in.
type TextFormat string

// The formats of texts.
const (
	FormatMarkdown TextFormat = "markdown"
	FormatText     TextFormat = "text" // plain text; title and by-line are recognised in it
)

// TextOrigin says which source a version of a text is from.
type TextOrigin string

// The origins of texts.
const (
	FromFile TextOrigin = "file" // or standard input
	FromFeed TextOrigin = "feed" // an item of a feed, often only the beginning
	FromPage TextOrigin = "page" // the article's own page
)

// Text is one version of an article's words.
type Text struct {
	Hash     string // SHA-256 of Plain, hex; annotations and notes know the text by it
	Format   TextFormat
	Body     string // in Format: what an Article is made from
	Plain    string // Article.Text when it was kept
	Origin   TextOrigin
	Original string // SHA-256 of the bytes it was extracted from, hex; empty when not known
	Warning  string // why it looks cut; empty when it does not
	Fetched  time.Time
}

// Extract is an article as a source gives it, before it is kept.
type Extract struct {
	Article        // Text is Words.Plain; with an ID it is the kept article's
	Words   Text   // Hash and Fetched may be empty: they are then made and now
	Feed    int64  // the feed that it came with, or 0
	GUID    string // its name in that feed
}

// Flag is a yes or no that a Change sets.
type Flag string

// The flags of an article.
const (
	FlagRead     Flag = "read"
	FlagStarred  Flag = "starred"
	FlagArchived Flag = "archived"
	FlagDeleted  Flag = "deleted"
	FlagTag      Flag = "tag" // Change.Tag
)

// Change sets one flag on some articles and clears it on others. The inverse of
// a change that was made is again a Change.
type Change struct {
	Flag Flag
	Tag  string   // of FlagTag
	On   []string // ids of entries that get the flag
	Off  []string // ids of entries that lose it
}

// Empty reports whether c changes nothing.
func (c Change) Empty() bool { return len(c.On)+len(c.Off) == 0 }
