package ui

import (
	"quoth/ui/desk"
	"quoth/ui/intent"
	"quoth/ui/search"
)

// stepNote goes to the n-th note from the one where the reader is, else from the
// top of the window.
func (a *App) stepNote(n int) {
	if !a.reading || a.desk == nil {
		a.status.Say(a.nothing())
		return
	}
	var placed []desk.Note
	at := -1
	for _, note := range a.desk.Notes {
		if note.Span.Empty() {
			continue
		}
		if note.ID == a.note && note.Span.Overlaps(a.reader.Visible()) {
			at = len(placed)
		}
		placed = append(placed, note)
	}
	switch {
	case len(placed) == 0:
		a.status.Say("no notes in the text")
		return
	case at >= 0:
		at = ((at+n)%len(placed) + len(placed)) % len(placed)
	default:
		at, _ = search.Next(len(placed), func(i int) int { return placed[i].Span.Start }, a.reader.Visible().Start-1, n)
	}
	a.goNote(placed[at])
}

// goNote goes to a note in the text and says what it is; one without a place is
// only told.
func (a *App) goNote(n desk.Note) {
	defer a.setNote(n.ID) // when the quotation there is the current one
	switch {
	case n.Whole():
		a.inText(func() { a.reader.Top() })
	case n.Orphan():
		a.status.Say("orphan: its words are not in the text any more")
		return
	default:
		a.inText(func() {
			a.reader.SetFocus(n.Span)
			a.reader.Reveal(n.Span)
			if q := a.reader.QuoteAt(n.Span.Start); q >= 0 {
				a.setCurrent(q)
			}
		})
	}
	line, _ := desk.Line(n.Note)
	if line == "" {
		line = "highlight"
	}
	a.status.Say(line)
}

// enterNote goes to the chosen note of the list and stays there.
func (a *App) enterNote() {
	if _, ok := a.notes.Lost(); ok {
		a.status.Say("lost: its words are not in the text any more; " + a.keyFor(intent.DeleteNote) + " takes it away")
		return
	}
	n, ok := a.notes.Note()
	if !ok {
		return
	}
	if n.Orphan() {
		a.goNote(n)
		return
	}
	a.onPanel, a.peek = false, false
	if a.view == layoutPanel {
		a.view = layoutBoth
	}
	a.showSide(sideMargin)
	a.goNote(n)
}
