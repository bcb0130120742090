package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"quoth/model"
	"quoth/model/query"
)

// clock is a clock that tests move by hand.
type clock struct{ time.Time }

func (c *clock) now() time.Time { return c.Time }

func (c *clock) pass(d time.Duration) { c.Time = c.Add(d) }

func newClock() *clock { return &clock{time.Date(2026, 2, 2, 12, 0, 0, 0, time.UTC)} }

func openAt(t testing.TB, file string, c *clock) *Library {
	t.Helper()
	l, err := Open(t.Context(), file, c.now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func newLibrary(t testing.TB) (*Library, *clock) {
	c := newClock()
	return openAt(t, filepath.Join(t.TempDir(), "quoth", "library.db"), c), c
}

// article makes an extract of a page of a title and a text.
func article(source, title, text string) model.Extract {
	return model.Extract{
		Article: model.Article{Source: source, Title: title, Text: text},
		Words:   model.Text{Format: model.FormatText, Origin: model.FromPage},
	}
}

func keep(t testing.TB, l *Library, x model.Extract) string {
	t.Helper()
	k, err := l.Keep(t.Context(), x)
	if err != nil {
		t.Fatal(err)
	}
	return k.ID
}

// titles gives the titles of the articles that a query finds.
func titles(t testing.TB, l *Library, q string) string {
	t.Helper()
	return titlesSorted(t, l, q, Newest)
}

func titlesSorted(t testing.TB, l *Library, q string, s Sort) string {
	t.Helper()
	entries, err := l.List(t.Context(), parse(t, l, q), Window{Sort: s})
	if err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Title)
	}
	return strings.Join(out, " ")
}

func parse(t testing.TB, l *Library, q string) query.Node {
	t.Helper()
	n, err := query.Parse(q, query.Options{Now: l.now()})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func sound(t testing.TB, l *Library) {
	t.Helper()
	faults, err := l.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error("check:", f)
	}
}

func TestKeepAndOpenAgain(t *testing.T) {
	file, c := filepath.Join(t.TempDir(), "a #?%é", "library.db"), newClock()
	l := openAt(t, file, c)
	stamp := model.Stamp{Time: time.Date(2026, 2, 1, 9, 30, 0, 0, time.FixedZone("", 3*3600)), HasClock: true}
	x := model.Extract{
		Article: model.Article{
			Title: "Bridge", Authors: []string{"Ida Moreau", "Jo \"J\" Lee"}, Site: "Harbour News", Source: "https://example.org/a#top",
			Published: stamp, Tags: []string{"water", " big  bridge "}, Text: "Bridge\n\nThe bridge is shut.",
		},
		Words: model.Text{Format: model.FormatMarkdown, Body: "# Bridge\n\nThe bridge is *shut*.", Origin: model.FromPage, Original: "00ff", Warning: "looks cut"},
	}
	id := keep(t, l, x)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); err != nil {
		t.Fatal(err)
	}
	l = openAt(t, file, c)
	e, err := l.Entry(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%s|%q|%s|%s|%s|%q|%d|%s", e.Title, e.Authors, e.Site, e.Source, e.Published, e.Tags, e.Words, e.Warning)
	want := `Bridge|["Ida Moreau" "Jo \"J\" Lee"]|Harbour News|https://example.org/a|2026-02-01T09:30:00+03:00|["big bridge" "water"]|5|looks cut`
	if got != want {
		t.Errorf("entry is\n%s\nwant\n%s", got, want)
	}
	text, err := l.Text(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if text.Plain != x.Text || text.Body != x.Words.Body || text.Original != "00ff" || text.Hash != TextHash(x.Text) || !text.Fetched.Equal(c.Time) {
		t.Errorf("text is %+v", text)
	}
	sound(t, l)
}

func TestPublishedByHand(t *testing.T) {
	l, _ := newLibrary(t)
	x := article("https://example.org/1", "A", "text")
	x.Published = model.Stamp{Time: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)}
	id := keep(t, l, x)
	keep(t, l, article("https://example.org/2", "B", "text")) // today
	before, err := l.SetPublished(t.Context(), id, model.Stamp{Time: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil || before.Published != x.Published || before.ByHand {
		t.Fatalf("before is %v, %v", before, err)
	}
	keep(t, l, x)
	if got := titles(t, l, ""); got != "A B" {
		t.Errorf("order is %s, want A B", got)
	}
	if _, err := l.SetPublished(t.Context(), id, model.Stamp{}); err != nil {
		t.Fatal(err)
	}
	keep(t, l, x)
	if e, err := l.Entry(t.Context(), id); err != nil || e.Published != x.Published {
		t.Errorf("left to the sources, the date is %v, %v", e.Published, err)
	}
}

func TestRemoveFeedAndAddItAgain(t *testing.T) {
	l, c := newLibrary(t)
	feed, _, err := l.AddFeed(t.Context(), model.Feed{URL: "https://example.org/feed", Title: "Mine", Folder: "News"})
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]string, 3)
	for i := range ids {
		x := article("https://example.org/"+fmt.Sprint(i), fmt.Sprint("T", i), "text "+fmt.Sprint(i))
		x.Feed, x.GUID = feed.ID, fmt.Sprint(i)
		ids[i] = keep(t, l, x)
	}
	for _, ch := range []model.Change{{Flag: model.FlagStarred, On: ids[:1]}, {Flag: model.FlagDeleted, On: ids[2:]}} {
		if _, err := l.Change(t.Context(), ch); err != nil {
			t.Fatal(err)
		}
	}
	c.pass(time.Minute)
	if err := l.RemoveFeed(t.Context(), feed.ID); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, l, ""); got != "T0" {
		t.Errorf("after removing, %q stay; want the starred one", got)
	}
	if feeds, err := l.Feeds(t.Context()); err != nil || len(feeds) != 0 {
		t.Errorf("feeds are %v, %v", feeds, err)
	}
	if err := l.RemoveFeed(t.Context(), feed.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("removed twice: %v", err)
	}
	back, added, err := l.AddFeed(t.Context(), model.Feed{URL: "https://example.org/feed"})
	if err != nil || !added || back.Title != "Mine" || back.Folder != "News" || back.Unread != 2 {
		t.Errorf("back is %+v, added %v, %v", back, added, err)
	}
	if got := titlesSorted(t, l, "", ByTitle); got != "T0 T1" {
		t.Errorf("back are %q", got)
	}
	sound(t, l)
}

func TestFeedFetched(t *testing.T) {
	l, c := newLibrary(t)
	feed, _, err := l.AddFeed(t.Context(), model.Feed{URL: "https://example.org/feed"})
	if err != nil {
		t.Fatal(err)
	}
	v := model.Validators{ETag: `"x"`, LastModified: "Mon, 02 Feb 2026 10:00:00 GMT", Hash: "ff"}
	next := c.Add(time.Hour)
	if err := l.FeedFetched(t.Context(), Fetched{Feed: feed.ID, Err: errors.New("no route")}); err != nil {
		t.Fatal(err)
	}
	if feeds, err := l.Feeds(t.Context()); err != nil || feeds[0].Error != "no route" || feeds[0].Failed != 1 {
		t.Errorf("feeds are %+v, %v", feeds, err)
	}
	err = l.FeedFetched(t.Context(), Fetched{Feed: feed.ID, URL: "https://example.org/new", Title: "Theirs", Site: "https://example.org/", Validators: v, Next: next})
	if err != nil {
		t.Fatal(err)
	}
	feeds, err := l.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	f := feeds[0]
	if f.URL != "https://example.org/new" || f.Title != "Theirs" || f.Error != "" || f.Failed != 0 || !f.Fetched.Equal(c.Time) || !f.Next.Equal(next) {
		t.Errorf("feed is %+v", f)
	}
	if got, err := l.Validators(t.Context(), feed.ID); err != nil || got != v {
		t.Errorf("validators are %+v, %v", got, err)
	}
	f.Title = "Mine"
	if err := l.SetFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	if err := l.FeedFetched(t.Context(), Fetched{Feed: feed.ID, Title: "Theirs"}); err != nil {
		t.Fatal(err)
	}
	if feeds, err = l.Feeds(t.Context()); err != nil || feeds[0].Title != "Mine" {
		t.Errorf("the feed's own title replaced the reader's: %+v, %v", feeds, err)
	}
}

func TestSavedQueries(t *testing.T) {
	l, _ := newLibrary(t)
	for _, step := range []struct {
		name, query, before string
	}{
		{"Water", "tag:water", ""},
		{" Water ", "tag:water is:unread", "tag:water"},
		{"Other", "x", ""},
		{"Other", "", "x"},
	} {
		before, err := l.SaveQuery(t.Context(), model.SavedQuery{Name: step.name, Query: step.query})
		if err != nil || before.Query != step.before {
			t.Errorf("%v: before was %q, %v", step, before.Query, err)
		}
	}
	got, err := l.SavedQueries(t.Context())
	if err != nil || len(got) != 1 || got[0] != (model.SavedQuery{Name: "Water", Query: "tag:water is:unread"}) {
		t.Errorf("searches are %v, %v", got, err)
	}
	if _, err := l.SaveQuery(t.Context(), model.SavedQuery{Name: " ", Query: "x"}); err == nil {
		t.Error("a search without a name is kept")
	}
}

func TestVacuumKeepsWhatCanBeUndone(t *testing.T) {
	l, c := newLibrary(t)
	old, young := keep(t, l, article("a", "Old", strings.Repeat("old words ", 10000))), keep(t, l, article("b", "Young", "young words"))
	del := func(id string) {
		if _, err := l.Change(t.Context(), model.Change{Flag: model.FlagDeleted, On: []string{id}}); err != nil {
			t.Fatal(err)
		}
	}
	del(old)
	c.pass(keepDeleted + time.Hour)
	del(young)
	before, after, err := l.Vacuum(t.Context())
	if err != nil || after >= before {
		t.Fatalf("%d bytes before, %d after, %v", before, after, err)
	}
	if _, err := l.Text(t.Context(), old); !errors.Is(err, ErrNotFound) {
		t.Errorf("a text deleted long ago is still there: %v", err)
	}
	if _, err := l.Change(t.Context(), model.Change{Flag: model.FlagDeleted, Off: []string{young}}); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, l, "young"); got != "Young" {
		t.Errorf("deleted and undone, young finds %q", got)
	}
	sound(t, l)
}

func TestCheckFindsDamage(t *testing.T) {
	l, _ := newLibrary(t)
	id := keep(t, l, article("a", "A", "some words"))
	damage(t, l, "UPDATE text SET plain = 'other words'", "DELETE FROM entry_fts")
	faults, err := l.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"article " + id + " cannot be found by its words", "article " + id + ": a text is not the one that was kept"}
	if strings.Join(faults, "\n") != strings.Join(want, "\n") {
		t.Errorf("faults are %q, want %q", faults, want)
	}
}
