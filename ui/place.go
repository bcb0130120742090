package ui

import (
	"regexp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/ui/pane/picker"
	"quoth/ui/statement"
)

// notSaid is the choice that the article does not say.
const notSaid = "not stated"

// setWhere asks where the current quotation was said.
func (a *App) setWhere(words string) tea.Cmd {
	q, ok := a.quoted()
	if !ok {
		return nil
	}
	all := a.byWeight(model.Place, model.Org, model.Event)
	choices := []picker.Choice{{Name: notSaid, Note: "the article does not say"}}
	for _, e := range all {
		choices = append(choices, picker.Choice{Name: e.Name, Note: kindOf(e.Type)})
	}
	text := a.article.Text
	return a.choose("WHERE IT WAS SAID", choices, "another place", words, func(i int, words string) tea.Cmd {
		var where []model.SaidWhere
		said := notSaid
		switch {
		case i < 0:
			where, said = []model.SaidWhere{{Kind: model.WherePlace, Name: words}}, words
		case i > 0:
			e := all[i-1]
			where = []model.SaidWhere{{Kind: whereKind(e.Type), Name: e.Name, Words: near(text, e.Mentions, q)}}
			said = e.Name
		}
		return a.correct(model.SetWhere, q, "place kept: "+said, func(c *model.Correction) { c.Where = where })
	})
}

func whereKind(t model.EntityType) model.WhereKind {
	switch t {
	case model.Org:
		return model.WhereMedium
	case model.Event:
		return model.WhereVenue
	case model.Person, model.Place, model.NORP, model.Work, model.Date, model.Time:
	}
	return model.WherePlace
}

// near anchors the mention that stands nearest to a quotation.
func near(text string, mentions []model.Span, q model.Quote) model.Anchor {
	if len(mentions) == 0 || len(q.Content) == 0 {
		return model.Anchor{}
	}
	at := q.Content[0].Start
	far := func(s model.Span) int { return max(s.Start-at, at-s.Start) }
	return anchor.New(text, slices.MinFunc(mentions, func(x, y model.Span) int { return far(x) - far(y) }))
}

// setWhen asks on what day the current quotation was said.
func (a *App) setWhen(words string) tea.Cmd {
	q, ok := a.quoted()
	if !ok {
		return nil
	}
	var all []model.Entity
	choices := []picker.Choice{{Name: notSaid, Note: "the article does not say"}}
	for _, e := range a.byWeight(model.Date, model.Time) {
		if e.Value == "" {
			continue
		}
		all = append(all, e)
		choices = append(choices, picker.Choice{Name: e.Value, Note: e.Name})
	}
	text := a.article.Text
	return a.choose("WHEN IT WAS SAID", choices, "another day: 2026-11-17", words, func(i int, words string) tea.Cmd {
		var when *model.SaidWhen
		said := notSaid
		switch {
		case i < 0 && !isDay(words):
			a.status.Fail("write the day as 2026-11-17, with the hour as 2026-11-17T21:40")
			return nil
		case i < 0:
			when, said = &model.SaidWhen{Value: words}, statement.Day(words)
		case i > 0:
			e := all[i-1]
			when, said = &model.SaidWhen{Value: e.Value, Words: near(text, e.Mentions, q)}, e.Value
		}
		return a.correct(model.SetWhen, q, "day kept: "+said, func(c *model.Correction) { c.When = when })
	})
}

// isDay reports whether words are a day, a month or a year, with or without an
// hour, as TIMEX3 writes them.
func isDay(words string) bool {
	ok, _ := regexp.MatchString(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d)?)?)?)?$`, words)
	return ok
}
