package shelf

import (
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"quoth/ui/catalog"
	"quoth/ui/line"
)

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
	count, look := "", p.styles.Quiet
	if place.Unread > 0 {
		count = strconv.Itoa(place.Unread)
	}
	if place.Error != "" {
		count, look = strings.TrimSpace("! "+count), p.styles.Status.Error
	}
	l := p.pen.Line(width-4, ground).Skip(2 * place.Depth)
	l.Put(style, p.pen.Cut(place.Name, max(l.Room()-p.pen.Cells(count)-1, 1)))
	l.Right(look, count)
	head := p.pen.Line(2, uv.Style{}).Skip(1).Put(p.styles.Accent, bar).String()
	return head + l.String() + line.Blank(2)
}
