package quote

import (
	"quoth/annotate/doc"
	"quoth/annotate/view"
)

// inside tells whether token i is in no quotation, in one, or in one that holds
// its whole sentence.
func (r *reader) inside(i int, s *doc.Sentence) uint32 {
	q := r.Words[i].Quote
	if q < 0 {
		return 0
	}
	if x := &r.Outer[q]; x.First <= s.First && x.End >= s.End {
		return 2
	}
	return 1
}

// marksAround gives the distance to the nearest quotation marks before and after
// token i in its sentence.
func (r *reader) marksAround(i int, s *doc.Sentence) (left, right int) {
	left, right = far, far
	if !r.sentences[r.Words[i].Sentence].hasQuote() {
		return left, right
	}
	for k := 1; k < 25 && i-k >= s.First; k++ {
		if r.Words[i-k].Edge != view.NoEdge {
			left = k
			break
		}
	}
	for k := 1; k < 25 && i+k < s.End; k++ {
		if r.Words[i+k].Edge != view.NoEdge {
			right = k
			break
		}
	}
	return left, right
}

// opensAfter tells whether a quotation begins right after the sentence: in its
// paragraph 1, in the next 2.
func (r *reader) opensAfter(s *doc.Sentence, block int32) uint32 {
	switch next := r.At(s.End); {
	case next.Edge != view.Opening:
		return 0
	case next.Block == block:
		return 1
	}
	return 2
}

// thatAfter gives the "that", "whether" or colon that follows token i within its clause.
func (r *reader) thatAfter(i int, s *doc.Sentence) uint32 {
	for k := i + 1; k < i+7 && k < s.End; k++ {
		switch w := &r.Words[k]; {
		case w.Form == r.form.that, w.Form == r.form.whether, w.Form == r.form.colon:
			return uint32(w.Form)
		case !w.Wordly:
			return 0
		}
	}
	return 0
}

// commaBefore reports whether a comma or mark parts token i's clause from what
// stands before it.
func (r *reader) commaBefore(i int, s *doc.Sentence) bool {
	for k := i - 1; k >= s.First && k > i-9; k-- {
		w := &r.Words[k]
		if w.Tag.Verb() {
			return false
		}
		if w.Form == r.form.comma || w.Form == r.form.mark {
			return true
		}
	}
	return false
}

// particle gives the particle of a verb: "out" of "point out", or 0.
func (r *reader) particle(i int) uint32 {
	if w := r.At(i + 1); w.Tag == doc.TagRP || w.Tag == doc.TagIN {
		return uint32(w.Form)
	}
	return 0
}

// passive reports whether a form of "be" stands in the verb group before token i.
func (r *reader) passive(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if in(r.Words[k].Form, r.form.passives) {
			return true
		}
		if !r.Words[k].Tag.Verb() && r.Words[k].Tag != doc.TagRB {
			return false
		}
	}
	return false
}
