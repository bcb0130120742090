package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"quoth/model"
)

// dating is an App over one article that was said to be published on a Monday,
// with an engine that tells "Saturday" by it.
func dating(t *testing.T) (*driver, *memory) {
	t.Helper()
	const text = "Ida Moreau said on Saturday that the bridge stays closed."
	m := &memory{}
	o := m.options(newWorld(t).options(t, -1))
	m.marks.Dating.Published = model.Stamp{Time: time.Date(2026, 2, 2, 0, 0, 0, 0, time.UTC)}
	l := newFakeLibrary(3)
	l.entries[0].ID, l.entries[0].Ref, l.entries[0].Published = "a1", "library:a1", m.marks.Dating.Published
	l.reader = m
	o.Library, o.Act = l, l.Act
	o.Load = func(string) (*model.Article, error) {
		return &model.Article{
			ID: "a1", Title: "Bridge", Text: text, Published: m.marks.Dating.Published, Tags: m.marks.Tags,
			Blocks: []model.Block{{Span: model.Span{End: len(text)}}},
		}, nil
	}
	o.Annotate = func(a *model.Article) model.Annotations {
		saturday := a.Published.Day()
		for saturday.Weekday() != time.Saturday {
			saturday = saturday.AddDate(0, 0, -1)
		}
		at := strings.Index(text, "Saturday")
		return model.Annotations{Quotes: []model.Quote{{
			ID: "q1", Kind: model.Indirect, SpeakerName: "Ida Moreau", SpeakerKind: model.SpeakerPerson,
			Content: []model.Span{{Start: strings.Index(text, "that"), End: len(text) - 1}},
			When:    &model.When{Span: model.Span{Start: at, End: at + len("Saturday")}, Value: saturday.Format(time.DateOnly)},
		}}}
	}
	d := start(t, o, 120, 30)
	return d, m
}

func TestPublishedByHandInTheReader(t *testing.T) {
	d, m := dating(t)
	d.press("enter")
	d.want("published 2 February 2026", "31 Jan")
	d.press("c D")
	d.want("published: 2026-02-02")
	d.press("ctrl+u")
	d.write("no day")
	d.press("enter")
	d.wantStatus("published: no day") // which stays to be mended
	d.wantStatus("is no date: write it like 2026-02-01")
	d.press("ctrl+u")
	d.write("Feb. 11, 2026")
	d.press("enter")
	d.wantStatus("published 11 February 2026; U undoes it")
	d.want("published 11 February 2026", "7 Feb")
	d.wantNot("31 Jan")
	if got := m.marks.Dating; !got.ByHand || got.Published.String() != "2026-02-11" {
		t.Errorf("kept %+v", got)
	}
	d.press("U")
	d.wantStatus("undone")
	d.want("published 2 February 2026", "31 Jan")
	if m.marks.Dating.ByHand {
		t.Error("undone, the date is still the reader's")
	}
	d.press("ctrl+r")
	d.want("published 11 February 2026", "7 Feb")
	d.press(":")
	d.write("published 2026-02-20")
	d.press("enter")
	d.want("published 20 February 2026", "14 Feb")
}

func TestPublishedByHandOnTheShelf(t *testing.T) {
	d, _ := dating(t)
	d.press("c D ctrl+u")
	d.write("2026-03-05")
	d.press("enter")
	d.wantStatus("1 article published 5 March 2026; U undoes it")
	d.want("5 March 2026")
	d.press("U")
	d.wantStatus("undone: published 5 March 2026")
	d.wantNot("Courier · 5 March 2026")
	d.want("2 February 2026")
}

func TestStateInTheReaderIsUndone(t *testing.T) {
	d, m := dating(t)
	d.press("enter s")
	d.wantStatus("1 article starred; U undoes it")
	d.want("★")
	d.press("a")
	d.write("ask again")
	d.press("enter")
	d.press(":")
	d.write("tag-article iran")
	d.press("enter")
	d.wantStatus("1 article with #iran; U undoes it")
	d.press(":")
	d.write("archive")
	d.press("enter")
	d.want("★ archived")
	if s := m.marks.State; !s.Starred || !s.Archived || !slices.Equal(m.marks.Tags, []string{"iran"}) {
		t.Fatalf("kept %+v", m.marks)
	}
	d.press("s")
	d.wantNot("★")
	d.press("U")
	d.want("★ archived")
	d.press("U")
	d.wantNot("archived ·")
	d.press("U")
	if len(m.marks.Tags) > 0 || len(m.marks.Notes) != 1 {
		t.Errorf("kept %+v", m.marks)
	}
	d.press("U U")
	d.wantNot("★")
	if m.marks.State.Starred || len(m.marks.Notes) > 0 {
		t.Errorf("kept %+v", m.marks)
	}
	d.press("U")
	d.wantStatus("nothing to undo")
	d.press("ctrl+r")
	d.want("★")
}

// TestWhatTheShelfChangesIsSeenInTheReader: the open article is opened anew after
// a change on the shelf.
func TestWhatTheShelfChangesIsSeenInTheReader(t *testing.T) {
	d, m := dating(t)
	d.press("enter q s enter")
	d.want("★")
	d.press("s")
	if m.marks.State.Starred {
		t.Error("the star is not taken off")
	}
}

// TestOneHistory: what was done on the shelf is undone in the article and the
// other way round, in the order in which it was done, and done again as well.
func TestOneHistory(t *testing.T) {
	d, m := dating(t)
	starred := func(want bool, when string) {
		t.Helper()
		if m.marks.State.Starred != want {
			t.Fatalf("%s the article is starred: %v", when, m.marks.State.Starred)
		}
	}
	d.press("enter s a")
	d.write("ask again")
	d.press("enter q")
	d.want("★ Title 0")
	d.press("j D")
	d.wantStatus("1 article deleted; U undoes it")
	d.want("of 2")

	d.press("U")
	d.wantStatus("undone: 1 article deleted")
	d.want("of 3")
	d.press("U")
	d.wantStatus("undone: 1 note")
	m.want(t)
	d.press("U")
	d.wantStatus("undone: 1 article starred")
	d.wantNot("★")
	starred(false, "undone on the shelf,")
	d.press("U")
	d.wantStatus("nothing to undo")

	d.press("3 ctrl+r")
	d.wantStatus("done again: 1 article deleted")
	d.want("★ Title 0", "of 2")
	m.want(t, "|ask again|[]")
	d.press("ctrl+r")
	d.wantStatus("nothing to do again")

	d.press("g A enter") // archived on the shelf, and opened there
	d.want("★ archived", "ask again")
	d.press("U")
	d.wantStatus("undone")
	d.wantNot("archived ·")
	d.press("U") // of another article
	d.wantStatus("undone: 1 article deleted")
	d.press("U U")
	d.wantNot("★", "ask again")
	starred(false, "undone in the article,")
	m.want(t)
	d.press("q")
	d.want("of 3")
	d.wantNot("★")
}

// TestUndoIsInTurn: what is undone before it is on the disk is what was done last.
func TestUndoIsInTurn(t *testing.T) {
	d, m := dating(t)
	d.press("j s k")
	d.hold = true
	d.press("s U")
	d.letGo()
	d.wantStatus("undone: 1 article starred")
	d.want("★ Title 1")
	d.wantNot("★ Title 0")
	if m.marks.State.Starred {
		t.Error("the first article keeps its star")
	}
}

// TestStarredWhileItOpens: what is done on the shelf while the article opens is
// seen in it.
func TestStarredWhileItOpens(t *testing.T) {
	d, _ := dating(t)
	d.hold = true
	d.press("enter s")
	d.hold = false
	d.release(0)
	d.want("published 2 February 2026")
	d.wantNot("★")
	d.release(0)
	d.want("★ published 2 February 2026")
}
