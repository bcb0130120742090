package shelf

import (
	"fmt"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
	"quoth/ui/catalog"
	"quoth/ui/line"
	"quoth/ui/theme"
)

// The sizes from which on there is room for more.
const (
	placesFrom  = 90 // cells: places and list side by side
	placesLeast = 22
	placesMost  = 32
	airyHeight  = 16
)

// placesWidth gives the cells of the column at the left: none where there is no
// room for it, all where it has the keys there.
func (p *Pane) placesWidth() int {
	switch {
	case !p.library:
		return 0
	case p.width >= placesFrom:
		return min(max(p.width/5, placesLeast), placesMost)
	case p.places.focused:
		return p.width
	}
	return 0
}

func (p *Pane) headRows() int {
	if p.height < 12 {
		return min(1, p.height)
	}
	return 2
}

func (p *Pane) room() int { return max(p.height-p.headRows(), 1) }

// rows is the height of an article: title and a quiet line, the sentence in
// which it was found, and a blank line where there is room; above them the
// heading of its group.
func (p *Pane) rows(i int) int {
	if p.height < 8 {
		return 1
	}
	n := 2
	e, loaded := p.at(i)
	if loaded && e.Match.Text != "" && p.height >= 12 {
		n++
	}
	if p.airy() {
		n++
	}
	if loaded && p.heading(i) != "" {
		n += 2
	}
	return n
}

func (p *Pane) airy() bool { return p.height >= airyHeight && p.total*3 <= 2*p.height }

// heading gives the heading above an article, "" where its group has one
// already.
func (p *Pane) heading(i int) string {
	e, ok := p.at(i)
	if !p.grouped || !ok || p.height < 12 {
		return ""
	}
	if before, ok := p.at(i - 1); ok && p.group(before) == p.group(e) {
		return ""
	}
	return p.group(e)
}

func (p *Pane) group(e catalog.Entry) string {
	if p.sort == catalog.ByFeed {
		if e.Feed == "" {
			return "Without a feed"
		}
		return e.Feed
	}
	if !e.Published.Known() {
		return "Without a date"
	}
	return e.Published.Time.Format("Monday, 2 January 2006")
}

// View draws the pane: exactly height lines of width cells.
func (p *Pane) View() []string {
	if p.width < line.Least {
		return line.Blanks(p.width, p.height)
	}
	left := p.placesWidth()
	if left >= p.width {
		return p.viewPlaces(p.width)
	}
	list := p.viewList(p.width - left)
	if left == 0 {
		return list
	}
	column := p.viewPlaces(left)
	for i := range list {
		list[i] = column[i] + list[i]
	}
	return list
}

// viewList draws the list in width cells.
func (p *Pane) viewList(width int) []string {
	text, left := p.columns(width)
	p.roll.Keep(p.total, p.room(), p.rows)
	out := []string{}
	if p.height > 0 {
		out = append(out, p.head(width, left, text))
	}
	for len(out) < p.headRows() {
		out = append(out, line.Blank(width))
	}
	for i := p.roll.Top; i < p.total && len(out) < p.height; i++ {
		out = append(out, p.draw(i, width, left, text)...)
	}
	if p.total == 0 {
		for _, words := range p.pen.Wrap(p.empty(), text, 0) {
			out = append(out, p.pen.Line(width, uv.Style{}).Skip(left+p.signs()).Put(p.styles.Quiet, words).String())
		}
	}
	for len(out) < p.height {
		out = append(out, line.Blank(width))
	}
	return out[:p.height]
}

// signs is the cells before a title: the bar of the chosen one, in a library a
// sign of its state, a blank.
func (p *Pane) signs() int {
	if p.library {
		return 3
	}
	return 2
}

// columns gives the width of a title, and the cells before its bar.
func (p *Pane) columns(width int) (text, left int) {
	if width < 40 {
		return max(width-p.signs(), 0), 0
	}
	text = min(p.measure, width-p.signs()-2)
	return text, max((width-text)/2-p.signs(), 0)
}

// Left gives the first column of the titles.
func (p *Pane) Left() int {
	w := p.placesWidth()
	if w >= p.width {
		return min(2, p.width)
	}
	_, left := p.columns(p.width - w)
	return w + left + p.signs()
}

// Right gives the blank cells at the right of the titles.
func (p *Pane) Right() int {
	w := p.placesWidth()
	if w >= p.width {
		return 2
	}
	text, left := p.columns(p.width - w)
	return max(p.width-w-left-p.signs()-text, 0)
}

func (p *Pane) empty() string {
	switch {
	case p.filter != "":
		return "No article fits “" + p.filter + "”. Esc clears the filter."
	case !p.library:
		return "No articles. Name files on the command line: quoth FILE…"
	case p.waiting:
		return ""
	case p.Place().Kind == catalog.View && p.Place().Words == "":
		return "No articles yet. “quoth URL” opens a page and keeps it, “quoth feed add URL” follows a feed, " +
			"“quoth opml import FILE” the feeds of another reader. Here “:follow URL” follows a feed. The samples stand at the left."
	}
	return "Nothing here."
}

func (p *Pane) head(width, left, text int) string {
	name := "ARTICLES"
	if place := p.Place(); place.Name != "" {
		name = strings.ToUpper(place.Name)
	}
	l := p.pen.Line(text+p.signs(), uv.Style{}).Skip(p.signs()).Put(p.styles.Quiet, p.pen.Cut(name, max(text/2, 8)))
	if p.filter != "" {
		l.Put(p.styles.Accent, "  "+p.filter)
	}
	if p.note != "" {
		l.Put(p.styles.Accent, "  "+p.note)
	}
	count := fmt.Sprintf("%d of %d", min(p.roll.Chosen+1, p.total), p.total)
	if len(p.marked) > 0 {
		count = fmt.Sprintf("%d marked, %s", len(p.marked), count)
	}
	if p.waiting {
		count = "…"
	}
	l.Right(p.styles.Quiet, count)
	return line.Blank(left) + l.String() + line.Blank(width-left-text-p.signs())
}

// draw draws article i: its lines.
func (p *Pane) draw(i, width, left, text int) []string {
	e, loaded := p.at(i)
	chosen := i == p.roll.Chosen
	ground := uv.Style{}
	if chosen && !p.places.focused {
		ground = p.styles.Panel.Selected
	}
	row := func(sign string, put func(*line.Line)) string {
		bar := " "
		if chosen {
			bar = "▌"
		}
		head := p.pen.Line(p.signs(), uv.Style{}).Put(p.styles.Accent, bar).Put(p.styles.Accent, sign).String()
		l := p.pen.Line(text, ground)
		put(l)
		l.Put(uv.Style{}, strings.Repeat(" ", l.Room())) // the ground goes to the edge
		return line.Blank(left) + head + l.String() + line.Blank(width-left-p.signs()-text)
	}
	if !loaded {
		out := []string{row("", func(l *line.Line) { l.Put(p.styles.Quiet, "…") })}
		for len(out) < p.rows(i) {
			out = append(out, line.Blank(width))
		}
		return out
	}
	var out []string
	if h := p.heading(i); h != "" {
		out = append(out, p.pen.Line(width, uv.Style{}).Skip(left+p.signs()).Put(p.styles.Strong, h).String(), line.Blank(width))
	}
	out = append(out, row(p.sign(e), func(l *line.Line) { l.Put(p.titleStyle(e, chosen), e.Name()) }))
	if p.height >= 8 {
		out = append(out, row("", func(l *line.Line) { p.about(l, e) }))
	}
	if e.Match.Text != "" && p.height >= 12 {
		out = append(out, row("", func(l *line.Line) { p.match(l, e.Match, text) }))
	}
	if p.airy() {
		out = append(out, line.Blank(width))
	}
	return out
}

// sign tells what was done with an article, in one cell.
func (p *Pane) sign(e catalog.Entry) string {
	switch {
	case e.ID == "":
		return ""
	case p.marked[e.ID]:
		return "✓"
	case e.State.Starred:
		return "★"
	case !e.State.Read:
		return "•"
	}
	return ""
}

func (p *Pane) titleStyle(e catalog.Entry, chosen bool) uv.Style {
	if chosen || e.ID != "" && !e.State.Read {
		return p.styles.Strong
	}
	return p.styles.Text
}

// about is the quiet line below a title.
func (p *Pane) about(l *line.Line, e catalog.Entry) {
	right := e.Note
	for _, t := range e.Tags {
		right = strings.TrimSpace(right + " #" + t)
	}
	room := l.Room()
	if left := room - p.pen.Cells(right) - 2; right != "" && left >= least {
		room = left
	}
	rest := ""
	for _, s := range []string{day(e), archived(e), e.Warning} {
		if s != "" {
			rest += " · " + s
		}
	}
	source := e.Site
	if e.Feed != "" && e.Feed != e.Site {
		source = strings.TrimPrefix(source+" · "+e.Feed, " · ")
	}
	if source == "" {
		rest = strings.TrimPrefix(rest, " · ")
	} else if left := room - p.pen.Cells(rest); left >= least {
		source = p.pen.Cut(source, left)
	}
	l.Put(p.styles.Quiet, p.pen.Cut(source+rest, room))
	if right != "" {
		l.Right(p.styles.Quiet, right)
	}
}

// least is how many cells of a feed's name should be seen.
const least = 16

func archived(e catalog.Entry) string {
	if e.State.Archived {
		return "archived"
	}
	return ""
}

// match draws a sentence with what was searched for, cut so that the first of it
// is seen.
func (p *Pane) match(l *line.Line, m catalog.Match, width int) {
	at := 0
	if len(m.Marks) > 0 {
		for m.Marks[0].Start-at > 0 && p.pen.Cells(m.Text[at:m.Marks[0].End]) > width-2 {
			next := strings.IndexByte(m.Text[at:], ' ')
			if next < 0 || at+next >= m.Marks[0].Start {
				break
			}
			at += next + 1
		}
	}
	if at > 0 {
		l.Put(p.styles.Quiet, "… ")
	}
	for _, mark := range m.Marks {
		if mark.Start < at || mark.End > len(m.Text) {
			continue
		}
		l.Put(p.styles.Quiet, m.Text[at:mark.Start])
		l.Put(theme.Over(p.styles.Quiet, p.styles.Panel.Match), mark.In(m.Text))
		at = mark.End
	}
	l.Put(p.styles.Quiet, model.Span{Start: at, End: len(m.Text)}.In(m.Text))
}

func day(e catalog.Entry) string {
	if !e.Published.Known() {
		return ""
	}
	return e.Published.Time.Format("2 January 2006")
}

// placeRows is the height of a place: the first of its kind has a heading above
// it.
func (p *Pane) placeRows(i int) int {
	if p.placeHeading(i) != "" {
		return 3
	}
	return 1
}

func (p *Pane) placeHeading(i int) string {
	all := p.places.all
	if p.height < 12 || i >= len(all) {
		return ""
	}
	name := headingOf(all[i].Kind)
	if i > 0 && headingOf(all[i-1].Kind) == name {
		return ""
	}
	return name
}

func headingOf(k catalog.Kind) string {
	switch k {
	case catalog.Folder, catalog.Feed:
		return "FEEDS"
	case catalog.Search:
		return "SEARCHES"
	case catalog.View, catalog.Samples:
	}
	return ""
}

// viewPlaces draws the column at the left in width cells.
func (p *Pane) viewPlaces(width int) []string {
	p.places.roll.Keep(len(p.places.all), p.room(), p.placeRows)
	var out []string
	if p.height > 0 {
		out = append(out, p.pen.Line(width, uv.Style{}).Skip(2).Put(p.styles.Quiet, "LIBRARY").String())
	}
	for len(out) < p.headRows() {
		out = append(out, line.Blank(width))
	}
	for i := p.places.roll.Top; i < len(p.places.all) && len(out) < p.height; i++ {
		if h := p.placeHeading(i); h != "" {
			out = append(out, line.Blank(width), p.pen.Line(width, uv.Style{}).Skip(2).Put(p.styles.Quiet, h).String())
		}
		out = append(out, p.drawPlace(i, width))
	}
	for len(out) < p.height {
		out = append(out, line.Blank(width))
	}
	return out[:p.height]
}

func (p *Pane) drawPlace(i, width int) string {
	place := p.places.all[i]
	style, ground, bar := p.styles.Text, uv.Style{}, " "
	if i == p.places.roll.Chosen {
		style, bar = p.styles.Strong, "▌"
		if p.places.focused {
			ground = p.styles.Panel.Selected
		}
	}
	count := ""
	if place.Unread > 0 {
		count = fmt.Sprint(place.Unread)
	}
	if place.Error != "" {
		count = "! " + count
	}
	l := p.pen.Line(width-4, ground).Skip(2 * place.Depth)
	l.Put(style, p.pen.Cut(place.Name, max(l.Room()-p.pen.Cells(count)-1, 1)))
	l.Right(p.styles.Quiet, count)
	head := p.pen.Line(2, uv.Style{}).Skip(1).Put(p.styles.Accent, bar).String()
	return head + l.String() + line.Blank(2)
}
