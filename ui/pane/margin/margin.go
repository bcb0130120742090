// Package margin is the panel beside the text: who said what, in the order of
// reading or by speaker, all of it or what a filter leaves. It knows which
// statement is chosen; where that stands in the text is not its business.
package margin

import (
	"fmt"
	"slices"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/ui/line"
	"quoth/ui/roll"
	"quoth/ui/statement"
	"quoth/ui/theme"
)

// Pane is the panel. Make it with New.
type Pane struct {
	styles *theme.Styles
	pen    line.Pen

	all     []statement.Statement
	speaker []int // for each statement the speaker's number, -1 without a name
	notes   map[int]Note
	state   string // what stands there instead of statements: "reading …"
	filter  string
	grouped bool
	full    bool // all the words, not the first lines
	focused bool

	items []item
	roll  roll.Roll

	width, height int
}

// item is a statement in the list. The first of a group carries its heading.
type item struct {
	statement int   // index into all
	matched   []int // runes of the speaker's name that the filter found
	heading   int   // of a group: how many statements are in it; else 0
}

// New makes an empty panel.
func New(styles *theme.Styles) *Pane { return &Pane{styles: styles} }

// SetStyles changes the look.
func (p *Pane) SetStyles(s *theme.Styles) { p.styles = s }

// SetMethod sets the way of counting cells.
func (p *Pane) SetMethod(m ansi.Method) { p.pen.Method = m }

// SetStatements fills the panel; speaker gives for each statement the number of
// its speaker, -1 for one without a name. Filter and grouping stay.
func (p *Pane) SetStatements(all []statement.Statement, speaker []int) {
	p.all, p.speaker, p.state = all, speaker, ""
	p.roll = roll.Roll{}
	p.list()
}

// Note is what the reader says of a statement.
type Note struct {
	Kind int // number of the look of its kind
	Text string
}

// SetNotes shows the reader's notes, by the number of their statement.
func (p *Pane) SetNotes(notes map[int]Note) { p.notes = notes }

// SetState empties the panel and says why it is empty.
func (p *Pane) SetState(state string) {
	p.SetStatements(nil, nil)
	p.state = state
}

// SetFilter shows only the statements that fit the words; the chosen one stays
// chosen where it fits.
func (p *Pane) SetFilter(words string) {
	p.filter = words
	p.list()
}

// Filter gives the words of the filter.
func (p *Pane) Filter() string { return p.filter }

// SetGrouped lists by speaker, or in the order of reading.
func (p *Pane) SetGrouped(on bool) {
	p.grouped = on
	p.list()
}

// Grouped reports whether statements are listed by speaker.
func (p *Pane) Grouped() bool { return p.grouped }

// SetFull shows all the words of each statement, or the first lines.
func (p *Pane) SetFull(on bool) { p.full = on }

// SetFocused shows that the panel has the keys.
func (p *Pane) SetFocused(on bool) { p.focused = on }

// Resize sets the size of the pane in cells.
func (p *Pane) Resize(width, height int) { p.width, p.height = max(width, 0), max(height, 0) }

// list makes the items anew and finds the chosen statement among them.
func (p *Pane) list() {
	chosen := p.Chosen()
	p.items = p.items[:0]
	for i := range p.all {
		if matched, ok := fits(&p.all[i], p.filter); ok {
			p.items = append(p.items, item{statement: i, matched: matched})
		}
	}
	if p.grouped {
		p.group()
	}
	p.Choose(chosen)
}

// group sorts the items by speaker, in the order in which the speakers first
// speak; those without a known speaker come last.
func (p *Pane) group() {
	first := map[string]int{"": len(p.all)}
	count := map[string]int{}
	for _, it := range p.items {
		key := p.all[it.statement].Key
		if _, ok := first[key]; !ok {
			first[key] = it.statement
		}
		count[key]++
	}
	slices.SortStableFunc(p.items, func(a, b item) int {
		return first[p.all[a.statement].Key] - first[p.all[b.statement].Key]
	})
	for i := range p.items {
		key := p.all[p.items[i].statement].Key
		if i == 0 || key != p.all[p.items[i-1].statement].Key {
			p.items[i].heading = count[key]
		}
	}
}

// Choose makes statement i the chosen one, or the next that the filter leaves.
func (p *Pane) Choose(i int) {
	at := slices.IndexFunc(p.items, func(it item) bool { return it.statement == i })
	if at < 0 {
		at = slices.IndexFunc(p.items, func(it item) bool { return it.statement > i })
	}
	if at < 0 {
		at = len(p.items) - 1
	}
	p.roll.Choose(at, len(p.items))
}

// Chosen gives the chosen statement, -1 where the list is empty.
func (p *Pane) Chosen() int {
	if p.roll.Chosen >= len(p.items) {
		return -1
	}
	return p.items[p.roll.Chosen].statement
}

// Shown lists the statements that the filter leaves, in the order of reading.
func (p *Pane) Shown() []int {
	out := make([]int, len(p.items))
	for i, it := range p.items {
		out[i] = it.statement
	}
	slices.Sort(out)
	return out
}

// Scroll chooses the n-th item from the chosen one.
func (p *Pane) Scroll(n int) { p.roll.Choose(p.roll.Chosen+n, len(p.items)) }

// ScrollHalf moves n half windows.
func (p *Pane) ScrollHalf(n int) {
	p.roll.Chosen = p.roll.Page(n, len(p.items), p.room(), p.rows)
}

// ScrollPage moves n windows.
func (p *Pane) ScrollPage(n int) { p.ScrollHalf(2 * n) }

// Top chooses the first item.
func (p *Pane) Top() { p.roll.Choose(0, len(p.items)) }

// Bottom chooses the last item.
func (p *Pane) Bottom() { p.roll.Choose(len(p.items), len(p.items)) }

// Hit chooses the item drawn at a row of the pane and reports whether there is
// one.
func (p *Pane) Hit(y int) bool {
	at := p.roll.At(y-p.headRows(), len(p.items), p.rows)
	if at < 0 || y < p.headRows() {
		return false
	}
	p.roll.Choose(at, len(p.items))
	return true
}

// View draws the pane: exactly height lines of width cells.
func (p *Pane) View() []string {
	if p.width < line.Least {
		return line.Blanks(p.width, p.height)
	}
	out := p.head()
	p.roll.Keep(len(p.items), p.room(), p.rows)
	for i := p.roll.Top; i < len(p.items) && len(out) < p.height; i++ {
		out = append(out, p.draw(i)...)
	}
	if len(p.items) == 0 {
		out = append(out, p.empty()...)
	}
	for len(out) < p.height {
		out = append(out, line.Blank(p.width))
	}
	return out[:p.height]
}

// tall is the height from which on there is room for blank lines.
const tall = 9

func (p *Pane) headRows() int {
	if p.height < tall {
		return min(1, p.height)
	}
	return 2
}

func (p *Pane) room() int { return max(p.height-p.headRows(), 1) }

// head draws the heading with its count.
func (p *Pane) head() []string {
	if p.height == 0 {
		return nil
	}
	style := p.styles.Panel.Heading
	if p.focused {
		style = p.styles.Strong
	}
	l := p.pen.Line(p.width, uv.Style{}).Put(style, "WHO SAID WHAT")
	if p.filter != "" {
		l.Put(p.styles.Accent, "  "+p.filter)
	}
	if len(p.all) > 0 {
		l.Right(p.styles.Panel.Count, fmt.Sprintf("%d of %d", min(p.roll.Chosen+1, len(p.items)), len(p.items)))
	}
	out := []string{l.String()}
	if p.headRows() > 1 {
		out = append(out, line.Blank(p.width))
	}
	return out
}

// empty says why there is nothing.
func (p *Pane) empty() []string {
	text := p.state
	switch {
	case text != "":
	case p.filter != "":
		text = "No statement fits “" + p.filter + "”. Esc clears the filter."
	default:
		text = "Nobody is quoted in this article."
	}
	var out []string
	for _, words := range p.pen.Wrap(text, p.width-3, 0) {
		out = append(out, p.pen.Line(p.width, uv.Style{}).Skip(2).Put(p.styles.Quiet, words).String())
	}
	return out
}

// indent is the cells before an item's words: the bar and a blank.
const indent = 2

// rows gives the height of an item.
func (p *Pane) rows(i int) int { return len(p.lines(i)) }
