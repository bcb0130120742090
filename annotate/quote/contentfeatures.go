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

// start adds the features of beginning with the word at token a.
func (f *contentContext) start(t *choose.Tally, a int) {
	x, c := f.x, f.x.cue
	side := choose.Bool(a > c)
	w, p := f.At(a), f.At(a-1)
	first := uint32(w.Form)
	t.Two(conFirst, first, side)
	t.Two(conFirstLemma, first, f.lemma)
	t.Three(conFirstTag, uint32(w.Tag), side, f.cueTag)
	t.Two(conBefore, uint32(p.Form), side)
	t.Three(conBeforeTag, uint32(p.Tag), uint32(w.Tag), side)
	t.Two(conBeforeFirst, uint32(p.Form), first)
	t.Three(conOpens, choose.Bool(f.opensBefore(a)), side, choose.Bool(w.Capital))
	if a == x.low {
		t.Three(conAtStart, side, f.side, f.cueTag)
	}
	t.Two(conUnder, side, choose.Bool(a < x.s.First))
	if a > c {
		words, verbs := f.gap(c+1, a)
		tags := f.tagsOf(c+1, a)
		t.Three(conGapAfter, words, verbs, f.cueTag)
		t.Three(conGapAfterLemma, words, verbs, f.lemma)
		t.One(conGapAfterTags, tags)
		t.Two(conGapAfterFirst, tags, first)
	} else {
		words, verbs := f.gap(x.s.First, a)
		t.Three(conRestBefore, words, verbs, side)
		t.Three(conRestBeforeTag, uint32(p.Form), uint32(w.Tag), words)
	}
	if f.complement >= 0 {
		t.Three(conLeftEdge, order(a, f.wordFrom(int(f.Words[f.complement].Left))), f.rel, side)
	}
}

// end adds the features of ending with the word at token b.
func (f *contentContext) end(t *choose.Tally, b int) {
	x, c := f.x, f.x.cue
	side := choose.Bool(b > c)
	w, n := f.At(b), f.At(b+1)
	closes := choose.Bool(f.closesAfter(b))
	t.Two(conNextWord, uint32(n.Form), side)
	t.Two(conNextWords, uint32(n.Form), f.f(b+2))
	t.Three(conNextTags, uint32(n.Tag), f.t(b+2), side)
	t.Two(conLast, uint32(w.Tag), uint32(n.Tag))
	t.Three(conCloses, closes, side, uint32(n.Form))
	if b == x.high {
		t.Three(conAtEnd, side, f.side, f.cueTag)
		t.Two(conAtEndLemma, side, f.lemma)
	}
	t.Three(conOver, side, choose.Bool(b >= x.s.End), closes)
	if b < c {
		words, verbs := f.gap(b+1, c)
		t.Three(conGapBefore, words, verbs, f.cueTag)
		t.One(conGapBeforeTags, f.tagsOf(b+1, c))
		words, verbs = f.gap(max(c, x.source.End-1)+1, x.s.End)
		t.Three(conRestAfter, words, verbs, side)
	} else {
		words, verbs := f.gap(b+1, x.s.End)
		t.Three(conRestAfter, words, verbs, side)
		t.Three(conRestAfterTag, uint32(n.Form), words, f.that)
		t.Three(conCut, f.rest(b), closes, side)
		f.cut(t, b)
	}
	if f.complement >= 0 {
		t.Three(conRightEdge, order(b, f.wordUpTo(int(f.Words[f.complement].Right))), f.rel, side)
	}
}

// cut adds what kind of words follow the last one at token b: another report
// after a comma or conjunction is none of the content.
func (f *contentContext) cut(t *choose.Tally, b int) {
	n, after := f.At(b+1), f.At(b+2)
	if b+1 >= f.x.s.End {
		return
	}
	if n.Wordly && n.Tag != doc.TagCC {
		after = n
	}
	mark := uint32(n.Form)
	if n.Wordly && n.Tag != doc.TagCC {
		mark = 0
	}
	class := uint32(after.Entry.Class)
	same := choose.Bool(after.Tag == f.At(f.x.cue).Tag)
	t.Four(conCutTag, mark, uint32(after.Tag), class, same)
	t.Four(conCutTense, mark, uint32(after.Tag), f.cueTag, choose.Bool(f.subjectFollows(b+1)))
}

// subjectFollows reports whether a subject with its finite verb stands among the
// few tokens from i on.
func (f *contentContext) subjectFollows(i int) bool {
	for k := i; k < i+4 && k < f.x.s.End; k++ {
		if p := f.reader.starts(k); p >= 0 && f.subjectOf[p] >= 0 {
			return true
		}
	}
	return false
}

// whole adds the features of both edges together.
func (f *contentContext) whole(t *choose.Tally, c *content) {
	k := uint32(c.shape)
	words, quoted, finite := 0, 0, 0
	for _, g := range c.runs {
		words += count(f.words, g.First, g.End)
		quoted += f.quotedIn(g)
		finite += count(f.finite, g.First, g.End)
	}
	share := shareOf(quoted, words)
	full, part := f.quotations(c)
	left := choose.Bin(min(max(f.quotes-full-part, 0), 2))
	t.Three(conShare, share, k, f.long)
	t.Two(conShareLemma, share, f.lemma)
	if share == 2 && words <= maxTitle {
		t.Three(conTitle, f.capitals(c.runs), choose.Bin(words), f.sense)
		t.Two(conTitleLemma, f.capitals(c.runs), f.lemma)
	}
	t.Three(conWhole, choose.Bin(full), choose.Bin(part), left)
	t.Five(conWholeShare, choose.Bin(full), choose.Bin(part), left, share, k)
	t.Two(conLength, choose.Bin(words), k)
	t.Three(conFinite, choose.Bin(min(finite, 3)), k, f.cueTag)
	t.Two(conFiniteLemma, choose.Bin(min(finite, 2)), f.lemma)
	first, last := c.runs[0].First, c.runs[len(c.runs)-1].End-1
	if f.Words[f.x.cue].Form == f.form.colon {
		f.label(t, first, last)
	}
	t.Three(conExact, choose.Bool(f.opensBefore(first))|choose.Bool(f.closesAfter(last))<<1, k, share)
	if last > f.x.cue && first > f.x.cue {
		t.Three(conRestThat, f.f(last+1), choose.Bool(f.Words[first].Form == f.form.that), choose.Bin(count(f.words, last+1, f.x.s.End)))
	}
	if first < f.x.cue && last > f.x.cue {
		f.middle(t, c, share)
	}
	if f.x.head >= 0 {
		over := false
		for _, g := range c.runs {
			over = over || f.x.source.First < g.End && g.First < f.x.source.End
		}
		t.Two(conSourceInside, choose.Bool(over), k)
	}
	if f.x.s.Parsed {
		f.tree(t, c, share)
	}
}

// label adds how a content follows the colon of a label: right after it, to the
// end of the sentence or of the paragraph.
func (f *contentContext) label(t *choose.Tally, first, last int) {
	c := f.x.cue
	block := &f.Blocks[f.Words[c].Block]
	end := uint32(0)
	switch last {
	case f.wordUpTo(block.End - 1):
		end = 1
	case f.x.high:
		end = 2
	}
	quoted := choose.Bool(f.opensBefore(first))
	t.Five(conLabel, choose.Bool(c-block.First < maxLabel), choose.Bool(first == f.wordFrom(c+1)), end, quoted, choose.Bool(f.x.head >= 0))
}

// maxTitle is the most words of a title or nickname.
const maxTitle = 6

// capitals tells how the longer words of a content are written: 0 none, 1 some, 2
// all with a capital.
func (f *contentContext) capitals(runs []run) uint32 {
	long, upper := 0, 0
	for _, g := range runs {
		for i := g.First; i < g.End; i++ {
			if w := &f.Words[i]; w.Wordly && f.Tokens[i].Len() > 3 {
				long++
				upper += int(choose.Bool(w.Capital))
			}
		}
	}
	return shareOf(upper, long)
}

// middle adds what stands between the runs of a split content.
func (f *contentContext) middle(t *choose.Tally, c *content, share uint32) {
	one, two := c.runs[0], c.runs[len(c.runs)-1]
	words, verbs := f.gap(f.x.cue+1, two.First)
	t.Three(conMiddle, words, verbs, f.cueTag)
	t.One(conMiddleTags, f.tagsOf(f.x.cue+1, two.First))
	words, _ = f.gap(one.End, f.x.cue)
	t.One(conMiddleBefore, words)
	words, verbs = f.gap(two.End, f.x.s.End)
	t.Three(conMiddleRest, words, verbs, uint32(c.shape))
	t.Three(conMiddleMarks, f.f(one.End), f.f(two.First-1), share)
	t.Two(conMiddleNext, f.f(two.First-1), f.f(two.First))
	t.Three(conMiddleShares, shareOf(f.quotedIn(one), count(f.words, one.First, one.End)), shareOf(f.quotedIn(two), count(f.words, two.First, two.End)), f.f(f.x.cue+1))
}

// tree adds how the content agrees with the parse.
func (f *contentContext) tree(t *choose.Tally, c *content, share uint32) {
	k := uint32(c.shape)
	holds := func(i int) uint32 {
		for _, g := range c.runs {
			if i >= g.First && i < g.End {
				return 1
			}
		}
		return 0
	}
	in := uint32(0)
	if f.complement >= 0 {
		w := &f.Words[f.complement]
		in = holds(f.complement)
		sides := order(c.runs[0].First, f.wordFrom(int(w.Left)))*3 + order(c.runs[len(c.runs)-1].End-1, f.wordUpTo(int(w.Right)))
		t.Three(conComplement, f.rel, sides, in)
		t.Five(conComplementShare, f.rel, sides, in, k, share)
	} else {
		t.Three(conNoComplement, k, f.reader.rel(f.x.cue), share)
	}
	t.Four(conHeadInside, holds(int(f.Words[f.x.cue].Head)), f.reader.rel(f.x.cue), k, in)
	crossing, outside := 0, uint32(1)
	for _, g := range c.runs {
		for i := g.First; i < g.End; i++ {
			w := &f.Words[i]
			if h := int(w.Head); w.Wordly && h >= 0 && h != f.x.cue && (h < g.First || h >= g.End) {
				crossing++
			}
		}
		n := 0
		for i := g.End; i < f.x.s.End && i < g.End+40 && n < 3; i++ {
			w := &f.Words[i]
			if h := int(w.Head); w.Wordly && h >= g.First && h < g.End {
				outside = outside*47 + uint32(w.Rel.Base())
				n++
			}
		}
	}
	t.Two(conCrossing, choose.Bin(min(crossing, 4)), k)
	t.One(conOutside, outside)
	t.Three(conOutsideShare, outside, k, share)
}

// quotations counts the quotations of the sentence that the content holds whole
// and in part.
func (f *contentContext) quotations(c *content) (full, part int) {
	n := f.sentences[f.Words[f.x.cue].Sentence]
	for _, g := range c.runs {
		for q := n.quotes; q < n.until; q++ {
			o := &f.Outer[q]
			if int(f.Words[f.x.cue].Quote) == q || o.End <= g.First || o.First >= g.End {
				continue
			}
			if o.First >= g.First-1 && o.End <= g.End+2 {
				full++
			} else {
				part++
			}
		}
	}
	return full, part
}

// quotedIn counts the words of a run in quotation marks that are not the cue's.
func (f *contentContext) quotedIn(g run) int {
	if own := f.Words[f.x.cue].Quote; own >= 0 && f.Outer[own].First < g.End && g.First < f.Outer[own].End {
		n := 0
		for i := g.First; i < g.End; i++ {
			if w := &f.Words[i]; w.Wordly && w.Quote >= 0 && w.Quote != own {
				n++
			}
		}
		return n
	}
	return count(f.quoted, g.First, g.End)
}
