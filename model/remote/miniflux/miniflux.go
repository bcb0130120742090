// Package miniflux speaks the API of Miniflux (version 1, miniflux.app/docs/api.html)
// for package remote. It keeps nothing and decides nothing.
package miniflux

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/escape"
	"quoth/model/remote"
	"quoth/model/source/fetch"
	"quoth/model/source/web"
)

// Client is an account on a Miniflux server.
type Client struct {
	http  *fetch.Client
	base  string
	token string
	seen  map[string]entry // what lists brought along, so that it is not asked for again
}

// New makes a client for the server at an address, such as
// https://reader.example.org, with an API token.
func New(client *fetch.Client, address, token string) *Client {
	address = strings.TrimSuffix(strings.TrimSuffix(address, "/"), "/v1")
	return &Client{http: client, base: address + "/v1", token: token, seen: make(map[string]entry)}
}

// Account names the account.
func (c *Client) Account() string { return "miniflux " + c.base }

type category struct {
	ID    int64  `json:"id"`
	Title string `json:"title"`
}

type feed struct {
	ID       int64    `json:"id"`
	URL      string   `json:"feed_url"`
	Site     string   `json:"site_url"`
	Title    string   `json:"title"`
	Category category `json:"category"`
}

type entry struct {
	ID        int64     `json:"id"`
	FeedID    int64     `json:"feed_id"`
	Title     string    `json:"title"`
	URL       string    `json:"url"`
	Author    string    `json:"author"`
	Content   string    `json:"content"`
	Published time.Time `json:"published_at"`
	Starred   bool      `json:"starred"`
	Feed      feed      `json:"feed"`
}

type entries struct {
	Total   int     `json:"total"`
	Entries []entry `json:"entries"`
}

// call makes a request; in and out are JSON, nil for none.
func (c *Client) call(ctx context.Context, method, path string, in, out any) error {
	r := fetch.Request{
		Method: method, URL: c.base + path, Accept: "application/json",
		Header: http.Header{"X-Auth-Token": {c.token}},
	}
	if in != nil {
		body, err := json.Marshal(in)
		if err != nil {
			return err
		}
		r.Body = body
		r.Header.Set("Content-Type", "application/json")
	}
	doc, err := c.http.Do(ctx, r)
	if err != nil {
		var status *fetch.StatusError
		if errors.As(err, &status) && (status.Status == http.StatusUnauthorized || status.Status == http.StatusForbidden) {
			return fmt.Errorf("%w; is the token right?", err)
		}
		return err
	}
	if out == nil || len(bytes.TrimSpace(doc.Body)) == 0 {
		return nil
	}
	if err := json.Unmarshal(doc.Body, out); err != nil {
		return fmt.Errorf("%s does not answer as Miniflux does: %w", c.base+path, err)
	}
	return nil
}

// Feeds lists the feeds that the server follows.
func (c *Client) Feeds(ctx context.Context) ([]remote.Feed, error) {
	var list []feed
	if err := c.call(ctx, http.MethodGet, "/feeds", nil, &list); err != nil {
		return nil, err
	}
	out := make([]remote.Feed, len(list))
	for i, f := range list {
		out[i] = remote.Feed{Key: key(f.ID), Feed: model.Feed{URL: f.URL, Title: escape.Strip(f.Title), Site: f.Site, Folder: folder(f.Category.Title)}}
	}
	return out, nil
}

func key(id int64) string { return strconv.FormatInt(id, 10) }

// everything is the category that Miniflux puts feeds into that are in none.
const everything = "All"

func folder(category string) string {
	if category == everything {
		return ""
	}
	return strings.ReplaceAll(category, "/", "//")
}

// Follow subscribes to a feed, in the category of its folder's name.
func (c *Client) Follow(ctx context.Context, f model.Feed) (string, error) {
	in := map[string]any{"feed_url": f.URL}
	if f.Folder != "" {
		id, err := c.category(ctx, strings.ReplaceAll(f.Folder, "//", "/"))
		if err != nil {
			return "", err
		}
		in["category_id"] = id
	}
	var out struct {
		FeedID int64 `json:"feed_id"`
	}
	err := c.call(ctx, http.MethodPost, "/feeds", in, &out)
	return key(out.FeedID), err
}

// category finds or makes a category.
func (c *Client) category(ctx context.Context, title string) (int64, error) {
	var all []category
	if err := c.call(ctx, http.MethodGet, "/categories", nil, &all); err != nil {
		return 0, err
	}
	for _, k := range all {
		if strings.EqualFold(k.Title, title) {
			return k.ID, nil
		}
	}
	var made category
	err := c.call(ctx, http.MethodPost, "/categories", map[string]string{"title": title}, &made)
	return made.ID, err
}

// Unfollow gives a feed up.
func (c *Client) Unfollow(ctx context.Context, key string) error {
	return c.call(ctx, http.MethodDelete, "/feeds/"+key, nil, nil)
}

// Unread lists the unread articles.
func (c *Client) Unread(ctx context.Context) ([]string, error) {
	return c.list(ctx, url.Values{"status": {"unread"}})
}

// Starred lists the starred articles.
func (c *Client) Starred(ctx context.Context) ([]string, error) {
	return c.list(ctx, url.Values{"starred": {"true"}})
}

// page is how many articles are asked for at once.
const page = 500

func (c *Client) list(ctx context.Context, q url.Values) ([]string, error) {
	q.Set("order", "id")
	q.Set("direction", "asc")
	q.Set("limit", strconv.Itoa(page))
	var keys []string
	for {
		var got entries
		if err := c.call(ctx, http.MethodGet, "/entries?"+q.Encode(), nil, &got); err != nil {
			return nil, err
		}
		for _, e := range got.Entries {
			keys = append(keys, key(e.ID))
			c.seen[key(e.ID)] = e
		}
		if len(got.Entries) < page {
			return keys, nil
		}
		q.Set("after_entry_id", key(got.Entries[len(got.Entries)-1].ID))
	}
}

// Articles gives articles by their keys.
func (c *Client) Articles(ctx context.Context, keys []string) ([]remote.Article, error) {
	var out []remote.Article
	for _, k := range keys {
		e, ok := c.seen[k]
		if !ok {
			err := c.call(ctx, http.MethodGet, "/entries/"+k, nil, &e)
			var status *fetch.StatusError
			if errors.As(err, &status) && status.Status == http.StatusNotFound {
				continue
			}
			if err != nil {
				return nil, err
			}
		}
		out = append(out, remote.Article{Key: k, FeedKey: key(e.FeedID), Extract: extract(e)})
	}
	return out, nil
}

func extract(e entry) model.Extract {
	body, err := web.Fragment(e.Content, e.URL)
	if err != nil {
		body = ""
	}
	x := web.Markdown(body)
	x.Words.Origin = model.FromFeed
	x.Title, x.Source, x.Site = escape.Strip(e.Title), e.URL, escape.Strip(e.Feed.Title)
	if e.Author != "" {
		x.Authors = []string{escape.Strip(e.Author)}
	}
	if !e.Published.IsZero() {
		x.Published = model.Stamp{Time: e.Published, HasClock: true}
	}
	return *x
}

// Mark sets or clears a flag.
func (c *Client) Mark(ctx context.Context, flag model.Flag, on bool, keys []string) error {
	if flag == model.FlagStarred {
		return c.star(ctx, on, keys)
	}
	ids := make([]int64, 0, len(keys))
	for _, k := range keys {
		id, err := strconv.ParseInt(k, 10, 64)
		if err != nil {
			return fmt.Errorf("article %q: no number of Miniflux", k)
		}
		ids = append(ids, id)
	}
	status := "unread"
	if on {
		status = "read"
	}
	return c.call(ctx, http.MethodPut, "/entries", map[string]any{"entry_ids": ids, "status": status}, nil)
}

// star stars or unstars articles. Miniflux can only turn a star over, so that
// its state is asked for before.
func (c *Client) star(ctx context.Context, on bool, keys []string) error {
	for _, k := range keys {
		var e entry
		if err := c.call(ctx, http.MethodGet, "/entries/"+k, nil, &e); err != nil {
			return err
		}
		if e.Starred == on {
			continue
		}
		if err := c.call(ctx, http.MethodPut, "/entries/"+k+"/bookmark", nil, nil); err != nil {
			return err
		}
	}
	return nil
}
