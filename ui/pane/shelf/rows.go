package shelf

import "quoth/ui/catalog"

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
