package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/model/anchor"
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

// said is what the status line tells of a step beside what was done.
func (s step) said() string { return [...]string{"", "undone", "done again"}[s] }

// undo takes the last change back, wherever it was made: on the shelf or in an
// article.
func (a *App) undo(n int) tea.Cmd { return a.again(n, stepUndo) }

// undoKey names the key that undoes.
func (a *App) undoKey() string { return a.keyFor(intent.Undo) }

// redo does what was undone again.
func (a *App) redo(n int) tea.Cmd { return a.again(n, stepRedo) }

func (a *App) again(n int, s step) tea.Cmd {
	switch {
	case a.opt.Act == nil:
		a.status.Fail("nothing can be kept: there is no library")
		return nil
	case a.opening:
		a.status.Say("another article is being opened")
		return nil
	}
	for range min(n, mostCount) - 1 {
		a.queue(change{step: s})
	}
	return a.do(change{step: s})
}

// resolve says what a change is to do, now that its turn has come. It reports
// false where there is nothing to undo.
func (a *App) resolve(c *change) bool {
	var act model.Action
	ok := true
	switch c.step {
	case stepDo:
		return true
	case stepUndo:
		if act, ok = a.history.Undo(); !ok {
			a.status.Say("nothing to undo")
		}
	case stepRedo:
		if act, ok = a.history.Redo(); !ok {
			a.status.Say("nothing to do again")
		}
	}
	what := toldOf(act)
	if c.step == stepUndo {
		what = toldOf(act.Inverse())
	}
	c.said = c.step.said() + ": " + what
	if a.desk != nil && a.isRead(act) {
		c.desk, c.at = a.desk, placeOf(a.article.Text, act)
		c.make = func(*desk.Desk) (model.Action, error) { return act, nil }
		return ok
	}
	c.desk = nil
	c.library = func() (model.Action, error) { return act, a.opt.Act(act) }
	return ok
}

// placeOf gives the words that an action is about; empty for one about the article
// or a name.
func placeOf(text string, act model.Action) model.Span {
	var about []model.Anchor
	for _, e := range act.Notes {
		about = append(about, e.Either().Passage)
	}
	for _, e := range act.Corrections {
		about = append(about, e.Either().Content...)
	}
	if len(about) == 0 {
		return model.Span{}
	}
	s, _ := anchor.In(text).Find(about[0])
	return s
}

// isRead reports whether an action is about the article that is being read.
func (a *App) isRead(act model.Action) bool {
	if !a.reading || a.opening || a.article == nil {
		return false
	}
	id := a.article.ID
	if a.desk != nil {
		id = a.desk.ID
	}
	return slices.ContainsFunc(act.Articles(), func(about string) bool { return about == "" || about == id })
}

// remember takes note of what was carried out, or goes back in the history where
// it could not be.
func (a *App) remember(c change, act model.Action, failed bool) {
	switch {
	case c.step == stepDo && !failed:
		a.history.Did(act)
	case c.step == stepUndo && failed:
		a.history.Redo()
	case c.step == stepRedo && failed:
		a.history.Undo()
	}
}
