package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"quoth/annotate"
	"quoth/model"
	"quoth/model/intake"
	"quoth/model/library"
	"quoth/model/query"
	"quoth/ui/catalog"
	"quoth/ui/search"
)

// shelves is the library as the shelf asks for it, with the embedded samples as
// one of its places.
type shelves struct{ p *program }

// keptPrefix begins the name under which the shelf has an article of the
// library.
const keptPrefix = "library:"

// printed lists the newest articles of the library, and after them the samples.
// A library that was never used is not made for that.
func (p *program) printed() ([]catalog.Entry, error) {
	const newest = 1000
	var kept catalog.Found
	if _, err := os.Stat(p.libraryAt); err == nil {
		if kept, err = (shelves{p}).List(p.ctx, catalog.Ask{Limit: newest}); err != nil {
			p.report(err)
		}
	}
	samples, err := sampleShelf()
	return append(kept.Entries, samples...), err
}

// Places lists the places at the left of the shelf.
func (s shelves) Places(ctx context.Context) ([]catalog.Place, error) {
	l, err := s.p.library()
	if err != nil {
		return nil, err
	}
	places := []catalog.Place{
		{Name: "All"},
		{Name: "Unread", Words: "is:unread"},
		{Name: "Starred", Words: "is:starred"},
		{Name: "Archive", Words: "is:archived"},
		{Kind: catalog.Samples, Name: "Samples"},
	}
	if places[1].Unread, err = l.Count(ctx, query.Term{Field: query.Is, State: query.Unread}); err != nil {
		return nil, err
	}
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	places = append(places, feedPlaces(feeds)...)
	searches, err := l.SavedQueries(ctx)
	if err != nil {
		return nil, err
	}
	for _, q := range searches {
		places = append(places, catalog.Place{Kind: catalog.Search, Name: q.Name, Words: q.Query})
	}
	return places, nil
}

// feedPlaces lists feeds by their folders. They come sorted by folder.
func feedPlaces(feeds []model.Feed) []catalog.Place {
	var places []catalog.Place
	at := make(map[string]int) // of folders
	for _, f := range feeds {
		parts := folders(f.Folder)
		for depth := range parts {
			path := strings.Join(parts[:depth+1], "/")
			i, known := at[path]
			if !known {
				i = len(places)
				at[path] = i
				places = append(places, catalog.Place{Kind: catalog.Folder, Name: parts[depth], Words: "feed:" + quoted(path), Depth: depth})
			}
			places[i].Unread += f.Unread
		}
		places = append(places, catalog.Place{
			Kind: catalog.Feed, Name: name(f), Feed: f.ID, URL: f.URL, Depth: len(parts), Unread: f.Unread, Error: f.Error,
		})
	}
	return places
}

func folders(path string) []string {
	if path == "" {
		return nil
	}
	return strings.Split(path, "/")
}

func quoted(words string) string { return `"` + strings.ReplaceAll(words, `"`, " ") + `"` }

// node reads a question as a query. Words that are not understood yet while they
// are typed are no error before they end.
func (s shelves) node(ask catalog.Ask) (query.Node, error) {
	var parts query.And
	for _, part := range []struct {
		words  string
		typing bool
	}{{ask.Place.Words, false}, {ask.Words, ask.Typing}} {
		n, err := query.Parse(part.words, query.Options{Now: time.Now(), Typing: part.typing})
		if err != nil {
			return nil, err
		}
		if !query.Empty(n) {
			parts = append(parts, n)
		}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return parts, nil
}

// sorts gives the library's orders for the shelf's.
func window(ask catalog.Ask) library.Window {
	order := map[catalog.Sort]library.Sort{
		catalog.Newest: library.Newest, catalog.Oldest: library.Oldest, catalog.ByTitle: library.ByTitle, catalog.ByFeed: library.ByFeed,
	}[ask.Sort]
	return library.Window{Sort: order, Feed: ask.Place.Feed, Offset: ask.Offset, Limit: ask.Limit}
}

// List gives a window of a list.
func (s shelves) List(ctx context.Context, ask catalog.Ask) (catalog.Found, error) {
	all := ask.Place.Kind == catalog.View && ask.Place.Words == ""
	if ask.Place.Kind == catalog.Samples {
		return samplesWith(ask.Words)
	}
	l, err := s.p.library()
	if err != nil && all {
		return samplesWith(ask.Words) // Places says what is wrong
	}
	if err != nil {
		return catalog.Found{}, err
	}
	n, err := s.node(ask)
	if err != nil {
		return catalog.Found{}, err
	}
	w := window(ask)
	kept, err := l.List(ctx, n, w)
	if err != nil {
		return catalog.Found{}, err
	}
	found := catalog.Found{Entries: make([]catalog.Entry, len(kept))}
	ids := make([]string, len(kept))
	for i, e := range kept {
		found.Entries[i], ids[i] = keptEntry(e), e.ID
	}
	if found.Total, err = l.CountIn(ctx, n, w); err != nil {
		return found, err
	}
	if found.Total == 0 && all && ask.Words == "" {
		found, err := samplesWith("")
		found.Note = "nothing kept yet: samples"
		return found, err
	}
	snippets, err := l.Snippets(ctx, n, ids)
	for i, id := range ids {
		found.Entries[i].Match = catalog.Match(snippets[id])
	}
	return found, err
}

// samplesWith lists the embedded articles that have all the words.
func samplesWith(words string) (catalog.Found, error) {
	all, err := sampleShelf()
	var fit []catalog.Entry
	for _, e := range all {
		if search.Has(e.Name()+"\n"+e.Note, words) {
			fit = append(fit, e)
		}
	}
	return catalog.Found{Entries: fit, Total: len(fit)}, err
}

func keptEntry(e model.Entry) catalog.Entry {
	return catalog.Entry{
		Ref: keptPrefix + e.ID, ID: e.ID, Title: e.Title, Site: e.Site, Feed: e.FeedTitle, Published: e.Published,
		State: e.State, Tags: e.Tags, Warning: e.Warning,
	}
}

// IDs gives the ids of a whole list.
func (s shelves) IDs(ctx context.Context, ask catalog.Ask) ([]string, error) {
	if ask.Place.Kind == catalog.Samples {
		return nil, nil
	}
	l, err := s.p.library()
	if err != nil {
		return nil, err
	}
	n, err := s.node(ask)
	if err != nil {
		return nil, err
	}
	return l.IDs(ctx, n, window(ask))
}

// Change changes the state of articles.
func (s shelves) Change(ctx context.Context, c model.Change) (catalog.Undo, error) {
	l, err := s.p.library()
	if err != nil {
		return nil, err
	}
	inverse, err := l.Change(ctx, c)
	if err != nil || inverse.Empty() {
		return nil, err
	}
	return func(ctx context.Context) error {
		_, err := l.Change(ctx, inverse)
		return err
	}, nil
}

// Save keeps a search under a name.
func (s shelves) Save(ctx context.Context, name string, ask catalog.Ask) (catalog.Undo, error) {
	l, err := s.p.library()
	if err != nil {
		return nil, err
	}
	words := strings.TrimSpace(ask.Place.Words + " " + ask.Words)
	if ask.Place.Feed != 0 {
		words = strings.TrimSpace("feed:" + quoted(ask.Place.URL) + " " + words)
	}
	return s.save(ctx, l, model.SavedQuery{Name: name, Query: words})
}

func (shelves) save(ctx context.Context, l *library.Library, q model.SavedQuery) (catalog.Undo, error) {
	before, err := l.SaveQuery(ctx, q)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		_, err := l.SaveQuery(ctx, before)
		return err
	}, nil
}

// Drop gives a feed up, or forgets a search.
func (s shelves) Drop(ctx context.Context, place catalog.Place) (catalog.Undo, error) {
	l, err := s.p.library()
	if err != nil {
		return nil, err
	}
	if place.Kind == catalog.Search {
		return s.save(ctx, l, model.SavedQuery{Name: place.Name})
	}
	if err := l.RemoveFeed(ctx, place.Feed); err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		_, _, err := l.AddFeed(ctx, model.Feed{URL: place.URL})
		return err
	}, nil
}

// Follow follows a feed.
func (s shelves) Follow(ctx context.Context, url string) (catalog.Undo, error) {
	in, err := s.p.web()
	if err != nil {
		return nil, err
	}
	got, err := in.Subscribe(ctx, model.Feed{URL: url})
	if err != nil {
		return nil, err
	}
	if got.Known {
		return nil, nil
	}
	return func(ctx context.Context) error { return in.Library.RemoveFeed(ctx, got.Feed.ID) }, s.annotate(ctx, in.Library)
}

// FullText fetches the page of an article.
func (s shelves) FullText(ctx context.Context, id string) error {
	in, err := s.p.web()
	if err != nil {
		return err
	}
	e, err := in.Library.Entry(ctx, id)
	if err != nil {
		return err
	}
	if !isURL(e.Source) {
		return fmt.Errorf("%s has no page of the web", e.Title)
	}
	_, err = in.FullText(ctx, e)
	return err
}

// Refresh fetches what is new in the feeds, and lets the engine read it.
func (s shelves) Refresh(ctx context.Context, report func(catalog.Progress)) (catalog.Progress, error) {
	var last catalog.Progress
	in, err := s.p.web()
	if err != nil {
		return last, err
	}
	feeds, err := in.Library.Feeds(ctx)
	if err != nil {
		return last, err
	}
	last.All = len(feeds)
	err = in.Refresh(ctx, feeds, false, func(p intake.Progress) {
		last.Done, last.Name = p.Done, name(p.Feed)
		last.New += len(p.New)
		if p.Err != nil {
			last.Failed++
		}
		report(last)
	})
	if err != nil {
		return last, err
	}
	return last, s.annotate(ctx, in.Library)
}

// annotate asks the engine about what has come, so that speakers are found.
func (s shelves) annotate(ctx context.Context, l *library.Library) error {
	ids, err := l.NotAnnotated(ctx, annotate.Version, 1)
	if err != nil || len(ids) == 0 {
		return err
	}
	return s.p.annotateKept(l)
}

// recall tells where an article of the library was left, and why its text looks
// cut. What cannot be told is no reason not to read it.
func (p *program) recall(a *model.Article) (place int, warning string) {
	l, id, err := p.kept(a)
	if err != nil || id == "" {
		return 0, ""
	}
	place, placeErr := l.Position(p.ctx, id)
	e, entryErr := l.Entry(p.ctx, id)
	if errors.Join(placeErr, entryErr) != nil {
		return 0, ""
	}
	return place, e.Warning
}

// kept gives the name that the library has for an article; "" for one that it
// has not, or not yet.
func (p *program) kept(a *model.Article) (l *library.Library, id string, err error) {
	p.mu.Lock()
	x := p.unkept[a]
	p.mu.Unlock()
	if a.ID == "" && x == nil {
		return nil, "", nil
	}
	if l, err = p.library(); err != nil || a.ID != "" {
		return l, a.ID, err
	}
	id, err = l.Find(p.ctx, x.extract.Source)
	if errors.Is(err, library.ErrNotFound) {
		return l, "", nil
	}
	return l, id, err
}

// keepPlace keeps where an article of the library is left.
func (p *program) keepPlace(a *model.Article, at int) {
	l, id, err := p.kept(a)
	if err == nil && id != "" {
		err = l.SetPosition(p.ctx, id, library.TextHash(a.Text), at)
	}
	if err != nil && p.ctx.Err() == nil {
		p.report(err)
	}
}
