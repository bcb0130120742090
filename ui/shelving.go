package ui

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"quoth/ui/catalog"
	"quoth/ui/intent"
	"quoth/ui/task"
)

// shelving is what the App knows of its library beside what the shelf shows.
type shelving struct {
	era        task.Era           // of the list that was asked for last
	giveUp     context.CancelFunc // gives the list up that is on its way
	stop       context.CancelFunc // ends the refresh; nil where there is none
	refreshing catalog.Progress
}

// startLibrary asks for what the shelf shows first.
func (a *App) startLibrary() tea.Cmd {
	if !a.shelf.Library() {
		return nil
	}
	return tea.Batch(task.Places(context.Background(), a.opt.Library), a.want())
}

// want asks for the list that the shelf needs, if it needs one, and gives up the
// one that is on its way.
func (a *App) want() tea.Cmd {
	ask, ok := a.shelf.Want()
	if !ok {
		return nil
	}
	if a.shelving.giveUp != nil {
		a.shelving.giveUp()
	}
	ctx, cancel := context.WithCancel(context.Background())
	a.shelving.giveUp = cancel
	a.shelving.era++
	return task.List(ctx, a.shelving.era, ask, a.opt.Library)
}

func (a *App) listed(msg task.Listed) tea.Cmd {
	switch {
	case msg.Era != a.shelving.era || errors.Is(msg.Err, context.Canceled):
		return nil
	case msg.Err != nil && a.asking == askFilter:
		a.prompt.SetFault(strings.TrimPrefix(msg.Err.Error(), "query, "))
		a.shelf.Fail(msg.Ask)
		return nil
	case msg.Err != nil:
		a.status.Fail(msg.Err.Error())
		a.shelf.Fail(msg.Ask)
		return nil
	}
	now := time.Time{}
	if a.opt.Now != nil {
		now = a.opt.Now()
	}
	a.shelf.SetFound(msg.Ask, msg.Found, now)
	if a.asking == askFilter {
		a.prompt.SetNote(plural(msg.Found.Total, "article"))
	}
	return a.want()
}

func (a *App) placed(msg task.Placed) tea.Cmd {
	if msg.Err != nil {
		a.status.Fail(msg.Err.Error())
		a.shelf.SetFault(msg.Err.Error())
		return nil
	}
	a.shelf.SetPlaces(msg.Places)
	return a.want()
}

// anew asks for places and list again, as after a change.
func (a *App) anew() tea.Cmd {
	if !a.shelf.Library() {
		return nil
	}
	a.shelf.Forget()
	return tea.Batch(task.Places(context.Background(), a.opt.Library), a.want())
}

// shelfHints tells the keys that matter on the shelf.
func (a *App) shelfHints(add func(intent.ID, string)) {
	switch {
	case !a.shelf.Library():
		add(intent.Open, "read")
		add(intent.Filter, "filter")
	case a.shelf.OnPlaces():
		add(intent.Open, "to the list")
		add(intent.Follow, "follow a feed")
		add(intent.Refresh, "refresh")
		add(intent.Delete, "give up")
	case a.shelf.Marked() > 0:
		add(intent.Read, "read")
		add(intent.Star, "star")
		add(intent.TagArticle, "tag")
		add(intent.Archive, "archive")
		add(intent.Delete, "delete")
		add(intent.Cancel, "no marks")
	default:
		add(intent.Open, "read")
		add(intent.Filter, "search")
		add(intent.SwitchFocus, "feeds")
		add(intent.Star, "star")
		add(intent.Refresh, "refresh")
		add(intent.Follow, "follow a feed")
		add(intent.Undo, "undo")
	}
	add(intent.Help, "help")
	add(intent.Close, "quit")
}
