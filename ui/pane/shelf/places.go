package shelf

import (
	"slices"

	"quoth/ui/catalog"
	"quoth/ui/roll"
)

// places is the column at the left.
type places struct {
	all     []catalog.Place
	roll    roll.Roll
	focused bool
}

// shown gives the place that the list comes from.
func (s *places) shown() catalog.Place {
	if s.roll.Chosen < len(s.all) {
		p := s.all[s.roll.Chosen]
		p.Unread, p.Error = 0, "" // they change without the list being another one
		return p
	}
	return catalog.Place{}
}

// fault tells why the shown place could not be read the last time.
func (s *places) fault() string {
	if s.roll.Chosen < len(s.all) {
		return s.all[s.roll.Chosen].Error
	}
	return ""
}

// SetFault says why there is no library.
func (p *Pane) SetFault(words string) { p.fault = words }

// SetPlaces fills the column at the left. The place stays, wherever it stands
// now.
func (p *Pane) SetPlaces(all []catalog.Place) {
	p.fault = ""
	before := p.places.shown()
	p.places.all = all
	i := slices.IndexFunc(all, func(q catalog.Place) bool {
		return q.Kind == before.Kind && q.Name == before.Name && q.Feed == before.Feed
	})
	p.places.roll.Choose(max(i, 0), len(all))
}

// Place gives the place that the list comes from.
func (p *Pane) Place() catalog.Place { return p.places.shown() }

// OnPlaces reports whether the column at the left has the keys.
func (p *Pane) OnPlaces() bool { return p.places.focused }

// Focus gives the keys to the column at the left, or to the list.
func (p *Pane) Focus(onPlaces bool) { p.places.focused = onPlaces && p.library }

// Scroll chooses the n-th article or place from the chosen one.
func (p *Pane) Scroll(n int) {
	r, count := p.scrolled()
	r.Choose(r.Chosen+n, count)
}

// ScrollHalf moves n half windows.
func (p *Pane) ScrollHalf(n int) {
	r, count := p.scrolled()
	rows, room := p.rows, p.listRoom()
	if p.places.focused {
		rows, room = p.placeRows, p.room()
	}
	r.Chosen = r.Page(n, count, room, rows)
}

// ScrollPage moves n windows.
func (p *Pane) ScrollPage(n int) { p.ScrollHalf(2 * n) }

// Top chooses the first article or place.
func (p *Pane) Top() {
	r, count := p.scrolled()
	r.Choose(0, count)
}

// Bottom chooses the last article or place.
func (p *Pane) Bottom() {
	r, count := p.scrolled()
	r.Choose(count, count)
}

// scrolled gives the list that has the keys.
func (p *Pane) scrolled() (r *roll.Roll, count int) {
	if p.places.focused {
		return &p.places.roll, len(p.places.all)
	}
	return &p.roll, p.total
}

// Hit chooses what is drawn at a cell. article is true where that is an article,
// and again where it was the chosen one before.
func (p *Pane) Hit(x, y int) (article, again bool) {
	row := y - p.headRows()
	if w := p.placesWidth(); x < w {
		if i := p.places.roll.At(row, len(p.places.all), p.placeRows); row >= 0 && i >= 0 {
			p.places.roll.Choose(i, len(p.places.all))
			p.places.focused = true
		}
		return false, false
	}
	row = y - p.listTop()
	i := p.roll.At(row, p.total, p.rows)
	if row < 0 || i < 0 {
		return false, false
	}
	again = i == p.roll.Chosen && !p.places.focused
	p.places.focused = false
	p.roll.Choose(i, p.total)
	return true, again
}

// Percent tells how far down the list the chosen one is.
func (p *Pane) Percent() int {
	r, count := p.scrolled()
	if count < 2 {
		return 100
	}
	return 100 * r.Chosen / (count - 1)
}
