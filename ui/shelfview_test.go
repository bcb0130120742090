package ui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
)

func TestLongTitlesAreBroken(t *testing.T) {
	for _, c := range []struct {
		title, hidden string
		wide, narrow  []string
	}{
		{
			title: "Harbour bridge to stay closed until spring after divers find cracks in three of its eleven piers, engineer tells council",
			wide:  []string{"divers find cracks in", "three of its eleven piers, engineer tells council"}, narrow: []string{"Harbour bridge to stay closed"}, hidden: "eleven",
		},
		{
			title: strings.Repeat("港湾新聞", 12),
			wide:  []string{strings.Repeat("港湾新聞", 9), strings.Repeat("港湾新聞", 3)}, narrow: []string{strings.Repeat("港湾新聞", 3)}, hidden: strings.Repeat("港湾新聞", 5),
		},
	} {
		d, l := shelved(t, 30, 120, 30)
		l.entries[1].Title = c.title
		d.press("S S S S j")
		d.shows(c.wide...)
		d.resize(40, 12)
		d.shows(c.narrow...)
		d.shows("…")
		d.hides(c.hidden)
		for range 12 {
			d.press("j d k u")
		}
	}
}

// TestAFeedThatFailedSaysWhy: with articles and without.
func TestAFeedThatFailedSaysWhy(t *testing.T) {
	d, l := shelved(t, 5, 120, 30)
	l.feeds[0].Error = "fetch https://courier.example/feed: the server says 404 Not Found"
	d.press("R tab j j")
	d.shows("QUENBY COURIER", "Could not be read the last time: fetch https://courier.example/feed: the", "server says 404 Not Found", "Title 0", "!")
	d.send(tea.MouseClickMsg{X: 60, Y: d.row("Title 1"), Button: tea.MouseLeft})
	d.shows("2 of 5")
	l.entries = nil
	d.press("R")
	d.shows("Could not be read the last time")
	d.press("tab k")
	d.hides("Could not be read")
}

// TestWhatComesIsShownDuringARefresh: not only at its end.
func TestWhatComesIsShownDuringARefresh(t *testing.T) {
	d, l := shelved(t, 3, 120, 30)
	d.shows("1 of 3")
	l.steps = make(chan struct{}, 10)
	d.hold = true
	d.press("R")
	d.hold = false
	l.entries = newFakeLibrary(9).entries
	l.steps <- struct{}{}
	progress := d.pending[0]
	d.pending = nil
	msg := progress()
	d.hold = true
	d.send(msg) // the next progress waits for a feed, the lists do not
	d.hold = false
	for _, cmd := range d.pending[0]().(tea.BatchMsg)[1:] {
		d.drain(cmd)
	}
	d.shows("of 9")
}

func TestTodayIsToldWithTheHour(t *testing.T) {
	now := time.Date(2026, 2, 2, 20, 0, 0, 0, time.UTC)
	l := newFakeLibrary(4)
	for i, at := range []time.Time{now.Add(-3 * time.Hour), now.Add(-25 * time.Hour), now.Add(-49 * time.Hour)} {
		l.entries[i].Published = model.Stamp{Time: at, HasClock: true}
	}
	l.entries[3].Published = model.Stamp{Time: time.Date(2026, 2, 2, 0, 0, 0, 0, time.UTC)}
	o := newWorld(t).options(t, -1)
	o.Library, o.Now = l, func() time.Time { return now }
	d := start(t, o, 120, 30)
	d.shows("today 17:00", "yesterday 19:00", "31 January 2026", "2 February 2026")
}

func TestFullTextIsSaidWhenItIsThere(t *testing.T) {
	d, l := shelved(t, 3, 120, 30)
	d.press("enter x")
	d.wantStatus("the whole text is here")
	d.press("J")
	d.wantNot("the whole text is here")
	l.feedErr = errors.New("no page")
	d.press("x")
	d.wantStatus("no page")
}

// TestWithoutALibraryTheShelfSaysWhy: the samples are there nevertheless.
func TestWithoutALibraryTheShelfSaysWhy(t *testing.T) {
	d, l := shelved(t, 3, 100, 24)
	l.placesErr = errors.New("the library is of a newer program: library.db has version 99, this one knows 7: use a newer quoth, or another file with --library")
	d.press("s")
	d.shows("library.db has version 99", "with --library", "Title 0")
	l.placesErr = nil
	d.press("s")
	d.hides("version 99")
}

// TestAChangeOfManyIsSaidAtOnce: one sees that something goes on.
func TestAChangeOfManyIsSaidAtOnce(t *testing.T) {
	d, _ := shelved(t, 2000, 100, 24)
	d.press("V")
	d.hold = true
	d.press("s")
	d.wantStatus("changing 2000 articles …")
	d.hold = false
	d.release(0)
	d.wantStatus("2000 articles starred; U undoes it")
}
