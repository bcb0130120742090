package page

import (
	"strings"

	"quoth/model"
)

// The signs that stand before a block's text.
const (
	quoteBar  = "│ "
	imageSign = "▨ "
	codeSpace = "  "
)

// prefix is one part of what stands before the text of a block: the bar of a
// block quote, the mark of a list item, the number of a footnote.
type prefix struct {
	first, rest string // on the block's first line, and on the others
	width       int    // cells
	quote       int    // the block quote's Container.ID, or -1
}

// prefixes gives the parts that stand before a block's text, outermost first.
// Where they would take more than a third of the width the outer ones are left
// out.
func (l *Layout) prefixes(i int) []prefix {
	b := &l.page.blocks[i]
	out := make([]prefix, 0, len(b.In)+1)
	for _, c := range b.In {
		if c.Kind == model.ContainerQuote {
			out = append(out, prefix{first: quoteBar, rest: quoteBar, quote: c.ID})
			continue
		}
		out = append(out, l.hanging(Show(c.Mark)+" ", c.First))
	}
	switch {
	case b.Kind == model.BlockFootnote && b.Info != "":
		before := i > 0 && l.page.blocks[i-1].Kind == b.Kind && l.page.blocks[i-1].Info == b.Info
		out = append(out, l.hanging("["+Show(b.Info)+"] ", !before))
	case b.Kind == model.BlockCode:
		out = append(out, l.hanging(codeSpace, true))
	case b.image:
		out = append(out, l.hanging(imageSign, true))
	}
	total := 0
	for j := range out {
		out[j].width = l.page.cells(out[j].rest)
		total += out[j].width
	}
	for len(out) > 0 && total > l.width/3 {
		total -= out[0].width
		out = out[1:]
	}
	return out
}

// hanging is a mark on the first line, and blanks below it.
func (l *Layout) hanging(mark string, first bool) prefix {
	rest := strings.Repeat(" ", l.page.cells(mark))
	if !first {
		mark = rest
	}
	return prefix{first: mark, rest: rest, quote: -1}
}

// prefixWidth gives the cells that a block's prefixes take.
func (l *Layout) prefixWidth(i int) int {
	b := &l.page.blocks[i]
	if len(b.In) == 0 && b.Kind != model.BlockFootnote && b.Kind != model.BlockCode && !b.image {
		return 0
	}
	n := 0
	for _, p := range l.prefixes(i) {
		n += p.width
	}
	return n
}
