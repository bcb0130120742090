package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/model/query"
	"quoth/ui/desk"
	"quoth/ui/statement"
)

// setPublished asks on what day the marked articles, or the chosen or open one,
// were published.
func (a *App) setPublished(words string) tea.Cmd {
	if words != "" {
		return a.published(words)
	}
	ids := a.targets()
	if len(ids) == 0 {
		return nil
	}
	a.openPublished(a.publishedNow(ids), "a day, as 2026-11-17; nothing leaves it to the source")
	return nil
}

func (a *App) openPublished(words, note string) {
	a.asking = askPublished
	a.prompt.Open("published: ", words, nil)
	a.prompt.SetNote(note)
}

// publishedNow gives the day that the articles have in common with the chosen
// one, as it can be typed.
func (a *App) publishedNow(ids []string) string {
	if a.reading {
		return a.article.Published.String()
	}
	e, ok := a.shelf.Chosen()
	if !ok || len(ids) > 1 {
		return ""
	}
	return e.Published.String()
}

// published sets the day of publication by hand. In the open article all that
// the text says of days is told anew.
func (a *App) published(words string) tea.Cmd {
	day, err := query.Day(words, a.now())
	if err != nil {
		a.openPublished(words, err.Error())
		return nil
	}
	if a.reading {
		if !a.keeps() {
			return nil
		}
		return a.do(change{make: func(d *desk.Desk) (model.Action, error) {
			before := d.Marks.Dating
			after := model.Dating{Article: d.ID, Published: day, ByHand: day.Known()}
			if after.Equal(before) {
				return model.Action{}, nil
			}
			return model.Action{Datings: []model.Edit[model.Dating]{{Before: &before, After: &after}}}, nil
		}})
	}
	ids := a.targets()
	if len(ids) == 0 {
		return nil
	}
	l := a.opt.Library
	return a.doListed(plural(len(ids), "article")+" "+publishedOn(day), func() (model.Action, error) { return l.Date(context.Background(), ids, day) })
}

func publishedOn(s model.Stamp) string {
	if !s.Known() {
		return "dated by its source again"
	}
	return "published " + statement.Stamp(s)
}
