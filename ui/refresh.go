package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/ui/catalog"
	"quoth/ui/task"
)

// refresh fetches what is new, or stops doing so.
func (a *App) refresh() tea.Cmd {
	switch {
	case a.opt.Library == nil:
		return nil
	case a.stopRefresh():
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	a.shelving.stop = cancel
	a.shelving.refreshing = catalog.Progress{}
	a.status.Say("asking the feeds …")
	return task.Refresh(ctx, a.opt.Library)
}

// sync keeps in step with the reader's account.
func (a *App) sync() tea.Cmd {
	if a.opt.Library == nil {
		a.status.Fail("there is no library")
		return nil
	}
	a.stale = true
	a.status.Say("asking the account …")
	return task.Sync(context.Background(), a.opt.Library)
}

// stopRefresh ends a refresh and reports whether there was one.
func (a *App) stopRefresh() bool {
	if a.shelving.stop == nil {
		return false
	}
	a.shelving.stop()
	return true
}

func (a *App) refreshed(msg task.Refreshed) tea.Cmd {
	before := a.shelving.refreshing
	a.shelving.refreshing = msg.Progress
	if msg.More != nil {
		a.status.Say(a.progress(msg.Progress))
		if msg.Progress.New > before.New && tenth(msg.Progress) > tenth(before) {
			return tea.Batch(msg.More, a.anew()) // what came is there at once
		}
		return msg.More
	}
	a.stopRefresh()
	a.shelving.stop = nil
	p := msg.Progress
	switch {
	case errors.Is(msg.Err, context.Canceled):
		a.status.Say("stopped; " + plural(p.New, "new article") + " came")
	case msg.Err != nil:
		a.status.Fail(msg.Err.Error())
	case p.All == 0:
		a.status.Say("no feeds yet: :follow URL follows one")
	case p.Failed > 0:
		a.status.Say(fmt.Sprintf("%s, %s could not be read: those with ! at the left", plural(p.New, "new article"), plural(p.Failed, "feed")))
	case p.Early == p.All:
		a.status.Say("no feed is asked again before " + p.Next.Local().Format("15:04"))
	case p.Early > 0:
		a.status.Say(fmt.Sprintf("%s; %s not asked again yet", plural(p.New, "new article"), plural(p.Early, "feed")))
	default:
		a.status.Say(plural(p.New, "new article"))
	}
	return a.anew()
}

// tenth tells how far a refresh is, in tenths.
func tenth(p catalog.Progress) int { return 10 * p.Done / max(p.All, 1) }

// progressCells is the most cells of the bar that shows how far a refresh is.
const progressCells = 20

// progress draws how far a refresh is.
func (a *App) progress(p catalog.Progress) string {
	cells := min(progressCells, a.width/6)
	full := cells * p.Done / max(p.All, 1)
	bar := strings.Repeat("━", full) + strings.Repeat("╌", cells-full)
	return fmt.Sprintf("%s %d of %d, %s  %s", bar, p.Done, p.All, plural(p.New, "new article"), p.Name)
}
