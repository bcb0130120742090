package quote

import "quoth/annotate/choose"

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
	in := uint32(0)
	if f.complement >= 0 {
		w := &f.Words[f.complement]
		in = choose.Bool(holds(c.runs, f.complement))
		sides := order(c.runs[0].First, f.wordFrom(int(w.Left)))*3 + order(c.runs[len(c.runs)-1].End-1, f.wordUpTo(int(w.Right)))
		t.Three(conComplement, f.rel, sides, in)
		t.Five(conComplementShare, f.rel, sides, in, k, share)
	} else {
		t.Three(conNoComplement, k, f.reader.rel(f.x.cue), share)
	}
	t.Four(conHeadInside, choose.Bool(holds(c.runs, int(f.Words[f.x.cue].Head))), f.reader.rel(f.x.cue), k, in)
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
