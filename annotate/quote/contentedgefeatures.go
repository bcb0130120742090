package quote

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
)

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
