package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"quoth/ui/intent"
	"quoth/ui/search"
)

// question is what the prompt is open for.
type question uint8

const (
	askNothing question = iota
	askSearch
	askFilter
	askCommand
	askNote
	askTags
	askUntag
	askKind
	askPick
	askTagArticles
	askUntagArticles
	askSearchName
	askFeed
	askPublished
)

// answer edits the prompt; Enter and Esc close it.
func (a *App) answer(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "enter":
		return tea.Batch(a.accept(), a.want())
	case "esc", "ctrl+c", "ctrl+g":
		a.refuse()
		return a.want()
	case "backspace":
		if a.prompt.Value() == "" && a.asking != askNote {
			a.refuse()
			return a.want()
		}
	}
	if a.asking == askPick && a.pickKey(msg.String()) {
		return nil
	}
	before := a.prompt.Value()
	a.prompt.Key(msg)
	if a.prompt.Value() != before {
		a.asked()
	}
	return a.want()
}

// paste takes pasted words into the prompt. They are never commands.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case a.ahead != nil:
		a.wait(msg)
	case a.asking != askNothing:
		a.prompt.Paste(msg)
		a.asked()
	}
	return a.want()
}

// asked shows what the words find while they are typed.
func (a *App) asked() {
	words := a.prompt.Value()
	switch a.asking {
	case askSearch:
		a.find(words)
		a.prompt.SetNote(a.found())
	case askFilter:
		a.filter(words, true)
	case askCommand:
		a.prompt.SetNote(commandNote(words))
	case askNote, askTags:
		a.askedNote()
	case askPick:
		a.picker.SetWords(words)
		a.prompt.SetNote(howToPick)
	case askUntag, askKind, askTagArticles, askUntagArticles, askSearchName, askFeed, askPublished, askNothing:
	}
}

func (a *App) accept() tea.Cmd {
	words, asking := a.prompt.Value(), a.asking
	a.asking = askNothing
	a.prompt.Done()
	switch asking {
	case askSearch:
		a.endSearch(words)
	case askFilter:
		a.filter(a.settled(words), false)
	case askCommand:
		return a.command(words)
	case askNote:
		a.reader.EndSelection()
		return a.keepLine(a.draft, words)
	case askTags, askUntag:
		return a.tag(a.draft, words, asking == askUntag)
	case askKind:
		a.reader.EndSelection()
		return a.highlight(a.draft, words)
	case askPick:
		return a.picked(words)
	case askTagArticles:
		return a.tagArticles(words, true)
	case askUntagArticles:
		return a.tagArticles(words, false)
	case askSearchName:
		return a.saveSearch(words)
	case askFeed:
		return a.subscribe(words)
	case askPublished:
		return a.published(words)
	case askNothing:
	}
	return nil
}

func (a *App) refuse() {
	switch a.asking {
	case askSearch:
		a.clearHits()
		a.arrive(a.origin)
	case askFilter:
		a.filter(a.before.filter, false)
	case askPick:
		a.unpick()
	case askNote:
		a.abandon()
	case askCommand, askTags, askUntag, askKind, askTagArticles, askUntagArticles, askSearchName, askFeed, askPublished, askNothing:
	}
	a.asking = askNothing
}

// startSearch asks what to search for, or searches for words that came with a
// command. On the help screen and in a list it filters instead.
func (a *App) startSearch(words string) {
	switch {
	case a.helping || !a.reading || a.onPanel && (a.side == sidePeople || a.side == sideNotes):
		a.startFilter(words)
		return
	case a.article == nil:
		return
	}
	a.onPanel = false
	a.origin = a.reader.Offset()
	a.showSide(sideMargin)
	if words != "" {
		a.find(words)
		a.endSearch(words)
		return
	}
	a.asking = askSearch
	a.prompt.Open("/", "", nil)
}

// find marks what the words find and shows the first after where the search
// began.
func (a *App) find(words string) {
	a.hits = search.All(a.article.Text, words)
	a.hit, _ = a.nextHit(a.origin-1, 1)
	a.reader.SetHits(a.hits, a.hit)
	if a.hit < 0 {
		a.reader.GoTo(a.origin)
		return
	}
	a.reader.Reveal(a.hits[a.hit])
	a.reader.MoveTo(a.hits[a.hit].Start)
}

// nextHit gives the n-th match after a place.
func (a *App) nextHit(off, n int) (hit int, wrapped bool) {
	return search.Next(len(a.hits), func(i int) int { return a.hits[i].Start }, off, n)
}

// endSearch stays at the match; without words it goes to the next of the last
// search.
func (a *App) endSearch(words string) {
	if words == "" {
		a.stepMatch(1)
		return
	}
	a.words = words
	if a.hit < 0 {
		a.clearHits()
		a.status.Fail("not found: " + words)
		return
	}
	if a.reader.Offset() != a.origin {
		a.jumps.push(a.origin)
	}
	a.setCurrent(a.reader.QuoteInView())
	a.status.Say(a.found())
}

func (a *App) clearHits() {
	a.hits, a.hit = nil, -1
	a.reader.SetHits(nil, -1)
}

// found counts the matches: "3 of 12".
func (a *App) found() string {
	switch {
	case len(a.hits) == 0:
		return "not found"
	case len(a.hits) == search.Most:
		return fmt.Sprintf("%d of more than %d", a.hit+1, len(a.hits))
	}
	return fmt.Sprintf("%d of %d", a.hit+1, len(a.hits))
}

// stepMatch goes to the n-th match from here.
func (a *App) stepMatch(n int) {
	switch {
	case !a.reading || a.article == nil:
		return
	case a.words == "":
		a.status.Say("nothing searched for yet: " + a.keyFor(intent.Search) + " searches")
		return
	}
	from := a.reader.Visible().Start - 1
	if a.hits == nil {
		a.hits = search.All(a.article.Text, a.words)
	}
	if a.hit >= 0 && a.hit < len(a.hits) {
		from = a.hits[a.hit].Start
	}
	to, wrapped := a.nextHit(from, n)
	if to < 0 {
		a.clearHits()
		a.status.Say("not found: " + a.words)
		return
	}
	a.hit = to
	a.inText(func() {
		a.reader.SetHits(a.hits, a.hit)
		a.reader.Reveal(a.hits[a.hit])
		a.reader.MoveTo(a.hits[a.hit].Start)
	})
	text := a.words + ": " + a.found()
	if wrapped {
		text += ", round the end"
	}
	a.status.Say(text)
}

// keyFor gives the first key for an intent where the keys are now.
func (a *App) keyFor(id intent.ID) string {
	keys := a.opt.Keys.KeysFor(a.scope(), id)
	if len(keys) == 0 {
		return ":" + name(id)
	}
	return keys[0]
}

func name(id intent.ID) string {
	for _, info := range intent.All() {
		if info.ID == id {
			return info.Name
		}
	}
	return ""
}
