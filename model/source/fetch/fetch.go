// Package fetch asks web servers for documents, politely and safely: it tells
// them what it already has, heeds what they say of when to come back, opens few
// connections to each, and gives up on the slow, the endless and the oversized.
// It neither reads what it fetched nor keeps it.
package fetch

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"time"

	"golang.org/x/net/http/httpproxy"

	"quoth/model"
)

// Options bound what a Client does. DefaultOptions gives sensible ones.
type Options struct {
	UserAgent string // names the program and its version
	Now       func() time.Time

	PerHost int // requests to one host at a time
	Total   int // requests at a time

	Connect time.Duration // for a connection and again for TLS
	Header  time.Duration // from the request to the first line of the answer
	Stall   time.Duration // between two pieces of the body
	Body    time.Duration // for the whole body

	// Slow is after how long without an answer a request gives its place among
	// PerHost and Total to another, so that a server that hangs delays no feed.
	Slow time.Duration

	MaxWire   int64 // bytes of a body as sent
	MaxBody   int64 // bytes of a body after decompression
	Redirects int   // to be followed for one request
}

// DefaultOptions are the bounds for a reader at home.
func DefaultOptions(userAgent string, now func() time.Time) Options {
	return Options{
		UserAgent: userAgent,
		Now:       now,
		PerHost:   4,
		Total:     24,
		Connect:   10 * time.Second,
		Header:    20 * time.Second,
		Stall:     15 * time.Second,
		Body:      60 * time.Second,
		Slow:      time.Second,
		MaxWire:   20 << 20,
		MaxBody:   40 << 20,
		Redirects: 10,
	}
}

// Client fetches documents. Its methods may be called from any goroutine.
type Client struct {
	Options
	transport *http.Transport
	places    *places
	pauses    pauses
}

// New makes a client whose proxies are those of the environment (HTTP_PROXY,
// HTTPS_PROXY, NO_PROXY).
func New(o Options) *Client {
	proxy := httpproxy.FromEnvironment().ProxyFunc()
	return &Client{
		Options: o,
		transport: &http.Transport{
			Proxy:                  func(r *http.Request) (*url.URL, error) { return proxy(r.URL) },
			DialContext:            (&net.Dialer{Timeout: o.Connect}).DialContext,
			TLSHandshakeTimeout:    o.Connect,
			ResponseHeaderTimeout:  o.Header,
			MaxResponseHeaderBytes: 256 << 10,
			MaxIdleConnsPerHost:    o.PerHost,
			IdleConnTimeout:        30 * time.Second,
			DisableCompression:     true, // the body is measured on the wire
			ForceAttemptHTTP2:      true,
		},
		places: newPlaces(o.PerHost, o.Total),
	}
}

// Close lets go of idle connections.
func (c *Client) Close() { c.transport.CloseIdleConnections() }

// Request is what to fetch.
type Request struct {
	URL    string
	Accept string           // media types, as the header wants them; empty for any
	Have   model.Validators // of the copy that is kept; zero for none
	Header http.Header      // more headers; they are not sent on to another host
	Method string           // empty for GET
	Body   []byte           // of a POST or PUT
}

// Document is an answer.
type Document struct {
	URL         string // where it was found in the end
	Moved       string // where it has moved for good; empty for nowhere
	Unchanged   bool   // the copy that is kept is still the newest; Body is empty
	Body        []byte // decompressed, not decoded
	ContentType string
	Validators  model.Validators
	Fresh       time.Time // the server says that it will not change before; zero where it says nothing
}

// Do carries out a request. An error names the address and says what is wrong;
// it is a *StatusError where the server refused.
func (c *Client) Do(ctx context.Context, r Request) (*Document, error) {
	d, err := c.follow(ctx, r)
	if err == nil || errors.Is(err, context.Canceled) {
		return d, err
	}
	return nil, fmt.Errorf("fetch %s: %w", redacted(r.URL), c.explain(err))
}

// follow goes from redirect to redirect.
func (c *Client) follow(ctx context.Context, r Request) (*Document, error) {
	at, err := parseURL(r.URL)
	if err != nil {
		return nil, err
	}
	first := at.Host
	jar, err := cookiejar.New(nil) // some sites set a cookie and send one to the same page again
	if err != nil {
		return nil, err
	}
	moved, forGood := "", true
	for range c.Redirects + 1 {
		if at.Host != first {
			r.Header = nil
		}
		a, err := c.ask(ctx, r, at, jar)
		if err != nil {
			return nil, err
		}
		if a.redirect == nil {
			a.document.Moved = moved
			return a.document, nil
		}
		at = a.redirect
		if r.Method == http.MethodPost && a.status < http.StatusTemporaryRedirect {
			r.Method, r.Body = "", nil // as browsers do: RFC 9110, section 15.4
		}
		forGood = forGood && (a.status == http.StatusMovedPermanently || a.status == http.StatusPermanentRedirect)
		if forGood {
			moved = at.String()
		}
	}
	return nil, fmt.Errorf("more than %d redirects, the last one to %s", c.Redirects, redacted(at.String()))
}

// answer is a document or a redirect.
type answer struct {
	document *Document
	redirect *url.URL
	status   int
}

// ask makes one request at its host's and the client's next free place.
func (c *Client) ask(ctx context.Context, r Request, at *url.URL, jar http.CookieJar) (*answer, error) {
	if until, ok := c.pauses.until(at.Host, c.Now()); ok {
		return nil, &StatusError{Status: http.StatusTooManyRequests, Retry: until}
	}
	place, err := c.places.take(ctx, at.Host)
	if err != nil {
		return nil, err
	}
	defer place.leave()
	slow := time.AfterFunc(c.Slow, place.yield)
	defer slow.Stop()

	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	req, err := c.request(ctx, r, at, jar)
	if err != nil {
		return nil, err
	}
	res, err := c.transport.RoundTrip(req)
	c.pauses.heard(at.Host, err == nil || !unanswered(err), c.Now())
	if err != nil {
		return nil, cause(ctx, err)
	}
	defer res.Body.Close()
	jar.SetCookies(at, res.Cookies())
	return c.read(res, r, at, cancel)
}

// read takes the answer apart.
func (c *Client) read(res *http.Response, r Request, at *url.URL, cancel context.CancelCauseFunc) (*answer, error) {
	switch {
	case res.StatusCode == http.StatusNotModified:
		return &answer{document: &Document{URL: at.String(), Unchanged: true, Validators: renewed(r.Have, res.Header), Fresh: c.fresh(res.Header)}}, nil
	case res.StatusCode >= 300 && res.StatusCode < 400:
		to, err := redirectTo(res, at)
		return &answer{redirect: to, status: res.StatusCode}, err
	case res.StatusCode < 200 || res.StatusCode >= 400:
		return nil, c.refused(res, at)
	}
	body, err := c.body(res, cancel)
	if err != nil {
		return nil, err
	}
	d := &Document{
		URL: at.String(), Body: body, ContentType: res.Header.Get("Content-Type"),
		Validators: validators(res.Header, body), Fresh: c.fresh(res.Header),
	}
	if r.Have.Hash != "" && d.Validators.Hash == r.Have.Hash {
		d.Unchanged, d.Body = true, nil // a server that knows no conditions
	}
	return &answer{document: d}, nil
}

func (c *Client) request(ctx context.Context, r Request, at *url.URL, jar http.CookieJar) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, cmp.Or(r.Method, http.MethodGet), at.String(), bytes.NewReader(r.Body))
	if err != nil {
		return nil, err
	}
	if at.User != nil {
		password, _ := at.User.Password()
		req.SetBasicAuth(at.User.Username(), password)
	}
	for name, values := range r.Header {
		req.Header[name] = values
	}
	set := func(name, value string) {
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	set("User-Agent", c.UserAgent)
	set("Accept", r.Accept)
	set("Accept-Encoding", "gzip, deflate")
	set("If-None-Match", r.Have.ETag)
	set("If-Modified-Since", r.Have.LastModified)
	for _, cookie := range jar.Cookies(at) {
		req.AddCookie(cookie)
	}
	return req, nil
}
