package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/ui/pane/picker"
)

// picking is what a choice is asked for.
type picking struct {
	take func(i int, words string) tea.Cmd // i is -1 for words that are no choice
	side side                              // what stood in the panel's place before
	on   bool                              // and had the keys
	peek bool
}

// pick asks for one of several choices, or for a new one where free says what
// that is.
func (a *App) pick(title string, choices []picker.Choice, free string, take func(i int, words string) tea.Cmd) {
	if a.asking != askPick {
		a.picking = picking{side: a.side, on: a.onPanel, peek: a.peek}
	}
	a.picking.take = take
	a.picker.Open(title, choices, free)
	a.showSide(sidePicker)
	a.focusPanel()
	a.revealAsked()
	a.asking = askPick
	a.prompt.Open("? ", "", nil)
	a.prompt.SetNote(howToPick)
}

// revealAsked shows what a choice is about where the list covers it: the name just
// gone to, else the current quotation.
func (a *App) revealAsked() {
	if f := a.reader.Focus(); !f.Empty() {
		a.reader.Reveal(f)
	} else if a.current >= 0 {
		a.reader.RevealQuote(a.current)
	}
}

const howToPick = "Enter takes the marked one"

// pickAgain says why words were refused and leaves them to be mended in the choice
// that was opened again.
func (a *App) pickAgain(words string, why error) {
	if a.asking != askPick {
		return
	}
	a.picker.SetWords(words)
	a.prompt.Open("? ", words, nil)
	a.prompt.SetFault(why.Error()) // the prompt covers the status
}

// pickKey moves among the choices while one types.
func (a *App) pickKey(key string) bool {
	switch key {
	case "up", "ctrl+p":
		a.picker.Scroll(-1)
	case "down", "ctrl+n", "tab":
		a.picker.Scroll(1)
	case "pgup":
		a.picker.ScrollPage(-1)
	case "pgdown":
		a.picker.ScrollPage(1)
	default:
		return false
	}
	return true
}

// picked takes the choice. What comes of it may ask for another one.
func (a *App) picked(words string) tea.Cmd {
	i, ok := a.picker.Choice()
	p := a.picking
	a.unpick()
	if !ok {
		return nil
	}
	return p.take(i, strings.TrimSpace(words))
}

// unpick shows again what stood in the panel's place.
func (a *App) unpick() {
	a.onPanel, a.peek = a.picking.on, a.picking.peek
	a.showSide(a.picking.side)
}
