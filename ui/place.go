package ui

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/query"
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
	var named []picker.Choice
	for _, e := range all {
		so := len(q.Where) == 1 && strings.EqualFold(e.Name, q.Where[0].Name)
		named = append(named, picker.Choice{Name: e.Name, Note: kindOf(e.Type), Now: so})
	}
	choices := withStanding(named, a.statements[a.current].Where)
	first := len(choices) - len(named)
	text := a.article.Text
	return a.choose("WHERE IT WAS SAID", choices, "in Tehran, on CNN, at a rally", words, func(i int, words string) tea.Cmd {
		var where []model.SaidWhere
		said := notSaid
		switch {
		case i < 0:
			where, said = a.whereOf(words, all, q), words
		case i >= first:
			where, said = []model.SaidWhere{whereOf(text, all[i-first], q)}, all[i-first].Name
		case i > 0:
			return a.unchanged()
		}
		return a.correct(model.SetWhere, q, "place kept: "+said, func(c *model.Correction) { c.Where = where })
	})
}

// withStanding puts before what the article names that it does not say, and what
// stands now where that is none of the names: the one that is so now is chosen at
// first, so that Enter alone takes nothing away.
func withStanding(named []picker.Choice, now string) []picker.Choice {
	before := []picker.Choice{{Name: notSaid, Note: "the article does not say", Now: now == ""}}
	if now != "" && !slices.ContainsFunc(named, func(c picker.Choice) bool { return c.Now }) {
		before = append(before, picker.Choice{Name: now, Note: "as it stands", Now: true})
	}
	return append(before, named...)
}

// unchanged changes nothing, and says so.
func (a *App) unchanged() tea.Cmd {
	a.status.Say("left as it stands")
	return nil
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
	var named []picker.Choice
	for _, e := range a.byWeight(model.Date, model.Time) {
		if e.Value == "" {
			continue
		}
		all = append(all, e)
		named = append(named, picker.Choice{Name: e.Name, Note: statement.Day(e.Value), Now: q.When != nil && e.Value == q.When.Value})
	}
	choices := withStanding(named, a.statements[a.current].When)
	first := len(choices) - len(named)
	text := a.article.Text
	return a.choose("WHEN IT WAS SAID", choices, "another day, as 2026-11-17", words, func(i int, words string) tea.Cmd {
		var when *model.SaidWhen
		said := notSaid
		switch {
		case i < 0:
			value, err := saidOn(words, a.spokenBefore())
			if err != nil {
				refused := a.setWhen("")
				a.pickAgain(words, err)
				return refused
			}
			when, said = &model.SaidWhen{Value: value}, statement.Day(value)
		case i >= first:
			e := all[i-first]
			when, said = &model.SaidWhen{Value: e.Value, Words: near(text, e.Mentions, q)}, cmp.Or(statement.Day(e.Value), e.Name)
		case i > 0:
			return a.unchanged()
		}
		return a.correct(model.SetWhen, q, "day kept: "+said, func(c *model.Correction) { c.When = when })
	})
}

// spokenBefore is the moment that yesterday and monday are counted from: when the
// article was published, or now where that is not known.
func (a *App) spokenBefore() time.Time {
	if p := a.article.Published; p.Known() {
		return p.Time
	}
	return a.now()
}

// saidOn gives the TIMEX3 value of words that name a day, a month or a year, as
// TIMEX3 writes it, with or without an hour, or else a day as people write it.
func saidOn(words string, now time.Time) (string, error) {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly, "2006-01-02T15", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, words); err == nil && t.Year() > 0 {
			return t.Format(layout), nil
		}
	}
	s, err := query.Day(words, now)
	switch {
	case err != nil:
		return "", err
	case !s.Known():
		return "", errors.New("no day: write it like 2026-11-17")
	case s.HasClock:
		return s.Time.Format("2006-01-02T15:04"), nil
	}
	return s.String(), nil
}
