package page

import (
	"slices"
	"sort"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/ui/theme"
)

// Painter draws lines of a Layout. It is not for several goroutines at once.
type Painter struct {
	Styles *theme.Styles
	Gutter Gutter
	Links  bool // write hyperlinks (OSC 8) for links whose target is safe

	hits      []*Mark
	cuts      []int
	buf       strings.Builder
	sequences map[uv.Style]string // each style written out, once
}

// Window draws height lines from top on, each exactly Gutter.Width plus
// Layout.Width cells. Lines outside the layout are blank.
func (p *Painter) Window(l *Layout, top, height int, layers ...*Marks) []string {
	out := make([]string, max(height, 0))
	for i := range out {
		p.buf.Reset()
		p.line(l, top+i, layers)
		out[i] = p.buf.String()
	}
	return out
}

// line draws one line.
func (p *Painter) line(l *Layout, y int, layers []*Marks) {
	if y < 0 || y >= len(l.lines) {
		p.blank(p.Gutter.Width() + l.width)
		return
	}
	ln := &l.lines[y]
	p.hits = p.hits[:0]
	if ln.to > ln.from {
		s := model.Span{Start: int(l.pieces[ln.from].start), End: int(l.pieces[ln.to-1].end)}
		for _, m := range layers {
			p.hits = m.appendIn(p.hits, s)
		}
		slices.SortStableFunc(p.hits, byStrength)
	} else if ln.kind == lineGap {
		for _, m := range layers {
			p.hits = m.appendIn(p.hits, model.Span{Start: int(ln.at) - 1, End: int(ln.at)})
		}
	}
	p.gutter(ln)
	x := p.prefix(l, ln)
	base := p.base(l, ln)
	switch ln.kind {
	case lineRule:
		p.write(p.Styles.Article.Rule, strings.Repeat("─", l.width-x))
		return
	case lineTable:
		x = p.tableRule(l, ln, x)
	case lineText, lineGap:
	}
	for i := ln.from; i < ln.to; i++ {
		k := &l.pieces[i]
		p.blank(int(k.col) - x)
		p.piece(l, k, base)
		x = int(k.col + k.width)
	}
	p.blank(l.width - x)
}

// prefix draws what stands before the text and gives its width.
func (p *Painter) prefix(l *Layout, ln *line) int {
	x := 0
	parts := l.prefixes(int(ln.block))
	var above []model.Container
	if ln.kind == lineGap {
		above = l.page.blocks[ln.block-1].In
	}
	for _, part := range parts {
		text, style := part.rest, p.Styles.Article.ListMark
		switch {
		case ln.kind == lineGap && !holds(above, part.quote):
			text = strings.Repeat(" ", part.width)
		case ln.kind == lineText && ln.nth == 0 || ln.kind == lineRule:
			text = part.first
		}
		if part.quote >= 0 {
			style = p.Styles.Article.QuoteBar
		}
		p.write(style, text)
		x += part.width
	}
	return x
}

// holds reports whether a block quote is among containers.
func holds(in []model.Container, quote int) bool {
	return quote >= 0 && slices.ContainsFunc(in, func(c model.Container) bool {
		return c.Kind == model.ContainerQuote && c.ID == quote
	})
}

// tableRule draws the rule under a row and gives the column after it.
func (p *Painter) tableRule(l *Layout, ln *line, x int) int {
	b := &l.page.blocks[ln.block]
	c := &l.tables[b.table]
	sign := "─"
	if b.Kind != model.BlockTableHead {
		sign = "·"
	}
	if len(c.width) == 0 {
		n := min(l.width-x, 8)
		p.write(p.Styles.Article.Rule, strings.Repeat(sign, n))
		return x + n
	}
	from := x
	for j := range c.x {
		p.blank(from + int(c.x[j]) - x)
		p.write(p.Styles.Article.Rule, strings.Repeat(sign, int(c.width[j])))
		x = from + int(c.x[j]+c.width[j])
	}
	return x
}

// piece draws a piece of text with the runs and marks that lie in it.
func (p *Painter) piece(l *Layout, k *piece, base uv.Style) {
	runs := runsIn(l.page.article.Runs, int(k.start), int(k.end))
	p.cuts = append(p.cuts[:0], int(k.start), int(k.end))
	for i := range runs {
		p.cutAt(l, k, runs[i].Span)
	}
	code := l.page.tokensIn(int(k.start), int(k.end))
	for i := range code {
		p.cutAt(l, k, code[i].Span)
	}
	for _, h := range p.hits {
		if h.Channel != ChannelBar {
			p.cutAt(l, k, h.Span)
		}
	}
	slices.Sort(p.cuts)
	for i := 0; i+1 < len(p.cuts); i++ {
		s := model.Span{Start: p.cuts[i], End: p.cuts[i+1]}
		if s.Empty() {
			continue
		}
		style, link := base, -1
		for j := range runs {
			if runs[j].Overlaps(s) {
				style = p.run(style, runs[j].Style)
				link = runs[j].Link
			}
		}
		for j := range code {
			if code[j].Overlaps(s) {
				style = theme.Over(style, code[j].kind.look(&p.Styles.Article))
			}
		}
		style = p.marked(style, s)
		p.linked(l, link, style, l.drawn(k, s.Start, s.End))
	}
}

// cutAt notes the ends of a span as places where the style may change.
func (p *Painter) cutAt(l *Layout, k *piece, s model.Span) {
	start, end := max(s.Start, int(k.start)), min(s.End, int(k.end))
	if start >= end || k.standIn {
		return
	}
	start, end = l.snap(k, start, end)
	p.cuts = append(p.cuts, start, end)
}

// linked writes text, as a hyperlink where its link is safe.
func (p *Painter) linked(l *Layout, link int, s uv.Style, text string) {
	if links := l.page.links; p.Links && link >= 0 && link < len(links) && links[link] != "" {
		p.buf.WriteString(links[link])
		p.write(s, text)
		p.buf.WriteString(ansi.ResetHyperlink())
		return
	}
	p.write(s, text)
}

// write writes text in a style.
func (p *Painter) write(s uv.Style, text string) {
	if text == "" {
		return
	}
	if s.IsZero() {
		p.buf.WriteString(text)
		return
	}
	seq, ok := p.sequences[s]
	if !ok {
		if p.sequences == nil {
			p.sequences = map[uv.Style]string{}
		}
		seq = s.String()
		p.sequences[s] = seq
	}
	p.buf.WriteString(seq)
	p.buf.WriteString(text)
	p.buf.WriteString(ansi.ResetStyle)
}

const blanks = "                                                                                "

// blank writes n blank cells.
func (p *Painter) blank(n int) {
	for ; n > 0; n -= len(blanks) {
		p.buf.WriteString(blanks[:min(n, len(blanks))])
	}
}

// firstRun gives the index of the first run that ends after off.
func firstRun(runs []model.Run, off int) int {
	return sort.Search(len(runs), func(i int) bool { return runs[i].End > off })
}

// runsIn gives the runs that touch text[start:end].
func runsIn(runs []model.Run, start, end int) []model.Run {
	from := firstRun(runs, start)
	to := from
	for to < len(runs) && runs[to].Start < end {
		to++
	}
	return runs[from:to]
}
