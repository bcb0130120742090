package ui

import (
	"slices"

	"quoth/model/query"
	"quoth/ui/pane/margin"
)

// startFilter asks what to show of the list that has the keys, else of the
// panel.
func (a *App) startFilter(words string) {
	if words != "" {
		a.before.current = a.current
		a.filter(words, false)
		return
	}
	var known []string
	if a.reading && !a.helping && a.side != sidePeople && a.side != sideNotes {
		if a.article == nil {
			return
		}
		a.showSide(sideMargin)
		a.focusPanel()
		known = a.filterWords()
	}
	a.asking = askFilter
	a.before = before{a.filtered(), a.current}
	sign := "/"
	if known != nil {
		sign = "&"
	}
	a.prompt.Open(sign, a.filtered(), known)
	switch {
	case a.filtered() != "":
		a.prompt.Choose()
		a.prompt.SetNote("typing replaces it, → goes on in it")
	case !a.reading && !a.helping && !a.listing && a.shelf.Library():
		a.prompt.SetNote("words, speaker: said: place: title: author: tag: is: before: after:")
	}
}

// settled gives the words of a filter as they stand when they are typed: a query
// goes on finding what it found while it was being typed.
func (a *App) settled(words string) string {
	if a.helping || a.listing || a.reading || !a.shelf.Library() {
		return words
	}
	return query.Settle(words)
}

// filterWords are what Tab completes a filter of the panel from.
func (a *App) filterWords() []string {
	known := margin.Kinds()
	for _, s := range a.statements {
		if !slices.Contains(known, s.Speaker) {
			known = append(known, s.Speaker)
		}
	}
	return known
}

// filtered gives the filter that is set where filter would set one.
func (a *App) filtered() string {
	switch {
	case a.helping:
		return a.help.Filter()
	case a.listing:
		return a.notes.Filter()
	case !a.reading:
		return a.shelf.Filter()
	case a.side == sidePeople:
		return a.people.Filter()
	case a.side == sideNotes:
		return a.notes.Filter()
	}
	return a.margin.Filter()
}

// before is what a filter is typed over: letters that fit on the way to the whole
// word must not lead the reader away.
type before struct {
	filter  string
	current int
}

// filter narrows the list that has the keys; typing says that the words are
// still being typed.
func (a *App) filter(words string, typing bool) {
	switch {
	case a.helping:
		a.help.SetFilter(words)
	case a.listing:
		a.notes.SetFilter(words)
	case !a.reading:
		a.shelf.SetFilter(words, typing)
	case a.side == sidePeople:
		a.people.SetFilter(words)
	case a.side == sideNotes:
		a.notes.SetFilter(words)
	default:
		a.margin.SetFilter(words)
		a.margin.Choose(a.before.current)
		if i := a.margin.Chosen(); i >= 0 {
			a.setCurrent(i)
			a.reader.RevealQuote(i)
		}
	}
}
