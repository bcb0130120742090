package ui

import (
	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/model/correct"
	"quoth/ui/desk"
	"quoth/ui/intent"
)

// step says how an action came about, for the history.
type step uint8

const (
	stepDo step = iota
	stepUndo
	stepRedo
)

// history is what was done about the open article in this session.
func (a *App) history(id string) *correct.History {
	h := a.histories[id]
	if h == nil {
		h = &correct.History{}
		a.histories[id] = h
	}
	return h
}

// undo takes the last change back.
func (a *App) undo(n int) tea.Cmd { return a.again(n, stepUndo, "undone") }

// undoKey names the key that undoes.
func (a *App) undoKey() string { return a.keyFor(intent.Undo) }

// redo does what was undone again.
func (a *App) redo(n int) tea.Cmd { return a.again(n, stepRedo, "done again") }

func (a *App) again(n int, s step, said string) tea.Cmd {
	if !a.keeps() {
		return nil
	}
	for range min(n, mostCount) - 1 {
		a.queue(change{step: s, said: said})
	}
	return a.do(change{step: s, said: said})
}

// resolve says what a change is to do, now that its turn has come. It reports
// false where there is nothing to undo.
func (a *App) resolve(c *change) bool {
	h := a.history(c.desk.ID)
	var act model.Action
	ok := true
	switch c.step {
	case stepDo:
		return true
	case stepUndo:
		if act, ok = h.Undo(); !ok {
			a.status.Say("nothing to undo")
		}
	case stepRedo:
		if act, ok = h.Redo(); !ok {
			a.status.Say("nothing to do again")
		}
	}
	c.make = func(*desk.Desk) (model.Action, error) { return act, nil }
	return ok
}

// remember takes note of what was carried out, or goes back in the history where
// it could not be.
func (a *App) remember(c change, act model.Action, failed bool) {
	h := a.history(c.desk.ID)
	switch {
	case c.step == stepDo && !failed:
		h.Did(act)
	case c.step == stepUndo && failed:
		h.Redo()
	case c.step == stepRedo && failed:
		h.Undo()
	}
}
