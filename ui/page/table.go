package page

import (
	"slices"
	"sort"

	"quoth/model"
)

// table is what the rows with one number have in common.
type table struct {
	number  int
	block   int     // index of its first row
	natural []int32 // the widest cell of each column
	least   []int32 // the widest word of each column
}

// columns are where the columns of a table stand at one width. Without any the
// cells stand below one another.
type columns struct {
	x, width []int32
	wraps    bool // some cell takes more than one line
}

const (
	columnGap  = 2  // cells between two columns
	leastWidth = 12 // a column is not kept wider than this for the sake of a long word
)

// addRow measures the cells of a table row.
func (p *Page) addRow(i int) {
	b := &p.blocks[i]
	b.table = slices.IndexFunc(p.tables, func(t table) bool { return t.number == b.Table })
	if b.table < 0 {
		b.table = len(p.tables)
		p.tables = append(p.tables, table{number: b.Table, block: i})
	}
	t := &p.tables[b.table]
	for j, c := range b.Cells {
		words := p.words(c.Span, false)
		b.cells = append(b.cells, words)
		if j == len(t.natural) {
			t.natural, t.least = append(t.natural, 1), append(t.least, 1)
		}
		line := int32(0)
		for k, w := range words {
			line += w.width
			t.natural[j] = max(t.natural[j], line)
			t.least[j] = max(t.least[j], min(w.width, leastWidth))
			line += w.gap
			if words[k].must {
				line = 0
			}
		}
	}
}

// fit gives the columns their widths. Where the natural ones do not fit, the
// widest columns give way first, though none below its longest word.
func (t *table) fit(width int) columns {
	room := int32(width) - int32(columnGap*(len(t.natural)-1))
	var c columns
	switch {
	case sum(t.natural) <= room:
		c.width = t.natural
	case sum(t.least) > room:
		return c
	default:
		c.wraps = true
		c.width = t.share(room)
	}
	x := int32(0)
	for _, w := range c.width {
		c.x = append(c.x, x)
		x += w + columnGap
	}
	return c
}

// share cuts columns off at the height at which they fill room together.
func (t *table) share(room int32) []int32 {
	level := func(limit int32) []int32 {
		out := make([]int32, len(t.natural))
		for j, n := range t.natural {
			out[j] = max(min(n, limit), t.least[j])
		}
		return out
	}
	limit := sort.Search(int(room), func(n int) bool { return sum(level(int32(n))) > room })
	return level(int32(limit) - 1)
}

func sum(v []int32) (n int32) {
	for _, w := range v {
		n += w
	}
	return n
}

// addRow lays out a table row: its cells side by side, or below one another
// where the table does not fit.
func (l *Layout) addRow(i, indent int) {
	b := &l.page.blocks[i]
	c := &l.tables[b.table]
	start := len(l.lines)
	if len(c.width) == 0 {
		l.stack(i, indent)
	} else {
		l.sideBySide(i, indent, c)
	}
	if len(l.lines) == start {
		l.add(line{block: int32(i), at: int32(b.Start)})
	}
	last := i+1 == len(l.page.blocks) || l.page.blocks[i+1].table != b.table
	if b.Kind == model.BlockTableHead || !last && (c.wraps || len(c.width) == 0) {
		l.add(line{kind: lineTable, block: int32(i), nth: int32(len(l.lines) - start), at: int32(b.End)})
	}
}

// stack puts the cells of a row below one another.
func (l *Layout) stack(i, indent int) {
	n := int32(0)
	for _, words := range l.page.blocks[i].cells {
		l.page.wrap(words, l.width-indent, func(p piece) {
			p.col = int32(indent)
			l.pieces = append(l.pieces, p)
			l.add(line{block: int32(i), nth: n, at: p.start, from: -1})
			n++
		})
	}
}

// sideBySide puts the cells of a row into their columns.
func (l *Layout) sideBySide(i, indent int, c *columns) {
	b := &l.page.blocks[i]
	cells := make([][]piece, len(b.cells))
	height := 0
	for j, words := range b.cells {
		width := c.width[j]
		l.page.wrap(words, int(width), func(p piece) {
			p.col = int32(indent) + c.x[j] + pad(b.Cells[j].Align, width-p.width)
			cells[j] = append(cells[j], p)
		})
		height = max(height, len(cells[j]))
	}
	for n := range height {
		ln := line{block: int32(i), nth: int32(n), from: int32(len(l.pieces)), at: -1}
		for _, pieces := range cells {
			if n < len(pieces) {
				l.pieces = append(l.pieces, pieces[n])
				if ln.at < 0 {
					ln.at = pieces[n].start
				}
			}
		}
		ln.to = int32(len(l.pieces))
		l.lines = append(l.lines, ln)
	}
}

// pad gives the cells before a text that leaves free cells of its column empty.
func pad(a model.Align, free int32) int32 {
	switch a {
	case model.AlignRight:
		return max(free, 0)
	case model.AlignCenter:
		return max(free, 0) / 2
	case model.AlignLeft:
	}
	return 0
}
