package reader

import (
	"strings"
	"unicode"

	"quoth/model"
	"quoth/ui/motion"
	"quoth/ui/page"
)

// selection is the stretch between two characters, both of which belong to it.
type selection struct {
	on             bool
	anchor, cursor int
	lines          bool // whole lines of the screen
	col            int  // the column that moving up and down keeps to
}

// Select begins a selection at a byte, by character or by line; one that is
// there changes only that.
func (p *Pane) Select(off int, lines bool) {
	if p.layout == nil || p.text() == "" {
		return
	}
	if !p.sel.on {
		off = min(max(off, 0), motion.Previous(p.text(), len(p.text())))
		p.sel = selection{on: true, anchor: off, cursor: off}
		p.keepColumn()
		p.showCursor()
	}
	p.sel.lines = lines
	p.markNow()
}

// EndSelection forgets the selection.
func (p *Pane) EndSelection() {
	p.sel = selection{}
	p.markNow()
}

// Selecting reports whether there is a selection, and whether it is of lines.
func (p *Pane) Selecting() (on, lines bool) { return p.sel.on, p.sel.lines }

// Selected gives the selected stretch, without blanks at its ends.
func (p *Pane) Selected() model.Span {
	if !p.sel.on {
		return model.Span{}
	}
	text := p.text()
	s := p.stretch()
	s.End = s.Start + len(strings.TrimRightFunc(s.In(text), unicode.IsSpace))
	s.Start = s.End - len(strings.TrimLeftFunc(s.In(text), unicode.IsSpace))
	return s
}

// stretch gives the selected stretch, blanks included.
func (p *Pane) stretch() model.Span {
	from, to := min(p.sel.anchor, p.sel.cursor), max(p.sel.anchor, p.sel.cursor)
	if p.sel.lines {
		y, _ := p.layout.Pos(from)
		from = min(from, p.layout.At(y))
		y, _ = p.layout.Pos(to)
		if end := p.layout.At(y + 1); end > to {
			return model.Span{Start: from, End: end}
		}
		return model.Span{Start: from, End: len(p.text())}
	}
	return model.Span{Start: from, End: motion.End(p.text(), to)}
}

// Cursor gives the end of the selection that moves.
func (p *Pane) Cursor() int { return p.sel.cursor }

// OtherEnd lets the other end of the selection move.
func (p *Pane) OtherEnd() {
	p.sel.anchor, p.sel.cursor = p.sel.cursor, p.sel.anchor
	p.moved()
}

// MoveTo moves the end of the selection that moves. Without a selection nothing
// happens.
func (p *Pane) MoveTo(off int) {
	if p.sel.on {
		p.sel.cursor = min(max(off, 0), motion.Previous(p.text(), len(p.text())))
		p.moved()
	}
}

func (p *Pane) moved() {
	p.keepColumn()
	p.showCursor()
	p.markNow()
}

func (p *Pane) keepColumn() { _, p.sel.col = p.layout.Pos(p.sel.cursor) }

// LineStart moves to the first character of the line, LineEnd to its last.
func (p *Pane) LineStart() {
	y, _ := p.layout.Pos(p.sel.cursor)
	p.MoveTo(p.layout.At(y))
}

// LineEnd moves to the last character of the line.
func (p *Pane) LineEnd() {
	y, _ := p.layout.Pos(p.sel.cursor)
	off, _ := p.layout.Hit(y, p.layout.Width())
	p.MoveTo(off)
}

// showCursor scrolls as far as is needed to see the end that moves.
func (p *Pane) showCursor() {
	y, _ := p.rowsOf(model.Span{Start: p.sel.cursor, End: p.sel.cursor + 1})
	switch {
	case y < p.top:
		p.setTop(y)
	case p.height > 0 && y >= p.top+p.height:
		p.setTop(y - p.height + 1)
	}
}

// marks shows the selection and the end of it that moves.
func (s selection) marks(p *Pane) []page.Mark {
	if !s.on {
		return nil
	}
	cursor := model.Span{Start: s.cursor, End: motion.End(p.text(), s.cursor)}
	return []page.Mark{
		{Span: p.stretch(), Channel: page.ChannelSelection, Speaker: -1},
		{Span: cursor, Channel: page.ChannelCursor, Speaker: -1},
	}
}

// Caret moves the end of the selection as the pane itself scrolls.
type Caret struct{ *Pane }

// Scroll moves n lines of text, and keeps to the column.
func (c Caret) Scroll(n int) {
	y, _ := c.rowsOf(model.Span{Start: c.sel.cursor, End: c.sel.cursor + 1})
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	to := y
	for at := y + step; n > 0 && at >= 0 && at < len(c.rows); at += step {
		if line := c.rows[at].line; line >= 0 && c.layout.Plain(line) != "" {
			to = at
			n--
		}
	}
	if to == y {
		return
	}
	col := c.sel.col
	off, _ := c.layout.Hit(c.rows[to].line, col)
	c.MoveTo(off)
	c.sel.col = col
}

// ScrollHalf moves n half windows.
func (c Caret) ScrollHalf(n int) { c.Scroll(n * max(c.height/2, 1)) }

// ScrollPage moves n windows.
func (c Caret) ScrollPage(n int) { c.Scroll(n * max(c.height-2, 1)) }

// Top moves to the first character.
func (c Caret) Top() { c.MoveTo(0) }

// Bottom moves to the last character.
func (c Caret) Bottom() { c.MoveTo(len(c.text())) }
