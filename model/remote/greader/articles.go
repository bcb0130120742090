package greader

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/escape"
	"quoth/model/remote"
	"quoth/model/source/web"
)

// Unread lists the unread articles.
func (c *Client) Unread(ctx context.Context) ([]string, error) {
	return c.ids(ctx, url.Values{"s": {streamAll}, "xt": {streamRead}})
}

// Starred lists the starred articles.
func (c *Client) Starred(ctx context.Context) ([]string, error) {
	return c.ids(ctx, url.Values{"s": {streamStarred}})
}

// Bounds of what is asked for at once.
const (
	idsAtOnce = 1000
	maxPages  = 1000 // a server whose list never ends
)

func (c *Client) ids(ctx context.Context, q url.Values) ([]string, error) {
	q.Set("n", strconv.Itoa(idsAtOnce))
	var keys []string
	for range maxPages {
		var got struct {
			ItemRefs []struct {
				ID string `json:"id"`
			} `json:"itemRefs"`
			Continuation json.RawMessage `json:"continuation"` // a string, or a number
		}
		if err := c.get(ctx, "stream/items/ids", q, &got); err != nil {
			return nil, err
		}
		for _, r := range got.ItemRefs {
			key, err := short(r.ID)
			if err != nil {
				return nil, err
			}
			keys = append(keys, key)
		}
		next := strings.Trim(string(got.Continuation), `"`)
		if next == "" || next == "null" || len(got.ItemRefs) == 0 {
			return keys, nil
		}
		q.Set("c", next)
	}
	return nil, fmt.Errorf("%s: its list of articles does not end", c.base)
}

const longForm = "tag:google.com,2005:reader/item/"

// short gives the decimal form of an article's id, which may come in the long
// form too: 16 hex digits.
func short(id string) (string, error) {
	if digits, ok := strings.CutPrefix(id, longForm); ok {
		n, err := strconv.ParseUint(digits, 16, 64)
		if err != nil {
			return "", fmt.Errorf("article %q: no id of the Google Reader API", id)
		}
		return strconv.FormatInt(int64(n), 10), nil //nolint:gosec // the decimal form is signed
	}
	if _, err := strconv.ParseInt(id, 10, 64); err != nil {
		return "", fmt.Errorf("article %q: no id of the Google Reader API", id)
	}
	return id, nil
}

// long gives the long form of an article's id, which every server takes.
func long(key string) string {
	n, err := strconv.ParseInt(key, 10, 64)
	if err != nil {
		return key
	}
	return fmt.Sprintf("%s%016x", longForm, uint64(n)) //nolint:gosec // as in short
}

func longAll(keys []string) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = long(k)
	}
	return out
}

type link struct {
	Href string `json:"href"`
}

type content struct {
	Content string `json:"content"`
}

type item struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Author    string  `json:"author"`
	Published int64   `json:"published"` // Unix seconds
	Canonical []link  `json:"canonical"`
	Alternate []link  `json:"alternate"`
	Summary   content `json:"summary"`
	Content   content `json:"content"`
	Origin    struct {
		StreamID string `json:"streamId"`
		Title    string `json:"title"`
	} `json:"origin"`
}

// Articles gives articles by their keys.
func (c *Client) Articles(ctx context.Context, keys []string) ([]remote.Article, error) {
	body, err := c.post(ctx, "stream/items/contents?output=json", url.Values{"i": longAll(keys)})
	if err != nil {
		return nil, err
	}
	var got struct {
		Items []item `json:"items"`
	}
	if err := c.decode(body, &got); err != nil {
		return nil, err
	}
	var out []remote.Article
	for _, it := range got.Items {
		key, err := short(it.ID)
		if err != nil {
			return nil, err
		}
		if slices.Contains(keys, key) {
			out = append(out, remote.Article{Key: key, FeedKey: it.Origin.StreamID, Extract: extract(it)})
		}
	}
	return out, nil
}

func extract(it item) model.Extract {
	var source string
	for _, l := range slices.Concat(it.Canonical, it.Alternate) {
		if source == "" {
			source = l.Href
		}
	}
	words := it.Content.Content
	if words == "" {
		words = it.Summary.Content
	}
	body, err := web.Fragment(words, source)
	if err != nil {
		body = ""
	}
	x := web.Markdown(body)
	x.Words.Origin = model.FromFeed
	x.Title, x.Source, x.Site = escape.Strip(it.Title), source, escape.Strip(it.Origin.Title)
	if it.Author != "" {
		x.Authors = []string{escape.Strip(it.Author)}
	}
	if it.Published != 0 {
		x.Published = model.Stamp{Time: time.Unix(it.Published, 0).UTC(), HasClock: true}
	}
	return *x
}

// Mark sets or clears a flag.
func (c *Client) Mark(ctx context.Context, flag model.Flag, on bool, keys []string) error {
	tag := streamRead
	if flag == model.FlagStarred {
		tag = streamStarred
	}
	values := url.Values{"i": longAll(keys)}
	if on {
		values.Set("a", tag)
	} else {
		values.Set("r", tag)
	}
	_, err := c.post(ctx, "edit-tag", values)
	return err
}
