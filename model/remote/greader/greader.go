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
	"strings"

	"quoth/model/source/fetch"
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
