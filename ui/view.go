package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"quoth/ui/line"
	"quoth/ui/page"
	"quoth/ui/theme"
)

func (a *App) wide() bool { return a.width >= wideWidth }

// panelShown reports whether the panel, or what stands in its place, is on the
// screen.
func (a *App) panelShown() bool {
	return a.view == layoutPanel || a.peek || (a.wide() && a.view == layoutBoth)
}

func (a *App) resize(w, h int) {
	a.width, a.height = max(w, 0), max(h, 0)
	if a.onPanel && !a.panelShown() {
		a.peek = true
	}
	a.arrange()
}

// arrange divides the screen anew and tells the panes their sizes.
func (a *App) arrange() {
	a.frame = makeFrame(a.width, a.height, a.opt.Width, a.view != layoutPanel, a.panelShown())
	f := a.frame
	a.shelf.Resize(f.body.w, f.body.h)
	a.help.Resize(f.body.w, f.body.h)
	if f.text.h > 0 {
		a.reader.Resize(f.text.w, f.text.h)
	}
	a.margin.Resize(f.panel.w, f.panel.h)
	a.margin.SetFull(a.view == layoutPanel)
	a.margin.SetFocused(a.onPanel && a.view != layoutPanel)
	for _, s := range a.sheets() {
		s.Resize(f.panel.w, f.panel.h)
		s.SetFocused(a.onPanel && a.view != layoutPanel)
	}
	if a.listing {
		r := f.alone(a.opt.Width)
		a.notes.Resize(r.w, r.h)
		a.notes.SetFocused(true)
	}
}

// View draws the screen: exactly height lines of width cells.
func (a *App) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = "quoth"
	if a.reading && a.article != nil {
		v.WindowTitle = page.Show(a.article.Title) + " – quoth"
	}
	lines := a.lines()
	if a.asking != askNothing && a.height > 0 {
		last, x := a.prompt.View(a.width, a.left(), a.right(), a.mostLast())
		a.putLast(lines, last)
		v.Cursor = tea.NewCursor(x, a.frame.status)
		v.Cursor.Blink = false
	}
	v.SetContent(strings.Join(lines, "\n"))
	return v
}

func (a *App) lines() []string {
	out := make([]string, a.height)
	for i := range out {
		out[i] = line.Blank(a.width)
	}
	if a.height == 0 {
		return out
	}
	f := a.frame
	switch {
	case a.helping:
		put(out, f.body, a.help.View(), a.width)
	case a.listing:
		put(out, f.alone(a.opt.Width), a.notes.View(), a.width)
	case !a.reading:
		put(out, f.body, a.shelf.View(), a.width)
	default:
		a.drawArticle(out)
	}
	if a.asking == askNothing {
		a.putLast(out, a.status.View(a.width, a.left(), a.right(), a.mostLast(), a.hints(), a.matcher.Typed(), a.position()))
	}
	return out
}

// mostLast is how many lines a message may take.
func (a *App) mostLast() int { return max(a.height/2, 1) }

// putLast copies lines to the end of the screen, over what stands there.
func (a *App) putLast(out, last []string) { copy(out[a.frame.status+1-len(last):], last) }

// drawArticle draws text and panel, side by side or below one another.
func (a *App) drawArticle(out []string) {
	f := a.frame
	var panel []string
	if f.panel.w > 0 && f.panel.h > 0 {
		panel = a.margin.View()
		if s := a.sheet(); s != nil {
			panel = s.View()
		}
	}
	if f.text.h <= 0 {
		put(out, f.panel, panel, a.width)
		return
	}
	text := a.reader.View()
	if f.panel.h > 0 && f.panel.y == f.text.y {
		right := a.width - f.panel.x - f.panel.w
		for i := range text {
			out[f.text.y+i] = line.Blank(f.text.x) + text[i] + line.Blank(f.panel.x-f.text.x-f.text.w) + panel[i] + line.Blank(right)
		}
		return
	}
	put(out, f.text, text, a.width)
	put(out, f.panel, panel, a.width)
	if f.edge >= 0 {
		out[f.edge] = a.pen.Line(a.width, uv.Style{}).Put(a.styles.Panel.Edge, strings.Repeat("─", a.width)).String()
	}
	if f.now >= 0 {
		out[f.now] = a.nowLine()
	}
}

// put copies a pane's lines to its place, blanks beside them.
func put(out []string, r region, lines []string, width int) {
	for i, text := range lines {
		if r.y+i < len(out) && i < r.h {
			out[r.y+i] = line.Blank(r.x) + text + line.Blank(width-r.x-r.w)
		}
	}
}

// left is the column at which the words of the last lines start: below the text.
func (a *App) left() int {
	switch {
	case a.helping:
		return a.help.Left()
	case a.listing:
		return a.frame.alone(a.opt.Width).x
	case !a.reading:
		return a.shelf.Left()
	case a.frame.text.h > 0:
		return a.frame.text.x + a.reader.Left()
	}
	return a.frame.panel.x
}

// right is the blank cells at the right of the last line: its end stands below
// that of the panel.
func (a *App) right() int {
	if !a.reading && !a.helping && !a.listing && a.shelf.Library() {
		return a.shelf.Right()
	}
	if p := a.frame.panel; a.reading && !a.helping && p.w > 0 {
		return a.width - p.x - p.w
	}
	return a.left()
}

// nowLine is the current statement on one line, where the panel is not shown.
func (a *App) nowLine() string {
	left := max(a.left()-2, 0)
	l := a.pen.Line(a.width, uv.Style{}).Skip(left)
	switch {
	case a.current >= 0:
		a.drawNow(l)
	case !a.annotated && a.article != nil:
		l.Skip(2).Put(a.styles.Quiet, "Reading who said what …")
	}
	return l.String()
}

func (a *App) drawNow(l *line.Line) {
	s := a.statements[a.current]
	number := a.overlay.Speaker(a.current)
	look := a.styles.Speaker(number)
	name := a.styles.Text
	if number >= 0 {
		name = theme.Over(look.Ink, uv.Style{Attrs: uv.AttrBold})
	}
	l.Put(look.Ink, look.Glyph(true)).Put(name, " "+s.Speaker)
	for i, part := range []string{s.How, s.Whose(), s.Where, s.When} {
		gap := "  "
		if i >= 2 {
			gap = " · "
		}
		if part != "" && a.pen.Cells(page.Show(gap+part)) <= l.Room() {
			l.Put(a.styles.Quiet, gap+part)
		}
	}
	if s.Held {
		l.Put(a.styles.Quiet, " ↑")
	}
}

// position says where one is.
func (a *App) position() string {
	switch {
	case a.helping:
		return percent(a.help.Percent())
	case a.listing:
		return ""
	case !a.reading:
		return percent(a.shelf.Percent())
	case a.article == nil:
		return ""
	case !a.panelShown() && a.current >= 0:
		return a.count() + "  " + percent(a.reader.Percent())
	}
	return percent(a.reader.Percent())
}

// count says which of the statements is the current one, and the filter that
// leaves only them: where the panel, which says so too, is not shown.
func (a *App) count() string {
	all := a.margin.Shown()
	at, _ := slices.BinarySearch(all, a.current)
	text := fmt.Sprintf("%d/%d", min(at+1, len(all)), len(all))
	if f := a.margin.Filter(); f != "" {
		text = f + " " + text
	}
	return text
}

func percent(n int) string { return fmt.Sprintf("%d %%", n) }
