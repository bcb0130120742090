package cli

import (
	"context"
	"fmt"
	"slices"

	"quoth/annotate"
	"quoth/model"
	"quoth/model/intake"
	"quoth/model/library"
	"quoth/ui/catalog"
)

// Follow follows a feed.
func (s shelves) Follow(ctx context.Context, url string) (model.Action, error) {
	in, err := s.p.web()
	if err != nil {
		return model.Action{}, err
	}
	got, err := in.Subscribe(ctx, model.Feed{URL: url})
	if err != nil || got.Known {
		return model.Action{}, err
	}
	followed := model.Feed{ID: got.Feed.ID, URL: got.Feed.URL}
	return model.Action{Feeds: []model.Edit[model.Feed]{{After: &followed}}}, s.annotate(ctx, in.Library)
}

// FullText fetches the page of an article.
func (s shelves) FullText(ctx context.Context, id string) error {
	in, err := s.p.web()
	if err != nil {
		return err
	}
	e, err := in.Library.Entry(ctx, id)
	if err != nil {
		return err
	}
	if !isURL(e.Source) {
		return fmt.Errorf("%s has no page of the web", e.Name())
	}
	_, err = in.FullText(ctx, e)
	return err
}

// Whole fetches the articles of a feed themselves from now on, or not any more.
func (s shelves) Whole(ctx context.Context, place catalog.Place) (model.Action, error) {
	l, err := s.p.library()
	if err != nil {
		return model.Action{}, err
	}
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return model.Action{}, err
	}
	i := slices.IndexFunc(feeds, func(f model.Feed) bool { return f.ID == place.Feed })
	if i < 0 {
		return model.Action{}, fmt.Errorf("%s: %w", place.URL, library.ErrNotFound)
	}
	before, after := feeds[i], feeds[i]
	after.FullText = !place.Whole
	act := model.Action{Feeds: []model.Edit[model.Feed]{{Before: &before, After: &after}}}
	return act, l.Act(ctx, act)
}

// Refresh fetches what is new in the feeds, and lets the engine read it.
func (s shelves) Refresh(ctx context.Context, report func(catalog.Progress)) (catalog.Progress, error) {
	var last catalog.Progress
	in, err := s.p.web()
	if err != nil {
		return last, err
	}
	feeds, err := in.Library.Feeds(ctx)
	if err != nil {
		return last, err
	}
	last.All = len(feeds)
	err = in.Refresh(ctx, feeds, false, func(p intake.Progress) {
		last.Done, last.Name = p.Done, name(p.Feed)
		last.New += len(p.New)
		if p.Err != nil {
			last.Failed++
		}
		if !p.NotBefore.IsZero() {
			last.Early++
			if last.Next.IsZero() || p.NotBefore.Before(last.Next) {
				last.Next = p.NotBefore
			}
		}
		report(last)
	})
	if err != nil {
		return last, err
	}
	return last, s.annotate(ctx, in.Library)
}

// annotate asks the engine about what has come, so that speakers are found.
func (s shelves) annotate(ctx context.Context, l *library.Library) error {
	ids, err := l.NotAnnotated(ctx, annotate.Version, 1)
	if err != nil || len(ids) == 0 {
		return err
	}
	return s.p.annotateKept(l)
}
