package ui

import (
	tea "charm.land/bubbletea/v2"

	"quoth/ui/catalog"
	"quoth/ui/task"
)

// listNotes asks for the notes of the whole library.
func (a *App) listNotes() tea.Cmd {
	switch {
	case a.opt.Noted == nil:
		a.status.Fail("there is no library")
		return nil
	case a.reading && a.desk == nil:
		a.status.Say("still reading who said what")
		return nil
	}
	return task.ListNotes(a.era, a.opt.Noted)
}

// notesListed shows the notes of the whole library: in the panel's place beside an
// article, else over the shelf.
func (a *App) notesListed(msg task.Noted) {
	switch {
	case msg.Era != a.era || a.reading && a.desk == nil:
		return
	case msg.Err != nil:
		a.status.Fail(msg.Err.Error())
		return
	}
	a.notes.SetAll(msg.Hits)
	a.helping = false
	if !a.reading {
		a.listing = true
		a.arrange()
		return
	}
	a.showSide(sideNotes)
	a.focusPanel()
}

// endListing shows the shelf again.
func (a *App) endListing() {
	a.listing = false
	a.arrange()
}

// goHit goes to a note of the whole library: in another article when that is
// open.
func (a *App) goHit() tea.Cmd {
	h, ok := a.notes.Hit()
	switch {
	case !ok:
		return nil
	case a.reading && h.Note.Article == a.desk.ID:
		a.notes.SetDesk(a.desk)
		a.notes.ChooseNote(h.Note.ID)
		a.enterNote()
		return nil
	}
	a.awaited = h.Note.ID
	return a.visit(catalog.Entry{Ref: h.Ref, Title: h.Title})
}
