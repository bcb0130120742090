package ui_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"quoth/model"
	"quoth/ui/catalog"
)

// fakeLibrary is a library in memory: its query language knows words of the
// title, is:unread, and that (( is wrong.
type fakeLibrary struct {
	entries   []catalog.Entry
	deleted   map[string]bool
	searches  []catalog.Place
	feeds     []catalog.Place
	asked     []catalog.Ask
	feedErr   error
	placesErr error
	wrong     string        // what it says of ((; "" for a parenthesis
	reader    *memory       // who reads its articles, and is told of what is done to them; nil for nobody
	steps     chan struct{} // a refresh waits here before each feed; nil does not wait
}

func newFakeLibrary(n int) *fakeLibrary {
	l := &fakeLibrary{deleted: map[string]bool{}}
	for i := range n {
		l.entries = append(l.entries, catalog.Entry{
			Ref: fmt.Sprintf("library:%03d", i), ID: fmt.Sprintf("%03d", i), Title: fmt.Sprintf("Title %d", i), Site: "Quenby Courier", Feed: "Quenby Courier",
			Published: model.Stamp{Time: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -i/3)},
			State:     model.State{Read: i%2 == 0},
		})
	}
	l.feeds = []catalog.Place{{Kind: catalog.Feed, Name: "Quenby Courier", Feed: 1, URL: "https://courier.example/feed"}}
	return l
}

func (l *fakeLibrary) Places(context.Context) ([]catalog.Place, error) {
	if l.placesErr != nil {
		return nil, l.placesErr
	}
	unread := 0
	for _, e := range l.entries {
		if !e.State.Read && !l.deleted[e.ID] {
			unread++
		}
	}
	places := []catalog.Place{{Name: "All"}, {Name: "Unread", Words: "is:unread", Unread: unread}}
	return slices.Concat(places, l.feeds, l.searches), nil
}

func (l *fakeLibrary) fits(ask catalog.Ask) ([]catalog.Entry, error) {
	words := strings.Fields(ask.Place.Words + " " + ask.Words)
	var out []catalog.Entry
	for _, e := range l.entries {
		ok := !l.deleted[e.ID]
		for _, w := range words {
			switch w {
			case "((":
				return nil, errors.New("query, " + cmp.Or(l.wrong, "character 1: this parenthesis is not closed"))
			case "(": // still being typed
			case "-is:archived":
				ok = ok && !e.State.Archived
			case "is:unread":
				ok = ok && !e.State.Read
			default:
				ok = ok && strings.Contains(e.Title, strings.TrimSuffix(w, "*"))
			}
		}
		if ok {
			out = append(out, e)
		}
	}
	return out, nil
}

func (l *fakeLibrary) List(ctx context.Context, ask catalog.Ask) (catalog.Found, error) {
	if ctx.Err() != nil {
		return catalog.Found{}, ctx.Err()
	}
	l.asked = append(l.asked, ask)
	all, err := l.fits(ask)
	from := min(ask.Offset, len(all))
	return catalog.Found{Entries: slices.Clone(all[from:min(from+ask.Limit, len(all))]), Total: len(all)}, err
}

func (l *fakeLibrary) IDs(_ context.Context, ask catalog.Ask) ([]string, error) {
	all, err := l.fits(ask)
	ids := make([]string, len(all))
	for i, e := range all {
		ids[i] = e.ID
	}
	return ids, err
}

// Act carries out what the App does again or takes back.
func (l *fakeLibrary) Act(act model.Action) error {
	if l.reader != nil {
		if err := l.reader.act(act); err != nil {
			return err
		}
	}
	for _, c := range act.Changes {
		l.change(c)
	}
	for _, e := range act.Datings {
		l.date([]string{e.After.Article}, e.After.Published)
	}
	for _, e := range act.Searches {
		l.searches = slices.DeleteFunc(slices.Clone(l.searches), func(p catalog.Place) bool { return e.Before != nil && p.Name == e.Before.Name })
		if e.After != nil {
			l.searches = append(l.searches, catalog.Place{Kind: catalog.Search, Name: e.After.Name, Words: e.After.Query})
		}
	}
	for _, e := range act.Feeds {
		if i := slices.IndexFunc(l.feeds, func(p catalog.Place) bool { return p.URL == e.Either().URL }); i >= 0 && e.After != nil {
			l.feeds = slices.Clone(l.feeds)
			l.feeds[i].Whole = e.After.FullText
			continue
		}
		l.feeds = slices.DeleteFunc(slices.Clone(l.feeds), func(p catalog.Place) bool { return e.Before != nil && p.URL == e.Before.URL })
		if e.After != nil {
			l.feeds = append(l.feeds, catalog.Place{Kind: catalog.Feed, Name: e.After.URL, Feed: e.After.ID, URL: e.After.URL, Whole: e.After.FullText})
		}
	}
	return nil
}

func (l *fakeLibrary) Change(_ context.Context, c model.Change) (model.Action, error) {
	done := l.change(c)
	if done.Empty() {
		return model.Action{}, nil
	}
	return l.tell(model.Action{Changes: []model.Change{done}})
}

// tell hands what was done on the shelf to who reads the articles.
func (l *fakeLibrary) tell(act model.Action) (model.Action, error) {
	if l.reader == nil {
		return act, nil
	}
	return act, l.reader.act(act)
}

// change gives what of a change was not so already.
func (l *fakeLibrary) change(c model.Change) model.Change {
	done := model.Change{Flag: c.Flag, Tag: c.Tag}
	for i := range l.entries {
		e := &l.entries[i]
		on := slices.Contains(c.On, e.ID)
		if !on && !slices.Contains(c.Off, e.ID) || l.has(e, c) == on {
			continue
		}
		e.State.Set(c.Flag, on)
		switch c.Flag {
		case model.FlagDeleted:
			l.deleted[e.ID] = on
		case model.FlagTag:
			e.Tags = slices.DeleteFunc(slices.Clone(e.Tags), func(t string) bool { return t == c.Tag })
			if on {
				e.Tags = append(e.Tags, c.Tag)
			}
		default:
		}
		if on {
			done.On = append(done.On, e.ID)
		} else {
			done.Off = append(done.Off, e.ID)
		}
	}
	return done
}

func (l *fakeLibrary) has(e *catalog.Entry, c model.Change) bool {
	switch c.Flag {
	case model.FlagDeleted:
		return l.deleted[e.ID]
	case model.FlagTag:
		return slices.Contains(e.Tags, c.Tag)
	default:
		return e.State.Has(c.Flag)
	}
}

func (l *fakeLibrary) Date(_ context.Context, ids []string, published model.Stamp) (model.Action, error) {
	return l.tell(model.Action{Datings: l.date(ids, published)})
}

func (l *fakeLibrary) date(ids []string, published model.Stamp) (done []model.Edit[model.Dating]) {
	for i := range l.entries {
		if e := &l.entries[i]; slices.Contains(ids, e.ID) {
			before, after := model.Dating{Article: e.ID, Published: e.Published}, model.Dating{Article: e.ID, Published: published}
			done = append(done, model.Edit[model.Dating]{Before: &before, After: &after})
			e.Published = published
		}
	}
	return done
}

func (l *fakeLibrary) Save(_ context.Context, name string, ask catalog.Ask) (model.Action, error) {
	act := model.Action{Searches: []model.Edit[model.SavedQuery]{{After: &model.SavedQuery{Name: name, Query: ask.Words}}}}
	return act, l.Act(act)
}

func (l *fakeLibrary) Drop(_ context.Context, p catalog.Place) (model.Action, error) {
	act := model.Action{Feeds: []model.Edit[model.Feed]{{Before: &model.Feed{ID: p.Feed, URL: p.URL}}}}
	return act, l.Act(act)
}

func (l *fakeLibrary) Follow(_ context.Context, url string) (model.Action, error) {
	if l.feedErr != nil {
		return model.Action{}, l.feedErr
	}
	act := model.Action{Feeds: []model.Edit[model.Feed]{{After: &model.Feed{ID: 9, URL: url}}}}
	return act, l.Act(act)
}

func (l *fakeLibrary) Whole(_ context.Context, p catalog.Place) (model.Action, error) {
	before, after := model.Feed{ID: p.Feed, URL: p.URL, FullText: p.Whole}, model.Feed{ID: p.Feed, URL: p.URL, FullText: !p.Whole}
	act := model.Action{Feeds: []model.Edit[model.Feed]{{Before: &before, After: &after}}}
	return act, l.Act(act)
}

func (l *fakeLibrary) FullText(context.Context, string) error { return l.feedErr }

func (l *fakeLibrary) Sync(context.Context) (string, error) {
	l.entries = append(newFakeLibrary(1).entries, l.entries...)
	return "1 new article", l.feedErr
}

func (l *fakeLibrary) Refresh(ctx context.Context, report func(catalog.Progress)) (catalog.Progress, error) {
	p := catalog.Progress{All: 4}
	for p.Done < p.All {
		if l.steps != nil {
			select {
			case <-l.steps:
			case <-ctx.Done():
				return p, ctx.Err()
			}
		}
		p.Done++
		p.New += 2
		p.Name = fmt.Sprint("Feed ", p.Done)
		report(p)
	}
	return p, nil
}
