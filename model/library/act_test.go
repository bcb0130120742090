package library

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/model"
)

// TestActOnAWholeArticle carries out changes of state and date, and undoes them.
func TestActOnAWholeArticle(t *testing.T) {
	l, _ := newLibrary(t)
	x := article("https://example.org/1", "A", "text")
	x.Published, x.Tags = day(5), []string{"\x1b[1mport"} // a tag has no escape sequence
	id := keep(t, l, x)
	before := marks(t, l, id)
	if before.State != (model.State{}) || !before.Dating.Equal(model.Dating{Article: id, Published: day(5)}) || !cmp.Equal(before.Tags, []string{"port"}) {
		t.Fatalf("marks are %+v", before)
	}
	after := model.Dating{Article: id, Published: day(9), ByHand: true}
	act := model.Action{
		Changes: []model.Change{
			{Flag: model.FlagStarred, On: []string{id}},
			{Flag: model.FlagTag, Tag: "iran", On: []string{id}},
			{Flag: model.FlagRead, On: []string{id}},
		},
		Datings: []model.Edit[model.Dating]{{Before: &before.Dating, After: &after}},
	}
	do(t, l, act)
	want, err := before.With(act)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, marks(t, l, id)); diff != "" {
		t.Errorf("after it (-want +got):\n%s", diff)
	}
	if got := titles(t, l, "is:starred tag:iran after:2026-01-09"); got != "A" {
		t.Errorf("found %q", got)
	}
	keep(t, l, x) // a source does not replace what the reader set
	if got := marks(t, l, id).Dating; !got.Equal(after) {
		t.Errorf("fetched again, its date is %+v", got)
	}
	if err := l.Act(t.Context(), act); !errors.Is(err, model.ErrChanged) {
		t.Errorf("a date that is another one meanwhile: %v", err)
	}
	do(t, l, act.Inverse())
	if diff := cmp.Diff(before, marks(t, l, id)); diff != "" {
		t.Errorf("undone (-want +got):\n%s", diff)
	}
}

// TestActOnFeedsAndSearches follows, gives up and names, and undoes all of it.
func TestActOnFeedsAndSearches(t *testing.T) {
	l, _ := newLibrary(t)
	kept, _, err := l.AddFeed(t.Context(), model.Feed{URL: "https://example.org/feed"})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.FeedFetched(t.Context(), Fetched{Feed: kept.ID, Title: "Theirs"}); err != nil {
		t.Fatal(err)
	}
	x := article("https://example.org/1", "A", "text")
	x.Feed = kept.ID
	keep(t, l, x)
	feeds := func() (f model.Feed) {
		t.Helper()
		all, err := l.Feeds(t.Context())
		if err != nil || len(all) > 1 {
			t.Fatalf("feeds are %+v, %v", all, err)
		}
		for _, f = range all {
		}
		return f
	}
	before := feeds()
	whole := before
	whole.FullText = true
	acts := []model.Action{
		{Feeds: []model.Edit[model.Feed]{{Before: &before, After: &whole}}},
		{Feeds: []model.Edit[model.Feed]{{Before: &whole}}},
		{Searches: []model.Edit[model.SavedQuery]{{After: &model.SavedQuery{Name: "Water", Query: "tag:water"}}}},
		{Searches: []model.Edit[model.SavedQuery]{{Before: &model.SavedQuery{Name: "Water", Query: "tag:water"}, After: &model.SavedQuery{Name: "Water", Query: "x"}}}},
	}
	for range 2 { // do, undo, and do again
		do(t, l, acts[0])
		if f := feeds(); !f.FullText || f.Title != "Theirs" {
			t.Errorf("fetched whole, the feed is %+v", f)
		}
		do(t, l, acts[1])
		if got := titles(t, l, ""); got != "" || feeds().ID != 0 {
			t.Errorf("given up, %q is left", got)
		}
		do(t, l, acts[2])
		do(t, l, acts[3])
		if err := l.Act(t.Context(), acts[3]); !errors.Is(err, model.ErrChanged) {
			t.Errorf("a search that is another one meanwhile: %v", err)
		}
		if got, err := l.SavedQueries(t.Context()); err != nil || len(got) != 1 || got[0].Query != "x" {
			t.Errorf("searches are %v, %v", got, err)
		}
		for i := range acts {
			do(t, l, acts[len(acts)-1-i].Inverse())
		}
		if got := titles(t, l, ""); got != "A" {
			t.Errorf("undone, there are %q", got)
		}
		if got, err := l.SavedQueries(t.Context()); err != nil || len(got) > 0 {
			t.Errorf("undone, searches are %v, %v", got, err)
		}
		f := feeds()
		f.Next = before.Next
		if diff := cmp.Diff(before, f); diff != "" {
			t.Errorf("undone (-want +got):\n%s", diff)
		}
	}
	if err := l.FeedFetched(t.Context(), Fetched{Feed: kept.ID, Title: "New"}); err != nil {
		t.Fatal(err)
	}
	if f := feeds(); f.Title != "New" {
		t.Errorf("the title is %q: what the feed called itself is taken for the reader's words", f.Title)
	}
}
