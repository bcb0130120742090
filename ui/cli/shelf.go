package cli

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"quoth/model"
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
func (p *program) printed() ([]catalog.Entry, error) {
	kept, err := p.newest()
	if err != nil {
		p.report(err)
	}
	samples, err := sampleShelf()
	return append(kept, samples...), err
}

// newest lists the newest articles of the library. One that was never used is not
// made for that.
func (p *program) newest() ([]catalog.Entry, error) {
	const most = 1000
	if _, err := os.Stat(p.libraryAt); err != nil && p.libraryAt != "" {
		return nil, nil
	}
	l, err := p.library()
	if err != nil {
		return nil, err
	}
	node, err := parseQuery("")
	if err != nil {
		return nil, err
	}
	found, err := shelves{p}.answer(p.ctx, l, node, window(catalog.Ask{Limit: most}), false)
	return found.Entries, err
}

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
	l, err := s.p.library()
	if ask.Place.Kind == catalog.Samples {
		found, failed := samplesWith(ask.Words)
		if err == nil {
			keptSamples(ctx, l, found.Entries)
		}
		return found, failed
	}
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
	return s.answer(ctx, l, n, window(ask), all && ask.Words == "")
}

// answer gives a window of a list. It is counted beside the listing, which for a
// common word takes as long.
func (s shelves) answer(ctx context.Context, l *library.Library, n query.Node, w library.Window, all bool) (catalog.Found, error) {
	var found catalog.Found
	var counting sync.WaitGroup
	var uncounted error
	counting.Go(func() { found.Total, uncounted = l.CountIn(ctx, n, w) })
	kept, err := l.List(ctx, n, w)
	entries := make([]catalog.Entry, len(kept))
	for i, e := range kept {
		entries[i] = keptEntry(e)
	}
	if err == nil {
		var snippets map[string]library.Snippet
		snippets, err = l.Snippets(ctx, n, kept)
		for i, e := range kept {
			entries[i].Match = catalog.Match(snippets[e.ID])
		}
	}
	counting.Wait()
	if err == nil {
		err = uncounted
	}
	if found.Entries = entries; found.Total == 0 && all && err == nil {
		return s.instead(ctx, l)
	}
	return found, err
}

// instead gives the samples where nothing is kept, and says what to do. Where all
// is in the archive there is nothing to be given instead.
func (shelves) instead(ctx context.Context, l *library.Library) (catalog.Found, error) {
	if n, err := l.Count(ctx, query.Term{Field: query.Is, State: query.Archived}); err != nil || n > 0 {
		return catalog.Found{Note: allArchived}, err
	}
	found, err := samplesWith("")
	found.Note = nothingKept
	if feeds, err := l.Feeds(ctx); err == nil && len(feeds) > 0 {
		found.Note = nothingCame
	}
	return found, err
}

// What the shelf says where the library has no article.
const (
	nothingKept = "Nothing is kept yet. :follow URL follows a feed, “quoth URL” opens a page and keeps it, " +
		"“quoth opml import FILE” takes over the feeds of another reader. These are samples."
	nothingCame = "No article has come yet: :refresh asks the feeds. These are samples."
	allArchived = "All is in the archive, which stands at the left."
)

// samplesWith lists the embedded articles that have all the words, of which those
// of a query may end in *.
func samplesWith(words string) (catalog.Found, error) {
	all, err := sampleShelf()
	words = strings.TrimRight(words, "*")
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
		Ref: keptPrefix + e.ID, ID: e.ID, Title: e.Name(), Site: outlet(e), Feed: e.FeedTitle, Published: e.Published,
		State: e.State, Tags: e.Tags, Warning: e.Warning,
	}
}

// outlet is where an article is from, as the shelf tells it: of one that names no
// outlet its server, or its file with the folder that it lies in, so that articles
// of one headline can be told apart.
func outlet(e model.Entry) string {
	switch {
	case e.Site != "" || e.FeedTitle != "":
		return e.Site
	case e.Source == "" || e.Source == "-":
		return "standard input"
	case isURL(e.Source):
		u, err := url.Parse(e.Source)
		if err != nil {
			return e.Source
		}
		return u.Host
	}
	return filepath.Join(filepath.Base(filepath.Dir(e.Source)), filepath.Base(e.Source))
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
func (s shelves) Change(ctx context.Context, c model.Change) (model.Action, error) {
	l, err := s.p.library()
	if err != nil {
		return model.Action{}, err
	}
	inverse, err := l.Change(ctx, c)
	if err != nil || inverse.Empty() {
		return model.Action{}, err
	}
	return model.Action{Changes: []model.Change{inverse}}.Inverse(), nil
}

// Date sets the date of publication of articles by hand.
func (s shelves) Date(ctx context.Context, ids []string, published model.Stamp) (model.Action, error) {
	var act model.Action
	l, err := s.p.library()
	if err != nil {
		return act, err
	}
	for _, id := range ids {
		have, err := l.Marks(ctx, id)
		if err != nil {
			return model.Action{}, err
		}
		after := model.Dating{Article: id, Published: published, ByHand: published.Known()}
		if !after.Equal(have.Dating) {
			act.Datings = append(act.Datings, model.Edit[model.Dating]{Before: &have.Dating, After: &after})
		}
	}
	return act, l.Act(ctx, act)
}

// Save keeps a search under a name.
func (s shelves) Save(ctx context.Context, name string, ask catalog.Ask) (model.Action, error) {
	words := strings.TrimSpace(ask.Place.Words + " " + ask.Words)
	if ask.Place.Feed != 0 {
		words = strings.TrimSpace("feed:" + quoted(ask.Place.URL) + " " + words)
	}
	return s.save(ctx, model.SavedQuery{Name: name, Query: words})
}

func (s shelves) save(ctx context.Context, q model.SavedQuery) (model.Action, error) {
	l, err := s.p.library()
	if err != nil {
		return model.Action{}, err
	}
	before, err := l.SaveQuery(ctx, q)
	if err != nil {
		return model.Action{}, err
	}
	return model.Action{Searches: []model.Edit[model.SavedQuery]{{Before: named(before), After: named(q)}}}, nil
}

// named gives a search, nil for one without words: there is none of that name.
func named(q model.SavedQuery) *model.SavedQuery {
	if q.Query == "" {
		return nil
	}
	return &q
}

// Drop gives a feed up, or forgets a search.
func (s shelves) Drop(ctx context.Context, place catalog.Place) (model.Action, error) {
	if place.Kind == catalog.Search {
		return s.save(ctx, model.SavedQuery{Name: place.Name})
	}
	l, err := s.p.library()
	if err != nil {
		return model.Action{}, err
	}
	given := model.Feed{ID: place.Feed, URL: place.URL}
	return model.Action{Feeds: []model.Edit[model.Feed]{{Before: &given}}}, l.RemoveFeed(ctx, place.Feed)
}
