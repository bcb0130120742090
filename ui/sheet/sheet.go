// Package sheet is a list of items under a heading: what the panes that open in
// the panel's place are made of. It scrolls and keeps one item chosen; what the
// items are, and what choosing one means, is for the pane that fills it.
package sheet

import (
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/ui/line"
	"quoth/ui/page"
	"quoth/ui/roll"
	"quoth/ui/theme"
)

// Piece is words in one style.
type Piece struct {
	Style uv.Style
	Text  string
}

// Line is a line of an item: pieces from the left, and one at the right edge.
type Line struct {
	Left  []Piece
	Right Piece
}

// Item is what is scrolled and chosen as a whole. An item that cannot be picked
// is passed over: a heading, a blank line.
type Item struct {
	Lines []Line
	Pick  bool
}

// Builder makes the items for a width in cells.
type Builder func(pen line.Pen, styles *theme.Styles, width int) []Item

// Sheet is the list. Make it with New.
type Sheet struct {
	styles  *theme.Styles
	pen     line.Pen
	title   string
	note    string // behind the title, accented: a filter
	count   string // at the right of the title
	build   Builder
	items   []Item
	roll    roll.Roll
	focused bool

	width, height int
}

// New makes an empty sheet with a title.
func New(styles *theme.Styles, title string) *Sheet {
	return &Sheet{styles: styles, title: title}
}

// SetStyles changes the look.
func (s *Sheet) SetStyles(styles *theme.Styles) {
	s.styles = styles
	s.rebuild()
}

// SetMethod sets the way of counting cells.
func (s *Sheet) SetMethod(m ansi.Method) {
	s.pen.Method = m
	s.rebuild()
}

// SetFocused shows that the sheet has the keys.
func (s *Sheet) SetFocused(on bool) { s.focused = on }

// SetHeading changes the title and the count at its right edge.
func (s *Sheet) SetHeading(title, count string) { s.title, s.note, s.count = title, "", count }

// SetTitle changes the heading: a note stands behind the title, a count at the
// right edge.
func (s *Sheet) SetTitle(note, count string) { s.note, s.count = note, count }

// Fill sets what the items are made by. The same item stays chosen.
func (s *Sheet) Fill(build Builder) {
	s.build = build
	s.rebuild()
}

// Resize sets the size in cells.
func (s *Sheet) Resize(width, height int) {
	changed := width != s.width
	s.width, s.height = max(width, 0), max(height, 0)
	if changed {
		s.rebuild()
	}
}

func (s *Sheet) rebuild() {
	s.items = nil
	if s.build != nil && s.width > 0 {
		s.items = s.build(s.pen, s.styles, s.width-indent)
	}
	s.Choose(s.roll.Chosen)
}

// indent is the cells before an item's words, where the chosen one has its bar.
const indent = 2

// Choose makes item i the chosen one, or the nearest that can be picked.
func (s *Sheet) Choose(i int) {
	s.roll.Choose(i, len(s.items))
	for d := range len(s.items) {
		for _, at := range []int{s.roll.Chosen + d, s.roll.Chosen - d} {
			if at >= 0 && at < len(s.items) && s.items[at].Pick {
				s.roll.Chosen = at
				return
			}
		}
	}
}

// Chosen gives the chosen item, -1 where none can be picked.
func (s *Sheet) Chosen() int {
	if s.roll.Chosen < len(s.items) && s.items[s.roll.Chosen].Pick {
		return s.roll.Chosen
	}
	return -1
}

// Scroll chooses the n-th item that can be picked from the chosen one; where
// none can, it scrolls by n items.
func (s *Sheet) Scroll(n int) {
	step, at := 1, s.roll.Chosen
	if n < 0 {
		step, n = -1, -n
	}
	if s.Chosen() < 0 {
		s.roll.Top = min(max(s.roll.Top+step*n, 0), s.lastTop())
		s.roll.Chosen = s.roll.Top
		return
	}
	for i := at + step; i >= 0 && i < len(s.items) && n > 0; i += step {
		if s.items[i].Pick {
			at = i
			n--
		}
	}
	s.roll.Chosen = at
	if at == s.first() {
		s.roll.Top = 0 // the heading above it
	}
}

// lastTop is the furthest that a sheet without a choice scrolls.
func (s *Sheet) lastTop() int {
	r := roll.Roll{Chosen: len(s.items) - 1, Top: 0}
	r.Keep(len(s.items), s.room(), s.rows)
	return r.Top
}

func (s *Sheet) first() int {
	for i := range s.items {
		if s.items[i].Pick {
			return i
		}
	}
	return 0
}

// ScrollHalf moves n half windows.
func (s *Sheet) ScrollHalf(n int) {
	if s.Chosen() < 0 {
		s.Scroll(n * max(s.room()/2, 1))
		return
	}
	to := s.roll.Page(n, len(s.items), s.room(), s.rows)
	s.roll.Chosen = to
	if !s.items[to].Pick {
		s.Scroll(sign(n))
	}
	s.Choose(s.roll.Chosen)
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// ScrollPage moves n windows.
func (s *Sheet) ScrollPage(n int) { s.ScrollHalf(2 * n) }

// Top chooses the first item.
func (s *Sheet) Top() {
	s.roll.Top = 0
	s.Choose(0)
}

// Bottom chooses the last item.
func (s *Sheet) Bottom() {
	s.Choose(len(s.items))
	if s.Chosen() < 0 {
		s.roll.Top = s.lastTop()
		s.roll.Chosen = s.roll.Top
	}
}

// Hit chooses the item drawn at a row, and reports whether there is one to pick.
func (s *Sheet) Hit(y int) bool {
	at := s.roll.At(y-s.headRows(), len(s.items), s.rows)
	if y < s.headRows() || at < 0 || !s.items[at].Pick {
		return false
	}
	s.roll.Chosen = at
	return true
}

// tall is the height from which on there is a blank line below the title.
const tall = 9

func (s *Sheet) headRows() int {
	if s.height < tall {
		return min(1, s.height)
	}
	return 2
}

func (s *Sheet) room() int { return max(s.height-s.headRows(), 1) }

func (s *Sheet) rows(i int) int { return max(len(s.items[i].Lines), 1) }

// View draws the sheet: exactly height lines of width cells.
func (s *Sheet) View() []string {
	if s.width < line.Least {
		return line.Blanks(s.width, s.height)
	}
	out := s.head()
	if s.Chosen() >= 0 {
		s.roll.Keep(len(s.items), s.room(), s.rows)
	}
	for i := s.roll.Top; i < len(s.items) && len(out) < s.height; i++ {
		for _, l := range s.items[i].Lines {
			out = append(out, s.draw(l, i == s.Chosen()))
		}
	}
	for len(out) < s.height {
		out = append(out, line.Blank(s.width))
	}
	return out[:s.height]
}

func (s *Sheet) head() []string {
	if s.height == 0 {
		return nil
	}
	style := s.styles.Panel.Heading
	if s.focused {
		style = s.styles.Strong
	}
	l := s.pen.Line(s.width, uv.Style{}).Put(style, s.title)
	if s.note != "" {
		l.Put(s.styles.Accent, "  "+s.note)
	}
	if s.count != "" {
		l.Right(s.styles.Panel.Count, s.count)
	}
	out := []string{l.String()}
	if s.headRows() > 1 {
		out = append(out, line.Blank(s.width))
	}
	return out
}

func (s *Sheet) draw(l Line, chosen bool) string {
	ground, bar := uv.Style{}, " "
	if chosen && len(l.Left) > 0 { // the blank line below an item is none of it
		ground, bar = s.styles.Panel.Selected, "▌"
	}
	head := s.pen.Line(indent, uv.Style{}).Put(s.styles.Accent, bar).String()
	width := s.width - indent
	right, left := "", 0
	for _, piece := range l.Left {
		left += s.pen.Cells(page.Show(piece.Text))
	}
	if n := s.pen.Cells(page.Show(l.Right.Text)); l.Right.Text != "" && (n < width/2 || left+1+n <= width) {
		right = s.pen.Line(n+1, ground).Skip(1).Put(l.Right.Style, l.Right.Text).String()
		width -= n + 1
	}
	out := s.pen.Line(width, ground)
	for _, piece := range l.Left {
		out.Put(piece.Style, piece.Text)
	}
	return head + out.String() + right
}
