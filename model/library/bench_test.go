package library

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"quoth/model"
	"quoth/model/query"
)

// benchArticles is the size of the library that the figures are for.
const benchArticles = 100_000

// fill puts articles of about 200 words into a library, their words spread as in
// language (Zipf), of 200 feeds, a tenth of them unread, some with quotations.
func fill(b *testing.B, l *Library, c *clock) {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.1, 5, 50_000)
	text := func(n int) string {
		words := make([]string, n)
		for i := range words {
			words[i] = fmt.Sprint("w", zipf.Uint64())
			if i%15 == 14 {
				words[i] += "."
			}
		}
		return strings.Join(words, " ")
	}
	for i := range 200 {
		if _, _, err := l.AddFeed(b.Context(), model.Feed{URL: fmt.Sprintf("https://example.org/%d", i), Title: fmt.Sprint("Feed ", i)}); err != nil {
			b.Fatal(err)
		}
	}
	const batch = 5000
	for from := 0; from < benchArticles; from += batch {
		err := l.change(b.Context(), "fill", func(tx *txn) error {
			for i := from; i < from+batch; i++ {
				c.pass(time.Second)
				x := article(fmt.Sprintf("https://example.org/%d", i), text(8), text(150+r.IntN(100)))
				x.Feed, x.GUID = int64(1+r.IntN(200)), fmt.Sprint(i)
				x.Published = model.Stamp{Time: c.Add(-time.Duration(r.IntN(1000)) * time.Hour), HasClock: true}
				if i%50 == 0 {
					x.Tags = []string{"water"}
				}
				if err := fillOne(b.Context(), l, tx, x, i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

func fillOne(ctx context.Context, l *Library, tx *txn, x model.Extract, i int) error {
	x.Words.Plain, x.Words.Hash = x.Text, TextHash(x.Text)
	p, err := l.insert(ctx, tx, x)
	if err != nil {
		return err
	}
	if _, err := l.keepText(ctx, tx, p, x.Words); err != nil {
		return err
	}
	if i%10 != 0 {
		if err := exec(ctx, tx, "UPDATE entry SET read = 1 WHERE id = ?", p.row).err; err != nil {
			return err
		}
	}
	if i%20 != 0 {
		return nil
	}
	var a model.Annotations
	for n := range 5 {
		a.Quotes = append(a.Quotes, model.Quote{SpeakerName: fmt.Sprint("Speaker ", i/20%500), Content: []model.Span{{Start: 40 * n, End: 40*n + 39}}})
	}
	return indexQuotes(ctx, tx, p.row, x.Text, &a)
}

// percentile95 gives the 95th of 100 times that a call took.
func percentile95(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)*95/100]
}

// BenchmarkLibrary measures what a reader waits for in a library of 100,000
// articles. p95-ms is the 95th percentile of the calls.
func BenchmarkLibrary(b *testing.B) {
	c := newClock()
	file, none := filepath.Join(b.TempDir(), "full.db"), filepath.Join(b.TempDir(), "empty.db")
	full := openAt(b, file, c)
	openAt(b, none, c)
	fill(b, full, c)

	opening := func(file string) func(*testing.B) {
		return func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l, err := Open(b.Context(), file, c.now)
				if err != nil {
					b.Fatal(err)
				}
				if err := shelfOf(b.Context(), l); err != nil {
					b.Fatal(err)
				}
				if err := l.Close(); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.Run("open/empty", opening(none))
	b.Run("open/full", opening(file))
	for _, q := range []struct{ name, query string }{
		{"word", ""}, // many words, some rare, some not
		{"common", "w0"},
		{"commonPrefix", "w1*"},
		{"unread", "is:unread"},
		{"tag", "tag:water"},
		{"feed", "feed:example.org/17"},
		{"speaker", `speaker:"speaker 17"`},
		{"dates", "after:2026-02-02 before:2026-02-03 w3"},
	} {
		b.Run("list/"+q.name, func(b *testing.B) {
			b.ReportAllocs()
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				words := q.query
				if words == "" {
					words = fmt.Sprint("w", 10+(i*7919)%20_000)
				}
				n, err := query.Parse(words, query.Options{Now: c.now()})
				if err != nil {
					b.Fatal(err)
				}
				start := time.Now()
				if _, err := full.List(b.Context(), n, Window{Limit: 200}); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			b.ReportMetric(float64(percentile95(times).Microseconds())/1000, "p95-ms")
		})
	}
	b.Run("count/common", func(b *testing.B) {
		for b.Loop() {
			if _, err := full.Count(b.Context(), query.Term{Value: "w0"}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("keep", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := full.Keep(b.Context(), article(fmt.Sprint("bench", i), "Title", strings.Repeat("some words ", 100))); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// shelfOf reads what the shelf shows first.
func shelfOf(ctx context.Context, l *Library) error {
	if _, err := l.Feeds(ctx); err != nil {
		return err
	}
	if _, err := l.SavedQueries(ctx); err != nil {
		return err
	}
	for _, n := range []query.Node{query.And{}, query.Term{Field: query.Is, State: query.Unread}} {
		if _, err := l.Count(ctx, n); err != nil {
			return err
		}
	}
	_, err := l.List(ctx, query.And{}, Window{Limit: 100})
	return err
}
