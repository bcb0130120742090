// Package help is the screen that explains the program: what each mark in the
// text means, and which keys ask for what, made from the key map itself, so that
// it is right whatever the keys are bound to.
package help

import (
	"slices"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/ui/intent"
	"quoth/ui/keymap"
	"quoth/ui/line"
	"quoth/ui/search"
	"quoth/ui/theme"
)

// Pane is the help screen. Make it with New.
type Pane struct {
	styles *theme.Styles
	pen    line.Pen
	keys   keymap.Map
	kinds  []model.NoteKind // of highlights, in the order of their looks
	filter string

	distinct bool // the terminal tells ^I from Tab

	rows   []string
	top    int
	width  int
	height int
}

// New makes the screen for a key map and the kinds of highlights.
func New(styles *theme.Styles, keys keymap.Map, kinds []model.NoteKind) *Pane {
	return &Pane{styles: styles, keys: keys, kinds: kinds}
}

// SetStyles changes the look.
func (p *Pane) SetStyles(s *theme.Styles) {
	p.styles, p.rows = s, nil
}

// SetMethod sets the way of counting cells.
func (p *Pane) SetMethod(m ansi.Method) {
	p.pen.Method, p.rows = m, nil
}

// SetDistinct tells whether the terminal knows all keys apart, ^I from Tab too.
func (p *Pane) SetDistinct(on bool) { p.distinct, p.rows = on, nil }

// Resize sets the size in cells.
func (p *Pane) Resize(width, height int) {
	if width != p.width {
		p.rows = nil
	}
	p.width, p.height = max(width, 0), max(height, 0)
}

// SetFilter shows only the lines that have all the words.
func (p *Pane) SetFilter(words string) {
	p.filter, p.top, p.rows = words, 0, nil
}

// Filter gives the words of the filter.
func (p *Pane) Filter() string { return p.filter }

// Scroll moves n lines.
func (p *Pane) Scroll(n int) {
	p.draw()
	p.top = min(max(p.top+n, 0), max(len(p.rows)-p.height, 0))
}

// ScrollHalf moves n half windows.
func (p *Pane) ScrollHalf(n int) { p.Scroll(n * max(p.height/2, 1)) }

// ScrollPage moves n windows.
func (p *Pane) ScrollPage(n int) { p.Scroll(n * max(p.height-2, 1)) }

// Top goes to the start.
func (p *Pane) Top() { p.Scroll(-len(p.rows)) }

// Bottom goes to the end.
func (p *Pane) Bottom() { p.Scroll(len(p.rows)) }

// Percent tells how far the end of the window is through the text.
func (p *Pane) Percent() int {
	p.draw()
	if len(p.rows) <= p.height {
		return 100
	}
	return min(100*(p.top+p.height)/len(p.rows), 100)
}

// View draws the pane: exactly height lines of width cells.
func (p *Pane) View() []string {
	p.Scroll(0)
	out := append([]string{}, p.rows[p.top:min(p.top+p.height, len(p.rows))]...)
	for len(out) < p.height {
		out = append(out, line.Blank(p.width))
	}
	return out
}

// entry is a line of help: what is shown at the left, and what it means.
type entry struct {
	sign []piece
	text string
	name string // for the command line; "" for none
}

type piece struct {
	style uv.Style
	text  string
}

type section struct {
	title   string
	entries []entry
}

// draw makes the rows, unless they stand: the sections that the filter leaves,
// below one another.
func (p *Pane) draw() {
	if p.rows != nil {
		return
	}
	measure, left := p.columns()
	if measure < 1 {
		return
	}
	for _, s := range append([]section{p.legend()}, p.sections()...) {
		var entries []entry
		for _, e := range s.entries {
			if search.Has(strings.Join([]string{s.title, words(e.sign), e.text, e.name}, "\n"), p.filter) {
				entries = append(entries, e)
			}
		}
		if len(entries) == 0 {
			continue
		}
		if len(p.rows) > 0 {
			p.rows = append(p.rows, line.Blank(p.width))
		}
		p.rows = append(p.rows, p.pen.Line(p.width, uv.Style{}).Skip(left).Put(p.styles.Help.Heading, strings.ToUpper(s.title)).String())
		for _, e := range entries {
			p.rows = append(p.rows, p.entry(e, left, measure)...)
		}
	}
	if len(p.rows) == 0 {
		p.rows = []string{p.pen.Line(p.width, uv.Style{}).Skip(left).Put(p.styles.Quiet, "Nothing about “"+p.filter+"”. Esc shows all.").String()}
	}
}

// columns gives the width of the text, and the cells before it.
func (p *Pane) columns() (measure, left int) {
	measure = min(p.width-4, 90)
	return measure, max((p.width-measure)/2, 0)
}

// Left gives the first column of the text.
func (p *Pane) Left() int {
	_, left := p.columns()
	return left
}

func words(sign []piece) string {
	var b strings.Builder
	for _, k := range sign {
		b.WriteString(k.text)
	}
	return b.String()
}

// entry draws one: the sign in a column of its own, or on a line of its own
// where it is too long for that or the screen too narrow.
func (p *Pane) entry(e entry, left, measure int) []string {
	column := 20
	switch {
	case measure < 28:
		column = 0
	case measure < 50:
		column = 12
	}
	var out []string
	l := p.pen.Line(p.width, uv.Style{}).Skip(left)
	for _, k := range e.sign {
		l.Put(k.style, k.text)
	}
	if l.Used()-left >= column {
		out = append(out, l.String())
		l = p.pen.Line(p.width, uv.Style{})
	}
	for _, text := range p.pen.Wrap(e.text, measure-column, 0) {
		l.Skip(left+column-l.Used()).Put(p.styles.Help.Text, text)
		if e.name != "" && l.Used()-left+p.pen.Cells(e.name)+3 <= measure {
			l.Skip(left+measure-p.pen.Cells(e.name)-l.Used()).Put(p.styles.Quiet, e.name)
		}
		e.name = ""
		out = append(out, l.String())
		l = p.pen.Line(p.width, uv.Style{})
	}
	return out
}

// sections lists the keys of the key map under the headings of the intents.
func (p *Pane) sections() []section {
	var out []section
	for _, g := range intent.Groups() {
		s := section{title: string(g)}
		for _, info := range intent.All() {
			if info.Group == g {
				s.entries = append(s.entries, p.key(keymap.Text, info))
			}
		}
		out = append(out, s)
	}
	return append(out, p.shelf(), p.query())
}

// shelf lists the keys that mean something else in the list of articles.
func (p *Pane) shelf() section {
	s := section{title: "In the list of articles"}
	for _, info := range intent.All() {
		own := func(b keymap.Binding) bool { return b.Scope == keymap.Shelf && b.ID == info.ID }
		if slices.ContainsFunc(p.keys.Bindings(), own) {
			s.entries = append(s.entries, p.key(keymap.Shelf, listed(info)))
		}
	}
	return s
}

// listed gives an intent as it is to be explained in the list of articles.
func listed(info intent.Info) intent.Info {
	if info.ID == intent.Filter {
		info.Help = "search as you type: words, \"a phrase\", title: feed: tag: is:unread speaker: place: said: before: after:monday, OR; -word is without it"
	}
	return info
}

// key is an intent with its keys in a scope, and its name for the command line.
// One that has none there is shown with those of the scope in which it works,
// and one that has none at all with its name in their place.
func (p *Pane) key(scope keymap.Scope, info intent.Info) entry {
	keys, where := p.keysFor(scope, info.ID), ""
	for _, s := range elsewhere() {
		if len(keys) == 0 {
			keys, where = p.keysFor(s.scope, info.ID), s.name
		}
	}
	name := ":" + info.Name
	if len(keys) == 0 {
		return entry{[]piece{{p.styles.Help.Key, name}}, info.Help, ""}
	}
	var sign []piece
	for i, k := range keys {
		if i > 0 {
			sign = append(sign, piece{p.styles.Quiet, " "})
		}
		if info.Letter {
			k += "a"
		}
		sign = append(sign, piece{p.styles.Help.Key, k})
	}
	if where != "" {
		sign = append(sign, piece{p.styles.Quiet, " " + where})
	}
	return entry{sign, info.Help, name}
}

// keysFor gives the keys for an intent that the terminal has.
func (p *Pane) keysFor(s keymap.Scope, id intent.ID) []string {
	keys := p.keys.KeysFor(s, id)
	if p.distinct {
		return keys
	}
	return slices.DeleteFunc(keys, keymap.Ambiguous)
}

type scopeName struct {
	scope keymap.Scope
	name  string // "" where the heading says it
}

// elsewhere lists the scopes in which a key may work that does not in the text.
func elsewhere() []scopeName {
	return []scopeName{
		{keymap.Selection, ""},
		{keymap.Shelf, "in the list"},
		{keymap.Panel, "in the panel"},
		{keymap.Side, "at the side"},
		{keymap.Page, "on this page"},
	}
}
