package shelf

import "quoth/ui/catalog"

// The sizes from which on there is room for more.
const (
	placesFrom  = 90 // cells: places and list side by side
	placesLeast = 22
	placesMost  = 32
	airyHeight  = 16
	spacious    = 12
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
	if p.height < spacious {
		return min(1, p.height)
	}
	return 2
}

// room gives the rows for places, and listRoom those for articles: what is to be
// said of the list stands above it.
func (p *Pane) room() int { return max(p.height-p.headRows(), 1) }

func (p *Pane) listRoom() int { return max(p.height-p.listTop(), 1) }

// listTop gives the row of the first article.
func (p *Pane) listTop() int {
	n := len(p.notice())
	if n > 0 && p.height >= spacious {
		n++ // and a blank line
	}
	return p.headRows() + n
}

// notice is what is to be said of the list, above it: why its feed could not be
// read, or why it is another list than was asked for.
func (p *Pane) notice() []string {
	most := 3
	switch {
	case p.total == 0 || p.height < 8:
		return nil // without a list it stands in its place
	case p.height < spacious:
		most = 2
	}
	text, _ := p.columns(p.width - p.placesWidth())
	return p.pen.Wrap(p.said(), text, most)
}

// said gives the words of notice, of any length.
func (p *Pane) said() string {
	if p.fault != "" {
		return p.fault
	}
	if fault := p.places.fault(); fault != "" {
		return "Could not be read the last time: " + fault
	}
	return p.note
}

// title breaks a title into lines: two where there is room.
func (p *Pane) title(e catalog.Entry, width int) []string {
	if p.height < airyHeight {
		return []string{p.pen.Cut(e.Name(), width)}
	}
	if lines := p.pen.Wrap(e.Name(), width, 2); len(lines) > 0 {
		return lines
	}
	return []string{""}
}

// rows is the height of an article: its title and a quiet line, the sentence in
// which it was found, and a blank line where there is room; above them the
// heading of its group.
func (p *Pane) rows(i int) int {
	if p.height < 8 {
		return 1
	}
	n := 2
	e, loaded := p.at(i)
	if loaded {
		text, _ := p.columns(p.width - p.placesWidth())
		n = 1 + len(p.title(e, text))
	}
	if loaded && e.Match.Text != "" && p.height >= spacious {
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
	if !p.grouped || !ok || p.height < spacious {
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
