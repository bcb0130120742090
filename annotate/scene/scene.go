// Package scene looks at a document the way the search for where and when does:
// which tokens report, which are reported, which noun phrases could name a
// place, an occasion or a channel. It decides nothing.
package scene

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/model"
)

// Scene is a document with its utterances laid over its tokens.
type Scene struct {
	*doc.Doc
	Nouns  *Nouns
	Words  []Word // beside Doc.Tokens
	Order  []int  // indexes of Doc.Quotes in the order of their first content
	Anchor []int  // beside Doc.Quotes: the token where the report hangs, -1 for none
	Parent []int  // beside Doc.Quotes: the utterance inside which it is reported, -1 for none
}

// Word is what a token is to the utterances. Indexes are -1 where there is
// nothing.
type Word struct {
	Low      string // lower case, straight apostrophes
	Capital  bool   // begins with an upper-case letter
	Sentence int
	Block    int
	In       int // the innermost utterance whose content holds the token
	Cue      int // an utterance whose cue holds it
	Source   int // an utterance whose source holds it
	Name     int // index into Doc.Names
	Time     int // index into Doc.Times, of those that do not date the article itself
}

// New lays the utterances of d, which must have its tokens, sentences, names,
// times and quotes, over its tokens.
func New(d *doc.Doc, nouns *Nouns) *Scene {
	s := &Scene{Doc: d, Nouns: nouns, Words: make([]Word, len(d.Tokens))}
	for i := range s.Words {
		w := d.Tokens[i].In(d.Text)
		r, _ := utf8.DecodeRuneInString(w)
		s.Words[i] = Word{Low: lower(w), Capital: unicode.IsUpper(r), Sentence: -1, Block: -1, In: -1, Cue: -1, Source: -1, Name: -1, Time: -1}
	}
	s.ranges()
	s.order()
	s.utterances()
	return s
}

func lower(w string) string { return strings.ReplaceAll(strings.ToLower(w), "’", "'") }

func (s *Scene) ranges() {
	for k, x := range s.Sentences {
		for i := x.First; i < x.End; i++ {
			s.Words[i].Sentence, s.Words[i].Block = k, x.Block
		}
	}
	for k, x := range s.Names {
		for i := x.First; i < x.End; i++ {
			s.Words[i].Name = k
		}
	}
	for k, x := range s.Times {
		if s.stamps(k) {
			continue
		}
		for i := x.First; i < x.End; i++ {
			s.Words[i].Time = k
		}
	}
}

func (s *Scene) order() {
	s.Order = make([]int, len(s.Quotes))
	for i := range s.Order {
		s.Order[i] = i
	}
	sort.SliceStable(s.Order, func(a, b int) bool { return s.start(s.Order[a]) < s.start(s.Order[b]) })
}

// start is the first byte of an utterance's content, the end of the text where
// it has none.
func (s *Scene) start(q int) int {
	if c := s.Quotes[q].Content; len(c) > 0 {
		return c[0].Start
	}
	return len(s.Text)
}

// utterances marks the tokens of contents, cues and sources. Of contents that
// hold one another the smaller is marked last.
func (s *Scene) utterances() {
	type piece struct {
		model.Span
		quote int
	}
	var pieces []piece
	for q := range s.Quotes {
		for _, c := range s.Quotes[q].Content {
			pieces = append(pieces, piece{c, q})
		}
	}
	sort.SliceStable(pieces, func(a, b int) bool { return pieces[a].Len() > pieces[b].Len() })
	for _, p := range pieces {
		s.mark(p.Span, func(w *Word) { w.In = p.quote })
	}
	s.Anchor, s.Parent = make([]int, len(s.Quotes)), make([]int, len(s.Quotes))
	for q := range s.Quotes {
		x := &s.Quotes[q]
		for _, c := range x.Cue {
			s.mark(c, func(w *Word) { w.Cue = q })
		}
		for _, c := range x.Source {
			s.mark(c, func(w *Word) { w.Source = q })
		}
		s.Anchor[q] = s.anchor(q)
	}
	for q := range s.Quotes {
		s.Parent[q] = -1
		if a := s.Anchor[q]; a >= 0 && s.Words[a].In != q {
			s.Parent[q] = s.Words[a].In
		}
	}
}

// anchor is the first token of the cue, else of the source.
func (s *Scene) anchor(q int) int {
	for _, spans := range [][]model.Span{s.Quotes[q].Cue, s.Quotes[q].Source} {
		if len(spans) > 0 {
			if i := s.TokenAt(spans[0].Start); i < len(s.Words) {
				return i
			}
		}
	}
	return -1
}

// TokenAt gives the first token that ends after byte off, the number of tokens
// where none does.
func (s *Scene) TokenAt(off int) int {
	return sort.Search(len(s.Tokens), func(i int) bool { return s.Tokens[i].Span.End > off })
}

func (s *Scene) mark(span model.Span, set func(*Word)) {
	for i := s.TokenAt(span.Start); i < len(s.Tokens) && s.Tokens[i].Start < span.End; i++ {
		set(&s.Words[i])
	}
}

// Low gives token i in lower case, "" outside the text.
func (s *Scene) Low(i int) string {
	if i < 0 || i >= len(s.Words) {
		return ""
	}
	return s.Words[i].Low
}

// First is the token where utterance q begins, with its report: the earlier of
// its content and its anchor.
func (s *Scene) First(q int) int {
	i := min(s.TokenAt(s.start(q)), len(s.Words)-1)
	if a := s.Anchor[q]; a >= 0 && a < i {
		return a
	}
	return i
}

// SpanOf is the bytes of tokens [first, end).
func (s *Scene) SpanOf(first, end int) model.Span {
	return model.Span{Start: s.Tokens[first].Start, End: s.Tokens[end-1].Span.End}
}

// IsCue and IsSource report whether token i is in the cue or source of q.
func (s *Scene) IsCue(i, q int) bool { return s.covers(s.Quotes[q].Cue, i) }

// IsSource reports whether token i is in the source of q.
func (s *Scene) IsSource(i, q int) bool { return s.covers(s.Quotes[q].Source, i) }

func (s *Scene) covers(spans []model.Span, i int) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	for _, x := range spans {
		if x.Overlaps(s.Tokens[i].Span) {
			return true
		}
	}
	return false
}

// NameType is the type of the name that token i is in, "" for none.
func (s *Scene) NameType(i int) model.EntityType {
	if i < 0 || i >= len(s.Words) || s.Words[i].Name < 0 {
		return ""
	}
	return s.Names[s.Words[i].Name].Type
}
