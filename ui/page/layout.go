package page

import "quoth/model"

// Layout is a Page at a width: numbers only, nothing is styled. Columns count
// cells from the first cell of the text, the gutter not included.
type Layout struct {
	page   *Page
	width  int
	lines  []line
	pieces []piece
	first  []int32   // first line of each block
	tables []columns // one for each of Page.tables
}

// piece is text that is drawn in one go: text[start:end] from column col on.
type piece struct {
	start, end int32
	col, width int32
	plain      bool // one byte is one cell
	standIn    bool // a character wider than the line, for which a sign stands
}

// lineKind says what is drawn on a line.
type lineKind uint8

const (
	lineText  lineKind = iota
	lineGap            // the blank line before a block
	lineRule           // a thematic break
	lineTable          // the rule under a table's head, or between its rows
)

// line is a line of the layout.
type line struct {
	kind     lineKind
	block    int32 // of a gap: the block after it
	nth      int32 // the how-many-eth line of its block
	from, to int32 // its pieces
	at       int32 // the first byte on it, or of what comes after it
}

// Layout lays the page out at a width of 1 cell or more.
func (p *Page) Layout(width int) *Layout {
	l := &Layout{page: p, width: max(width, 1), first: make([]int32, len(p.blocks))}
	n := len(p.article.Text)/max(l.width, 8) + len(p.blocks)*2
	l.lines, l.pieces = make([]line, 0, n), make([]piece, 0, n)
	l.tables = make([]columns, len(p.tables))
	for i := range p.tables {
		l.tables[i] = p.tables[i].fit(l.width - l.prefixWidth(p.tables[i].block))
	}
	for i := range p.blocks {
		if i > 0 && !p.blocks[i].Tight {
			l.add(line{kind: lineGap, block: int32(i), at: int32(p.blocks[i].Start)})
		}
		l.first[i] = int32(len(l.lines))
		l.addBlock(i)
	}
	return l
}

func (l *Layout) addBlock(i int) {
	b := &l.page.blocks[i]
	indent := l.prefixWidth(i)
	switch {
	case b.Kind == model.BlockRule:
		l.add(line{kind: lineRule, block: int32(i), at: int32(b.Start)})
	case b.table >= 0:
		l.addRow(i, indent)
	case len(b.words) == 0:
		l.add(line{block: int32(i), at: int32(b.Start)})
	default:
		n := int32(0)
		l.page.wrap(b.words, l.width-indent, func(p piece) {
			p.col += int32(indent)
			l.pieces = append(l.pieces, p)
			l.add(line{block: int32(i), nth: n, at: p.start, from: -1})
			n++
		})
	}
}

// add appends a line; from -1 takes the last piece as its only one.
func (l *Layout) add(ln line) {
	if ln.from < 0 {
		ln.from, ln.to = int32(len(l.pieces)-1), int32(len(l.pieces))
	} else if ln.to == 0 {
		ln.from, ln.to = int32(len(l.pieces)), int32(len(l.pieces))
	}
	l.lines = append(l.lines, ln)
}

// wrap fills lines with words, each as full as it can be. A word wider than the
// line is cut between characters.
func (p *Page) wrap(words []word, width int, emit func(piece)) {
	room := int32(max(width, 1))
	var cur piece
	gap, open := int32(0), false
	for _, w := range words {
		if open && cur.width+gap+w.width > room {
			emit(cur)
			open = false
		}
		if !open {
			cur, open = p.cut(w, room, emit), true
		} else {
			cur.width += gap + w.width
			cur.end, cur.plain = w.end, cur.plain && w.plain
		}
		gap = w.gap
		if w.must {
			emit(cur)
			open = false
		}
	}
	if open {
		emit(cur)
	}
}

// cut emits the full lines of a word wider than room and gives what is left of
// it. A character that is itself wider than room gets a line and a stand-in.
func (p *Page) cut(w word, room int32, emit func(piece)) piece {
	text := p.article.Text
	rest := piece{start: w.start, end: w.end, width: w.width, plain: w.plain}
	for rest.width > room {
		head := piece{start: rest.start, end: rest.start, plain: rest.plain}
		for head.end < rest.end && !head.standIn {
			size, width := p.cluster(text[head.end:rest.end])
			if head.width+int32(width) > room && head.end > head.start {
				break
			}
			head.end += int32(size)
			head.width += int32(width)
			head.standIn = int32(width) > room
		}
		rest.start, rest.width = head.end, rest.width-head.width
		if head.standIn {
			head.width, head.plain = room, false
		}
		if rest.start >= rest.end {
			return head
		}
		emit(head)
	}
	return rest
}

// Width gives the width that the page was laid out at, in cells.
func (l *Layout) Width() int { return l.width }

// Height gives the number of lines.
func (l *Layout) Height() int { return len(l.lines) }

// Page gives the page that was laid out.
func (l *Layout) Page() *Page { return l.page }
