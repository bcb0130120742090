package ui

import (
	"sort"

	tea "charm.land/bubbletea/v2"
)

// wheelRows is how far one notch of the wheel scrolls.
const wheelRows = 3

// wheel scrolls what is under the pointer.
func (a *App) wheel(m tea.Mouse) {
	n := wheelRows
	switch m.Button {
	case tea.MouseWheelUp:
		n = -n
	case tea.MouseWheelDown:
	default:
		return
	}
	if a.reading && !a.helping && a.asking == askNothing {
		a.pointAt(m.X, m.Y)
		if a.onPanel {
			n /= wheelRows // by items, not lines
		}
	}
	a.move(n, scroller.Scroll)
}

// pointAt gives the keys to what is under the pointer.
func (a *App) pointAt(x, y int) {
	switch f := a.frame; {
	case f.panel.has(x, y):
		a.focusPanel()
	case f.text.has(x, y) && a.onPanel:
		a.onPanel = false
		a.arrange()
	}
}

// click chooses what is under the pointer: an article, a statement in the panel,
// a quotation in the text.
func (a *App) click(m tea.Mouse) tea.Cmd {
	f := a.frame
	if m.Button != tea.MouseLeft || a.asking != askNothing || a.helping {
		return nil
	}
	a.status.Say("")
	a.pressed = -1
	switch {
	case a.listing:
		r := a.frame.alone(a.opt.Width)
		a.notes.Sheet.Hit(m.Y - r.y)
	case !a.reading:
		if article, again := a.shelf.Hit(m.X-f.body.x, m.Y-f.body.y); article && again {
			return a.openChosen()
		}
	case f.panel.has(m.X, m.Y):
		a.pointAt(m.X, m.Y)
		a.clickPanel(m.Y - f.panel.y)
	case f.text.has(m.X, m.Y):
		a.pointAt(m.X, m.Y)
		a.clickText(m.X-f.text.x, m.Y-f.text.y)
	}
	return nil
}

func (a *App) clickPanel(y int) {
	if s := a.sheet(); s != nil {
		s.Hit(y)
		return
	}
	if a.margin.Hit(y) {
		a.setCurrent(a.margin.Chosen())
		a.reader.RevealQuote(a.current)
	}
}

func (a *App) clickText(x, y int) {
	off, ok := a.reader.Hit(x, y)
	a.pressed = off
	a.reader.EndSelection()
	if !ok {
		return
	}
	if q := a.reader.QuoteAt(off); q >= 0 {
		a.setCurrent(q)
	}
	all := a.overlay.Mentions
	i := sort.Search(len(all), func(i int) bool { return all[i].End > off })
	if i < len(all) && all[i].Has(off) {
		a.goMention(all[i].Span, a.ann.Entities[all[i].Entity], all[i].Nth)
	}
}

// drag selects from where the mouse was pressed to where it is.
func (a *App) drag(m tea.Mouse) {
	f := a.frame
	if m.Button != tea.MouseLeft || a.pressed < 0 || a.asking != askNothing || !a.reading || a.helping || a.onPanel || a.article == nil {
		return
	}
	y := min(max(m.Y-f.text.y, 0), max(f.text.h-1, 0))
	off, ok := a.reader.Hit(m.X-f.text.x, y)
	if !ok && off == 0 { // no text there
		return
	}
	a.reader.Select(a.pressed, false)
	a.reader.MoveTo(off)
}
