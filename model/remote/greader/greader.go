// Package greader speaks the API of Google Reader as FreshRSS and others offer it
// (freshrss.github.io, "Google Reader compatible API"; undoc.in in the Web
// Archive) for package remote. It keeps nothing and decides nothing.
package greader

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/escape"
	"quoth/model/remote"
	"quoth/model/source/fetch"
	"quoth/model/source/web"
)

// Client is an account on a server.
type Client struct {
	http           *fetch.Client
	base           string
	user, password string
	auth           string // given at login
	token          string // that writing needs; given apart
}

// New makes a client for the API at an address, such as
// https://rss.example.org/api/greader.php, with the password for the API.
func New(client *fetch.Client, address, user, password string) *Client {
	return &Client{http: client, base: strings.TrimSuffix(address, "/"), user: user, password: password}
}

// Account names the account.
func (c *Client) Account() string { return "greader " + c.base + " " + c.user }

// The streams that the API names.
const (
	streamAll     = "user/-/state/com.google/reading-list"
	streamRead    = "user/-/state/com.google/read"
	streamStarred = "user/-/state/com.google/starred"
	label         = "user/-/label/"
)

// login gets the word that every later request carries.
func (c *Client) login(ctx context.Context) error {
	doc, err := c.http.Do(ctx, form(c.base+"/accounts/ClientLogin", url.Values{"Email": {c.user}, "Passwd": {c.password}}))
	if err != nil {
		return explain(err)
	}
	for line := range strings.Lines(string(doc.Body)) {
		if auth, ok := strings.CutPrefix(strings.TrimSpace(line), "Auth="); ok && auth != "" {
			c.auth = auth
			return nil
		}
	}
	return fmt.Errorf("%s does not answer as the Google Reader API does: is the address right?", c.base)
}

func form(address string, values url.Values) fetch.Request {
	return fetch.Request{
		URL: address, Method: http.MethodPost, Body: []byte(values.Encode()),
		Header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}},
	}
}

func explain(err error) error {
	var status *fetch.StatusError
	if errors.As(err, &status) && (status.Status == http.StatusUnauthorized || status.Status == http.StatusForbidden) {
		return fmt.Errorf("%w; are user and API password right?", err)
	}
	return err
}

// do makes a request with the login.
func (c *Client) do(ctx context.Context, r fetch.Request) ([]byte, error) {
	if c.auth == "" {
		if err := c.login(ctx); err != nil {
			return nil, err
		}
	}
	if r.Header == nil {
		r.Header = make(http.Header)
	}
	r.Header.Set("Authorization", "GoogleLogin auth="+c.auth)
	doc, err := c.http.Do(ctx, r)
	if err != nil {
		return nil, explain(err)
	}
	return doc.Body, nil
}

// get asks for JSON.
func (c *Client) get(ctx context.Context, path string, q url.Values, out any) error {
	q.Set("output", "json")
	body, err := c.do(ctx, fetch.Request{URL: c.base + "/reader/api/0/" + path + "?" + q.Encode(), Accept: "application/json"})
	if err != nil {
		return err
	}
	return c.decode(body, out)
}

func (c *Client) decode(body []byte, out any) error {
	if err := json.Unmarshal(body, out); err != nil {
		return fmt.Errorf("%s does not answer as the Google Reader API does: %w", c.base, err)
	}
	return nil
}

// post writes, with the token that writing needs.
func (c *Client) post(ctx context.Context, path string, values url.Values) ([]byte, error) {
	if c.token == "" {
		token, err := c.do(ctx, fetch.Request{URL: c.base + "/reader/api/0/token"})
		if err != nil {
			return nil, err
		}
		c.token = string(bytes.TrimSpace(token))
	}
	values.Set("T", c.token)
	return c.do(ctx, form(c.base+"/reader/api/0/"+path, values))
}

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
