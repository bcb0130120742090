package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/intent"
	"quoth/ui/pane/reader"
	"quoth/ui/search"
	"quoth/ui/statement"
)

// scroller is what every pane that has the keys can do.
type scroller interface {
	Scroll(n int)
	ScrollHalf(n int)
	ScrollPage(n int)
	Top()
	Bottom()
}

// focused is the pane that has the keys.
func (a *App) focused() scroller {
	switch {
	case a.helping:
		return a.help
	case a.listing:
		return a.notes
	case !a.reading:
		return a.shelf
	case a.onPanel && a.side == sideMargin:
		return a.margin
	case a.onPanel:
		return a.sheet()
	case a.selecting():
		return reader.Caret{Pane: a.reader}
	}
	return a.reader
}

// move scrolls the pane that has the keys by n, and lets text and panel follow
// each other.
func (a *App) move(n int, by func(s scroller, n int)) {
	s, from := a.focused(), a.reader.Row()
	by(s, n)
	switch s {
	case a.reader:
		a.follow(n, a.reader.Row() == from)
	case a.margin:
		a.setCurrent(a.margin.Chosen())
		a.reader.RevealQuote(a.current)
	}
}

// follow makes the quotation on the screen the current one. At the ends of the
// text, where nothing scrolls any more, the quotations there take turns: else the
// last ones could not be reached by scrolling.
func (a *App) follow(n int, stuck bool) {
	seen := a.reader.InView()
	at := slices.Index(seen, a.current)
	switch {
	case !stuck || at < 0:
		a.setCurrent(a.reader.QuoteInView())
	case n > 0 && at+1 < len(seen):
		a.setCurrent(seen[at+1])
	case n < 0 && at > 0:
		a.setCurrent(seen[at-1])
	}
}

// leap goes to an end of what has the keys: in the text, to its last or first
// quotation too.
func (a *App) leap(to func(scroller)) {
	a.jump(func() { a.move(0, func(s scroller, _ int) { to(s) }) })
	if seen := a.reader.InView(); a.focused() == a.reader && len(seen) > 0 {
		a.setCurrent(seen[0])
		if a.reader.AtEnd() {
			a.setCurrent(seen[len(seen)-1])
		}
	}
}

// jump does something that may scroll the text, and remembers the place that it
// left.
func (a *App) jump(do func()) {
	from := a.reader.Offset()
	do()
	if a.reader.Offset() != from && !a.onPanel {
		a.jumps.push(from)
	}
}

func (a *App) percent(in intent.Intent) {
	n := in.Count
	if v, err := strconv.Atoi(strings.TrimSuffix(in.Arg, "%")); err == nil {
		n = v
	}
	a.inText(func() { a.reader.GoPercent(n) })
}

// paragraph moves by paragraphs in the text, by items elsewhere.
func (a *App) paragraph(n int) {
	if a.selecting() {
		a.byBlocks(n)
		return
	}
	if a.focused() != a.reader {
		a.move(n, scroller.Scroll)
		return
	}
	a.move(n, func(_ scroller, n int) { a.reader.ScrollParagraph(n) })
}

// inText does something in the text, from wherever the keys are, as a jump.
func (a *App) inText(do func()) {
	if a.article == nil || !a.reading {
		return
	}
	a.jump(do)
	a.setCurrent(a.reader.QuoteInView())
}

// setCurrent makes a quotation the current one, in the text and in the panel.
func (a *App) setCurrent(i int) {
	if i >= len(a.statements) {
		i = -1
	}
	changed := i != a.current
	a.current = i
	a.reader.SetCurrent(i)
	if i >= 0 && a.margin.Chosen() != i {
		a.margin.Choose(i)
	}
	if changed {
		a.note = ""
	}
	if changed && a.side == sideEvidence {
		a.fillEvidence()
	}
}

// goQuote goes to a quotation.
func (a *App) goQuote(i int) {
	a.jump(func() {
		a.setCurrent(i)
		a.reader.RevealQuote(i)
	})
}

func (a *App) any(int) bool { return true }

func (a *App) doubtful(i int) bool { return statement.Doubtful(&a.ann.Quotes[i]) }

func (a *App) sameSpeaker(i int) bool {
	return a.current >= 0 && a.statements[i].Key == a.statements[a.current].Key
}

// stepQuote goes to the n-th quotation from the current one of those that the
// panel shows and that fit.
func (a *App) stepQuote(n int, fits func(int) bool) {
	if !a.reading || len(a.statements) == 0 {
		a.status.Say(a.nothing())
		return
	}
	all := slices.DeleteFunc(a.margin.Shown(), func(i int) bool { return !fits(i) })
	at, found := slices.BinarySearch(all, a.current)
	if !found && n > 0 {
		at-- // the next one counts as the first step
	}
	to := min(max(at+n, 0), len(all)-1)
	if len(all) == 0 || (found && to == at) {
		a.status.Say(end(n))
		return
	}
	a.goQuote(all[to])
}

func end(n int) string {
	return "none " + where(n) + " this one"
}

// nothing says why there are no quotations.
func (a *App) nothing() string {
	switch {
	case !a.reading:
		return "open an article first"
	case !a.annotated:
		return "still reading who said what"
	}
	return "nobody is quoted in this article"
}

// stepEntity goes to the n-th name from the one where the reader is, else from
// the top of the window.
func (a *App) stepEntity(n int) {
	all := a.overlay.Mentions
	if !a.reading || len(all) == 0 {
		a.status.Say("no names here")
		return
	}
	seen := a.reader.Visible()
	from := seen.Start - 1
	if f := a.reader.Focus(); !f.Empty() && f.Overlaps(seen) {
		from = f.Start
	} else if n < 0 {
		from = seen.End
	}
	to, _ := search.Next(len(all), func(i int) int { return all[i].Start }, from, n)
	m := all[to]
	a.goMention(m.Span, a.ann.Entities[m.Entity], m.Nth)
}

// goMention goes to a mention of an entity and says which it is.
func (a *App) goMention(s model.Span, e model.Entity, nth int) {
	a.inText(func() {
		a.reader.SetFocus(s)
		a.reader.Reveal(s)
	})
	a.status.Say(fmt.Sprintf("%s, %s: %d of %d", e.Name, kindOf(e.Type), nth+1, len(e.Mentions)))
}

// kindOf puts a type of entity into words.
func kindOf(t model.EntityType) string {
	words := map[model.EntityType]string{
		model.Person: "person", model.Org: "body", model.Place: "place", model.NORP: "people or party",
		model.Event: "event", model.Work: "work", model.Date: "date", model.Time: "time",
	}
	return words[t]
}

func (a *App) setMark(letter string) {
	if a.article == nil || !a.reading {
		return
	}
	ref := a.ref
	if a.marks[ref] == nil {
		a.marks[ref] = map[string]int{}
	}
	a.marks[ref][letter] = a.reader.Offset()
	a.status.Say("marked " + letter)
}

func (a *App) goToMark(letter string) tea.Cmd {
	if letter == "'" || letter == "`" {
		return a.jumpBack(1)
	}
	if a.article == nil || !a.reading {
		return nil
	}
	place, ok := a.marks[a.ref][letter]
	if !ok {
		a.status.Say("no mark " + letter)
		return nil
	}
	a.inText(func() { a.reader.GoTo(place) })
	return nil
}

// jumpBack goes back n jumps, and from the first one in an article to the article
// that was left for it.
func (a *App) jumpBack(n int) tea.Cmd {
	for range min(n, mostJumps) {
		place, ok := a.jumps.back(a.reader.Offset())
		if ok {
			a.arrive(place)
			continue
		}
		if a.reading && len(a.trail.left) > 0 {
			return a.goBack()
		}
		a.status.Say("no jump to go back to")
		break
	}
	return nil
}

func (a *App) jumpForward(n int) {
	for range min(n, mostJumps) {
		place, ok := a.jumps.forward()
		if !ok {
			a.status.Say("no jump to go forward to")
			return
		}
		a.arrive(place)
	}
}

// arrive scrolls to a place without remembering the one it leaves.
func (a *App) arrive(place int) {
	a.onPanel = false
	a.reader.GoTo(place)
	a.setCurrent(a.reader.QuoteInView())
	a.arrange()
}
