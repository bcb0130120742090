// Package prompt is the line in which one types: a search, a filter, a command.
// It edits one line, completes from a list and remembers what was typed before.
// What the words are for is not its business.
package prompt

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/ui/line"
	"quoth/ui/page"
	"quoth/ui/theme"
)

// Pane is the line. Make it with New.
type Pane struct {
	styles *theme.Styles
	pen    line.Pen
	input  textinput.Model
	sign   string
	note   string // at the right edge: how much was found
	fault  bool   // the note says what is wrong, and has to be read whole

	chosen bool // the words are all chosen: what is typed takes their place

	past map[string][]string // by sign, the oldest first
	at   int                 // in past[sign]; its length for the line being typed
	line string              // what was being typed before going back in the past
}

// New makes the line.
func New(styles *theme.Styles) *Pane {
	p := &Pane{styles: styles, past: map[string][]string{}}
	p.reset()
	return p
}

func (p *Pane) reset() {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 0 // what is typed or pasted is kept, however long
	in.SetVirtualCursor(false)
	in.KeyMap.Paste = key.NewBinding(key.WithDisabled()) // the terminal pastes
	in.KeyMap.NextSuggestion = key.NewBinding(key.WithDisabled())
	in.KeyMap.PrevSuggestion = key.NewBinding(key.WithDisabled())
	in.Focus()
	p.input = in
}

// SetStyles changes the look.
func (p *Pane) SetStyles(s *theme.Styles) { p.styles = s }

// SetMethod sets the way of counting cells.
func (p *Pane) SetMethod(m ansi.Method) { p.pen.Method = m }

// Open starts a line with its sign, words that stand there already, and what Tab
// completes from.
func (p *Pane) Open(sign, words string, suggestions []string) {
	p.reset()
	p.sign, p.note, p.fault, p.line, p.chosen = sign, "", false, words, false
	p.at = len(p.past[sign])
	p.input.ShowSuggestions = suggestions != nil
	p.input.SetSuggestions(suggestions)
	p.input.SetValue(words)
	p.input.CursorEnd()
}

// Choose chooses the words that stand there: what is typed or pasted next takes
// their place, and a key that goes along the line begins to change them.
func (p *Pane) Choose() { p.chosen = p.Value() != "" }

// yield takes chosen words away for others.
func (p *Pane) yield(to bool) {
	if p.chosen && to {
		p.input.SetValue("")
	}
	p.chosen = false
}

// Suggest changes what Tab completes from.
func (p *Pane) Suggest(words []string) {
	p.input.ShowSuggestions = len(words) > 0
	p.input.SetSuggestions(words)
}

// Key edits the line.
func (p *Pane) Key(msg tea.KeyPressMsg) {
	p.yield(msg.Text != "" || msg.Code == tea.KeyBackspace || msg.Code == tea.KeyDelete)
	switch msg.String() {
	case "up", "ctrl+p":
		p.recall(-1)
	case "down", "ctrl+n":
		p.recall(1)
	default:
		p.input, _ = p.input.Update(msg)
	}
}

// Paste puts words in at the cursor.
func (p *Pane) Paste(msg tea.PasteMsg) {
	p.yield(true)
	p.input, _ = p.input.Update(msg)
}

// Value gives the words.
func (p *Pane) Value() string { return p.input.Value() }

// SetNote sets what stands at the right edge.
func (p *Pane) SetNote(note string) { p.note, p.fault = note, false }

// SetFault says what is wrong with the words: at the right edge, or above the line
// where there is no room for all of it.
func (p *Pane) SetFault(note string) { p.note, p.fault = note, true }

// Done remembers the words.
func (p *Pane) Done() {
	words, past := p.Value(), p.past[p.sign]
	if words != "" && (len(past) == 0 || past[len(past)-1] != words) {
		p.past[p.sign] = append(past, words)
	}
}

// recall goes n lines through what was typed before.
func (p *Pane) recall(n int) {
	past := p.past[p.sign]
	to := min(max(p.at+n, 0), len(past))
	switch {
	case to == p.at:
		return
	case p.at == len(past):
		p.line = p.Value()
	}
	p.at = to
	words := p.line
	if to < len(past) {
		words = past[to]
	}
	p.input.SetValue(words)
	p.input.CursorEnd()
}

// View draws the line, and gives the column of the cursor in it. It is the last of
// the lines, so many at most; what is wrong with it may stand above.
func (p *Pane) View(width, left, right, most int) (lines []string, cursor int) {
	l := p.pen.Line(width, uv.Style{}).Skip(left).Put(p.styles.Prompt.Sign, p.sign)
	before, after := p.around(perCell * max(width, 1))
	for before != "" && p.pen.Cells(before) > l.Room()-2 { // what the line has no room for is at its left
		before = string([]rune(before)[1:])
	}
	look := p.styles.Prompt.Text
	if p.chosen {
		look = p.styles.Prompt.Selected
	}
	l.Put(look, before)
	cursor = min(l.Used(), max(width-1, 0))
	if after == "" {
		l.Put(p.styles.Prompt.Hint, p.completion())
	} else {
		l.Put(p.styles.Prompt.Text, after)
	}
	room := l.Room() - right - 2
	switch {
	case p.fault && most > 1 && p.pen.Cells(page.Show(p.note)) > room:
		for _, words := range p.pen.Wrap(p.note, width-left-right, most-1) {
			lines = append(lines, p.pen.Line(width, uv.Style{}).Skip(left).Put(p.styles.Status.Error, words).String())
		}
	case p.note != "" && room > 8:
		l.Right(p.styles.Prompt.Hint, p.pen.Cut(p.note, room)+line.Blank(right))
	}
	return append(lines, l.String()), cursor
}

// perCell is how many characters may share a cell for all of them to be drawn.
const perCell = 16

// around gives at most so many characters before the cursor, and from it on: a
// line may be far longer than the screen.
func (p *Pane) around(most int) (before, after string) {
	all, at := []rune(p.Value()), p.input.Position()
	return string(all[max(at-most, 0):at]), string(all[at:min(at+most, len(all))])
}

// completion is what Tab would add.
func (p *Pane) completion() string {
	have := []rune(p.Value())
	full := []rune(p.input.CurrentSuggestion())
	if len(have) == 0 || len(full) <= len(have) {
		return ""
	}
	return string(full[len(have):])
}
