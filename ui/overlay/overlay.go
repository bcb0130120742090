// Package overlay lays what the engine found in an article over its text: which
// words to mark and how, where the bars of the speakers stand, where each name
// is. It is made once for an article, off the key path, and not changed after;
// where the reader is, and what is drawn, is not its business.
package overlay

import (
	"cmp"
	"slices"
	"sort"

	"quoth/model"
	"quoth/ui/page"
)

// Overlay is what lies over an article. The zero Overlay is nothing.
type Overlay struct {
	Marks    *page.Marks // names, the ground of direct words, the speakers' bars
	Hulls    []Hull      // of all quotations, in their order
	Mentions []Mention   // of all names, in the order of the text
	Speakers []int       // for each quotation the number of its speaker, -1 without a name

	first []int // for each quotation its first hull, and one more
}

// Hull is the stretch of one block that a quotation takes up, its cue and its
// speaker's name included: where its bar stands.
type Hull struct {
	model.Span
	Quote, Block int
}

// Mention is one mention of an entity.
type Mention struct {
	model.Span
	Entity, Nth int // indexes into Annotations.Entities and its Mentions
}

// Of makes the overlay of an article; speakers gives for each quotation the
// number of its speaker.
func Of(a *model.Article, ann *model.Annotations, speakers []int) *Overlay {
	o := &Overlay{Speakers: speakers, first: make([]int, 1, len(ann.Quotes)+1)}
	for i := range ann.Quotes {
		o.addHulls(a, i, &ann.Quotes[i])
		o.first = append(o.first, len(o.Hulls))
	}
	for i, e := range ann.Entities {
		for j, s := range e.Mentions {
			o.Mentions = append(o.Mentions, Mention{s, i, j})
		}
	}
	slices.SortStableFunc(o.Mentions, func(x, y Mention) int { return cmp.Compare(x.Start, y.Start) })
	o.Marks = page.NewMarks(o.marks(a, ann))
	return o
}

func (o *Overlay) marks(a *model.Article, ann *model.Annotations) []page.Mark {
	marks := make([]page.Mark, 0, len(o.Mentions)+len(o.Hulls)+2*len(ann.Quotes))
	for _, m := range o.Mentions {
		if !headline(a, m.Start) {
			marks = append(marks, page.Mark{Span: m.Span, Channel: page.ChannelEntity, Kind: ann.Entities[m.Entity].Type, Speaker: -1})
		}
	}
	for i, q := range ann.Quotes {
		for _, c := range q.Content {
			for _, s := range direct(a.Text, c, q.Kind) {
				marks = append(marks, page.Mark{Span: s, Channel: page.ChannelQuote, Speaker: o.Speaker(i)})
			}
		}
	}
	for _, h := range o.Hulls {
		marks = append(marks, page.Mark{Span: h.Span, Channel: page.ChannelBar, Speaker: o.Speaker(h.Quote)})
	}
	slices.SortStableFunc(marks, func(x, y page.Mark) int { return cmp.Compare(x.Start, y.Start) })
	return marks
}

// Speaker gives the number of a quotation's speaker, -1 for one without a name.
func (o *Overlay) Speaker(quote int) int {
	if quote < 0 || quote >= len(o.Speakers) {
		return -1
	}
	return o.Speakers[quote]
}

// HullsOf gives the hulls of one quotation, the one with its first words first.
func (o *Overlay) HullsOf(quote int) []Hull {
	if quote < 0 || quote+1 >= len(o.first) {
		return nil
	}
	return o.Hulls[o.first[quote]:o.first[quote+1]]
}

func (o *Overlay) addHulls(a *model.Article, quote int, q *model.Quote) {
	first := len(o.Hulls)
	for _, s := range q.Content {
		o.grow(first, a, quote, s)
	}
	said := o.Hulls[first:]
	for _, spans := range [][]model.Span{q.Cue, q.Source} {
		for _, s := range spans {
			if near(said, Block(a, s.Start)) {
				o.grow(first, a, quote, s)
			}
		}
	}
}

// near reports whether a block is one of the hulls' or next to one: a name far
// away belongs to what is said there.
func near(hulls []Hull, block int) bool {
	return slices.ContainsFunc(hulls, func(h Hull) bool { return h.Block-1 <= block && block <= h.Block+1 })
}

// grow makes the hulls from first on take in a span, cut at the blocks.
func (o *Overlay) grow(first int, a *model.Article, quote int, s model.Span) {
	for b := Block(a, s.Start); b < len(a.Blocks) && a.Blocks[b].Start < s.End; b++ {
		block := a.Blocks[b].Span
		part := model.Span{Start: max(s.Start, block.Start), End: min(s.End, block.End)}
		if part.Empty() {
			continue
		}
		at := slices.IndexFunc(o.Hulls[first:], func(h Hull) bool { return h.Block == b }) + first
		if at < first {
			o.Hulls = append(o.Hulls, Hull{part, quote, b})
			continue
		}
		h := &o.Hulls[at]
		h.Start, h.End = min(h.Start, part.Start), max(h.End, part.End)
	}
}

// Block gives the block that holds a byte, or the last that starts before it.
func Block(a *model.Article, off int) int {
	return max(sort.Search(len(a.Blocks), func(i int) bool { return a.Blocks[i].Start > off })-1, 0)
}

// headline reports whether a byte stands in a headline, which is loud enough
// without marks.
func headline(a *model.Article, off int) bool {
	if len(a.Blocks) == 0 {
		return false
	}
	k := a.Blocks[Block(a, off)].Kind
	return k == model.BlockTitle || k == model.BlockHeading
}
