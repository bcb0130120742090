// Package query is the language in which a reader asks for articles and
// quotations: words, "phrases", fields such as title: and speaker:, minus, OR
// and parentheses. It turns what was typed into a tree and says what is wrong
// with it and where. It knows no database: package library turns the tree into
// SQL.
//
// Terms that stand side by side must all hold, and they bind tighter than OR.
//
//	minister -budget            both words' say: the first, without the second
//	"air strike" OR drone       a phrase, or a word
//	title:talks author:moreau   in the title, in the name of who wrote it
//	feed:harbour                from a feed by this name, address or folder
//	is:unread tag:water         states and tags
//	speaker:araqchi said:enrich one quotation by that speaker with that word
//	place:tehran                a place that is named, or where something was said
//	after:2026-01 before:monday from the start of January, before Monday began
//
// A word that ends in * stands for every word that begins so.
package query

import (
	"strconv"
	"strings"
	"time"

	"quoth/model"
)

// Field says what a term is about.
type Field uint8

// The fields. Word is a term without one.
const (
	Word Field = iota
	Title
	Author
	Feed
	Tag
	Is
	Speaker
	Place
	Said
	Before
	After
)

// fields gives the names as they are written, in the order of the constants.
var fields = [...]string{"", "title", "author", "feed", "tag", "is", "speaker", "place", "said", "before", "after"}

// String gives the field as it is written, without its colon.
func (f Field) String() string { return fields[f] }

// State is what is: asks for.
type State uint8

// The states of an article.
const (
	Unread State = iota
	Read
	Starred
	Archived
)

var states = [...]string{"unread", "read", "starred", "archived"}

// String gives the state as it is written.
func (s State) String() string { return states[s] }

// Node is And, Or, Not or Term.
type Node interface{ write(*strings.Builder) }

// And holds where each of its nodes does. An empty And holds everywhere: it is
// the query of a reader who typed nothing.
type And []Node

// Or holds where one of its nodes does. It has two nodes or more.
type Or []Node

// Not holds where its node does not.
type Not struct{ Node }

// Term is one word, phrase or field.
type Term struct {
	Span   model.Span // where it stands in what was typed, in bytes
	Field  Field
	Value  string    // the words as typed, without quotation marks and *
	Prefix bool      // the last word of Value may go on
	State  State     // of Is
	Time   time.Time // of Before and After: the start of the day, month … that was named
}

// Empty reports whether n asks for nothing in particular.
func Empty(n Node) bool {
	and, ok := n.(And)
	return ok && len(and) == 0
}

// String writes n so that it can be parsed again.
func String(n Node) string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (a And) write(b *strings.Builder) {
	for i, n := range a {
		if i > 0 {
			b.WriteByte(' ')
		}
		writeInside(b, n)
	}
}

func (o Or) write(b *strings.Builder) {
	for i, n := range o {
		if i > 0 {
			b.WriteString(" OR ")
		}
		writeInside(b, n)
	}
}

func (n Not) write(b *strings.Builder) {
	b.WriteByte('-')
	writeInside(b, n.Node)
}

// writeInside writes a node inside another one, in parentheses where it needs
// them.
func writeInside(b *strings.Builder, n Node) {
	switch n.(type) {
	case And, Or:
		b.WriteByte('(')
		n.write(b)
		b.WriteByte(')')
	default:
		n.write(b)
	}
}

func (t Term) write(b *strings.Builder) {
	if t.Field != Word {
		b.WriteString(t.Field.String())
		b.WriteByte(':')
	}
	switch t.Field {
	case Is:
		b.WriteString(t.State.String())
	case Before, After:
		b.WriteString(strconv.Quote(t.Time.Format(time.RFC3339)))
	default:
		b.WriteByte('"')
		b.WriteString(t.Value)
		b.WriteByte('"')
		if t.Prefix {
			b.WriteByte('*')
		}
	}
}
