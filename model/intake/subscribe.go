package intake

import (
	"context"
	"errors"
	"fmt"

	"quoth/model"
	"quoth/model/source/feed"
	"quoth/model/source/fetch"
)

// Subscribed is what came of a new subscription.
type Subscribed struct {
	Feed     model.Feed
	Known    bool        // it was followed already
	Articles int         // that were not in the library
	LeftOut  int         // of the document, beyond those that are taken of one
	Others   []feed.Link // that the page announces too
}

// Subscribe follows the feed at an address, or the one that the page there
// announces, and keeps its articles. Title, Folder and FullText of f are the
// reader's own.
func (in *Intake) Subscribe(ctx context.Context, f model.Feed) (Subscribed, error) {
	address, _ := Address(f.URL)
	doc, err := in.Client.Do(ctx, fetch.Request{URL: address, Accept: acceptFeed})
	if err != nil {
		return Subscribed{}, err
	}
	parsed, err := feed.Read(doc.Body, doc.URL, doc.ContentType)
	if err == nil {
		f.URL = address
		return in.follow(ctx, f, doc, parsed)
	}
	if !errors.Is(err, feed.ErrNotAFeed) {
		return Subscribed{}, fmt.Errorf("%s: %w", address, err)
	}
	links := feed.Discover(doc.Body, doc.URL, doc.ContentType)
	candidates := links
	if len(links) == 0 {
		for _, guess := range feed.Guesses(doc.URL) {
			candidates = append(candidates, feed.Link{URL: guess})
		}
	}
	for i, link := range candidates {
		found, parsed, err := in.try(ctx, link.URL)
		switch {
		case ctx.Err() != nil:
			return Subscribed{}, ctx.Err()
		case err != nil:
			continue
		}
		f.URL = link.URL
		s, err := in.follow(ctx, f, found, parsed)
		for j := range links {
			if j != i {
				s.Others = append(s.Others, links[j])
			}
		}
		return s, err
	}
	if len(links) > 0 {
		return Subscribed{}, fmt.Errorf("%s: it announces feeds, but none can be read: the first is %s", address, links[0].URL)
	}
	return Subscribed{}, fmt.Errorf("%s: %w, and it announces none", address, err)
}

func (in *Intake) try(ctx context.Context, address string) (*fetch.Document, *feed.Feed, error) {
	doc, err := in.Client.Do(ctx, fetch.Request{URL: address, Accept: acceptFeed})
	if err != nil {
		return nil, nil, err
	}
	parsed, err := feed.Read(doc.Body, doc.URL, doc.ContentType)
	return doc, parsed, err
}

// follow subscribes to a feed that was read.
func (in *Intake) follow(ctx context.Context, f model.Feed, doc *fetch.Document, parsed *feed.Feed) (Subscribed, error) {
	if doc.Moved != "" {
		f.URL = doc.Moved
	}
	kept, added, err := in.Library.AddFeed(ctx, f)
	if err != nil {
		return Subscribed{}, err
	}
	s := Subscribed{Feed: kept, Known: !added, LeftOut: parsed.LeftOut}
	ids, _, err := in.keep(ctx, kept, parsed)
	s.Articles = len(ids)
	if err == nil {
		err = in.fetched(ctx, kept, doc, parsed)
	}
	if err == nil && kept.Title == "" {
		s.Feed.Title = parsed.Title
	}
	return s, err
}
