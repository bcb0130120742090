package notefile

import (
	"unicode/utf16"

	"quoth/model"
	"quoth/model/anchor"
)

// Position is where a file says that a passage stands, in units of its own. The
// zero Position says nothing.
type Position struct {
	Start, End int // half-open
	unit       unit
}

// unit is what a file counts characters in.
type unit uint8

const (
	points unit = iota + 1 // Unicode code points, as the W3C model asks for
	units                  // UTF-16 code units, as programs in browsers count
)

// position reads a beginning and an end.
func position(start, end any, u unit) Position {
	s, ok := whole(start)
	e, also := whole(end)
	if !ok || !also || e <= s {
		return Position{}
	}
	return Position{s, e, u}
}

// Known reports whether p says anything.
func (p Position) Known() bool { return p.unit != 0 }

// In gives the place in a text, in bytes. It reports false where the text has no
// such place.
func (p Position) In(text string) (model.Span, bool) {
	if !p.Known() {
		return model.Span{}, false
	}
	s := model.Span{Start: -1, End: -1}
	n := 0
	for at, r := range text {
		if n >= p.Start && s.Start < 0 {
			s.Start = at
		}
		if n >= p.End {
			s.End = at
			break
		}
		n++
		if p.unit == units && utf16.RuneLen(r) == 2 {
			n++
		}
	}
	if s.End < 0 && n == p.End {
		s.End = len(text)
	}
	return s, s.Start >= 0 && s.End > s.Start
}

// Place finds the passage of a note in the text of its article. Position and
// words decide together: where the words stand at the position, they are those;
// elsewhere what stands around them tells, and then which of them is nearest.
//
// A passage that is found beyond doubt is anchored in this text. Any other keeps
// what the file says of it, so that it is looked for again, and told as doubtful,
// whenever it is shown. A position without words takes the words that stand there.
func (n Note) Place(in *anchor.Text) (model.Anchor, anchor.Fit) {
	a := n.Passage
	if a.Hash != "" { // Quoth's own: all is there
		_, fit := in.Find(a)
		return a, fit
	}
	if s, ok := n.At.In(in.Plain()); ok {
		a.Span = s
		if !a.Known() {
			a.Exact = s.In(in.Plain())
		}
	}
	if !a.Known() {
		return a, anchor.Lost
	}
	s, fit := in.Find(a)
	if fit == anchor.Same {
		return in.New(s), fit
	}
	return a, fit
}
