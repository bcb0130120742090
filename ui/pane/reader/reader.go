// Package reader is the pane of the article: its text with everything that is
// marked in it, at a place that survives every change of size. It knows which
// bytes are on the screen and moves among them. It knows no keys, and nothing of
// what the panel beside it shows.
package reader

import (
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/ui/line"
	"quoth/ui/overlay"
	"quoth/ui/page"
	"quoth/ui/theme"
)

// Pane is the article on the screen. Make it with New.
type Pane struct {
	styles  *theme.Styles
	painter page.Painter
	pen     line.Pen

	page   *page.Page
	layout *page.Layout
	ann    model.Annotations
	meta   string // the line below the headline

	measure       int // cells of a line of text at most
	width, height int
	fold          bool // show only the paragraphs in which somebody speaks

	rows   []row // what is drawn, from the first line to the last
	rowOf  []int // for each line of the layout its row, or the one it is folded into
	top    int   // the row at the top of the window
	anchor int   // the byte that keeps the place over changes of size; -1 is the very top

	current int        // quotation, or -1
	focus   model.Span // the name that was jumped to
	proof   []model.Span
	hits    []model.Span
	hit     int // in hits, or -1

	sel    selection
	over   *overlay.Overlay // names and quotations
	notes  *page.Marks
	search *page.Marks
	now    *page.Marks // what belongs to the current quotation, name and hit
}

// New makes an empty pane.
func New(styles *theme.Styles, measure int) *Pane {
	p := &Pane{current: -1, hit: -1, anchor: -1, measure: measure, over: &overlay.Overlay{}}
	p.painter.Links = true
	p.SetStyles(styles)
	return p
}

// SetStyles changes the look.
func (p *Pane) SetStyles(styles *theme.Styles) {
	p.styles = styles
	p.painter.Styles = styles
}

// SetPage shows an article from its top, without annotations.
func (p *Pane) SetPage(pg *page.Page, method ansi.Method) {
	p.page, p.pen = pg, line.Pen{Method: method}
	p.ann, p.over, p.meta = model.Annotations{}, &overlay.Overlay{}, ""
	p.current, p.focus, p.proof, p.notes = -1, model.Span{}, nil, nil
	p.sel = selection{}
	p.SetHits(nil, -1)
	p.top, p.anchor = 0, -1
	p.relayout()
}

// Remeasure replaces the page by the same article counted another way; the
// place is kept.
func (p *Pane) Remeasure(pg *page.Page, method ansi.Method) {
	p.page, p.pen = pg, line.Pen{Method: method}
	p.relayout()
}

// SetAnnotations lays what the engine found over the text.
func (p *Pane) SetAnnotations(ann model.Annotations, over *overlay.Overlay) {
	p.ann, p.over = ann, over
	p.current, p.focus, p.proof = -1, model.Span{}, nil
	p.markNow()
	if p.fold {
		p.relayout()
	}
}

// SetNotes marks the reader's notes in the text.
func (p *Pane) SetNotes(marks *page.Marks) { p.notes = marks }

// SetMeta sets the quiet line below the headline.
func (p *Pane) SetMeta(meta string) {
	if p.meta != meta {
		p.meta = meta
		p.relayout()
	}
}

// SetCurrent makes quotation i the current one; -1 is none.
func (p *Pane) SetCurrent(i int) {
	if i >= len(p.ann.Quotes) {
		i = -1
	}
	if i != p.current {
		p.current = i
		p.markNow()
	}
}

// SetFocus marks one name; an empty span marks none.
func (p *Pane) SetFocus(s model.Span) {
	p.focus = s
	p.markNow()
}

// SetProof marks the words that an attribution rests on.
func (p *Pane) SetProof(spans []model.Span) {
	p.proof = spans
	p.markNow()
}

// SetMeasure sets the longest line of text, in cells.
func (p *Pane) SetMeasure(cells int) {
	if p.measure != cells {
		p.measure = cells
		p.relayout()
	}
}

// SetFold hides the paragraphs in which nobody speaks, or shows them again.
func (p *Pane) SetFold(on bool) {
	p.fold = on
	p.relayout()
}

// Folded reports whether paragraphs are hidden.
func (p *Pane) Folded() bool { return p.fold }

// Resize sets the size of the pane in cells.
func (p *Pane) Resize(width, height int) {
	width, height = max(width, 0), max(height, 0)
	changed := width != p.width
	p.width, p.height = width, height
	if changed {
		p.relayout()
	}
	p.place()
}

// relayout wraps the text for the width and finds the place again.
func (p *Pane) relayout() {
	if p.page == nil {
		return
	}
	p.painter.Gutter = page.GutterFull
	if p.width < narrow {
		p.painter.Gutter = page.GutterBar
	}
	text := min(p.measure, p.width-p.painter.Gutter.Width()-p.margin()-p.margin())
	if p.layout == nil || p.layout.Page() != p.page || p.layout.Width() != max(text, 1) {
		p.layout = p.page.Layout(text)
	}
	p.makeRows()
	p.place()
}

// narrow is the width below which blank cells beside the text are too dear.
const narrow = 34

// margin is the blank cells left of the gutter, and right of the text.
func (p *Pane) margin() int {
	if p.width < narrow {
		return 0
	}
	return 1
}

// left is the first column of the gutter: the text stands in the middle of what
// room there is.
func (p *Pane) left() int {
	used := p.painter.Gutter.Width() + p.layout.Width()
	return max(p.margin(), (p.width-used)/2-1)
}

// Left gives the first column of the text.
func (p *Pane) Left() int {
	if p.layout == nil {
		return p.margin()
	}
	return p.left() + p.painter.Gutter.Width()
}

// View draws the pane: exactly height lines of width cells.
func (p *Pane) View() []string {
	if p.page == nil || p.width < line.Least {
		return line.Blanks(p.width, p.height)
	}
	out := make([]string, 0, p.height)
	left := p.left()
	right := p.width - left - p.painter.Gutter.Width() - p.layout.Width()
	for y := p.top; len(out) < p.height; {
		if y >= len(p.rows) {
			out = append(out, line.Blank(p.width))
			continue
		}
		n := p.run(y, p.height-len(out))
		if p.rows[y].line < 0 {
			out = append(out, p.drawRow(p.rows[y], left))
			y++
			continue
		}
		for _, text := range p.painter.Window(p.layout, p.rows[y].line, n, p.over.Marks, p.notes, p.search, p.now) {
			out = append(out, line.Blank(left)+text+line.Blank(right))
		}
		y += n
	}
	return out
}
