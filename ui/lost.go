package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/desk"
	"quoth/ui/intent"
)

// tellLost says how much of what the reader made of the article has lost its
// words, when it is opened.
func (a *App) tellLost() {
	notes := 0
	for _, n := range a.desk.Notes {
		if n.Orphan() {
			notes++
		}
	}
	var parts []string
	for _, p := range []struct {
		n    int
		noun string
	}{{notes, "note"}, {len(a.desk.Lost), "correction"}} {
		switch {
		case p.n == 1:
			parts = append(parts, "1 "+p.noun)
		case p.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", p.n, p.noun))
		}
	}
	if len(parts) > 0 && a.status.Message() == "" {
		a.status.Say(strings.Join(parts, " and ") + " lost: the words are not in this text; " + a.keyFor(intent.Notes) + " lists what it was")
	}
}

// takeAway takes a correction away.
func (a *App) takeAway(c model.Correction) tea.Cmd {
	if !a.keeps() {
		return nil
	}
	return a.do(change{said: "correction taken away: " + a.undoKey() + " brings it back", make: func(d *desk.Desk) (model.Action, error) {
		for i := range d.Marks.Corrections {
			if have := &d.Marks.Corrections[i]; have.ID == c.ID {
				return model.Action{Corrections: []model.Edit[model.Correction]{{Before: have}}}, nil
			}
		}
		return model.Action{}, nil
	}})
}
