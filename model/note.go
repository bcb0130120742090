package model

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
)

// NoteKind is the kind of a highlight: one of those below or a word of the
// reader's own.
type NoteKind string

// The kinds of highlights that need no setting up.
const (
	NotePlain     NoteKind = ""
	NoteImportant NoteKind = "important"
	NoteDoubt     NoteKind = "doubt"
	NoteCheck     NoteKind = "check"
)

// Note is a passage that a reader marked, with what the reader says of it. A
// highlight is a note without text; a note on a whole article has no passage.
type Note struct {
	ID      string // as NoteID mints it; never changes
	Article string // Entry.ID
	Passage Anchor // not Known for a note on the whole article
	Kind    NoteKind
	Text    string   // Markdown; may be empty
	Tags    []string // as CleanTags gives them
	Created time.Time
	Changed time.Time // when passage, kind, text or tags changed last
}

// Whole reports whether n is about the article as a whole.
func (n Note) Whole() bool { return !n.Passage.Known() }

// Equal reports whether n and o are the same in every field.
func (n Note) Equal(o Note) bool {
	return n.ID == o.ID && n.Article == o.Article && n.Passage == o.Passage && n.Kind == o.Kind && n.Text == o.Text &&
		slices.Equal(n.Tags, o.Tags) && n.Created.Equal(o.Created) && n.Changed.Equal(o.Changed)
}

// IDLength is how many hex digits the id of a note has.
const IDLength = 8

// NoteID mints the id of a note from the article's source, the passage's words
// and what stands before them, so that it is the same on every machine and does
// not move when others are made. It is minted once and then kept: a prefix that
// changes later changes no id. taken reports whether an id is another note's.
func NoteID(source string, passage Anchor, taken func(id string) bool) string {
	key := source + "\n" + passage.Exact + "\n" + passage.Prefix
	sum := sha256.Sum256([]byte(key))
	id := hex.EncodeToString(sum[:])[:IDLength]
	for taken(id) {
		sum = sha256.Sum256(sum[:])
		id = hex.EncodeToString(sum[:])[:IDLength]
	}
	return id
}

// CleanTags sorts tags, makes each one thing of single blanks without a leading
// "#", and drops empty and repeated ones.
func CleanTags(tags []string) []string {
	var out []string
	for _, t := range tags {
		t = strings.ToValidUTF8(t, "\uFFFD")
		if t = strings.Join(strings.Fields(strings.TrimLeft(t, "# ")), " "); t != "" {
			out = append(out, t)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// QuoteName is the name under which a quotation was exported that the reader
// made no note of. It is kept, so that what refers to the quotation finds it
// again when the engine draws its borders otherwise, or its text has changed.
type QuoteName struct {
	ID      string // as that of a note, which gets it when one is made
	Passage Anchor
}
