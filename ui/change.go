package ui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/desk"
	"quoth/ui/task"
)

// doing is the changes on their way to the disk. They go one after the other, so
// that each is made on what the one before left.
type doing struct {
	now  change
	busy bool
	next []change
	era  task.Era   // of the desk
	desk *desk.Desk // that the last one left
}

// change is something that the reader did, on the desk or to the library alone:
// a list, a feed, a search. A step of the history says which when its turn comes.
type change struct {
	era     task.Era
	step    step
	desk    *desk.Desk
	make    task.Change                  // on the desk
	library func() (model.Action, error) // where there is no desk
	at      model.Span                   // where the reader is then; empty: where they were
	said    string                       // once it is on the disk
	stays   bool                         // the list is the same one after it
	lost    func()                       // what to do with the reader's words when it cannot be kept; may be nil
}

// keeps reports whether what the reader makes of the article can be kept, and
// says why not.
func (a *App) keeps() bool {
	switch {
	case !a.reading || a.article == nil:
		a.status.Say("open an article first")
	case a.opening:
		a.status.Say("another article is being opened")
	case a.comparing():
		a.sayComparing()
	case a.opt.Kept == nil || a.opt.Act == nil:
		a.status.Fail("nothing can be kept: there is no library")
	case a.desk == nil:
		a.status.Say("still reading who said what")
	case a.desk.ID == "":
		a.status.Fail("nothing can be kept: the article is not in the library")
	default:
		return true
	}
	return false
}

// do brings a change on its way.
func (a *App) do(c change) tea.Cmd {
	a.queue(c)
	return a.proceed()
}

// doListed brings a change of the library on its way that is made on the shelf.
func (a *App) doListed(said string, library func() (model.Action, error)) tea.Cmd {
	return a.do(change{library: library, said: said})
}

func (a *App) queue(c change) {
	c.era, c.desk = a.era, a.desk
	a.doing.next = append(a.doing.next, c)
}

// proceed starts the next change unless one is on its way.
func (a *App) proceed() tea.Cmd {
	for !a.doing.busy && len(a.doing.next) > 0 {
		c := a.doing.next[0]
		a.doing.next = a.doing.next[1:]
		if a.doing.desk != nil && a.doing.era == c.era {
			c.desk = a.doing.desk
		}
		if !a.resolve(&c) {
			continue
		}
		a.doing.now, a.doing.busy = c, true
		if c.library != nil {
			return task.ActOnLibrary(c.era, c.library)
		}
		return task.Act(c.era, c.desk, c.make, a.opt.Act, a.opt.Annotate)
	}
	return nil
}

// acted takes what is on the disk now.
func (a *App) acted(msg task.Acted) tea.Cmd {
	c := a.doing.now
	a.doing.busy = false
	changed := errors.Is(msg.Err, model.ErrChanged)
	if !changed { // what another program changed is neither undone nor done again: older steps are
		a.remember(c, msg.Action, msg.Err != nil)
	}
	if msg.Desk == nil {
		a.actedOnLibrary(c, msg)
	} else {
		a.actedOnDesk(c, msg)
	}
	next := a.proceed()
	switch {
	case a.quitting && !a.doing.busy:
		return a.quit()
	case changed && msg.Desk != nil && msg.Era == a.era:
		return tea.Batch(next, a.readAgain())
	case msg.Desk == nil && a.isRead(msg.Action): // it was opened before that was done
		return tea.Batch(next, a.readAgain(), a.anew())
	case a.outdates(c, msg):
		return tea.Batch(next, a.anew())
	case c.stays && a.shelf.Library():
		return tea.Batch(next, task.Places(context.Background(), a.opt.Library))
	}
	return next
}

// outdates reports whether the lists of the shelf are not what they were after a
// change: they show it too, or have the article only now.
func (a *App) outdates(c change, msg task.Acted) bool {
	switch {
	case msg.Desk == nil:
		return !c.stays || msg.Err != nil
	case msg.Err != nil:
		return false
	}
	return len(msg.Action.Changes)+len(msg.Action.Datings) > 0 || a.article != nil && a.article.ID == ""
}

// actedOnDesk shows what was done to the open article.
func (a *App) actedOnDesk(c change, msg task.Acted) {
	a.doing.era, a.doing.desk = msg.Era, msg.Desk
	if msg.Err == nil && msg.Era == a.era && !msg.Action.Empty() {
		a.relay(msg.Desk, c.at)
		if c.step != stepDo && !c.at.Empty() {
			a.reader.Reveal(c.at)
			if q := a.reader.QuoteAt(c.at.Start); q >= 0 {
				a.setCurrent(q)
			}
		}
		for _, e := range msg.Action.Notes {
			if e.After != nil {
				a.setNote(e.After.ID)
			}
		}
	}
	switch {
	case msg.Err != nil:
		a.quitting = false
		a.status.Fail("not kept: " + toldFault(msg.Err))
		if c.lost != nil && msg.Era == a.era && a.asking == askNothing {
			c.lost()
		}
	case msg.Action.Empty():
	case c.said != "":
		a.status.Say(c.said)
	default:
		a.status.Say(toldOf(msg.Action) + "; " + a.undoKey() + " undoes it")
	}
}

// actedOnLibrary tells what was done to the library alone.
func (a *App) actedOnLibrary(c change, msg task.Acted) {
	a.stale = true // the open article may be among what was changed
	switch {
	case msg.Err != nil:
		a.quitting = false
		a.status.Fail(msg.Err.Error())
	case c.step != stepDo || msg.Action.Empty():
		a.status.Say(c.said)
	default:
		a.status.Say(c.said + "; " + a.undoKey() + " undoes it")
	}
}

// readAgain shows what another program made of the article meanwhile, so that
// the next change is made on it.
func (a *App) readAgain() tea.Cmd {
	return a.annotateOpen()
}

// relay shows a desk in place of the one before: the reader stays where they
// are.
func (a *App) relay(d *desk.Desk, to model.Span) {
	a.article = d.Article // its text is the same
	if d.Overlay == a.overlay {
		a.desk = d
		a.reader.SetMeta(a.meta())
		a.about.SetArticle(a.article, a.statements)
		a.showNotes()
		return
	}
	place, current, chosen := a.reader.Offset(), a.current, a.people.Chosen()
	at := -1
	if current >= 0 {
		at = a.ann.Quotes[current].Content[0].Start
	}
	if !to.Empty() {
		at = to.Start
	}
	a.lay(d)
	a.people.Choose(chosen)
	a.reader.GoTo(place)
	a.current = -1
	a.setCurrent(nearest(d, at))
}

// nearest gives the quotation that begins nearest to a byte, or -1.
func nearest(d *desk.Desk, at int) int {
	best, least := -1, 0
	for i, q := range d.Annotations.Quotes {
		if len(q.Content) == 0 || at < 0 {
			continue
		}
		far := max(q.Content[0].Start-at, at-q.Content[0].Start)
		if best < 0 || far < least {
			best, least = i, far
		}
	}
	return best
}
