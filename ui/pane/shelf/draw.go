package shelf

import (
	"fmt"
	"strings"
	"time"

	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
	"quoth/ui/catalog"
	"quoth/ui/line"
	"quoth/ui/theme"
)

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
	p.roll.Keep(p.total, p.listRoom(), p.rows)
	out := []string{}
	if p.height > 0 {
		out = append(out, p.head(width, left, text))
	}
	for len(out) < p.headRows() {
		out = append(out, line.Blank(width))
	}
	if notice := p.notice(); len(notice) > 0 {
		out = append(out, p.paragraph(notice, width, left, p.noticeStyle())...)
	}
	for len(out) < min(p.listTop(), p.height) {
		out = append(out, line.Blank(width))
	}
	for i := p.roll.Top; i < p.total && len(out) < p.height; i++ {
		out = append(out, p.draw(i, width, left, text)...)
	}
	if p.total == 0 {
		out = append(out, p.paragraph(p.pen.Wrap(p.empty(), text, 0), width, left, p.noticeStyle())...)
	}
	for len(out) < p.height {
		out = append(out, line.Blank(width))
	}
	return out[:p.height]
}

// paragraph draws lines of words where the titles stand.
func (p *Pane) paragraph(lines []string, width, left int, s uv.Style) []string {
	out := make([]string, len(lines))
	for i, words := range lines {
		out[i] = p.pen.Line(width, uv.Style{}).Skip(left+p.signs()).Put(s, words).String()
	}
	return out
}

func (p *Pane) noticeStyle() uv.Style {
	if p.fault != "" || p.places.fault() != "" {
		return p.styles.Status.Error
	}
	return p.styles.Quiet
}

func (p *Pane) empty() string {
	switch {
	case p.filter != "":
		return "No article fits “" + p.filter + "”. Esc clears the filter."
	case !p.library:
		return "No articles. Name files on the command line: quoth FILE…"
	case p.waiting:
		return ""
	case p.fault != "" || p.places.fault() != "":
		return p.said()
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
	sign := p.sign(e)
	for _, words := range p.title(e, text) {
		out = append(out, row(sign, func(l *line.Line) { l.Put(p.titleStyle(e, chosen), words) }))
		sign = ""
	}
	if p.height >= 8 {
		out = append(out, row("", func(l *line.Line) { p.about(l, e) }))
	}
	if e.Match.Text != "" && p.height >= spacious {
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
	var facts []string
	for _, s := range []string{p.when(e), archived(e), e.Warning} {
		if s != "" {
			facts = append(facts, s)
		}
	}
	rest := strings.Join(facts, " · ")
	source := e.Site
	if e.Feed != "" && e.Feed != e.Site {
		source = strings.TrimPrefix(source+" · "+e.Feed, " · ")
	}
	if source != "" && rest != "" {
		rest = " · " + rest
	}
	if left := room - p.pen.Cells(rest); left >= least {
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

// when tells when an article was published: today and yesterday with the hour, in
// the reader's zone.
func (p *Pane) when(e catalog.Entry) string {
	at := e.Published.Time.In(p.now.Location())
	if p.now.IsZero() || !e.Published.HasClock {
		return day(e)
	}
	switch at.Format(time.DateOnly) {
	case p.now.Format(time.DateOnly):
		return at.Format("today 15:04")
	case p.now.AddDate(0, 0, -1).Format(time.DateOnly):
		return at.Format("yesterday 15:04")
	}
	return day(e)
}

func day(e catalog.Entry) string {
	if !e.Published.Known() {
		return ""
	}
	return e.Published.Time.Format("2 January 2006")
}
