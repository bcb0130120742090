package ui

import (
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/model/correct"
	"quoth/ui/desk"
	"quoth/ui/intent"
	"quoth/ui/pane/picker"
)

// byWeight lists the entities of some types, in the order of the types, in each
// the most mentioned first.
func (a *App) byWeight(types ...model.EntityType) []model.Entity {
	var out []model.Entity
	for _, t := range types {
		from := len(out)
		for _, e := range a.ann.Entities {
			if e.Type == t {
				out = append(out, e)
			}
		}
		slices.SortStableFunc(out[from:], func(x, y model.Entity) int { return len(y.Mentions) - len(x.Mentions) })
	}
	return out
}

// named gives the name that is to be corrected: the chosen one of the list of
// names, else the one just gone to, else the speaker of the current quotation.
// One that is no entity has no mentions.
func (a *App) named() (model.Entity, bool) {
	if !a.keeps() {
		return model.Entity{}, false
	}
	if a.onPanel && a.side == sidePeople {
		return a.people.Entity()
	}
	focus := a.reader.Focus()
	for _, m := range a.overlay.Mentions {
		if !focus.Empty() && m.Span == focus {
			return a.ann.Entities[m.Entity], true
		}
	}
	if a.current >= 0 {
		q := a.ann.Quotes[a.current]
		for _, e := range a.ann.Entities {
			if e.ID == q.Speaker {
				return e, true
			}
		}
		if q.SpeakerName != "" {
			return model.Entity{Name: q.SpeakerName}, true
		}
	}
	a.status.Say("no name here: " + a.keyFor(intent.People) + " lists the names")
	return model.Entity{}, false
}

// oneName asks which other name the name is that is here, or what it is called
// in the text where that is someone else.
func (a *App) oneName(words string) tea.Cmd {
	e, ok := a.named()
	if !ok {
		return nil
	}
	var all []model.Correction
	var choices []picker.Choice
	add := func(kind model.CorrectionKind, other, name, note string) {
		all = append(all, model.Correction{Kind: kind, Name: e.Name, Other: other})
		choices = append(choices, picker.Choice{Name: name, Note: note})
	}
	others := a.byWeight(model.Person, model.Org, model.NORP, model.Place, model.Event, model.Work)
	slices.SortStableFunc(others, func(x, y model.Entity) int { return unlike(x, e) - unlike(y, e) })
	for _, o := range others {
		if o.ID != e.ID {
			add(model.OneName, o.Name, o.Name, "the same, "+kindOf(o.Type))
		}
	}
	for _, form := range a.forms(e) {
		add(model.PartName, form, "“"+form+"”", "someone else")
	}
	return a.choose(strings.ToUpper(e.Name)+" IS", choices, "a better spelling", words, func(i int, words string) tea.Cmd {
		c := model.Correction{Kind: model.OneName, Name: e.Name, Other: words}
		if i >= 0 {
			c = all[i]
		}
		return a.askReach(c)
	})
}

// unlike tells how little one name looks like another one of the same: 0 where
// they share a word, 1 where they are of one type, else 2.
func unlike(o, e model.Entity) int {
	words := strings.Fields(strings.ToLower(e.Name))
	for word := range strings.FieldsSeq(strings.ToLower(o.Name)) {
		if utf8.RuneCountInString(word) > 2 && word != "the" && slices.Contains(words, word) {
			return 0
		}
	}
	if o.Type == e.Type {
		return 1
	}
	return 2
}

// forms lists what an entity is called in the text beside its name.
func (a *App) forms(e model.Entity) []string {
	var out []string
	for _, m := range e.Mentions {
		if form := m.In(a.article.Text); form != e.Name && !slices.Contains(out, form) {
			out = append(out, form)
		}
	}
	return out
}

// setType asks what kind of thing the name is that is here.
func (a *App) setType(words string) tea.Cmd {
	e, ok := a.named()
	if !ok {
		return nil
	}
	types := []model.EntityType{model.Person, model.Org, model.Place, model.NORP, model.Event, model.Work}
	var choices []picker.Choice
	for _, t := range types {
		choices = append(choices, picker.Choice{Name: kindOf(t)})
	}
	return a.choose(strings.ToUpper(e.Name)+" IS A", choices, "", words, func(i int, _ string) tea.Cmd {
		return a.askReach(model.Correction{Kind: model.SetType, Name: e.Name, Type: types[i]})
	})
}

// askReach asks whether a correction of a name holds for this article or for
// all, and keeps it.
func (a *App) askReach(c model.Correction) tea.Cmd {
	choices := []picker.Choice{{Name: "in this article"}, {Name: "in all articles"}}
	a.pick("THIS HOLDS", choices, "", func(i int, _ string) tea.Cmd {
		now := a.now()
		return a.do(change{said: "kept: " + told(c) + " " + choices[i].Name, make: func(d *desk.Desk) (model.Action, error) {
			if i == 0 {
				c.Article = d.ID
			}
			return correct.Make(d.Marks, c, now), nil
		}})
	})
	return nil
}

// told puts a correction of a name into words.
func told(c model.Correction) string {
	switch c.Kind {
	case model.PartName:
		return c.Name + " is not “" + c.Other + "”"
	case model.SetType:
		return c.Name + " is a " + kindOf(c.Type)
	case model.OneName:
	default:
	}
	return c.Name + " is " + c.Other
}
