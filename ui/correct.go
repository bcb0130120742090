package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/model/correct"
	"quoth/ui/desk"
	"quoth/ui/pane/picker"
	"quoth/ui/statement"
)

// quoted gives the current quotation, where it can be corrected.
func (a *App) quoted() (model.Quote, bool) {
	switch {
	case !a.keeps():
		return model.Quote{}, false
	case a.current < 0:
		a.status.Say(a.nothing())
		return model.Quote{}, false
	}
	return a.ann.Quotes[a.current], true
}

// correct keeps a correction of a quotation.
func (a *App) correct(kind model.CorrectionKind, q model.Quote, said string, set func(c *model.Correction)) tea.Cmd {
	text, now := a.article.Text, a.now()
	return a.do(change{said: said, make: func(d *desk.Desk) (model.Action, error) {
		c := correct.OfQuote(kind, d.ID, text, &q)
		if set != nil {
			set(&c)
		}
		return correct.Make(d.Marks, c, now), nil
	}})
}

func (a *App) confirm() tea.Cmd {
	q, ok := a.quoted()
	if !ok {
		return nil
	}
	return a.correct(model.Confirm, q, "confirmed: kept", nil)
}

func (a *App) dismiss() tea.Cmd {
	q, ok := a.quoted()
	if !ok {
		return nil
	}
	return a.correct(model.Dismiss, q, "no quotation: kept; "+a.undoKey()+" brings it back", nil)
}

// setSpeaker asks who said the current quotation.
func (a *App) setSpeaker(words string) tea.Cmd {
	q, ok := a.quoted()
	if !ok {
		return nil
	}
	return a.askSpeaker(words, &q, func(s speaker) tea.Cmd {
		return a.correct(model.SetSpeaker, q, "speaker kept: "+s.name(), func(c *model.Correction) {
			c.Speaker, c.SpeakerKind = s.Name, s.Kind
		})
	})
}

// speaker is whom a quotation can be given to.
type speaker struct {
	Name string
	Kind model.SpeakerKind
	note string
}

func (s speaker) name() string {
	if s.Name == "" {
		return "unknown"
	}
	return s.Name
}

// askSpeaker asks for one of the people and bodies of the article, or takes the
// one that came with a command. of is the quotation that has a speaker already, or
// nil.
func (a *App) askSpeaker(words string, of *model.Quote, take func(speaker) tea.Cmd) tea.Cmd {
	all := a.speakers()
	known := func(i int, words string) tea.Cmd {
		if i < 0 {
			return take(speaker{Name: words, Kind: model.SpeakerPerson})
		}
		return take(all[i])
	}
	if words != "" {
		for i, s := range all {
			if strings.EqualFold(s.name(), words) {
				return known(i, "")
			}
		}
		return known(-1, words)
	}
	choices := make([]picker.Choice, len(all))
	for i, s := range all {
		choices[i] = picker.Choice{Name: s.name(), Note: s.note, Now: of != nil && strings.EqualFold(s.Name, of.SpeakerName)}
	}
	a.pick("WHO SAID IT", choices, "a new name", known)
	return nil
}

// speakers lists people, bodies and groups, those that speak most first, then
// the sources without a name, then not known.
func (a *App) speakers() []speaker {
	var out []speaker
	for _, e := range a.byWeight(model.Person, model.Org, model.NORP, model.Place) {
		out = append(out, speaker{e.Name, speakerKind(e.Type), kindOf(e.Type)})
	}
	seen := map[string]bool{}
	for i := range a.ann.Quotes {
		q := &a.ann.Quotes[i]
		if name := strings.ToLower(q.SpeakerName); q.Speaker == "" && name != "" && !seen[name] {
			seen[name] = true
			out = append(out, speaker{q.SpeakerName, q.SpeakerKind, "source"})
		}
	}
	return append(out, speaker{"", model.SpeakerUnknown, "the article does not say"})
}

func speakerKind(t model.EntityType) model.SpeakerKind {
	switch t {
	case model.Org, model.Place:
		return model.SpeakerOrganisation
	case model.NORP:
		return model.SpeakerGroup
	case model.Person, model.Event, model.Work, model.Date, model.Time:
	}
	return model.SpeakerPerson
}

// setKind asks how the words of the current quotation are given.
func (a *App) setKind(words string) tea.Cmd {
	q, ok := a.quoted()
	if !ok {
		return nil
	}
	kinds := []model.QuoteKind{model.Direct, model.Mixed, model.Indirect}
	choices := []picker.Choice{
		{Name: string(model.Direct), Note: "all in quotation marks"},
		{Name: string(model.Mixed), Note: "in part quoted"},
		{Name: string(model.Indirect), Note: "reported"},
	}
	for i, k := range kinds {
		choices[i].Now = k == q.Kind
	}
	return a.choose("KIND", choices, "", words, func(i int, _ string) tea.Cmd {
		return a.correct(model.SetKind, q, "kind kept: "+string(kinds[i]), func(c *model.Correction) { c.QuoteKind = kinds[i] })
	})
}

// choose asks for a choice, or takes the one that came with a command.
func (a *App) choose(title string, choices []picker.Choice, free, words string, take func(i int, words string) tea.Cmd) tea.Cmd {
	if words == "" {
		a.pick(title, choices, free, take)
		return nil
	}
	for i, c := range choices {
		if strings.EqualFold(c.Name, words) {
			return take(i, words)
		}
	}
	if free != "" {
		return take(-1, words)
	}
	a.status.Fail("no such choice: " + statement.Typographic(words))
	return nil
}
