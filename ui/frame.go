package ui

// region is a rectangle of the screen, in cells.
type region struct{ x, y, w, h int }

func (r region) has(x, y int) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

// frame says where everything stands on the screen. A region without cells is
// not shown; a row of -1 is not there.
type frame struct {
	body   region // all above the last lines, for what covers text and panel
	text   region
	panel  region
	edge   int // row of the line above a drawer
	now    int // row of the current statement, where the panel is not shown
	status int // row of the last line
}

// The sizes from which on there is room for more.
const (
	wideWidth  = 100 // text and panel side by side
	airyHeight = 16  // a blank line at the top, and above the last line
	nowHeight  = 8   // the current statement on a line of its own
	airyWidth  = 34  // blank cells beside the panel
)

// The panel's width beside the text, and the cells around a line of text that
// are not the text's: margin, gutter, margin.
const (
	panelMin   = 34
	panelUsual = 42
	panelMost  = 50
	around     = 6
)

// makeFrame divides a screen. wantText and wantPanel say what is shown; measure
// is the longest line of text.
func makeFrame(w, h, measure int, wantText, wantPanel bool) frame {
	f := frame{edge: -1, now: -1, status: h - 1}
	f.body = region{0, 0, w, h - 1}
	if h >= airyHeight {
		f.body.y++
		f.body.h -= 2
	}
	switch {
	case w >= wideWidth && wantText && wantPanel:
		f.beside(measure)
	case wantText && wantPanel:
		f.drawer()
	case wantText:
		f.text = f.body
		if h >= nowHeight && w < wideWidth {
			f.now = h - 2
			f.text.h = f.now - f.text.y
			if h >= airyHeight {
				f.text.h--
			}
		}
	default:
		f.panel = f.alone(measure)
	}
	return f
}

// beside puts the panel to the right of the text. What neither needs stands at
// both sides.
func (f *frame) beside(measure int) {
	w := f.body.w
	text := measure + around
	panel := panelUsual
	spare := w - text - panel
	switch {
	case spare < 0:
		panel = max(panelMin, w*36/100)
		text = w - panel
		spare = 0
	case spare > 0:
		grow := min(spare/3, panelMost-panelUsual)
		panel += grow
		spare -= grow
	}
	f.text = region{spare / 2, f.body.y, text, f.body.h}
	f.panel = region{f.text.x + text + 1, f.body.y, panel - 2, f.body.h}
}

// drawer puts the panel below the text; on a low screen in its place.
func (f *frame) drawer() {
	h := f.body.h * 3 / 5
	f.panel = f.body
	if f.body.h-h < 4 {
		return
	}
	f.text = f.body
	f.text.h -= h
	f.edge = f.body.y + f.text.h
	f.panel.y, f.panel.h = f.edge+1, h-1
	f.inset()
}

// inset leaves blank cells at both sides of the panel.
func (f *frame) inset() {
	if f.panel.w >= airyWidth {
		f.panel.x += 2
		f.panel.w -= 4
	}
}

// alone gives the panel the screen, in the middle of it.
func (f *frame) alone(measure int) region {
	r := f.body
	if r.w > measure+around {
		r.x = (r.w - measure - around) / 2
		r.w = measure + around
	}
	if r.w >= airyWidth {
		r.x++
		r.w -= 2
	}
	return r
}
