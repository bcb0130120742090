// Package status is the last line of the screen: the keys that matter here, and
// where one is. It gives way to a message until the next key, which may take more
// lines than one.
package status

import (
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/ui/line"
	"quoth/ui/theme"
)

// Hint is a key and what it does.
type Hint struct{ Key, Text string }

// Pane is the line. Make it with New.
type Pane struct {
	styles  *theme.Styles
	pen     line.Pen
	message string
	failed  bool
}

// New makes the line.
func New(styles *theme.Styles) *Pane { return &Pane{styles: styles} }

// SetStyles changes the look.
func (p *Pane) SetStyles(s *theme.Styles) { p.styles = s }

// SetMethod sets the way of counting cells.
func (p *Pane) SetMethod(m ansi.Method) { p.pen.Method = m }

// Say shows a message; an empty one shows the keys again.
func (p *Pane) Say(message string) { p.message, p.failed = message, false }

// Fail shows a message of failure.
func (p *Pane) Fail(message string) { p.message, p.failed = message, true }

// Message gives the message that is shown, or "".
func (p *Pane) Message() string { return p.message }

// View draws the line: hints as far as there is room for them whole, keys typed
// so far, and the position at the right edge. A message that is longer than that
// takes as many lines as it needs, at most so many; the others stand above.
func (p *Pane) View(width, left, right, most int, hints []Hint, typed, position string) []string {
	s := p.styles.Status
	style := s.Message
	if p.failed {
		style = s.Error
	}
	above, message := []string{}, p.message
	if all := p.pen.Wrap(message, width-right-left, max(most, 1)); len(all) > 1 {
		for _, words := range all[:len(all)-1] {
			above = append(above, p.pen.Line(width, uv.Style{}).Skip(left).Put(style, words).String())
		}
		message = all[len(all)-1]
	}
	l := p.pen.Line(width-right, uv.Style{}).Skip(left)
	keep := p.pen.Cells(position)
	if typed != "" {
		keep += p.pen.Cells(typed) + 2
	}
	if l.Put(style, message); message == "" {
		for i, h := range hints {
			gap := "  "
			if i == 0 {
				gap = ""
			}
			if p.pen.Cells(gap+h.Key+" "+h.Text)+keep+2 > l.Room() {
				break
			}
			l.Put(s.Text, gap).Put(s.Key, h.Key).Put(s.Text, " "+h.Text)
		}
	}
	if typed != "" {
		position = typed + "  " + position
	}
	l.Right(s.Position, position)
	return append(above, l.String()+line.Blank(min(right, width)))
}
