package task

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/catalog"
)

// Listed is the answer to a question of the shelf.
type Listed struct {
	Era   Era
	Ask   catalog.Ask
	Found catalog.Found
	Err   error
}

// List asks the library for a list. The context is given up when another list is
// asked for.
func List(ctx context.Context, era Era, ask catalog.Ask, l catalog.Library) tea.Cmd {
	return func() tea.Msg {
		found, err := l.List(ctx, ask)
		return Listed{era, ask, found, err}
	}
}

// Placed is what the column at the left of the shelf shows.
type Placed struct {
	Places []catalog.Place
	Err    error
}

// Places asks the library for its places.
func Places(ctx context.Context, l catalog.Library) tea.Cmd {
	return func() tea.Msg {
		places, err := l.Places(ctx)
		return Placed{places, err}
	}
}

// Collected is the ids of a whole list.
type Collected struct {
	Ask catalog.Ask
	IDs []string
	Err error
}

// Collect asks for the ids of a whole list.
func Collect(ctx context.Context, ask catalog.Ask, l catalog.Library) tea.Cmd {
	return func() tea.Msg {
		ids, err := l.IDs(ctx, ask)
		return Collected{ask, ids, err}
	}
}

// Done is something that was done to the library beside what the reader does
// there, by the network or by the way.
type Done struct {
	Say    string       // for the reader: "followed: https://…"
	Action model.Action // what can be undone of it
	Anew   bool         // the list is another one now
	Err    error
}

// MarkRead makes an article a read one. Nothing is said of it, not even where it
// could not be, and undo passes it over.
func MarkRead(ctx context.Context, id string, l catalog.Library) tea.Cmd {
	return func() tea.Msg {
		_, err := l.Change(ctx, model.Change{Flag: model.FlagRead, On: []string{id}})
		if err != nil {
			return nil
		}
		return Done{}
	}
}

// Follow follows a feed.
func Follow(ctx context.Context, url string, l catalog.Library) tea.Cmd {
	return func() tea.Msg {
		act, err := l.Follow(ctx, url)
		return Done{"followed: " + url, act, true, err}
	}
}

// Sync keeps the library in step with the reader's account on a server.
func Sync(ctx context.Context, l catalog.Library) tea.Cmd {
	return func() tea.Msg {
		said, err := l.Sync(ctx)
		return Done{Say: said, Anew: true, Err: err}
	}
}

// Refreshed is how far a refresh is. More gives what comes next, nil at the end.
type Refreshed struct {
	Progress catalog.Progress
	More     tea.Cmd
	Err      error // at the end
}

// reports bounds how often a refresh tells how far it is: the screen need not
// follow each of thousands of feeds.
const reports = 50 * time.Millisecond

// Refresh fetches what is new in all feeds.
func Refresh(ctx context.Context, l catalog.Library) tea.Cmd {
	progress := make(chan catalog.Progress, 1)
	end := make(chan Refreshed, 1)
	go func() {
		last, err := l.Refresh(ctx, func(p catalog.Progress) {
			select {
			case progress <- p:
			default: // the screen has not shown the one before yet
			}
		})
		end <- Refreshed{Progress: last, Err: err}
	}()
	var next tea.Cmd
	next = func() tea.Msg {
		select {
		case r := <-end:
			return r
		case p := <-progress:
			select { // whichever was first, the end is the last to be told
			case r := <-end:
				return r
			case <-time.After(reports):
			}
			return Refreshed{Progress: p, More: next}
		}
	}
	return next
}

// GotFullText is an article whose page was fetched.
type GotFullText struct {
	ID  string
	Err error
}

// FullText fetches the page of an article.
func FullText(ctx context.Context, id string, l catalog.Library) tea.Cmd {
	return func() tea.Msg { return GotFullText{id, l.FullText(ctx, id)} }
}
