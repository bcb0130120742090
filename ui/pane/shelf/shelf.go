// Package shelf is the list of articles: it shows them, filters them as one
// types and knows the chosen one. It opens nothing itself.
package shelf

import (
	"fmt"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/ui/line"
	"quoth/ui/roll"
	"quoth/ui/search"
	"quoth/ui/theme"
)

// Pane is the list. Make it with New.
type Pane struct {
	styles *theme.Styles
	pen    line.Pen

	entries []Entry
	filter  string
	shown   []int // entries that fit the filter
	roll    roll.Roll

	measure       int
	width, height int
}

// New makes a shelf of entries; measure is the widest that a title is drawn.
func New(styles *theme.Styles, measure int, entries []Entry) *Pane {
	p := &Pane{styles: styles, measure: measure, entries: entries}
	p.list()
	return p
}

// SetStyles changes the look.
func (p *Pane) SetStyles(s *theme.Styles) { p.styles = s }

// SetMethod sets the way of counting cells.
func (p *Pane) SetMethod(m ansi.Method) { p.pen.Method = m }

// Resize sets the size of the pane in cells.
func (p *Pane) Resize(width, height int) { p.width, p.height = max(width, 0), max(height, 0) }

// SetFilter shows only the articles whose title, outlet or day have all the
// words.
func (p *Pane) SetFilter(words string) {
	p.filter = words
	p.list()
}

// Filter gives the words of the filter.
func (p *Pane) Filter() string { return p.filter }

func (p *Pane) list() {
	chosen := p.Chosen()
	p.shown = p.shown[:0]
	for i, e := range p.entries {
		if search.Has(strings.Join([]string{e.Name(), e.Site, e.Note, day(e)}, "\n"), p.filter) {
			p.shown = append(p.shown, i)
		}
	}
	p.roll = roll.Roll{}
	p.Choose(chosen)
}

// Count gives the number of articles, filtered or not.
func (p *Pane) Count() int { return len(p.entries) }

// Entry gives article i.
func (p *Pane) Entry(i int) Entry { return p.entries[i] }

// Chosen gives the chosen article, -1 where none is shown.
func (p *Pane) Chosen() int {
	if p.roll.Chosen >= len(p.shown) {
		return -1
	}
	return p.shown[p.roll.Chosen]
}

// Choose makes article i the chosen one, or the next that is shown.
func (p *Pane) Choose(i int) {
	for at, e := range p.shown {
		if e >= i {
			p.roll.Choose(at, len(p.shown))
			return
		}
	}
	p.roll.Choose(len(p.shown), len(p.shown))
}

// Beside gives the article n places from article i among the ones shown; ok is
// false where there is none.
func (p *Pane) Beside(i, n int) (beside int, ok bool) {
	for at, e := range p.shown {
		if e == i && at+n >= 0 && at+n < len(p.shown) {
			return p.shown[at+n], true
		}
	}
	return 0, false
}

// Scroll chooses the n-th article from the chosen one.
func (p *Pane) Scroll(n int) { p.roll.Choose(p.roll.Chosen+n, len(p.shown)) }

// ScrollHalf moves n half windows.
func (p *Pane) ScrollHalf(n int) {
	p.roll.Chosen = p.roll.Page(n, len(p.shown), p.room(), p.rows)
}

// ScrollPage moves n windows.
func (p *Pane) ScrollPage(n int) { p.ScrollHalf(2 * n) }

// Top chooses the first article.
func (p *Pane) Top() { p.roll.Choose(0, len(p.shown)) }

// Bottom chooses the last article.
func (p *Pane) Bottom() { p.roll.Choose(len(p.shown), len(p.shown)) }

// Hit chooses the article drawn at a row and reports whether there is one.
func (p *Pane) Hit(y int) bool {
	at := p.roll.At(y-p.headRows(), len(p.shown), p.rows)
	if y < p.headRows() || at < 0 {
		return false
	}
	p.roll.Choose(at, len(p.shown))
	return true
}

// Percent tells how far down the list the chosen article is.
func (p *Pane) Percent() int {
	if len(p.shown) < 2 {
		return 100
	}
	return 100 * p.roll.Chosen / (len(p.shown) - 1)
}

func (p *Pane) headRows() int {
	if p.height < 12 {
		return min(1, p.height)
	}
	return 2
}

func (p *Pane) room() int { return max(p.height-p.headRows(), 1) }

// rows is the height of an article: title and a quiet line, with a blank one
// where there is room.
func (p *Pane) rows(int) int {
	switch {
	case p.height < 8:
		return 1
	case p.height < 16 || len(p.shown)*3 > 2*p.height:
		return 2
	}
	return 3
}

// View draws the pane: exactly height lines of width cells.
func (p *Pane) View() []string {
	if p.width < line.Least {
		return line.Blanks(p.width, p.height)
	}
	text, left := p.columns()
	p.roll.Keep(len(p.shown), p.room(), p.rows)
	out := []string{}
	if p.height > 0 {
		out = append(out, p.head(left, text))
	}
	for len(out) < p.headRows() {
		out = append(out, line.Blank(p.width))
	}
	for i := p.roll.Top; i < len(p.shown) && len(out) < p.height; i++ {
		out = append(out, p.draw(i, left, text)...)
	}
	if len(p.shown) == 0 {
		for _, words := range p.pen.Wrap(p.empty(), text, 0) {
			out = append(out, p.pen.Line(p.width, uv.Style{}).Skip(left+2).Put(p.styles.Quiet, words).String())
		}
	}
	for len(out) < p.height {
		out = append(out, line.Blank(p.width))
	}
	return out[:p.height]
}

// columns gives the width of a title, and the cells before its bar.
func (p *Pane) columns() (text, left int) {
	if p.width < 40 {
		return max(p.width-2, 0), 0
	}
	text = min(p.measure, p.width-4)
	return text, max((p.width-text)/2-2, 0)
}

// Left gives the first column of the titles.
func (p *Pane) Left() int {
	_, left := p.columns()
	return left + 2
}

func (p *Pane) empty() string {
	if p.filter != "" {
		return "No article fits “" + p.filter + "”. Esc clears the filter."
	}
	return "No articles. Name files on the command line: quoth FILE…"
}

func (p *Pane) head(left, text int) string {
	l := p.pen.Line(text+2, uv.Style{}).Skip(2).Put(p.styles.Quiet, "ARTICLES")
	if p.filter != "" {
		l.Put(p.styles.Accent, "  "+p.filter)
	}
	l.Right(p.styles.Quiet, fmt.Sprintf("%d of %d", min(p.roll.Chosen+1, len(p.shown)), len(p.shown)))
	return p.framed(l, left)
}

func (p *Pane) draw(i, left, text int) []string {
	e := p.entries[p.shown[i]]
	ground, bar := uv.Style{}, " "
	if i == p.roll.Chosen {
		ground, bar = p.styles.Panel.Selected, "▌"
	}
	row := func(style uv.Style, words, right string) string {
		head := p.pen.Line(2, uv.Style{}).Put(p.styles.Accent, bar).String()
		l := p.pen.Line(text, ground).Put(style, words)
		if right != "" {
			l.Right(p.styles.Quiet, right)
		}
		return line.Blank(left) + head + l.String() + line.Blank(p.width-left-2-text)
	}
	title := p.styles.Text
	if i == p.roll.Chosen {
		title = p.styles.Strong
	}
	out := []string{row(title, e.Name(), "")}
	if p.rows(i) > 1 {
		out = append(out, row(p.styles.Quiet, about(e), e.Note))
	}
	if p.rows(i) > 2 {
		out = append(out, line.Blank(p.width))
	}
	return out
}

func (p *Pane) framed(l *line.Line, left int) string {
	used := left + l.Used() + l.Room()
	return line.Blank(left) + l.String() + line.Blank(p.width-used)
}

// about is the quiet line below a title.
func about(e Entry) string {
	var parts []string
	for _, s := range []string{e.Site, day(e)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

func day(e Entry) string {
	if !e.Published.Known() {
		return ""
	}
	return e.Published.Time.Format("2 January 2006")
}
