package reader

import (
	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
	"quoth/ui/overlay"
)

// row is a line of the pane: one of the layout, or one that the pane puts
// between them.
type row struct {
	line   int    // of the layout, or -1
	text   string // where line is -1
	strong bool   // the headline, where it does not stand in the text
}

// foldSign stands where paragraphs are hidden.
const foldSign = "⋯"

// makeRows lists what is drawn: the headline where the text has none, the line
// about the article below it, then the text, folded where that is asked for.
func (p *Pane) makeRows() {
	a := p.page.Article()
	p.rows = p.rows[:0]
	block, inText := headline(a)
	metaAt := -1
	if inText {
		metaAt = p.lastLine(block)
	} else {
		for _, text := range p.pen.Wrap(a.Title, p.layout.Width(), 0) {
			p.rows = append(p.rows, row{line: -1, text: text, strong: true})
		}
		p.addMeta()
		if len(p.rows) > 0 {
			p.rows = append(p.rows, row{line: -1})
		}
	}
	p.addText(metaAt)
	if len(p.rows) == 0 {
		p.rows = append(p.rows, row{line: -1})
	}
}

// addText lists the lines of the text, the line about the article after metaAt.
func (p *Pane) addText(metaAt int) {
	p.rowOf = make([]int, p.layout.Height())
	spoken := p.spoken()
	hidden := false
	for y := range p.rowOf {
		if p.fold && y > metaAt && !spoken[overlay.Block(p.page.Article(), p.layout.At(y))] {
			hidden = true
			p.rowOf[y] = max(len(p.rows)-1, 0)
			continue
		}
		p.rowOf[y] = len(p.rows)
		if hidden {
			hidden = false
			p.rows = append(p.rows, row{line: -1, text: foldSign})
			if p.layout.Plain(y) == "" { // the gap before the block: the sign takes its place
				continue
			}
		}
		p.rows = append(p.rows, row{line: y})
		if y == metaAt {
			p.addMeta()
		}
	}
	if hidden {
		p.rows = append(p.rows, row{line: -1, text: foldSign})
	}
}

func (p *Pane) addMeta() {
	for _, text := range p.pen.Wrap(p.meta, p.layout.Width(), 2) {
		p.rows = append(p.rows, row{line: -1, text: text})
	}
}

// headline finds the block that is the article's headline, among the first few.
func headline(a *model.Article) (block int, ok bool) {
	for i := range min(len(a.Blocks), 4) {
		switch a.Blocks[i].Kind {
		case model.BlockTitle, model.BlockHeading:
			return i, true
		case model.BlockLabel, model.BlockByline:
		case model.BlockParagraph, model.BlockCode, model.BlockRule, model.BlockTableRow, model.BlockTableHead, model.BlockFootnote:
			return 0, false
		}
	}
	return 0, false
}

// lastLine gives the last line of a block.
func (p *Pane) lastLine(block int) int {
	s := p.page.Article().Blocks[block].Span
	rects := p.layout.Rects(s)
	if len(rects) == 0 {
		y, _ := p.layout.Pos(s.Start)
		return y
	}
	return rects[len(rects)-1].Line
}

// spoken tells for each block whether somebody speaks in it.
func (p *Pane) spoken() []bool {
	out := make([]bool, max(len(p.page.Article().Blocks), 1))
	for _, q := range p.ann.Quotes {
		for _, c := range q.Content {
			for b := overlay.Block(p.page.Article(), c.Start); b < len(out) && p.page.Article().Blocks[b].Start < c.End; b++ {
				out[b] = true
			}
		}
	}
	return out
}

// run gives how many rows from y on are lines of the layout without a gap
// between them, at most n and at least 1.
func (p *Pane) run(y, n int) int {
	k := 1
	for k < n && y+k < len(p.rows) && p.rows[y+k].line == p.rows[y].line+k {
		k++
	}
	return k
}

// drawRow draws what the pane puts between the lines of the text.
func (p *Pane) drawRow(r row, left int) string {
	style := p.styles.Meta
	if r.strong {
		style = p.styles.Title
	}
	return p.pen.Line(p.width, uv.Style{}).Skip(left+p.painter.Gutter.Width()).Put(style, r.text).String()
}
