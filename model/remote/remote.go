// Package remote keeps a library and an account on a server in step: which feeds
// are followed, what is unread, what is starred. It knows no protocol: those of
// Miniflux and of the Google Reader API are packages below it. The server's side
// is asked for as it stands; what both sides agreed on the last time tells which
// of them was changed since.
package remote

import (
	"context"
	"errors"
	"fmt"

	"quoth/model"
	"quoth/model/library"
)

// Service is an account on a server. Keys are the server's own names.
type Service interface {
	// Account names the account: kind, address and user, without any secret.
	Account() string
	Feeds(ctx context.Context) ([]Feed, error)
	Follow(ctx context.Context, f model.Feed) (key string, err error)
	Unfollow(ctx context.Context, key string) error
	// Unread and Starred give the keys of all articles that are so.
	Unread(ctx context.Context) ([]string, error)
	Starred(ctx context.Context) ([]string, error)
	// Articles gives those that the server still has.
	Articles(ctx context.Context, keys []string) ([]Article, error)
	// Mark sets or clears a flag, model.FlagRead or model.FlagStarred.
	Mark(ctx context.Context, flag model.Flag, on bool, keys []string) error
}

// Feed is a feed as a server follows it.
type Feed struct {
	Key string
	model.Feed
}

// Article is an article as a server gives it. Extract.Feed and GUID are empty.
type Article struct {
	Key     string
	FeedKey string
	model.Extract
}

// Result says what a synchronization did.
type Result struct {
	FeedsHere, FeedsThere int      // followed or given up, on either side, because the other did so
	New                   []string // ids of articles that were not in the library
	Here, There           int      // articles marked because the other side did so
	Faults                []error  // what the server would not do; the rest was done
}

// ErrNoFeeds is the error of a server that has lost all its feeds, which is
// believed of its trouble rather than of the reader's wish.
var ErrNoFeeds = errors.New("the server follows no feeds any more: nothing was given up here; to give them up use quoth feed rm")

// Sync brings the library and the account in step.
func Sync(ctx context.Context, l *library.Library, s Service) (Result, error) {
	y := &sync{library: l, service: s, account: s.Account()}
	if err := y.feeds(ctx); err != nil {
		return y.Result, fmt.Errorf("%s: %w", y.account, err)
	}
	if err := y.articles(ctx); err != nil {
		return y.Result, fmt.Errorf("%s: %w", y.account, err)
	}
	return y.Result, nil
}

// sync is one synchronization.
type sync struct {
	Result
	library *library.Library
	service Service
	account string
	feedOf  map[string]int64 // feeds of the library by the server's names
}

// feeds brings the subscriptions in step.
func (y *sync) feeds(ctx context.Context) error {
	there, err := y.service.Feeds(ctx)
	if err != nil {
		return err
	}
	agreed, err := y.library.RemoteFeeds(ctx, y.account)
	if err != nil {
		return err
	}
	if len(there) == 0 && len(agreed) > 0 {
		return ErrNoFeeds
	}
	y.feedOf = make(map[string]int64)
	onServer := make(map[string]bool)
	for _, f := range there {
		onServer[f.Key] = true
	}
	paired := make(map[int64]bool) // feeds of the library
	for _, r := range agreed {
		switch {
		case !onServer[r.Key] && !r.Removed:
			err = y.giveUpHere(ctx, r)
		case !onServer[r.Key]:
			err = y.library.KeepRemoteFeed(ctx, y.account, r.Key, 0)
		case r.Removed:
			err = y.giveUpThere(ctx, r)
		default:
			y.feedOf[r.Key] = r.Feed.ID
		}
		if err != nil {
			return err
		}
		onServer[r.Key] = false // dealt with
		paired[r.Feed.ID] = true
	}
	for _, f := range there {
		if onServer[f.Key] {
			if err := y.followHere(ctx, f, paired); err != nil {
				return err
			}
		}
	}
	return y.followThere(ctx, paired)
}

func (y *sync) giveUpHere(ctx context.Context, r library.RemoteFeed) error {
	if err := y.library.RemoveFeed(ctx, r.Feed.ID); err != nil {
		return err
	}
	y.FeedsHere++
	return y.library.KeepRemoteFeed(ctx, y.account, r.Key, 0)
}

func (y *sync) giveUpThere(ctx context.Context, r library.RemoteFeed) error {
	if err := y.service.Unfollow(ctx, r.Key); err != nil {
		return y.fault(ctx, fmt.Errorf("give up %s: %w", r.Feed.URL, err))
	}
	y.FeedsThere++
	return y.library.KeepRemoteFeed(ctx, y.account, r.Key, 0)
}

func (y *sync) followHere(ctx context.Context, f Feed, paired map[int64]bool) error {
	kept, added, err := y.library.AddFeed(ctx, f.Feed)
	if err != nil {
		return err
	}
	if added {
		y.FeedsHere++
	}
	y.feedOf[f.Key] = kept.ID
	paired[kept.ID] = true
	return y.library.KeepRemoteFeed(ctx, y.account, f.Key, kept.ID)
}

// followThere hands on the feeds that the server does not follow yet.
func (y *sync) followThere(ctx context.Context, paired map[int64]bool) error {
	here, err := y.library.Feeds(ctx)
	if err != nil {
		return err
	}
	for _, f := range here {
		if paired[f.ID] {
			continue
		}
		key, err := y.service.Follow(ctx, f)
		if err != nil {
			if err := y.fault(ctx, fmt.Errorf("follow %s: %w", f.URL, err)); err != nil {
				return err
			}
			continue
		}
		y.FeedsThere++
		y.feedOf[key] = f.ID
		if err := y.library.KeepRemoteFeed(ctx, y.account, key, f.ID); err != nil {
			return err
		}
	}
	return nil
}

// fault takes note of what the server would not do; it gives back only the end
// of the whole.
func (y *sync) fault(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	y.Faults = append(y.Faults, err)
	return nil
}
