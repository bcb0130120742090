package library

import (
	"bytes"
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

func TestKeepAgain(t *testing.T) {
	l, c := newLibrary(t)
	x := article("https://example.org/a", "First", "one two")
	first, err := l.Keep(t.Context(), x)
	if err != nil || !first.New || first.Changed {
		t.Fatalf("first: %+v, %v", first, err)
	}
	if again, err := l.Keep(t.Context(), x); err != nil || again != (Kept{ID: first.ID}) {
		t.Errorf("unchanged: %+v, %v", again, err)
	}
	c.pass(time.Hour)
	x.Title, x.Text = "Second", "one three"
	if again, err := l.Keep(t.Context(), x); err != nil || again != (Kept{ID: first.ID, Changed: true}) {
		t.Errorf("changed: %+v, %v", again, err)
	}
	texts, err := l.Texts(t.Context(), first.ID)
	if err != nil || len(texts) != 2 || texts[0].Plain != "one three" || texts[1].Plain != "one two" {
		t.Errorf("texts are %+v, %v", texts, err)
	}
	if got := titles(t, l, "three"); got != "Second" {
		t.Errorf("three finds %q", got)
	}
	if got := titles(t, l, "two"); got != "" {
		t.Errorf("an older version is found: %q", got)
	}
	x.Text = "one two" // the page is as it was before
	if again, err := l.Keep(t.Context(), x); err != nil || !again.Changed {
		t.Errorf("changed back: %+v, %v", again, err)
	}
	if e, err := l.Entry(t.Context(), first.ID); err != nil || e.Texts != 2 {
		t.Errorf("%d texts, %v; want 2", e.Texts, err)
	}
	x.Title = "Third"
	keep(t, l, x)
	if got := titles(t, l, "title:third"); got != "Third" {
		t.Errorf("a new title alone is not found: %q", got)
	}
	sound(t, l)
}

func TestKeepFeedItems(t *testing.T) {
	l, _ := newLibrary(t)
	feed, added, err := l.AddFeed(t.Context(), model.Feed{URL: "https://example.org/feed"})
	if err != nil || !added {
		t.Fatalf("%v, added %v", err, added)
	}
	item := func(guid, source, text string) model.Extract {
		x := article(source, "T"+guid, text)
		x.Feed, x.GUID, x.Words.Origin = feed.ID, guid, model.FromFeed
		return x
	}
	page := keep(t, l, article("https://example.org/1", "Page", "the whole text"))
	if id := keep(t, l, item("1", "https://example.org/1#rss", "the excerpt")); id != page {
		t.Errorf("an item whose page is kept is another article")
	}
	if text, err := l.Text(t.Context(), page); err != nil || text.Plain != "the whole text" {
		t.Errorf("text is %q, %v: the feed's excerpt took the page's place", text.Plain, err)
	}
	if e, err := l.Entry(t.Context(), page); err != nil || e.Title != "Page" || e.Feed != feed.ID {
		t.Errorf("entry is %+v, %v", e, err)
	}
	a, b := keep(t, l, item("2", "https://example.org/live", "x")), keep(t, l, item("3", "https://example.org/live", "y"))
	if a == b {
		t.Error("two items with one link are one article")
	}
	if _, err := l.Change(t.Context(), model.Change{Flag: model.FlagDeleted, On: []string{a}}); err != nil {
		t.Fatal(err)
	}
	if k, err := l.Keep(t.Context(), item("2", "https://example.org/live", "x2")); err != nil || !k.Deleted {
		t.Errorf("a deleted item came back: %+v, %v", k, err)
	}
	feeds, err := l.Feeds(t.Context())
	if err != nil || len(feeds) != 1 || feeds[0].Total != 2 || feeds[0].Unread != 2 {
		t.Errorf("feeds are %+v, %v", feeds, err)
	}
	sound(t, l)
}

func TestAServersItemIsTheFeedsItem(t *testing.T) {
	for _, order := range [][2]string{{"1", FromServer + "x"}, {FromServer + "x", "1"}} {
		l, _ := newLibrary(t)
		feed, _, err := l.AddFeed(t.Context(), model.Feed{URL: "https://example.org/feed"})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, guid := range []string{order[0], order[1], order[0], order[1]} {
			x := article("https://example.org/1", "T", "text")
			x.Feed, x.GUID = feed.ID, guid
			ids = append(ids, keep(t, l, x))
		}
		if ids[0] != ids[1] || ids[0] != ids[2] || ids[0] != ids[3] {
			t.Errorf("%v: one article is %v", order, ids)
		}
	}
}

func TestReopeningADeletedPageBringsItBack(t *testing.T) {
	l, _ := newLibrary(t)
	x := article("https://example.org/1", "Page", "text")
	id := keep(t, l, x)
	if _, err := l.Change(t.Context(), model.Change{Flag: model.FlagDeleted, On: []string{id}}); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, l, ""); got != "" {
		t.Errorf("deleted, and listed: %s", got)
	}
	keep(t, l, x)
	if got := titles(t, l, ""); got != "Page" {
		t.Errorf("opened again, and not listed: %q", got)
	}
}

func TestPosition(t *testing.T) {
	l, _ := newLibrary(t)
	x := article("file.txt", "T", "one two")
	id := keep(t, l, x)
	if err := l.SetPosition(t.Context(), id, TextHash(x.Text), 4); err != nil {
		t.Fatal(err)
	}
	if at, err := l.Position(t.Context(), id); err != nil || at != 4 {
		t.Errorf("position is %d, %v", at, err)
	}
	x.Text = "other"
	keep(t, l, x)
	if at, err := l.Position(t.Context(), id); err != nil || at != 0 {
		t.Errorf("position in another text is %d, %v", at, err)
	}
	if err := l.SetPosition(t.Context(), "nope", "", 4); !errors.Is(err, ErrNotFound) {
		t.Errorf("error is %v", err)
	}
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

func TestExportImport(t *testing.T) {
	l, c := newLibrary(t)
	feed, _, err := l.AddFeed(t.Context(), model.Feed{URL: "https://example.org/feed", Title: "Mine", Folder: "A/B", FullText: true})
	if err != nil {
		t.Fatal(err)
	}
	x := article("https://example.org/1", "One", "first <text> with & and 伊朗")
	x.Feed, x.GUID, x.Tags = feed.ID, "g1", []string{"water"}
	id := keep(t, l, x)
	c.pass(time.Hour)
	x.Text = "second text"
	keep(t, l, x)
	keep(t, l, article("notes.txt", "Two", "other words"))
	if err := l.SetPosition(t.Context(), id, TextHash("second text"), 7); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Change(t.Context(), model.Change{Flag: model.FlagStarred, On: []string{id}}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.SaveQuery(t.Context(), model.SavedQuery{Name: "W", Query: "tag:water"}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if n, err := l.Export(t.Context(), &out); err != nil || n != 2 {
		t.Fatalf("%d exported, %v", n, err)
	}

	to, _ := newLibrary(t)
	in, err := to.Import(t.Context(), bytes.NewReader(out.Bytes()))
	if err != nil || in.New != 2 || in.Merged != 0 || len(in.Faults) != 0 {
		t.Fatalf("imported %+v, %v", in, err)
	}
	var back bytes.Buffer
	if _, err := to.Export(t.Context(), &back); err != nil {
		t.Fatal(err)
	}
	if back.String() != out.String() {
		t.Errorf("exported, imported and exported:\n%s\nwas\n%s", back.String(), out.String())
	}
	if got := titles(t, to, "second"); got != "One" {
		t.Errorf("second finds %q", got)
	}
	in, err = to.Import(t.Context(), bytes.NewReader(out.Bytes()))
	if err != nil || in.New != 0 || in.Merged != 2 {
		t.Errorf("imported again: %+v, %v", in, err)
	}
	back.Reset()
	if _, err := to.Export(t.Context(), &back); err != nil || back.String() != out.String() {
		t.Errorf("importing twice changed something: %v\n%s", err, back.String())
	}
	sound(t, to)
}

func TestImportFaults(t *testing.T) {
	l, _ := newLibrary(t)
	if _, err := l.Import(t.Context(), strings.NewReader("<opml>\n")); err == nil {
		t.Error("an OPML file is imported as a library")
	}
	if _, err := l.Import(t.Context(), strings.NewReader(`{"library":99}`)); err == nil || !strings.Contains(err.Error(), "newer") {
		t.Errorf("a newer export: %v", err)
	}
	in, err := l.Import(t.Context(), strings.NewReader(`{"library":1}
nonsense
{"article":{"id":"a1"}}
{"article":{"id":"a2","published":"soon","texts":[{"plain":"x"}]}}
{"feed":{}}
{"article":{"id":"a3","source":"x.txt","title":"Good","texts":[{"format":"text","origin":"file","plain":"words"}]}}`))
	if err != nil || in.New != 1 || len(in.Faults) != 4 {
		t.Errorf("imported %+v, %v; want one article and four faults", in, err)
	}
	if got := titles(t, l, "words"); got != "Good" {
		t.Errorf("words finds %q", got)
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
	err := l.change(t.Context(), "damage", func(tx *txn) error {
		for _, s := range []string{"UPDATE text SET plain = 'other words'", "DELETE FROM entry_fts"} {
			if _, err := tx.Exec(s); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	faults, err := l.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"article " + id + " cannot be found by its words", "article " + id + ": a text is not the one that was kept"}
	if strings.Join(faults, "\n") != strings.Join(want, "\n") {
		t.Errorf("faults are %q, want %q", faults, want)
	}
}
