package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/catalog"
	"quoth/ui/desk"
	"quoth/ui/intent"
	"quoth/ui/task"
)

// flagged says which flag an intent turns over.
func flagged(id intent.ID) model.Flag {
	switch id {
	case intent.Star:
		return model.FlagStarred
	case intent.Archive:
		return model.FlagArchived
	case intent.Delete:
		return model.FlagDeleted
	default:
		return model.FlagRead
	}
}

// flag turns a flag over on the marked articles, or on the chosen or open one:
// where all have it, it is taken off.
func (a *App) flag(id intent.ID) tea.Cmd {
	flag := flagged(id)
	switch {
	case a.reading:
		return a.changeOpen(func(m model.Marks) model.Change {
			return changeOf(flag, flag == model.FlagDeleted || !m.State.Has(flag), m.Dating.Article)
		})
	case flag == model.FlagDeleted && a.shelf.OnPlaces():
		return a.drop()
	}
	ids := a.targets()
	if len(ids) == 0 {
		return nil
	}
	on := flag == model.FlagDeleted || !a.shelf.All(ids, func(e catalog.Entry) bool { return e.State.Has(flag) })
	anew := flag == model.FlagDeleted || flag == model.FlagArchived
	if anew {
		a.shelf.Mark(nil) // they leave the list
	} else {
		a.shelf.Update(ids, func(e *catalog.Entry) { e.State.Set(flag, on) })
	}
	return a.changeListed(changeOf(flag, on, ids...), anew)
}

// changeOf gives the change that sets a flag, or clears it.
func changeOf(flag model.Flag, on bool, ids ...string) model.Change {
	if on {
		return model.Change{Flag: flag, On: ids}
	}
	return model.Change{Flag: flag, Off: ids}
}

// many is from how many articles on one waits for a change.
const many = 1000

// changeListed changes articles of the list.
func (a *App) changeListed(c model.Change, anew bool) tea.Cmd {
	if n := len(c.On) + len(c.Off); n > many {
		a.status.Say("changing " + plural(n, "article") + " …")
	}
	l := a.opt.Library
	return a.do(change{said: whatWasDone(c), stays: !anew, library: func() (model.Action, error) { return l.Change(context.Background(), c) }})
}

// changeOpen changes the open article, as its history can undo it.
func (a *App) changeOpen(of func(m model.Marks) model.Change) tea.Cmd {
	if !a.keeps() {
		return nil
	}
	return a.do(change{make: func(d *desk.Desk) (model.Action, error) {
		return model.Action{Changes: []model.Change{of(d.Marks)}}, nil
	}})
}

// targets gives the ids that an action is for, or says why there are none.
func (a *App) targets() []string {
	switch {
	case a.opt.Library == nil:
		a.status.Fail("there is no library")
		return nil
	case a.reading && a.article != nil && a.article.ID != "":
		return []string{a.article.ID}
	case a.reading && a.keeps():
		return []string{a.desk.ID}
	case a.reading || a.listing:
		return nil
	}
	ids := a.shelf.Targets()
	if len(ids) == 0 {
		a.status.Say("no article of the library is chosen")
	}
	return ids
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// tagArticles puts a tag on the marked articles, or on the chosen or open one, or
// takes it off.
func (a *App) tagArticles(name string, on bool) tea.Cmd {
	name = strings.Join(strings.Fields(name), " ")
	tag := func(ids ...string) model.Change {
		c := changeOf(model.FlagTag, on, ids...)
		c.Tag = name
		return c
	}
	switch {
	case name == "":
		return nil
	case a.reading && a.article != nil && slices.Contains(a.article.Tags, name) == on:
		a.status.Say("it is so already")
		return nil
	case a.reading:
		return a.changeOpen(func(m model.Marks) model.Change { return tag(m.Dating.Article) })
	}
	ids := a.targets()
	if len(ids) == 0 {
		return nil
	}
	return a.changeListed(tag(ids...), true)
}

// drop gives the chosen feed up, or forgets the chosen search.
func (a *App) drop() tea.Cmd {
	place := a.shelf.Place()
	switch place.Kind {
	case catalog.Feed, catalog.Search:
		l := a.opt.Library
		return a.doListed(place.Name+" given up", func() (model.Action, error) { return l.Drop(context.Background(), place) })
	default:
		a.status.Say("only feeds and searches can be given up")
		return nil
	}
}

// done takes note of what was done to the library by the network or by the way.
func (a *App) done(msg task.Done) tea.Cmd {
	a.history.Did(msg.Action)
	switch {
	case msg.Err != nil:
		a.status.Fail(msg.Err.Error())
		return a.anew()
	case msg.Say != "" && !msg.Action.Empty():
		a.status.Say(msg.Say + "; " + a.undoKey() + " undoes it")
	case msg.Say != "":
		a.status.Say(msg.Say)
	}
	if msg.Anew {
		return a.anew()
	}
	if !a.shelf.Library() {
		return nil
	}
	return task.Places(context.Background(), a.opt.Library)
}

// markAll marks all articles of the list, or takes all marks off.
func (a *App) markAll() tea.Cmd {
	if a.shelf.Marked() > 0 {
		a.shelf.Mark(nil)
		return nil
	}
	ask, ok := a.shelf.Answered()
	if !ok {
		return nil
	}
	return task.Collect(context.Background(), ask, a.opt.Library)
}

func (a *App) collected(msg task.Collected) {
	switch ask, ok := a.shelf.Answered(); {
	case msg.Err != nil:
		a.status.Fail(msg.Err.Error())
	case ok && ask.Same(msg.Ask):
		a.shelf.Mark(msg.IDs)
	}
}

// markRead makes the article that was just opened a read one. It is no action of
// the reader's that undo should bring back.
func (a *App) markRead() tea.Cmd {
	if !a.shelf.Library() || a.article.ID == "" {
		return nil
	}
	ids := []string{a.article.ID}
	if a.shelf.All(ids, func(e catalog.Entry) bool { return e.State.Read }) && a.shelf.Find(a.ref) >= 0 {
		return nil
	}
	a.shelf.Update(ids, func(e *catalog.Entry) { e.State.Read = true })
	return task.MarkRead(context.Background(), a.article.ID, a.opt.Library)
}
