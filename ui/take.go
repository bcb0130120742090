package ui

import (
	tea "charm.land/bubbletea/v2"

	"quoth/ui/catalog"
	"quoth/ui/task"
)

// export writes what was made of the article to the reader's folder.
func (a *App) export() tea.Cmd {
	switch {
	case !a.keeps():
		return nil
	case a.opt.Export == nil:
		a.status.Fail("nowhere to export to")
		return nil
	}
	a.status.Say("exporting …")
	return task.Export(a.article, a.opt.Export)
}

func (a *App) exported(msg task.Exported) {
	if msg.Err != nil {
		a.status.Fail("not exported: " + msg.Err.Error())
		return
	}
	a.status.Say(msg.Said)
}

// cite hands a line by which to cite the article to the terminal's clipboard.
func (a *App) cite() tea.Cmd {
	if !a.reading || a.article == nil || a.opt.Cite == nil {
		a.status.Say("no article to cite")
		return nil
	}
	line := a.opt.Cite(a.article)
	a.status.Say("sent to the clipboard: " + line)
	return tea.SetClipboard(line)
}

// listNotes asks for the notes of the whole library.
func (a *App) listNotes() tea.Cmd {
	switch {
	case !a.keeps():
		return nil
	case a.opt.Noted == nil:
		a.status.Fail("there is no library")
		return nil
	}
	return task.ListNotes(a.era, a.opt.Noted)
}

// notesListed shows the notes of the whole library.
func (a *App) notesListed(msg task.Noted) {
	switch {
	case msg.Era != a.era || !a.reading || a.desk == nil:
	case msg.Err != nil:
		a.status.Fail(msg.Err.Error())
	default:
		a.notes.SetAll(msg.Hits)
		a.helping = false
		a.showSide(sideNotes)
		a.focusPanel()
	}
}

// goHit goes to a note of the whole library: in another article when that is
// open.
func (a *App) goHit() tea.Cmd {
	h, ok := a.notes.Hit()
	switch {
	case !ok:
		return nil
	case h.Note.Article == a.desk.ID:
		a.notes.SetDesk(a.desk)
		a.notes.ChooseNote(h.Note.ID)
		a.enterNote()
		return nil
	}
	a.awaited = h.Note.ID
	return a.open(catalog.Entry{Ref: h.Ref, Title: h.Title})
}
