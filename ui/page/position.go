package page

import (
	"sort"
	"strings"

	"quoth/model"
)

// Rect is where a part of a span is drawn: Width cells from column Col of a
// line.
type Rect struct {
	Line, Col, Width int
	Span             model.Span
}

// At gives the first byte on a line, or the first after it where the line holds
// none: what to remember of a scroll position, so that it survives a new width.
func (l *Layout) At(y int) int {
	if len(l.lines) == 0 {
		return 0
	}
	return int(l.lines[min(max(y, 0), len(l.lines)-1)].at)
}

// Pos gives the line and column of the character at off. For a byte that is not
// drawn, as a blank at the end of a line, it is where that would stand.
func (l *Layout) Pos(off int) (y, col int) {
	if len(l.lines) == 0 {
		return 0, 0
	}
	b := l.block(off)
	lo, hi := l.linesOf(b)
	best := -1
	for y := lo; y < hi; y++ {
		ln := &l.lines[y]
		for i := ln.from; i < ln.to; i++ {
			p := &l.pieces[i]
			if int(p.start) <= off && off < int(p.end) {
				return y, int(p.col) + l.offsetCol(p, off)
			}
			if int(p.start) <= off {
				best = y
			}
		}
	}
	if best < 0 {
		return lo, l.prefixWidth(b)
	}
	ln := &l.lines[best]
	p := &l.pieces[ln.from]
	for i := ln.from; i < ln.to && int(l.pieces[i].start) <= off; i++ {
		p = &l.pieces[i]
	}
	return best, min(int(p.col+p.width), l.width-1)
}

// Rects gives the places where a span is drawn, in reading order. Characters
// that the span covers in part are drawn whole.
func (l *Layout) Rects(s model.Span) []Rect {
	var out []Rect
	if s.Empty() || len(l.lines) == 0 {
		return nil
	}
	for b := l.block(s.Start); b < len(l.page.blocks) && l.page.blocks[b].Start < s.End; b++ {
		lo, hi := l.linesOf(b)
		ordered := l.page.blocks[b].table < 0
		if ordered {
			lo += sort.Search(hi-lo, func(i int) bool { return l.lineEnd(lo+i) > s.Start })
		}
		for y := lo; y < hi; y++ {
			ln := &l.lines[y]
			if ordered && int(ln.at) >= s.End {
				break
			}
			for i := ln.from; i < ln.to; i++ {
				out = l.clip(out, y, &l.pieces[i], s)
			}
		}
	}
	return out
}

// clip appends the part of a span that lies in a piece.
func (l *Layout) clip(out []Rect, y int, p *piece, s model.Span) []Rect {
	start, end := max(s.Start, int(p.start)), min(s.End, int(p.end))
	if start >= end {
		return out
	}
	if p.standIn {
		return append(out, Rect{y, int(p.col), 1, model.Span{Start: start, End: end}})
	}
	start, end = l.snap(p, start, end)
	from, to := l.offsetCol(p, start), l.offsetCol(p, end)
	return append(out, Rect{y, int(p.col) + from, to - from, model.Span{Start: start, End: end}})
}

// snap moves the ends of a stretch of a piece out to whole characters.
func (l *Layout) snap(p *piece, start, end int) (from, to int) {
	if p.plain {
		return start, end
	}
	text := l.page.article.Text[:p.end]
	at := int(p.start)
	for at < len(text) {
		size, _ := l.page.cluster(text[at:])
		if at+size > start {
			break
		}
		at += size
	}
	from = at
	for at < end {
		size, _ := l.page.cluster(text[at:])
		at += size
	}
	return from, at
}

// offsetCol gives the cells of a piece before the character at off.
func (l *Layout) offsetCol(p *piece, off int) int {
	switch {
	case p.standIn:
		return 0
	case p.plain:
		return off - int(p.start)
	case off >= int(p.end):
		return int(p.width)
	}
	text := l.page.article.Text[:p.end]
	col := 0
	for at := int(p.start); at < off; {
		size, width := l.page.cluster(text[at:])
		if at+size > off {
			break
		}
		at, col = at+size, col+width
	}
	return col
}

// Hit gives the byte drawn at a line and column. ok is false where no text is
// drawn; off is then the nearest text before it on the line.
func (l *Layout) Hit(y, col int) (off int, ok bool) {
	if y < 0 || y >= len(l.lines) {
		return l.At(y), false
	}
	ln := &l.lines[y]
	off = int(ln.at)
	for i := ln.from; i < ln.to; i++ {
		p := &l.pieces[i]
		if col < int(p.col) {
			break
		}
		if off, ok = l.hitPiece(p, col); ok {
			return off, true
		}
	}
	return off, false
}

// hitPiece gives the byte of a piece drawn at a column, or its last character.
func (l *Layout) hitPiece(p *piece, col int) (off int, ok bool) {
	switch {
	case p.standIn:
		return int(p.start), col == int(p.col)
	case p.plain && col < int(p.col+p.width):
		return int(p.start) + col - int(p.col), true
	}
	text := l.page.article.Text[:p.end]
	x, last := int(p.col), int(p.start)
	for at := int(p.start); at < int(p.end); {
		size, width := l.page.cluster(text[at:])
		if width > 0 {
			if col < x+width {
				return at, true
			}
			last = at
		}
		at, x = at+size, x+width
	}
	return last, false
}

// Plain gives a line's text without styles and without what stands before it.
func (l *Layout) Plain(y int) string {
	var b strings.Builder
	ln := &l.lines[y]
	x := int32(0)
	for i := ln.from; i < ln.to; i++ {
		p := &l.pieces[i]
		b.WriteString(strings.Repeat(" ", int(max(p.col-x, 0))))
		b.WriteString(l.drawn(p, int(p.start), int(p.end)))
		x = p.col + p.width
	}
	return b.String()
}

// drawn gives what is drawn for a part of a piece.
func (l *Layout) drawn(p *piece, start, end int) string {
	switch {
	case p.standIn:
		return standIn + strings.Repeat(" ", int(p.width)-1)
	case p.plain:
		return l.page.article.Text[start:end]
	}
	return Show(l.page.article.Text[start:end])
}

// standIn is drawn for a character that is wider than the line.
const standIn = "·"

// block gives the block that holds the byte at off or is the last to start
// before it.
func (l *Layout) block(off int) int {
	bs := l.page.blocks
	return max(sort.Search(len(bs), func(i int) bool { return bs[i].Start > off })-1, 0)
}

// linesOf gives the first line of block b and the one after its last.
func (l *Layout) linesOf(b int) (from, to int) {
	to = len(l.lines)
	if b+1 < len(l.first) {
		to = int(l.first[b+1])
		if !l.page.blocks[b+1].Tight {
			to--
		}
	}
	return int(l.first[b]), to
}

// lineEnd gives the end of the text on a line outside tables.
func (l *Layout) lineEnd(y int) int {
	if ln := &l.lines[y]; ln.to > ln.from {
		return int(l.pieces[ln.to-1].end)
	}
	return int(l.lines[y].at)
}
