package quote

import (
	"slices"

	"quoth/annotate/view"
)

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
