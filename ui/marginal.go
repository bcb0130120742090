package ui

import (
	"cmp"
	"strings"

	"quoth/ui/pane/margin"
)

// marginal gives the notes on quotations, each on one line.
func (a *App) marginal() map[int]margin.Note {
	out := map[int]margin.Note{}
	for i := range a.ann.Quotes {
		at := a.desk.On(&a.ann.Quotes[i])
		if at < 0 {
			continue
		}
		n := a.desk.Notes[at]
		words := strings.Fields(n.Text)
		for _, t := range n.Tags {
			words = append(words, "#"+t)
		}
		if len(words) == 0 {
			words = append(words, cmp.Or(string(n.Kind), "highlight"))
		}
		out[i] = margin.Note{Kind: a.desk.Look(n.Kind), Text: strings.Join(words, " ")}
	}
	return out
}
