package intake

import (
	"context"
	"errors"
	"sync"
	"time"

	"quoth/model"
	"quoth/model/library"
	"quoth/model/source/feed"
	"quoth/model/source/fetch"
)

// Progress is what a refresh reports of each feed when it is done with it.
type Progress struct {
	Feed      model.Feed
	Done, All int       // feeds
	New       []string  // ids of the articles that were not in the library; they are on disk
	Changed   int       // articles whose text is another one now
	LeftOut   int       // articles of the document beyond those that are taken of one
	Unchanged bool      // the server says that there is nothing new
	NotBefore time.Time // it was left alone: its server asks for that
	Err       error
}

// How a refresh goes about feeds.
const (
	// leastPause is how long a feed is left alone that was just read, whatever
	// its server says.
	leastPause = 5 * time.Minute
	// fullTextsFor is for how long after an article came its whole text is tried
	// to be had.
	fullTextsFor = 3 * 24 * time.Hour
	// fullTexts bounds how many pages are fetched for one feed at a time.
	fullTexts = 50
)

// Refresh brings feeds up to date, all at once as far as their servers are to
// bear it, and reports each when it is done; calls of report do not overlap. A
// feed whose time has not come is left alone unless force says otherwise. What
// was reported is on disk; a refresh that is cut short loses nothing of it. The
// error is that of the context or of the library: those of feeds are reported
// and kept with them.
func (in *Intake) Refresh(ctx context.Context, feeds []model.Feed, force bool, report func(Progress)) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var (
		all  sync.WaitGroup
		mu   sync.Mutex
		done int
	)
	for _, f := range feeds {
		all.Go(func() {
			p, err := in.refresh(ctx, f, force)
			if err != nil {
				stop(err)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			done++
			p.Feed, p.Done, p.All = f, done, len(feeds)
			report(p)
		})
	}
	all.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}

// refresh brings one feed up to date. Its error is the context's or the
// library's.
func (in *Intake) refresh(ctx context.Context, f model.Feed, force bool) (Progress, error) {
	var p Progress
	if f.Next.After(in.Now()) && !force {
		p.NotBefore = f.Next
		return p, nil
	}
	have, err := in.Library.Validators(ctx, f.ID)
	if err != nil {
		return p, err
	}
	doc, err := in.Client.Do(ctx, fetch.Request{URL: f.URL, Accept: acceptFeed, Have: have})
	var parsed *feed.Feed
	if err == nil && !doc.Unchanged {
		parsed, err = feed.Read(doc.Body, doc.URL, doc.ContentType)
	}
	if ctx.Err() != nil {
		return p, ctx.Err()
	}
	if err != nil {
		p.Err = err
		return p, in.Library.FeedFetched(ctx, library.Fetched{Feed: f.ID, Err: err, Next: in.retry(f, err)})
	}
	if p.Unchanged = doc.Unchanged; !p.Unchanged {
		if p.New, p.Changed, err = in.keep(ctx, f, parsed); err != nil {
			return p, err
		}
		p.LeftOut = parsed.LeftOut
	}
	if f.FullText {
		changed, err := in.fullTexts(ctx, f)
		p.Changed += changed
		if err != nil {
			return p, err
		}
	}
	return p, in.fetched(ctx, f, doc, parsed)
}

// keep keeps the articles of a feed.
func (in *Intake) keep(ctx context.Context, f model.Feed, parsed *feed.Feed) (added []string, changed int, err error) {
	items := parsed.Items
	for i := range items {
		items[i].Feed = f.ID
		items[i].Words.Fetched = in.Now()
	}
	kept, err := in.Library.KeepItems(ctx, items)
	for _, k := range kept {
		if k.New {
			added = append(added, k.ID)
		}
		if k.Changed {
			changed++
		}
	}
	return added, changed, err
}

// fetched keeps that a feed was read, and until when it is left alone.
func (in *Intake) fetched(ctx context.Context, f model.Feed, doc *fetch.Document, parsed *feed.Feed) error {
	next := in.Now().Add(leastPause)
	if doc.Fresh.After(next) {
		next = doc.Fresh
	}
	done := library.Fetched{Feed: f.ID, URL: doc.Moved, Validators: doc.Validators}
	if parsed != nil {
		done.Title, done.Site = parsed.Title, parsed.Site
		if t := in.Now().Add(parsed.Every); t.After(next) {
			next = t
		}
	}
	done.Next = next
	return in.Library.FeedFetched(ctx, done)
}

// Pauses after failures: the first two are passed over, then they double.
const (
	firstBackoff = 20 * time.Minute
	lastBackoff  = 24 * time.Hour
)

// retry gives the time before which a feed that failed is left alone: as its
// server says, or longer from failure to failure where the server refuses. A
// network that is down is no reason to wait.
func (in *Intake) retry(f model.Feed, err error) time.Time {
	var status *fetch.StatusError
	if !errors.As(err, &status) {
		return time.Time{}
	}
	if !status.Retry.IsZero() || f.Failed < 2 {
		return status.Retry
	}
	return in.Now().Add(min(firstBackoff<<min(f.Failed-2, 10), lastBackoff))
}

// fullTexts fetches the pages of a feed's articles. One that cannot be had keeps
// its excerpt and is tried again the next time.
func (in *Intake) fullTexts(ctx context.Context, f model.Feed) (changed int, err error) {
	entries, err := in.Library.Excerpts(ctx, f.ID, in.Now().Add(-fullTextsFor), fullTexts)
	if err != nil {
		return 0, err
	}
	results := make([]error, len(entries))
	var all sync.WaitGroup
	for i, e := range entries {
		all.Go(func() { _, results[i] = in.FullText(ctx, e) })
	}
	all.Wait()
	for _, err := range results {
		switch {
		case err == nil:
			changed++
		case library.IsFault(err):
			return changed, err
		}
	}
	return changed, ctx.Err()
}
