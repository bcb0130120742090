package reader

import (
	"slices"

	"quoth/model"
	"quoth/ui/overlay"
)

// place finds the row of the anchor after a change of size or of rows.
func (p *Pane) place() {
	if p.layout == nil {
		return
	}
	if p.anchor >= 0 {
		y, _ := p.layout.Pos(p.anchor)
		p.top = p.row(y)
	}
	p.top = min(max(p.top, 0), p.last())
}

// last is the lowest row that may stand at the top.
func (p *Pane) last() int { return max(len(p.rows)-p.height, 0) }

// row gives the row of a line of the layout.
func (p *Pane) row(y int) int {
	if len(p.rowOf) == 0 {
		return 0
	}
	return p.rowOf[min(max(y, 0), len(p.rowOf)-1)]
}

// setTop scrolls, and remembers the first byte on the screen.
func (p *Pane) setTop(top int) {
	p.top = min(max(top, 0), p.last())
	p.anchor = -1
	if p.top > 0 {
		p.anchor = p.byteAt(p.top)
	}
}

// byteAt gives the first byte of the text on a row or after it.
func (p *Pane) byteAt(y int) int {
	for ; y < len(p.rows); y++ {
		if y >= 0 && p.rows[y].line >= 0 {
			return p.layout.At(p.rows[y].line)
		}
	}
	return len(p.text())
}

func (p *Pane) text() string {
	if p.page == nil {
		return ""
	}
	return p.page.Article().Text
}

// Row gives the row at the top of the window.
func (p *Pane) Row() int { return p.top }

// AtEnd reports whether the end of the text, and not its top, is on the screen.
func (p *Pane) AtEnd() bool { return p.top > 0 && p.top == p.last() }

// Scroll moves n rows, up where n is negative.
func (p *Pane) Scroll(n int) { p.setTop(p.top + n) }

// ScrollHalf moves n half windows.
func (p *Pane) ScrollHalf(n int) { p.setTop(p.top + n*max(p.height/2, 1)) }

// ScrollPage moves n windows, less a line or two that stay for the eye.
func (p *Pane) ScrollPage(n int) { p.setTop(p.top + n*max(p.height-2, 1)) }

// Top goes to the start.
func (p *Pane) Top() { p.setTop(0) }

// Bottom goes to the end.
func (p *Pane) Bottom() { p.setTop(p.last()) }

// GoPercent goes to so many percent of the text.
func (p *Pane) GoPercent(n int) { p.setTop(min(max(n, 0), 100) * p.last() / 100) }

// ScrollParagraph moves to the start of the n-th paragraph from the top.
func (p *Pane) ScrollParagraph(n int) {
	if p.page == nil {
		return
	}
	at := p.top
	for ; n > 0; n-- {
		at = p.paragraph(at, 1)
	}
	for ; n < 0; n++ {
		at = p.paragraph(at, -1)
	}
	p.setTop(at)
}

// paragraph finds the next row in a direction on which a paragraph starts.
func (p *Pane) paragraph(from, step int) int {
	for y := from + step; y > 0 && y < len(p.rows); y += step {
		if r := p.rows[y]; r.line >= 0 && p.starts(r.line) {
			return y
		}
	}
	if step > 0 {
		return len(p.rows)
	}
	return 0
}

// starts reports whether a block starts on a line.
func (p *Pane) starts(y int) bool {
	if p.layout.Plain(y) == "" {
		return false
	}
	return y == 0 || p.layout.Plain(y-1) == "" || overlay.Block(p.page.Article(), p.layout.At(y)) != overlay.Block(p.page.Article(), p.layout.At(y-1))
}

// Offset gives the place on the screen as a byte of the text; -1 is the very
// top.
func (p *Pane) Offset() int { return p.anchor }

// GoTo scrolls a remembered place back to the top.
func (p *Pane) GoTo(off int) {
	p.anchor = off
	if off < 0 {
		p.top = 0
	}
	p.place()
}

// Reveal scrolls a span into the window: not at all where it is there already,
// else to the upper third.
func (p *Pane) Reveal(s model.Span) {
	if p.layout == nil {
		return
	}
	first, last := p.rowsOf(s)
	if first >= p.top && last < p.top+p.height {
		return
	}
	p.setTop(first - min(p.height/4, max(p.height-(last-first+1), 0)))
}

// RevealQuote scrolls a quotation into the window, cue and speaker included.
func (p *Pane) RevealQuote(i int) {
	if h := p.over.HullsOf(i); len(h) > 0 {
		p.Reveal(h[0].Span)
	}
}

// rowsOf gives the first and the last row of a span.
func (p *Pane) rowsOf(s model.Span) (first, last int) {
	y0, _ := p.layout.Pos(s.Start)
	y1, _ := p.layout.Pos(max(s.End-1, s.Start))
	return p.row(y0), p.row(y1)
}

// Visible gives the stretch of the text that is on the screen.
func (p *Pane) Visible() model.Span {
	if p.layout == nil {
		return model.Span{}
	}
	return model.Span{Start: p.byteAt(p.top), End: p.byteAt(p.top + p.height)}
}

// InView lists the quotations of which something is on the screen.
func (p *Pane) InView() []int {
	seen := p.Visible()
	var out []int
	for _, h := range p.over.Hulls {
		if h.Overlaps(seen) && !slices.Contains(out, h.Quote) {
			out = append(out, h.Quote)
		}
	}
	slices.Sort(out)
	return out
}

// QuoteInView gives the quotation that is the current one after scrolling: the
// one that was while any of it is on the screen, else the first on it. Where
// there is none it stays.
func (p *Pane) QuoteInView() int {
	seen := p.InView()
	if len(seen) == 0 || slices.Contains(seen, p.current) {
		return p.current
	}
	return seen[0]
}

// Percent tells how far the end of the window is through the text.
func (p *Pane) Percent() int {
	if len(p.rows) <= p.height {
		return 100
	}
	return min(100*(p.top+p.height)/len(p.rows), 100)
}

// Hit gives the byte of the text under a cell of the pane.
func (p *Pane) Hit(x, y int) (off int, ok bool) {
	at := p.top + y
	if p.page == nil || y < 0 || y >= p.height || at >= len(p.rows) || p.rows[at].line < 0 {
		return 0, false
	}
	return p.layout.Hit(p.rows[at].line, x-p.left()-p.painter.Gutter.Width())
}

// QuoteAt gives the quotation that holds a byte, else the one whose bar stands
// beside it, or -1.
func (p *Pane) QuoteAt(off int) int {
	beside := -1
	for _, h := range p.over.Hulls {
		if !h.Has(off) {
			continue
		}
		for _, c := range p.ann.Quotes[h.Quote].Content {
			if c.Has(off) {
				return h.Quote
			}
		}
		if beside < 0 {
			beside = h.Quote
		}
	}
	return beside
}

// Focus gives the name that was jumped to, an empty span for none.
func (p *Pane) Focus() model.Span { return p.focus }
