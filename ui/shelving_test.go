package ui_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/task"
)

// shelved starts an App with a library of n articles.
func shelved(t *testing.T, n, w, h int) (*driver, *fakeLibrary) {
	t.Helper()
	l := newFakeLibrary(n)
	o := newWorld(t).options(t, -1)
	o.Library, o.Act = l, l.Act
	o.Load = func(ref string) (*model.Article, error) {
		id := strings.TrimPrefix(ref, "library:")
		return &model.Article{ID: id, Title: "Title " + id, Text: "Words of " + id + ".", Blocks: []model.Block{{Span: model.Span{End: len("Words of " + id + ".")}}}}, nil
	}
	return start(t, o, w, h), l
}

func (d *driver) shows(words ...string) {
	d.tb.Helper()
	screen := d.screen()
	for _, w := range words {
		if !strings.Contains(screen, w) {
			d.tb.Errorf("the screen lacks %q:\n%s", w, screen)
		}
	}
}

func (d *driver) hides(words ...string) {
	d.tb.Helper()
	screen := d.screen()
	for _, w := range words {
		if strings.Contains(screen, w) {
			d.tb.Errorf("the screen has %q:\n%s", w, screen)
		}
	}
}

func TestShelfOfALibrary(t *testing.T) {
	d, _ := shelved(t, 500, 120, 30)
	d.shows("LIBRARY", "ALL", "1 of 500", "Title 0", "• Title 1", "Unread", "250", "FEEDS", "Quenby Courier")
	d.press("/")
	d.write("is:unread 33")
	d.shows("Title 33", "Title 133", "9 articles", "1 of 9")
	d.hides("Title 34")
	d.press("enter")
	d.press("esc")
	d.shows("1 of 500", "Title 2")
}

// TestAQueryFindsTheSameWhenItIsDone: Enter keeps the list that one sees, and the
// next query takes the place of this one, or goes on in it.
func TestAQueryFindsTheSameWhenItIsDone(t *testing.T) {
	d, l := shelved(t, 500, 120, 30)
	d.press("/")
	d.shows("words, speaker: said: place: title: author: tag: is: before: after:")
	d.write("tle 33")
	d.press("enter")
	d.shows("1 of 14", "Title 33", "Title 133")
	if ask := l.asked[len(l.asked)-1]; ask.Words != "tle 33*" || ask.Typing {
		t.Errorf("asked for %+v", ask)
	}
	d.press("/")
	d.shows("tle 33*", "typing replaces it")
	d.write("44")
	d.shows("1 of 14", "Title 44")
	d.press("enter / left backspace")
	d.write("5")
	d.press("enter")
	d.shows("1 of 15", "Title 45", "Title 145")
	d.press("/")
	d.send(tea.PasteMsg{Content: "33"})
	d.shows("1 of 14", "Title 33")
	d.press("esc")
	d.shows("1 of 15", "Title 45")
	d.press("/ backspace")
	d.shows("1 of 500")
}

func TestAQueryThatIsWrongIsToldAndTheListStays(t *testing.T) {
	d, _ := shelved(t, 50, 120, 30)
	d.press("/")
	d.write("((")
	d.shows("character 1: this parenthesis", "Title 3")
	d.press("enter")
	d.shows("query, character 1", "Title 3")
	d.press("esc")
	d.shows("1 of 50")
	d.hides("query, character")
}

// TestLateAnswersAreDropped holds the answers to each letter back and gives
// them in another order.
func TestLateAnswersAreDropped(t *testing.T) {
	d, l := shelved(t, 500, 120, 30)
	before := len(l.asked)
	d.hold = true
	d.press("/")
	d.write("499")
	d.hold = false
	if len(d.pending) < 3 {
		t.Fatalf("%d questions for three letters", len(d.pending))
	}
	for len(d.pending) > 0 {
		d.release(len(d.pending) - 1)
	}
	d.shows("1 of 1", "Title 499")
	if n := len(l.asked) - before; n != 1 {
		t.Errorf("%d lists were made, want 1: the others were given up", n)
	}
}

func TestALongListIsLoadedInWindows(t *testing.T) {
	d, l := shelved(t, 5000, 120, 30)
	d.press("G")
	d.shows("5000 of 5000", "Title 4999", "Title 4995")
	d.press("g")
	d.shows("1 of 5000", "Title 0")
	for range 60 {
		d.press("space")
	}
	d.shows("Quenby Courier")
	d.hides("…   ")
	for _, ask := range l.asked {
		if ask.Limit > 300 {
			t.Errorf("%d entries were asked for at once", ask.Limit)
		}
	}
	if n := len(l.asked); n > 30 {
		t.Errorf("%d windows for 60 pages", n)
	}
}

func TestMarksAndUndo(t *testing.T) {
	d, _ := shelved(t, 50, 120, 30)
	d.press("s")
	d.shows("★ Title 0", "1 article starred; U undoes it")
	d.press("U")
	d.shows("undone")
	d.hides("★")
	d.press("j N")
	d.hides("• Title 1\n")
	d.press("v v v")
	d.shows("✓ Title 1", "✓ Title 2", "✓ Title 3", "3 marked")
	d.press("D")
	d.shows("3 articles deleted", "of 47")
	d.hides("Title 2 ")
	d.press("U")
	d.shows("of 50")
	d.press("V")
	d.shows("50 marked")
	d.press("A")
	d.shows("50 articles archived")
	d.press("U")
	d.press("esc esc t")
	d.write("water")
	d.press("enter")
	d.shows("#water")
	d.press("U U U U")
	d.shows("nothing to undo")
}

func TestPlaces(t *testing.T) {
	d, _ := shelved(t, 50, 120, 30)
	d.press("tab j")
	d.shows("UNREAD", "1 of 25", "Title 1")
	d.hides("Title 2 ")
	d.press("enter j enter")
	d.shows("Words of 003")
	d.press("q")
	d.shows("UNREAD", "▌  Title 3") // read, and still there
	d.press("/")
	d.write("4")
	d.press("enter B")
	d.write("Fours")
	d.press("enter")
	d.shows("SEARCHES", "Fours", "kept as Fours")
	d.press("U")
	d.hides("SEARCHES")
	d.press("esc tab j")
	d.shows("QUENBY COURIER")
	d.press("D")
	d.hides("FEEDS")
	d.press("U")
	d.shows("FEEDS")
	d.press("a")
	d.write("https://new.example/feed")
	d.press("enter")
	d.shows("followed: https://new.example/feed", "https://new.example")
}

func TestFailuresAreTold(t *testing.T) {
	d, l := shelved(t, 5, 120, 30)
	l.feedErr = errors.New("fetch https://x.example: there is no host x.example, or no network")
	d.press("a")
	d.write("https://x.example")
	d.press("enter")
	d.shows("there is no host x.example")
	d.press("x")
	d.shows("there is no host x.example")
}

func TestNarrowShelf(t *testing.T) {
	d, _ := shelved(t, 50, 60, 20)
	d.shows("ALL", "Title 0")
	d.hides("LIBRARY")
	d.press("tab")
	d.shows("LIBRARY", "Unread")
	d.hides("Title 0")
	d.press("j enter")
	d.shows("UNREAD", "Title 1")
	for _, size := range [][2]int{{20, 5}, {4, 3}, {1, 1}, {200, 60}} {
		d.resize(size[0], size[1])
		d.press("tab j v / x esc tab")
	}
}

func TestSync(t *testing.T) {
	d, l := shelved(t, 3, 120, 30)
	d.press("ctrl+s")
	d.shows("1 new article", "of 4")
	l.feedErr = errors.New("no server to keep in step with")
	d.press("ctrl+s")
	d.wantStatus("no server to keep in step with")
}

func TestRefresh(t *testing.T) {
	d, l := shelved(t, 50, 120, 30)
	d.press("R")
	d.shows("8 new articles")
	l.steps = make(chan struct{}, 10)
	d.hold = true
	d.press("R")
	d.hold = false
	l.steps <- struct{}{}
	progress := d.pending[0]
	d.pending = nil
	d.hold = true
	d.result(progress())
	d.hold = false
	d.shows("━━━━━╌", "1 of 4, 2 new articles", "Feed 1")
	d.press("esc")
	d.release(0)
	d.shows("stopped; 2 new articles came")
}

func TestPlaceInAnArticleIsKept(t *testing.T) {
	kept := map[string]int{}
	l := newFakeLibrary(3)
	o := newWorld(t).options(t, -1)
	o.Library = l
	text := strings.Repeat("Words and more words. ", 400)
	o.Load = func(ref string) (*model.Article, error) {
		return &model.Article{ID: ref, Title: ref, Text: text, Blocks: []model.Block{{Span: model.Span{End: len(text)}}}}, nil
	}
	o.Recall = func(a *model.Article) task.Recalled {
		return task.Recalled{Place: kept[a.ID], Warning: "looks cut by a paywall"}
	}
	o.KeepPlace = func(a *model.Article, at int) { kept[a.ID] = at }
	d := start(t, o, 80, 24)
	d.press("enter")
	d.shows("looks cut by a paywall")
	d.press("space space q")
	at := kept["library:000"]
	if at == 0 {
		t.Fatal("nothing was kept on the way to the shelf")
	}
	d.press("enter space Q")
	if kept["library:000"] <= at {
		t.Error("nothing was kept on leaving")
	}
	again := start(t, o, 80, 24)
	again.press("enter")
	if screen := again.screen(); strings.Contains(screen, "library:000") {
		t.Errorf("it opens at its start:\n%s", screen)
	}
}

// TestWholeArticlesOfAFeed: x on a feed asks for its articles themselves, and
// again takes that back.
func TestWholeArticlesOfAFeed(t *testing.T) {
	d, l := shelved(t, 5, 120, 30)
	d.press("tab j j x")
	d.shows("Quenby Courier: whole articles from now on; U undoes it")
	if !l.feeds[0].Whole {
		t.Error("the feed gives excerpts still")
	}
	d.press("x")
	d.shows("what the feed gives, from now on; U undoes it")
	d.press("U")
	if !l.feeds[0].Whole {
		t.Error("undone, the feed gives excerpts still")
	}
	d.press("U")
	if l.feeds[0].Whole {
		t.Error("undone, the feed gives whole articles still")
	}
}
