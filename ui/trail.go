package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/catalog"
	"quoth/ui/task"
)

// trail is the articles that the reader left by the way, for a note in another
// article or for what changed in this one: back leads along it before it leads
// to the shelf.
type trail struct {
	left []visited // the last one left at the end
	next []visited // what left is when the article is there that was asked for
	back jumps     // and the places in that article
}

// visited is an article that was left, with the jumps made in it. It is held as it
// was, so that going back needs neither file nor network.
type visited struct {
	ref     string
	article *model.Article
	jumps   jumps
}

// visit opens an article from which back leads here.
func (a *App) visit(e catalog.Entry) tea.Cmd {
	if !a.reading || a.article == nil {
		return a.open(e)
	}
	cmd := a.open(e)
	a.trail.next = slices.Concat(a.trail.left, []visited{{a.ref, a.article, a.jumps}})
	return cmd
}

// goBack opens the article again that was left last. There has to be one.
func (a *App) goBack() tea.Cmd {
	n := len(a.trail.left)
	to := a.trail.left[n-1]
	load := func(string) (*model.Article, error) { return to.article, nil }
	left := a.ask(to.article.Title)
	a.trail.next, a.trail.back = a.trail.left[:n-1:n-1], to.jumps
	return tea.Batch(left, task.Open(a.era, to.ref, load, nil, a.method))
}

// plain reports whether the article is on the screen and nothing is open over it
// or beside it: the note that one came for, or a match, may be marked.
func (a *App) plain() bool {
	return a.reading && !a.helping && !a.selecting() && !a.onPanel && a.side == sideMargin && a.margin.Filter() == ""
}
