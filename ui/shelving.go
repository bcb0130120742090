package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/catalog"
	"quoth/ui/intent"
	"quoth/ui/task"
)

// shelving is what the App knows of its library beside what the shelf shows.
type shelving struct {
	era        task.Era           // of the list that was asked for last
	giveUp     context.CancelFunc // gives the list up that is on its way
	undo       []catalog.Undo
	stop       context.CancelFunc // ends the refresh; nil where there is none
	refreshing catalog.Progress
}

// startLibrary asks for what the shelf shows first.
func (a *App) startLibrary() tea.Cmd {
	if a.opt.Library == nil {
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
		a.prompt.SetNote(strings.TrimPrefix(msg.Err.Error(), "query, "))
		a.shelf.Fail(msg.Ask)
		return nil
	case msg.Err != nil:
		a.status.Fail(msg.Err.Error())
		a.shelf.Fail(msg.Ask)
		return nil
	}
	a.shelf.SetFound(msg.Ask, msg.Found)
	if a.asking == askFilter {
		a.prompt.SetNote(plural(msg.Found.Total, "article"))
	}
	return a.want()
}

func (a *App) placed(msg task.Placed) tea.Cmd {
	if msg.Err != nil {
		a.status.Fail(msg.Err.Error())
		return nil
	}
	a.shelf.SetPlaces(msg.Places)
	return a.want()
}

// anew asks for places and list again, as after a change.
func (a *App) anew() tea.Cmd {
	a.shelf.Forget()
	return tea.Batch(task.Places(context.Background(), a.opt.Library), a.want())
}

// flagged says which flag an intent turns over.
func flagged(id intent.ID) model.Flag {
	switch id {
	case intent.Star:
		return model.FlagStarred
	case intent.Archive:
		return model.FlagArchived
	case intent.Delete:
		return model.FlagDeleted
	default:
		return model.FlagRead
	}
}

// flag turns a flag over on the marked articles, or on the chosen or open one:
// where all have it, it is taken off.
func (a *App) flag(id intent.ID) tea.Cmd {
	if id == intent.Delete && !a.reading && a.shelf.OnPlaces() {
		return a.drop()
	}
	ids := a.targets()
	if len(ids) == 0 {
		return nil
	}
	flag := flagged(id)
	on := flag == model.FlagDeleted || !a.shelf.All(ids, func(e catalog.Entry) bool { return *bit(flag, &e.State) })
	c := model.Change{Flag: flag}
	if on {
		c.On = ids
	} else {
		c.Off = ids
	}
	anew := flag == model.FlagDeleted || flag == model.FlagArchived
	if anew {
		a.shelf.Mark(nil) // they leave the list
	} else {
		a.shelf.Update(ids, func(e *catalog.Entry) { *bit(flag, &e.State) = on })
	}
	return task.ChangeState(context.Background(), c, whatWasDone(flag, on, len(ids)), anew, a.opt.Library)
}

// targets gives the ids that an action is for, or says why there are none.
func (a *App) targets() []string {
	if a.opt.Library == nil {
		a.status.Say("only articles of the library are marked; quoth without a file opens it")
		return nil
	}
	if a.reading {
		if a.article == nil || a.article.ID == "" {
			return nil
		}
		return []string{a.article.ID}
	}
	ids := a.shelf.Targets()
	if len(ids) == 0 {
		a.status.Say("no article of the library is chosen")
	}
	return ids
}

// bit gives the place of a flag in a state.
func bit(flag model.Flag, s *model.State) *bool {
	switch flag {
	case model.FlagStarred:
		return &s.Starred
	case model.FlagArchived:
		return &s.Archived
	default:
		return &s.Read
	}
}

// whatWasDone says it.
func whatWasDone(flag model.Flag, on bool, n int) string {
	words := map[model.Flag][2]string{
		model.FlagRead: {"unread", "read"}, model.FlagStarred: {"not starred", "starred"},
		model.FlagArchived: {"out of the archive", "archived"}, model.FlagDeleted: {"back", "deleted"},
	}[flag]
	word := words[0]
	if on {
		word = words[1]
	}
	return plural(n, "article") + " " + word
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// tagArticles puts a tag on the marked articles, or takes it off.
func (a *App) tagArticles(name string, on bool) tea.Cmd {
	ids := a.targets()
	if name = strings.TrimSpace(name); len(ids) == 0 || name == "" {
		return nil
	}
	c, said := model.Change{Flag: model.FlagTag, Tag: name, Off: ids}, "without #"
	if on {
		c.On, c.Off, said = ids, nil, "with #"
	}
	return task.ChangeState(context.Background(), c, plural(len(ids), "article")+" "+said+name, true, a.opt.Library)
}

// drop gives the chosen feed up, or forgets the chosen search.
func (a *App) drop() tea.Cmd {
	place := a.shelf.Place()
	switch place.Kind {
	case catalog.Feed, catalog.Search:
		l := a.opt.Library
		return task.Do(place.Name+" given up", func() (catalog.Undo, error) { return l.Drop(context.Background(), place) })
	default:
		a.status.Say("only feeds and searches can be given up")
		return nil
	}
}

// done takes note of what was done to the library.
func (a *App) done(msg task.Done) tea.Cmd {
	if msg.Err != nil {
		a.status.Fail(msg.Err.Error())
		return a.anew()
	}
	if msg.Say != "" {
		a.status.Say(msg.Say + a.undoHint(msg.Undo))
	}
	if msg.Undo != nil {
		a.shelving.undo = append(a.shelving.undo, msg.Undo)
	}
	if msg.Anew {
		return a.anew()
	}
	return task.Places(context.Background(), a.opt.Library)
}

func (a *App) undoHint(undo catalog.Undo) string {
	if undo == nil {
		return ""
	}
	return "; " + a.keyFor(intent.Undo) + " undoes it"
}

// undoLast brings back what was before the last action.
func (a *App) undoLast() tea.Cmd {
	last := len(a.shelving.undo) - 1
	if last < 0 {
		a.status.Say("nothing to undo")
		return nil
	}
	undo := a.shelving.undo[last]
	a.shelving.undo = a.shelving.undo[:last]
	return task.Do("undone", func() (catalog.Undo, error) { return nil, undo(context.Background()) })
}

// markAll marks all articles of the list, or takes all marks off.
func (a *App) markAll() tea.Cmd {
	if a.shelf.Marked() > 0 {
		a.shelf.Mark(nil)
		return nil
	}
	ask, ok := a.shelf.Answered()
	if !ok {
		return nil
	}
	return task.Collect(context.Background(), ask, a.opt.Library)
}

func (a *App) collected(msg task.Collected) {
	switch ask, ok := a.shelf.Answered(); {
	case msg.Err != nil:
		a.status.Fail(msg.Err.Error())
	case ok && ask.Same(msg.Ask):
		a.shelf.Mark(msg.IDs)
	}
}

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

// stopRefresh ends a refresh and reports whether there was one.
func (a *App) stopRefresh() bool {
	if a.shelving.stop == nil {
		return false
	}
	a.shelving.stop()
	return true
}

func (a *App) refreshed(msg task.Refreshed) tea.Cmd {
	a.shelving.refreshing = msg.Progress
	if msg.More != nil {
		a.status.Say(a.progress(msg.Progress))
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
	default:
		a.status.Say(plural(p.New, "new article"))
	}
	return a.anew()
}

// progressCells is the length of the bar that shows how far a refresh is.
const progressCells = 20

// progress draws how far a refresh is.
func (a *App) progress(p catalog.Progress) string {
	full := 0
	if p.All > 0 {
		full = progressCells * p.Done / p.All
	}
	bar := strings.Repeat("━", full) + strings.Repeat("╌", progressCells-full)
	return fmt.Sprintf("%s %d of %d, %s  %s", bar, p.Done, p.All, plural(p.New, "new article"), p.Name)
}

// markRead makes the article that was just opened a read one. It is no action of
// the reader's that undo should bring back.
func (a *App) markRead() tea.Cmd {
	if a.opt.Library == nil || a.article.ID == "" {
		return nil
	}
	ids := []string{a.article.ID}
	if a.shelf.All(ids, func(e catalog.Entry) bool { return e.State.Read }) && a.shelf.Find(a.ref) >= 0 {
		return nil
	}
	a.shelf.Update(ids, func(e *catalog.Entry) { e.State.Read = true })
	return task.MarkRead(context.Background(), a.article.ID, a.opt.Library)
}

// shelfHints tells the keys that matter on the shelf.
func (a *App) shelfHints(add func(intent.ID, string)) {
	switch {
	case a.opt.Library == nil:
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
