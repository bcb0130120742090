package ui

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

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
	return a.choose("WHERE IT WAS SAID", choices, "in Tehran, on CNN, at a rally", words, func(i int, words string) tea.Cmd {
		var where []model.SaidWhere
		said := notSaid
		switch {
		case i < 0:
			where, said = a.whereOf(words, all, q), words
		case i > 0:
			where, said = []model.SaidWhere{whereOf(text, all[i-1], q)}, all[i-1].Name
		}
		return a.correct(model.SetWhere, q, "place kept: "+said, func(c *model.Correction) { c.Where = where })
	})
}

// whereOf reads places, occasions and media as they are typed, several with commas
// between: "in Tehran, on CNN". What the article names is taken from there; of
// other words the preposition tells the kind.
func (a *App) whereOf(words string, all []model.Entity, q model.Quote) []model.SaidWhere {
	var out []model.SaidWhere
	for part := range strings.SplitSeq(words, ",") {
		kind, name := model.WherePlace, strings.Join(strings.Fields(part), " ")
		for _, p := range []struct {
			word string
			kind model.WhereKind
		}{{"in ", model.WherePlace}, {"at ", model.WhereVenue}, {"during ", model.WhereVenue}, {"on ", model.WhereMedium}, {"to ", model.WhereMedium}} {
			if rest, ok := strings.CutPrefix(name, p.word); ok {
				kind, name = p.kind, rest
				break
			}
		}
		if name == "" {
			continue
		}
		w := model.SaidWhere{Kind: kind, Name: name}
		if i := slices.IndexFunc(all, func(e model.Entity) bool { return strings.EqualFold(e.Name, name) }); i >= 0 {
			w = whereOf(a.article.Text, all[i], q)
		}
		out = append(out, w)
	}
	return out
}

// whereOf is what the article names, as where a quotation was said.
func whereOf(text string, e model.Entity, q model.Quote) model.SaidWhere {
	return model.SaidWhere{Kind: whereKind(e.Type), Name: e.Name, Words: near(text, e.Mentions, q)}
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
		choices = append(choices, picker.Choice{Name: e.Name, Note: statement.Day(e.Value)})
	}
	text := a.article.Text
	return a.choose("WHEN IT WAS SAID", choices, "another day, as 2026-11-17", words, func(i int, words string) tea.Cmd {
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
			when, said = &model.SaidWhen{Value: e.Value, Words: near(text, e.Mentions, q)}, cmp.Or(statement.Day(e.Value), e.Name)
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
