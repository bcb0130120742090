package library

import (
	"errors"
	"testing"
	"time"

	"quoth/model"
)

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

// TestAHostIsNoOutletWhereOneIsKnown keeps pages whose outlet is only the host
// of their address.
func TestAHostIsNoOutletWhereOneIsKnown(t *testing.T) {
	l, _ := newLibrary(t)
	x := article("https://www.star.example/ferry", "Ferry", "The ferry is late.")
	for _, c := range [][2]string{{"star.example", "star.example"}, {"Northern Star", "Northern Star"}, {"star.example", "Northern Star"}, {"", "Northern Star"}, {"Star", "Star"}} {
		x.Site = c[0]
		id := keep(t, l, x)
		if e, err := l.Entry(t.Context(), id); err != nil || e.Site != c[1] {
			t.Errorf("kept with %q: site is %q, %v; want %q", c[0], e.Site, err, c[1])
		}
	}
}
