// Package anchor ties notes to the words they are about and finds these words
// again in a text that has changed: where they stood, else the same words
// elsewhere, told apart by their surroundings, else words like them, the nearest
// of the best. What it finds by likeness it says is approximate, and what it
// cannot find it does not invent.
//
// The weights and bounds are those of Hypothesis (hypothesis/client,
// src/annotator/anchoring/match-quote.ts). It reads and keeps nothing.
package anchor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// New makes the anchor of a passage of text.
func New(text string, s model.Span) model.Anchor { return In(text).New(s) }

// New makes the anchor of a passage of the text.
func (t *Text) New(s model.Span) model.Anchor {
	text := t.text
	a := model.Anchor{
		Span: s, Hash: t.hash, Exact: s.In(text),
		Prefix: lastPoints(text[:s.Start]), Suffix: firstPoints(text[s.End:]),
	}
	around := newSurroundings(text, a)
	for _, place := range around.nearest(occurrences(text, a.Exact)) {
		if place != s && around.candidate(place, 1).alike(twin) {
			a.Twins++
		}
	}
	return a
}

func lastPoints(s string) string {
	at := len(s)
	for range model.ContextLength {
		if at == 0 {
			break
		}
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

func firstPoints(s string) string {
	at := 0
	for range model.ContextLength {
		if at == len(s) {
			break
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

// Fit says how a passage was found.
type Fit uint8

// The fits.
const (
	Lost        Fit = iota // nowhere
	Same                   // the very words, where they stood or where their surroundings are now
	Approximate            // like words, or the very words in other surroundings: look twice
)

// String gives the fit as lists and exports write it.
func (f Fit) String() string { return [...]string{"lost", "same", "approximate"}[f] }

// Text is a text in which passages are looked for. It keeps what serves for
// several of them and is not for use by several goroutines.
type Text struct {
	text   string
	hash   string
	folded *folded // made when first needed
	seeds  *seeds  // as well
}

// In prepares a text.
func In(text string) *Text { return &Text{text: text, hash: model.TextHash(text)} }

// Plain gives the text itself.
func (t *Text) Plain() string { return t.text }

// Find finds the passage of a. The span is empty where it is lost.
func (t *Text) Find(a model.Anchor) (model.Span, Fit) {
	switch {
	case !a.Known() || t.text == "":
		return model.Span{}, Lost
	case a.Hash == t.hash && 0 <= a.Start && a.Start <= a.End && a.End <= len(t.text) && a.Span.In(t.text) == a.Exact:
		return a.Span, Same
	}
	if s, fit := t.same(a); fit != Lost {
		return s, fit
	}
	if s, ok := t.approximate(a); ok {
		return whole(t.text, s), Approximate
	}
	return model.Span{}, Lost
}

// whole widens a span to whole characters with the marks that follow them.
func whole(text string, s model.Span) model.Span {
	for s.Start > 0 && !utf8.RuneStart(text[s.Start]) {
		s.Start--
	}
	for s.Start > 0 {
		if r, _ := utf8.DecodeRuneInString(text[s.Start:]); !joins(r) {
			break
		}
		_, size := utf8.DecodeLastRuneInString(text[:s.Start])
		s.Start -= size
	}
	for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		s.End++
	}
	for s.End < len(text) {
		r, size := utf8.DecodeRuneInString(text[s.End:])
		if !joins(r) {
			break
		}
		s.End += size
	}
	blank := func(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }
	s.Start += blank(s.In(text))
	s.End = s.Start + len(strings.TrimRightFunc(s.In(text), unicode.IsSpace))
	return s
}

// joins reports whether r belongs to the character before it.
func joins(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me) || r == '\u200d' || r == '\ufe0f'
}
