package quote

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
)

// The templates of the features of contents.
const (
	conNone choose.Name = iota
	conNoneLemma
	conNoneTag
	conNoneSense
	conNoneQuotes
	conNoneCue
	conNoneCueSense
	conNoneNext
	conNoneThat
	conNoneInside
	conNoneComplement
	conNoneNextTags
	conShape
	conShapeLemma
	conShapeSense
	conShapeSource
	conShapeQuotes
	conShapeThat
	conShapeNext
	conShapePrev
	conFirst
	conFirstLemma
	conFirstTag
	conBefore
	conBeforeTag
	conBeforeFirst
	conAtStart
	conUnder
	conOpens
	conGapAfter
	conGapAfterLemma
	conGapAfterTags
	conGapAfterFirst
	conRestBefore
	conRestBeforeTag
	conLast
	conNextWord
	conNextWords
	conNextTags
	conAtEnd
	conAtEndLemma
	conOver
	conCloses
	conGapBefore
	conGapBeforeTags
	conRestAfter
	conRestAfterTag
	conShare
	conTitle
	conTitleLemma
	conShareLemma
	conWhole
	conWholeShare
	conLength
	conFinite
	conFiniteLemma
	conMiddle
	conMiddleTags
	conMiddleBefore
	conMiddleRest
	conMiddleMarks
	conMiddleNext
	conMiddleShares
	conSourceInside
	conComplement
	conComplementShare
	conNoComplement
	conHeadInside
	conCrossing
	conOutside
	conOutsideShare
	conLeftEdge
	conRightEdge
	conExact
	conRestThat
	conCut
	conCutTag
	conCutTense
	conLabel
)

// contentContext is what the candidates for one cue's content share.
type contentContext struct {
	*reader
	x             *candidates
	lemma, cueTag uint32
	sense         uint32
	chance        uint32 // how likely the cue is one
	side          uint32 // of the source: 0 none, 1 before the cue, 2 after
	quotes        int    // outermost quotations of the sentence but the cue's own
	long          uint32 // one of them is more than a few words
	that          uint32
	complement    int // child of the cue, or -1
	rel           uint32
	starts, ends  []choose.Part
	shapes        [shapeBlock + 1]choose.Part
	shaped        [shapeBlock + 1]bool
}

// complements are the relations of the child that may be the content, the
// likeliest first.
var complements = [...][]doc.Rel{{doc.RelCcomp, doc.RelParataxis}, {doc.RelXcomp}, {doc.RelObj}}

func (r *reader) contentContext(x *candidates, chance float32, f *contentContext) {
	w := &r.Words[x.cue]
	lemma, entry := r.reporting(x.cue)
	*f = contentContext{reader: r, x: x, lemma: uint32(lemma), cueTag: uint32(w.Tag), sense: senseOf(entry), chance: choose.Bin(int(chance * 8)), complement: -1, starts: f.starts[:0], ends: f.ends[:0]}
	if w.Form == r.form.according || w.Form == r.form.colon {
		f.cueTag = uint32(w.Form)
	}
	switch {
	case x.head > x.cue:
		f.side = 2
	case x.head >= 0:
		f.side = 1
	}
	n := r.sentences[w.Sentence]
	for q := n.quotes; q < n.until; q++ {
		if int(w.Quote) != q {
			f.quotes++
			f.long |= choose.Bool(r.Outer[q].End-r.Outer[q].First > 5)
		}
	}
	for k := x.cue + 1; k < x.s.End && k < x.cue+12; k++ {
		f.that |= choose.Bool(r.Words[k].Form == r.form.that && r.Words[k].Tag == doc.TagIN)
	}
	for _, rels := range complements {
		if f.complement = r.Kid(x.cue, rels...); f.complement >= 0 {
			f.rel = uint32(r.Words[f.complement].Rel)
			break
		}
	}
}

// edges reckons the features of every edge once.
func (f *contentContext) edges(t *choose.Tally) {
	for _, a := range f.x.starts {
		t.Reset()
		f.start(t, a)
		f.starts = append(f.starts, t.Part())
	}
	for _, b := range f.x.ends {
		t.Reset()
		f.end(t, b)
		f.ends = append(f.ends, t.Part())
	}
}

// add adds the features of a candidate.
func (f *contentContext) add(t *choose.Tally, c *content) {
	if c.shape == shapeNone {
		f.none(t)
		return
	}
	if !f.shaped[c.shape] {
		p := t.Fresh()
		f.shapeOf(&p, uint32(c.shape))
		f.shapes[c.shape], f.shaped[c.shape] = p.Part(), true
	}
	t.Include(f.shapes[c.shape])
	if c.start >= 0 {
		t.Include(f.starts[c.start])
		t.Include(f.ends[c.end])
	} else {
		f.start(t, c.runs[0].First)
		f.end(t, c.runs[len(c.runs)-1].End-1)
	}
	if c.start2 >= 0 {
		t.Include(f.starts[c.start2])
		t.Include(f.ends[c.end2])
	}
	f.whole(t, c)
}

// none adds the features of there being no content: the cue is none.
func (f *contentContext) none(t *choose.Tally) {
	c := f.x.cue
	t.Bias(conNone)
	t.One(conNoneLemma, f.lemma)
	t.Two(conNoneTag, f.cueTag, f.side)
	t.One(conNoneSense, f.sense)
	t.Two(conNoneQuotes, choose.Bin(f.quotes), f.long)
	t.One(conNoneCue, f.chance)
	t.Two(conNoneCueSense, f.chance, f.sense)
	t.One(conNoneNext, f.f(c+1))
	t.Two(conNoneThat, f.that, f.lemma)
	t.One(conNoneInside, choose.Bool(f.Words[c].Quote >= 0))
	t.Two(conNoneComplement, f.rel, f.side)
	t.Two(conNoneNextTags, f.t(c+1), f.t(c+2))
}

// shapeOf adds the features of a shape.
func (f *contentContext) shapeOf(t *choose.Tally, k uint32) {
	t.Two(conShape, k, f.cueTag)
	t.Two(conShapeLemma, k, f.lemma)
	t.Three(conShapeSense, k, f.sense, f.side)
	t.Three(conShapeSource, k, f.side, f.cueTag)
	t.Three(conShapeQuotes, k, choose.Bin(f.quotes), f.long)
	t.Three(conShapeThat, k, f.that, f.cueTag)
	t.Two(conShapeNext, k, f.f(f.x.cue+1))
	t.Two(conShapePrev, k, f.f(f.x.cue-1))
}
