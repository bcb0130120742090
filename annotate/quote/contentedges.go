package quote

import (
	"slices"

	"quoth/annotate/doc"
	"quoth/annotate/view"
)

// nearest sorts spots, drops doubles and keeps those nearest to the cue.
func nearest(spots []int, c int) []int {
	slices.Sort(spots)
	spots = slices.Compact(spots)
	for len(spots) > maxSpots {
		if c-spots[0] > spots[len(spots)-1]-c {
			spots = spots[1:]
		} else {
			spots = spots[:len(spots)-1]
		}
	}
	return spots
}

// Bounds of the candidates of one cue, so that a sentence without an end costs
// no more than a long one.
const (
	window   = 140 // tokens on either side of the cue in which edges are sought
	maxSpots = 28  // edges of one sort
	maxPairs = 320 // contents of one run
	maxSplit = 90  // contents of two runs
)

// edge adds what token i is the edge of.
func (r *reader) edge(x *candidates, i int) {
	w := &r.Words[i]
	switch {
	case w.Edge == view.Opening:
		x.starts = append(x.starts, i)
		x.ends = append(x.ends, i-1)
	case w.Edge == view.Closing:
		x.ends = append(x.ends, i)
		x.starts = append(x.starts, i+1)
	case !w.Wordly:
		if w.Form == r.form.comma || w.Form == r.form.semicolon || w.Form == r.form.colon || w.Form == r.form.open || w.Form == r.form.close || in(w.Form, r.form.dashes) {
			x.ends = append(x.ends, i-1)
			x.starts = append(x.starts, i+1)
		}
	case in(w.Form, r.form.starters):
		if i > x.cue {
			x.starts = append(x.starts, i)
		}
		if w.Form == r.form.when {
			x.ends = append(x.ends, i-1)
		}
	case w.Form == r.form.to && i > x.cue && i < x.cue+8 && r.At(i+1).Tag.Verb(), w.Form == r.form.for_ && i == x.cue+1:
		x.starts = append(x.starts, i)
	case in(w.Form, r.form.subordinators):
		x.ends = append(x.ends, i-1)
		switch w.Form {
		case r.form.and, r.form.but:
			x.starts = append(x.starts, i+1)
		case r.form.as:
			if i > x.cue && i < x.cue+8 {
				x.starts = append(x.starts, i)
			}
		}
	}
}

// afterAddressee adds starts after a noun that follows the cue: an addressee or
// a date may stand between it and the content.
func (r *reader) afterAddressee(x *candidates) {
	for k := x.cue + 2; k < x.s.End && k < x.cue+6; k++ {
		if p := &r.Words[k-1]; !p.Tag.Noun() && p.Tag != doc.TagPRP {
			continue
		}
		switch w := &r.Words[k]; w.Tag {
		case doc.TagDT, doc.TagPRP, doc.TagPRPS, doc.TagEX, doc.TagCD, doc.TagJJ, doc.TagJJR, doc.TagJJS, doc.TagNN, doc.TagNNS, doc.TagNNP, doc.TagNNPS:
			x.starts = append(x.starts, k)
		}
	}
}

// treeEdges adds the edges of the clauses that hang on the cue or that it hangs on.
func (r *reader) treeEdges(x *candidates) {
	for k := range r.Kids(x.cue) {
		w := &r.Words[k]
		switch w.Rel.Base() {
		case doc.RelCcomp, doc.RelXcomp, doc.RelParataxis, doc.RelObj, doc.RelAdvcl, doc.RelObl, doc.RelAcl:
			x.starts = append(x.starts, int(w.Left))
			x.ends = append(x.ends, int(w.Right))
		}
	}
	w := &r.Words[x.cue]
	switch w.Rel.Base() {
	case doc.RelParataxis, doc.RelAdvcl, doc.RelConj:
		if w.Head >= 0 {
			x.starts = append(x.starts, int(r.Words[w.Head].Left))
		}
	}
}
