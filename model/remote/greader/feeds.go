package greader

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"quoth/model"
	"quoth/model/escape"
	"quoth/model/remote"
)

type subscriptions struct {
	Subscriptions []struct {
		ID         string `json:"id"`
		Title      string `json:"title"`
		URL        string `json:"url"`
		Site       string `json:"htmlUrl"`
		Categories []struct {
			Label string `json:"label"`
		} `json:"categories"`
	} `json:"subscriptions"`
}

// uncategorized is the category that FreshRSS puts feeds into that are in none.
const uncategorized = "Uncategorized"

// Feeds lists the feeds that the server follows.
func (c *Client) Feeds(ctx context.Context) ([]remote.Feed, error) {
	var list subscriptions
	if err := c.get(ctx, "subscription/list", url.Values{}, &list); err != nil {
		return nil, err
	}
	var out []remote.Feed
	for _, s := range list.Subscriptions {
		f := remote.Feed{Key: s.ID, Feed: model.Feed{URL: s.URL, Title: escape.Strip(s.Title), Site: s.Site}}
		if f.URL == "" { // some give it in the id alone
			f.URL = strings.TrimPrefix(s.ID, "feed/")
		}
		if len(s.Categories) > 0 && s.Categories[0].Label != uncategorized {
			f.Folder = strings.ReplaceAll(s.Categories[0].Label, "/", "//")
		}
		out = append(out, f)
	}
	return out, nil
}

// Follow subscribes to a feed. The answer does not tell its key: the list does.
func (c *Client) Follow(ctx context.Context, f model.Feed) (string, error) {
	values := url.Values{"ac": {"subscribe"}, "s": {"feed/" + f.URL}}
	if f.Title != "" {
		values.Set("t", f.Title)
	}
	if f.Folder != "" {
		values.Set("a", label+strings.ReplaceAll(f.Folder, "//", "/"))
	}
	if _, err := c.post(ctx, "subscription/edit", values); err != nil {
		return "", err
	}
	feeds, err := c.Feeds(ctx)
	if err != nil {
		return "", err
	}
	for _, got := range feeds {
		if got.URL == f.URL {
			return got.Key, nil
		}
	}
	return "", errors.New("the server says that it follows the feed, and does not list it")
}

// Unfollow gives a feed up.
func (c *Client) Unfollow(ctx context.Context, key string) error {
	_, err := c.post(ctx, "subscription/edit", url.Values{"ac": {"unsubscribe"}, "s": {key}})
	return err
}
