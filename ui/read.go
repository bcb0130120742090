package ui

import (
	"cmp"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/catalog"
	"quoth/ui/desk"
	"quoth/ui/intent"
	"quoth/ui/overlay"
	"quoth/ui/statement"
	"quoth/ui/task"
)

// open asks for an article. What is on the screen stays until it comes.
func (a *App) open(e catalog.Entry) tea.Cmd {
	left := a.ask(e.Name())
	return tea.Batch(left, task.Open(a.era, e.Ref, a.opt.Load, a.opt.Recall, a.method))
}

// ask begins the era of another article.
func (a *App) ask(name string) tea.Cmd {
	left := a.leave()
	a.era++
	a.opening, a.arrival = true, ""
	a.trail.next, a.trail.back = nil, jumps{}
	if a.article != nil || !a.reading {
		a.status.Say("opening " + short(name))
	}
	return left
}

// leave remembers where the open article stands.
func (a *App) leave() tea.Cmd {
	if a.article == nil {
		return nil
	}
	a.places[a.ref] = a.reader.Offset()
	if a.opt.KeepPlace == nil {
		return nil
	}
	return task.Leave(a.article, a.reader.Offset(), a.opt.KeepPlace)
}

func (a *App) opened(msg task.Opened) tea.Cmd {
	if msg.Era != a.era {
		return nil
	}
	a.opening = false
	if a.ahead != nil && (a.ahead.era != a.era || msg.Err != nil) {
		a.ahead = nil
	}
	if msg.Err != nil {
		a.status.Fail(msg.Err.Error())
		a.reading = a.article != nil && a.reading
		return a.stayHere()
	}
	if a.asking >= askNote && a.asking <= askPick { // about the article that was open
		a.refuse()
	}
	a.status.Say(cmp.Or(msg.Warning, a.arrival))
	a.ref, a.article, a.reading, a.helping, a.listing, a.stale = msg.Ref, msg.Article, true, false, false, false
	a.desk, a.note = nil, ""
	a.ann, a.statements, a.overlay, a.annotated, a.current = model.Annotations{}, nil, &overlay.Overlay{}, false, -1
	a.hits, a.hit, a.jumps, a.trail.left = nil, -1, a.trail.back, a.trail.next
	a.side, a.onPanel, a.peek = sideMargin, false, false
	a.shelf.Choose(msg.Ref)
	a.reader.SetPage(msg.Page, msg.Method)
	a.reader.SetMeta(a.meta())
	a.margin.SetFilter("")
	a.margin.SetState("Reading who said what …")
	a.people.SetAnnotations(&a.ann)
	a.links.SetArticle(a.article)
	a.about.SetArticle(a.article, nil)
	a.arrange()
	place, ok := a.places[a.ref]
	if !ok {
		place = msg.Place
	}
	if place > 0 {
		a.reader.GoTo(place)
	}
	a.notes.SetState("Reading who said what …")
	cmd := tea.Batch(a.annotateOpen(), a.markRead())
	if msg.Method != a.method { // the terminal answered in the meantime
		cmd = tea.Batch(cmd, task.Measure(a.era, a.article, a.method))
	}
	return cmd
}

// stayHere goes on with the open article when another one does not come: what was
// asked about it belongs to an era that is over.
func (a *App) stayHere() tea.Cmd {
	if a.article == nil || a.desk != nil {
		return nil
	}
	return a.annotateOpen()
}

func (a *App) annotatedBy(msg task.Annotated) tea.Cmd {
	if msg.Era != a.era || a.article == nil {
		return nil
	}
	a.annotated, a.tagged = true, msg.Tags
	a.lay(msg.Desk)
	a.setCurrent(max(a.reader.QuoteInView(), min(0, len(a.statements)-1)))
	if msg.Err != nil {
		a.status.Fail(msg.Err.Error())
	}
	a.tellLost()
	if i := a.desk.Find(a.awaited); i >= 0 {
		a.goNote(a.desk.Notes[i])
	}
	a.awaited = ""
	return a.catchUp()
}

// lay shows a desk.
func (a *App) lay(d *desk.Desk) {
	a.desk, a.ann, a.statements, a.overlay = d, d.Annotations, d.Statements, d.Overlay
	a.reader.SetAnnotations(a.ann, a.overlay)
	a.reader.SetMeta(a.meta())
	a.margin.SetStatements(a.statements, a.overlay.Speakers)
	a.people.SetAnnotations(&a.ann)
	a.about.SetArticle(a.article, a.statements)
	a.showNotes()
	if a.comparing() {
		a.margin.SetState(a.unsaid())
	}
}

// annotateOpen asks who says what in the open article, and what the reader made of
// it.
func (a *App) annotateOpen() tea.Cmd {
	if a.comparing() {
		return task.Annotate(a.era, a.article, unannotated, nil, nil, a.kinds())
	}
	return task.Annotate(a.era, a.article, a.opt.Annotate, a.opt.Kept, a.opt.Tags, a.kinds())
}

// meta is the line below the headline: what was done with the article stands
// first.
func (a *App) meta() string {
	if a.comparing() {
		return a.changesMeta()
	}
	words := statement.Meta(a.article, a.statements, a.annotated)
	if a.desk == nil {
		return words
	}
	if a.desk.Marks.State.Archived {
		words = "archived · " + words
	}
	if a.desk.Marks.State.Starred {
		words = "★ " + words
	}
	return words
}

// stepArticle goes to the n-th article from the open one on the shelf.
func (a *App) stepArticle(n int) tea.Cmd {
	if !a.reading {
		a.move(n, scroller.Scroll)
		return nil
	}
	to, ok := a.shelf.Beside(a.ref, n)
	if !ok {
		a.status.Say("no article " + where(n) + " this one")
		return nil
	}
	return a.open(to)
}

func where(n int) string {
	if n > 0 {
		return "after"
	}
	return "before"
}

// enter opens what is chosen: an article, a link; or goes to it in the text and
// stays there. In the text it asks why.
func (a *App) enter(in intent.Intent) tea.Cmd {
	switch {
	case a.helping:
		a.helping = false
	case a.listing:
		return a.goHit()
	case !a.reading:
		return a.openChosen()
	case !a.onPanel:
		a.toggleSide(sideEvidence)
	case a.side == sideLinks:
		return a.openLink(in.Count)
	case a.side == sidePeople:
		a.walk(in.Times())
	case a.side == sideEvidence:
		a.goReason()
	case a.side == sideNotes:
		if a.notes.All() {
			return a.goHit()
		}
		a.enterNote()
	case a.side == sideMargin:
		a.stay()
	case a.side == sideAbout || a.side == sidePicker:
		a.cancel()
	}
	return nil
}

func (a *App) openChosen() tea.Cmd {
	e, ok := a.shelf.Chosen()
	switch {
	case a.shelf.OnPlaces():
		a.shelf.Focus(false)
		return nil
	case !ok:
		return nil
	case e.Ref == a.ref && a.article != nil && !a.stale:
		a.reading = true
		a.arrange()
		return nil
	}
	return a.open(e)
}

// stay leaves the panel for the text, at the chosen quotation.
func (a *App) stay() {
	if a.reader.Offset() != a.origin {
		a.jumps.push(a.origin)
	}
	a.onPanel, a.peek = false, false
	if a.view == layoutPanel {
		a.view = layoutBoth
	}
	a.arrange()
	if a.side == sideMargin {
		a.reader.RevealQuote(a.current)
	}
}

// walk goes to the next mention of the chosen name.
func (a *App) walk(n int) {
	e, nth, ok := a.people.Walk(n, a.reader.Visible().Start)
	if !ok {
		return
	}
	a.goMention(e.Mentions[nth], e, nth)
}

// goReason goes to the place that the chosen reason rests on.
func (a *App) goReason() {
	s, ok := a.evidence.Span()
	if !ok {
		return
	}
	a.reader.SetFocus(s)
	a.reader.Reveal(s)
}

// copyQuote hands the current quotation to the terminal's clipboard (OSC 52).
// The terminal does not say whether it took it.
func (a *App) copyQuote() tea.Cmd {
	if a.selecting() {
		return a.copySelection()
	}
	if !a.reading || a.current < 0 {
		a.status.Say("no quotation to copy")
		return nil
	}
	s := a.statements[a.current]
	a.status.Say("sent to the clipboard: " + s.Speaker)
	return tea.SetClipboard(statement.Copied(a.article, s))
}

// short is a name that leaves room in the status line.
func short(name string) string {
	if strings.ContainsRune(name, filepath.Separator) {
		return filepath.Base(name)
	}
	return name
}
