package quote

import (
	"slices"

	"quoth/annotate/doc"
	"quoth/annotate/view"
)

// shape says where a content lies by its cue and source.
type contentShape uint8

// The shapes of contents.
const (
	shapeNone     contentShape = iota
	shapeBefore                // S, X said
	shapeAfter                 // X said S
	shapeBetween               // X, so goes S, said
	shapeSplit                 // S1, X said, S2
	shapeQuotes                // all quotations of the sentence
	shapeRange                 // from the first quotation to the end of the last
	shapeNext                  // the quotation after the sentence
	shapePrev                  // the quotation before the sentence
	shapeSentence              // the next sentence
	shapeBlock                 // the next paragraph, or the rest of this one
)

// shapeNames name the shapes for evidence.
var shapeNames = [...]string{
	"", "words-before-cue", "words-after-cue", "words-between", "split-around-cue", "quotations-of-sentence", "from-first-quotation",
	"next-quotation", "previous-quotation", "next-sentence", "paragraph",
}

// content is a candidate for what was said: up to a few runs of tokens.
type content struct {
	shape      contentShape
	runs       []run
	start, end int // indexes of its edges among the spots, -1 where they are none
	start2     int // the same of the second run of a split one
	end2       int
}

// Bounds of the candidates of one cue, so that a sentence without an end costs
// no more than a long one.
const (
	window   = 140 // tokens on either side of the cue in which edges are sought
	maxSpots = 28  // edges of one sort
	maxPairs = 320 // contents of one run
	maxSplit = 90  // contents of two runs
)

// block is the cue with its source, which no content overlaps.
type block struct {
	cue         int
	source      run // empty where the source stands elsewhere
	head        int // of the source
	first, last int // tokens of the whole, inclusive
}

// blockOf gives the block of the cue at token c with its source, phrase k.
func (r *reader) blockOf(c, k int) block {
	b := block{cue: c, head: -1, first: c, last: c}
	if k >= 0 && r.Words[r.phrases[k].Head].Sentence == r.Words[c].Sentence {
		p := &r.phrases[k]
		b.source, b.head = run{p.First, p.End}, p.Head
		b.first, b.last = min(c, p.First), max(c, p.End-1)
		if p.Head < c && p.End > c {
			b.last = c
		}
	}
	return b
}

// candidates are the contents that a cue may have, with the edges they share.
type candidates struct {
	block
	s            *doc.Sentence
	starts, ends []int // tokens that begin a content; tokens that end one, inclusive
	list         []content
	room         []run
	low, high    int // first and last word of the sentence
	farLeft      int // first word of a quotation that reaches in from before the sentence, or -1
	farRight     int // last word of one that reaches out of it, or -1
}

// contents gathers the candidates for the content of the cue at token c whose
// source is phrase k. The first is none.
func (r *reader) contents(c, k int, x *candidates) {
	*x = candidates{block: r.blockOf(c, k), s: r.SentenceOf(c), starts: x.starts[:0], ends: x.ends[:0], list: x.list[:0], room: x.room[:0], farLeft: -1, farRight: -1}
	x.list = append(x.list, content{shape: shapeNone, start: -1, end: -1, start2: -1, end2: -1})
	x.low, x.high = r.wordFrom(x.s.First), r.wordUpTo(x.s.End-1)
	r.edges(x)
	for i := range x.starts {
		x.starts[i] = r.wordFrom(x.starts[i])
	}
	for i := range x.ends {
		x.ends[i] = r.wordUpTo(x.ends[i])
	}
	x.starts, x.ends = nearest(x.starts, c), nearest(x.ends, c)
	r.single(x)
	r.split(x)
	r.quotesOf(x)
	r.neighbours(x)
}

// wordFrom gives the first token from i on that is a word.
func (r *reader) wordFrom(i int) int {
	for i < len(r.Words) && !r.At(i).Wordly {
		i++
	}
	return i
}

// wordUpTo gives the last token up to i that is a word, -1 for none.
func (r *reader) wordUpTo(i int) int {
	for i = min(i, len(r.Words)-1); i >= 0 && !r.Words[i].Wordly; i-- {
	}
	return i
}

// opensBefore reports whether a quotation begins with the word at token i.
func (r *reader) opensBefore(i int) bool {
	for i--; i >= 0 && !r.Words[i].Wordly; i-- {
		if r.Words[i].Edge == view.Opening {
			return true
		}
	}
	return false
}

// closesAfter reports whether a quotation ends with the word at token i.
func (r *reader) closesAfter(i int) bool {
	for i++; i < len(r.Words) && !r.Words[i].Wordly; i++ {
		if r.Words[i].Edge == view.Closing {
			return true
		}
	}
	return false
}

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

// edges finds where a content may begin and end.
func (r *reader) edges(x *candidates) {
	s, c := x.s, x.cue
	right := c
	if r.Words[c].Form == r.form.according && c+1 < s.End {
		right = c + 1
	}
	x.starts = append(x.starts, s.First, right+1)
	x.ends = append(x.ends, s.End-1, c-1)
	if x.head >= 0 {
		if x.head < c {
			x.ends = append(x.ends, x.source.First-1)
		} else {
			x.starts = append(x.starts, x.source.End)
		}
	}
	for i := max(s.First, c-window); i < min(s.End, c+window); i++ {
		r.edge(x, i)
	}
	r.afterAddressee(x)
	if s.Parsed {
		r.treeEdges(x)
	}
	n := r.sentences[r.Words[c].Sentence]
	for q := n.quotes; q < n.until; q++ {
		o := &r.Outer[q]
		if int(r.Words[c].Quote) == q {
			continue
		}
		if o.First < s.First {
			x.farLeft = r.wordFrom(o.First)
			x.starts = append(x.starts, o.First)
		}
		if o.End > s.End {
			x.farRight = r.wordUpTo(o.End - 1)
			x.ends = append(x.ends, o.End-1)
		}
	}
}

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

// offer adds a content of runs that begin and end with words, where it does not
// overlap the block.
func (r *reader) offer(x *candidates, shape contentShape, spots [4]int, runs ...run) {
	for _, g := range runs {
		if own := r.Words[x.cue].Quote; own >= 0 && (g.First < r.Outer[own].First || g.End > r.Outer[own].End) {
			return // who speaks inside a quotation speaks nowhere else
		}
		if g.First >= g.End || g.First <= x.cue && x.cue < g.End || x.head >= 0 && g.First <= x.head && x.head < g.End {
			return
		}
	}
	from := len(x.room)
	x.room = append(x.room, runs...)
	x.list = append(x.list, content{shape: shape, runs: x.room[from:len(x.room):len(x.room)], start: spots[0], end: spots[1], start2: spots[2], end2: spots[3]})
}

// offerWhole offers a content that was not made from edges, if it is new.
func (r *reader) offerWhole(x *candidates, shape contentShape, runs ...run) {
	for i := range runs {
		runs[i].First, runs[i].End = r.Trim(runs[i].First, runs[i].End)
	}
	for i := range x.list {
		if slices.Equal(x.list[i].runs, runs) {
			return
		}
	}
	r.offer(x, shape, [4]int{-1, -1, -1, -1}, runs...)
}

// single offers the contents of one run between two edges.
func (r *reader) single(x *candidates) {
	for si, a := range x.starts {
		for ei, b := range x.ends {
			if b < a || len(x.list) > maxPairs {
				continue
			}
			switch {
			case b < x.first:
				r.offer(x, shapeBefore, [4]int{si, ei, -1, -1}, run{a, b + 1})
			case a > x.last || a > x.cue:
				r.offer(x, shapeAfter, [4]int{si, ei, -1, -1}, run{a, b + 1})
			case b < x.cue && a > x.first:
				r.offer(x, shapeBetween, [4]int{si, ei, -1, -1}, run{a, b + 1})
			}
		}
	}
}

// maxGap is how far after the block the second run of a split content may begin.
const maxGap = 14

// split offers the contents that the block interrupts: the run before ends
// nearest to it, the one after ends with the sentence or a quotation.
func (r *reader) split(x *candidates) {
	last := -1
	for ei, b := range x.ends {
		if b < x.first && b >= x.low {
			last = ei
		}
	}
	if last < 0 {
		return
	}
	n := len(x.list)
	for si, a := range x.starts {
		if a > x.ends[last] || a != x.low && a != x.farLeft && !r.opensBefore(a) {
			continue
		}
		for s2, a2 := range x.starts {
			if a2 <= x.last || a2 > x.last+maxGap {
				continue
			}
			for e2, b2 := range x.ends {
				if b2 < a2 || len(x.list)-n > maxSplit {
					continue
				}
				if b2 != x.high && b2 != x.farRight && r.At(b2+1).Form != r.form.comma && !r.closesAfter(b2) {
					continue
				}
				r.offer(x, shapeSplit, [4]int{si, last, s2, e2}, run{a, x.ends[last] + 1}, run{a2, b2 + 1})
			}
		}
	}
}

// maxQuotes bounds how many quotations of a sentence are taken together.
const maxQuotes = 12

// quotesOf offers all quotations of the sentence together.
func (r *reader) quotesOf(x *candidates) {
	n := r.sentences[r.Words[x.cue].Sentence]
	var all [maxQuotes]run
	k := 0
	for q := n.quotes; q < n.until && k < maxQuotes; q++ {
		if int(r.Words[x.cue].Quote) != q {
			all[k] = run{r.Outer[q].First, r.Outer[q].End}
			k++
		}
	}
	if k > 1 {
		r.offerWhole(x, shapeQuotes, all[:k]...)
		r.offerWhole(x, shapeRange, run{all[0].First, all[k-1].End})
	}
}

// neighbours offers what stands beside the sentence: the quotation before or
// after it, what a colon leads in.
func (r *reader) neighbours(x *candidates) {
	s, c := x.s, x.cue
	colon := r.Words[c].Form == r.form.colon
	if next := r.At(s.End); next.Edge == view.Opening {
		o := r.Outer[next.Quote]
		r.offerWhole(x, shapeNext, run{o.First, o.End})
	} else if (colon || r.Words[s.End-1].Form == r.form.colon) && next.Sentence >= 0 {
		n := r.Sentences[next.Sentence]
		r.offerWhole(x, shapeSentence, run{n.First, n.End})
		r.offerWhole(x, shapeBlock, run{s.End, r.Blocks[next.Block].End})
	}
	if prev := r.At(s.First - 1); prev.Edge == view.Closing {
		o := r.Outer[prev.Quote]
		r.offerWhole(x, shapePrev, run{o.First, o.End})
	}
	if colon && c < s.End-1 {
		r.offerWhole(x, shapeBlock, run{c + 1, r.Blocks[r.Words[c].Block].End})
	}
}
