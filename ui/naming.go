package ui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/catalog"
	"quoth/ui/intent"
	"quoth/ui/task"
)

// startNaming asks for the name that an intent needs, or takes the one that came
// with a command.
func (a *App) startNaming(in intent.Intent) tea.Cmd {
	if a.opt.Library == nil {
		a.status.Fail("there is no library")
		return nil
	}
	kind := map[intent.ID]struct {
		asking question
		sign   string
		accept func(string) tea.Cmd
	}{
		intent.TagArticle:   {askTagArticles, "tag: ", func(words string) tea.Cmd { return a.tagArticles(words, true) }},
		intent.UntagArticle: {askUntagArticles, "without tag: ", func(words string) tea.Cmd { return a.tagArticles(words, false) }},
		intent.SaveSearch:   {askSearchName, "name of the search: ", a.saveSearch},
		intent.Follow:       {askFeed, "address of the feed or its page: ", a.subscribe},
	}[in.ID]
	if in.Arg != "" {
		return kind.accept(in.Arg)
	}
	var known []string
	if in.ID == intent.TagArticle || in.ID == intent.UntagArticle {
		if len(a.targets()) == 0 {
			return nil
		}
		known = a.shelf.Tags()
		if a.reading && in.ID == intent.UntagArticle {
			known = a.article.Tags
		}
	}
	a.asking = kind.asking
	a.prompt.Open(kind.sign, "", known)
	return nil
}

// saveSearch keeps what is searched for under a name.
func (a *App) saveSearch(name string) tea.Cmd {
	name = strings.TrimSpace(name)
	ask, ok := a.shelf.Answered()
	switch {
	case name == "" || !ok:
		return nil
	case ask.Words == "" && ask.Place.Words == "" && ask.Place.Kind != catalog.Feed:
		a.status.Say("search for something first: " + a.keyFor(intent.Filter))
		return nil
	}
	l := a.opt.Library
	return a.doListed("kept as "+name, func() (model.Action, error) { return l.Save(context.Background(), name, ask) })
}

// subscribe follows a feed.
func (a *App) subscribe(url string) tea.Cmd {
	if url = strings.TrimSpace(url); url == "" {
		return nil
	}
	a.status.Say("asking " + url + " …")
	return task.Follow(context.Background(), url, a.opt.Library)
}

// fullText fetches the page of the open or chosen article. Of the chosen feed all
// articles are fetched themselves from now on, or not any more.
func (a *App) fullText() tea.Cmd {
	if place := a.shelf.Place(); !a.reading && a.shelf.OnPlaces() && place.Kind == catalog.Feed {
		l := a.opt.Library
		return a.doListed(wholeArticles(place.Name, !place.Whole), func() (model.Action, error) { return l.Whole(context.Background(), place) })
	}
	ids := a.targets()
	if len(ids) == 0 {
		return nil
	}
	l, id := a.opt.Library, ids[0]
	a.status.Say("fetching the whole text …")
	return task.FullText(context.Background(), id, l)
}

func (a *App) gotFullText(msg task.GotFullText) tea.Cmd {
	if msg.Err != nil {
		a.status.Fail(msg.Err.Error())
		return nil
	}
	const came = "the whole text is here"
	a.status.Say(came)
	if a.reading && a.article != nil && a.article.ID == msg.ID {
		delete(a.places, a.ref)
		opening := a.open(catalog.Entry{Ref: a.ref, Title: a.article.Title})
		a.arrival, a.trail.next = came, a.trail.left
		return tea.Batch(opening, a.anew())
	}
	return a.anew()
}

// selectArticle marks n articles from the chosen one on, or takes their marks
// off.
func (a *App) selectArticle(n int) {
	if !a.shelf.Library() || a.reading {
		return
	}
	for range min(n, mostCount) {
		a.shelf.ToggleMark()
		a.shelf.Scroll(1)
	}
}

func (a *App) sortArticles() {
	if a.shelf.Library() && !a.reading {
		a.status.Say(a.shelf.NextSort().String())
	}
}

func (a *App) groupArticles() {
	if !a.shelf.Library() || a.reading {
		return
	}
	if a.shelf.ToggleGroups() {
		a.status.Say("with headings")
	} else {
		a.status.Say("without headings")
	}
}
