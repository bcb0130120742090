package ui

import (
	tea "charm.land/bubbletea/v2"

	"quoth/model"
)

// switchFocus gives the keys to the panel, or back to the text.
func (a *App) switchFocus() {
	if !a.reading {
		if !a.listing {
			a.shelf.Focus(!a.shelf.OnPlaces())
		}
		return
	}
	if a.onPanel {
		a.focusText()
		return
	}
	a.focusPanel()
}

// focusPanel gives the keys to the panel, and shows it where it is not.
func (a *App) focusPanel() {
	if !a.reading && !a.helping && !a.listing {
		a.shelf.Focus(false)
	}
	if !a.reading || a.onPanel || a.helping {
		return
	}
	a.onPanel, a.origin = true, a.reader.Offset()
	if !a.panelShown() {
		a.peek = true
	}
	a.arrange()
}

// focusText gives the keys to the text. What the panel scrolled to stays.
func (a *App) focusText() {
	if !a.reading && !a.helping && !a.listing {
		a.shelf.Focus(true) // it stands at the left
	}
	if !a.reading || !a.onPanel {
		return
	}
	a.stay()
}

// toggleSide shows something in the panel's place, or the panel again.
func (a *App) toggleSide(s side) {
	switch {
	case !a.reading || a.helping:
	case a.side == s && a.onPanel:
		a.cancel()
	default:
		a.showSide(s)
		a.focusPanel()
	}
}

// showSide puts something in the panel's place.
func (a *App) showSide(s side) {
	a.side = s
	a.reader.SetProof(nil)
	if s == sideEvidence {
		a.fillEvidence()
	}
	a.arrange()
}

// fillEvidence shows why the current quotation is given to its speaker, and
// marks the words that this rests on.
func (a *App) fillEvidence() {
	if a.current < 0 {
		a.evidence.Clear()
		return
	}
	a.evidence.SetQuote(a.article, &a.ann, a.statements[a.current])
	a.reader.SetProof(a.evidence.Spans())
}

// cancel closes what is open and clears what is filtered, one thing at a time;
// it never leaves the article.
func (a *App) cancel() bool {
	switch {
	case a.helping && a.help.Filter() != "":
		a.help.SetFilter("")
	case a.helping:
		a.helping = false
	case a.stopRefresh():
	case a.listing && a.notes.Filter() != "":
		a.notes.SetFilter("")
	case a.listing:
		a.endListing()
	case !a.reading && a.shelf.Marked() > 0:
		a.shelf.Mark(nil)
	case !a.reading && a.shelf.Filter() != "":
		a.shelf.SetFilter("", false)
	case !a.reading && a.shelf.OnPlaces():
		a.shelf.Focus(false)
	case !a.reading:
		return false
	case a.selecting():
		a.reader.EndSelection()
	case a.onPanel && a.side == sidePeople && a.people.Filter() != "":
		a.people.SetFilter("")
	case a.onPanel && a.side == sideNotes && a.notes.Filter() != "":
		a.notes.SetFilter("")
	case a.onPanel && a.side == sideNotes && a.notes.All():
		a.notes.SetDesk(a.desk)
	case a.side != sideMargin:
		a.closeSide()
	case a.margin.Filter() != "":
		a.margin.SetFilter("")
	case a.onPanel:
		a.leavePanel()
	case a.hits != nil || !a.reader.Focus().Empty():
		a.clearHits()
		a.reader.SetFocus(model.Span{})
	default:
		return false
	}
	return true
}

// closeSide shows the panel again, and gives the keys to the text.
func (a *App) closeSide() {
	a.onPanel, a.peek = a.view == layoutPanel, false
	if a.reader.Offset() != a.origin {
		a.jumps.push(a.origin)
	}
	a.showSide(sideMargin)
}

// leavePanel gives the keys to the text, where it stood before.
func (a *App) leavePanel() {
	a.onPanel, a.peek = false, false
	if a.view == layoutPanel {
		a.view = layoutBoth
	}
	a.arrange()
	a.reader.GoTo(a.origin)
	a.setCurrent(a.reader.QuoteInView())
}

// close goes one step back, at last out of the program.
func (a *App) close() tea.Cmd {
	switch {
	case len(a.trail.left) > 0 && !a.opening && a.plain():
		return a.goBack()
	case a.cancel():
		return nil
	case a.reading && a.opening && a.article != nil:
		a.era++
		a.opening = false
		a.status.Say("")
		return a.stayHere()
	case a.reading && (a.shelf.Count() > 1 || a.shelf.Library()):
		left := a.leave()
		a.reading = false
		a.arrange()
		return left
	}
	return a.quit()
}

// quit leaves the program, when the place in the open article is kept and what
// the reader did before is on the disk. Asked for again it does not wait for that.
func (a *App) quit() tea.Cmd {
	if a.doing.busy && !a.quitting {
		a.quitting = true
		a.status.Say("keeping what you did …")
		return nil
	}
	return tea.Sequence(a.leave(), tea.Quit)
}

// cycleLayout goes on to text alone, panel alone, both.
func (a *App) cycleLayout() {
	if !a.reading {
		return
	}
	a.view = (a.view + 1) % layouts
	if !a.wide() && a.view == layoutBoth {
		a.peek = false
	}
	switch a.view {
	case layoutText:
		a.onPanel, a.peek = false, false
		a.status.Say("text alone")
	case layoutPanel:
		a.focusPanel()
		a.status.Say("quotations alone")
	case layoutBoth, layouts:
		if a.onPanel {
			a.stay()
		}
		a.status.Say("text and panel")
	}
	a.arrange()
}

// quotesOnly folds the paragraphs in which nobody speaks, or unfolds them.
func (a *App) quotesOnly() {
	if !a.reading || a.article == nil {
		return
	}
	a.reader.SetFold(!a.reader.Folded())
	if a.reader.Folded() {
		a.status.Say("quotations only")
	} else {
		a.status.Say("the whole text")
	}
}

func (a *App) groupBySpeaker() {
	a.margin.SetGrouped(!a.margin.Grouped())
	if a.margin.Grouped() {
		a.status.Say("panel by speaker")
	} else {
		a.status.Say("panel in the order of reading")
	}
}

// widen changes the measure of the text.
func (a *App) widen(cells int) {
	a.opt.Width = min(max(a.opt.Width+cells, minWidth), maxWidth)
	a.reader.SetMeasure(a.opt.Width)
	a.arrange()
}

func (a *App) toggleMouse() {
	a.mouse = !a.mouse
	if a.mouse {
		a.status.Say("mouse on: hold Shift to select text")
	} else {
		a.status.Say("mouse off")
	}
}
