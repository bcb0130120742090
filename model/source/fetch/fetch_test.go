package fetch_test

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"quoth/model/source/fetch"
)

var now = time.Date(2026, 2, 2, 12, 0, 0, 0, time.UTC)

func options() fetch.Options {
	return fetch.DefaultOptions("Quoth/test", func() time.Time { return now })
}

func client(t *testing.T, o fetch.Options) *fetch.Client {
	t.Helper()
	c := fetch.New(o)
	t.Cleanup(c.Close)
	return c
}

func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

func get(t *testing.T, c *fetch.Client, url string) *fetch.Document {
	t.Helper()
	d, err := c.Do(t.Context(), fetch.Request{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// fails holds that a request ends in one line that has all the words.
func fails(t *testing.T, c *fetch.Client, url string, words ...string) error {
	t.Helper()
	_, err := c.Do(t.Context(), fetch.Request{URL: url})
	if err == nil {
		t.Fatalf("%s: no error", url)
	}
	for _, w := range append(words, "fetch "+url) {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("error %q lacks %q", err, w)
		}
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("error is more than one line: %q", err)
	}
	return err
}

func TestNamesItself(t *testing.T) {
	var got http.Header
	url := serve(t, func(w http.ResponseWriter, r *http.Request) { got = r.Header; fmt.Fprint(w, "x") })
	if _, err := client(t, options()).Do(t.Context(), fetch.Request{URL: url, Accept: "text/html"}); err != nil {
		t.Fatal(err)
	}
	if got.Get("User-Agent") != "Quoth/test" || got.Get("Accept") != "text/html" {
		t.Errorf("headers are %v", got)
	}
}

func TestConditionalGet(t *testing.T) {
	var seen http.Header
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		seen = r.Header
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Mon, 02 Feb 2026 10:00:00 GMT")
		w.Header().Set("Cache-Control", "public, max-age=600")
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "body")
	})
	c := client(t, options())
	first := get(t, c, url)
	if string(first.Body) != "body" || first.Unchanged || !first.Fresh.Equal(now.Add(10*time.Minute)) {
		t.Errorf("first is %+v", first)
	}
	if seen.Get("If-None-Match") != "" || seen.Get("If-Modified-Since") != "" {
		t.Errorf("the first request has conditions: %v", seen)
	}
	second, err := c.Do(t.Context(), fetch.Request{URL: url, Have: first.Validators})
	if err != nil {
		t.Fatal(err)
	}
	if seen.Get("If-None-Match") != `"v1"` || seen.Get("If-Modified-Since") != "Mon, 02 Feb 2026 10:00:00 GMT" {
		t.Errorf("conditions are %v", seen)
	}
	if !second.Unchanged || len(second.Body) != 0 || second.Validators != first.Validators {
		t.Errorf("second is %+v", second)
	}
}

func TestUnchangedBodyWithoutConditions(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "the same") })
	c := client(t, options())
	second, err := c.Do(t.Context(), fetch.Request{URL: url, Have: get(t, c, url).Validators})
	if err != nil || !second.Unchanged || second.Body != nil {
		t.Errorf("second is %+v, %v", second, err)
	}
}

func TestFresh(t *testing.T) {
	for _, c := range []struct {
		header, value string
		want          time.Duration
	}{
		{"Cache-Control", "max-age=60", time.Minute},
		{"Cache-Control", `private, Max-Age="60"`, time.Minute},
		{"Cache-Control", "max-age=99999999999", 24 * time.Hour},
		{"Cache-Control", "max-age=-5", 0},
		{"Cache-Control", "max-age=soon", 0},
		{"Cache-Control", "no-cache, max-age=60", 0},
		{"Expires", now.Add(time.Hour).Format(http.TimeFormat), time.Hour},
		{"Expires", now.Add(-time.Hour).Format(http.TimeFormat), 0},
		{"Expires", "0", 0},
		{"Age", "10", 0},
	} {
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set(c.header, c.value) })
		want := time.Time{}
		if c.want > 0 {
			want = now.Add(c.want)
		}
		if got := get(t, client(t, options()), url).Fresh; !got.Equal(want) {
			t.Errorf("%s: %s is fresh until %v, want %v", c.header, c.value, got, want)
		}
	}
}

func TestRetryAfterPausesTheHost(t *testing.T) {
	for _, c := range []struct{ header, until string }{
		{"120", "2026-02-02 12:02:00"},
		{now.Add(time.Hour).Format(http.TimeFormat), "2026-02-02 13:00:00"},
	} {
		var asked atomic.Int32
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			asked.Add(1)
			w.Header().Set("Retry-After", c.header)
			w.WriteHeader(http.StatusTooManyRequests)
		})
		cl := client(t, options())
		fails(t, cl, url+"/a", "429", c.until)
		err := fails(t, cl, url+"/b", c.until)
		var status *fetch.StatusError
		if !errors.As(err, &status) || status.Retry.IsZero() {
			t.Errorf("error is %#v", err)
		}
		if asked.Load() != 1 {
			t.Errorf("the host was asked %d times", asked.Load())
		}
	}
}

func TestStatuses(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var status int
		fmt.Sscanf(r.URL.Path, "/%d", &status)
		w.WriteHeader(status)
	})
	c := client(t, options())
	fails(t, c, url+"/404", "404 Not Found", "address is wrong")
	fails(t, c, url+"/403", "403 Forbidden", "login")
	fails(t, c, url+"/500", "500 Internal Server Error")
	if d := get(t, c, url+"/204"); len(d.Body) != 0 {
		t.Errorf("204 has a body: %q", d.Body)
	}
}

func TestRedirects(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/forgood":
			http.Redirect(w, r, "/moved", http.StatusMovedPermanently)
		case "/moved":
			http.Redirect(w, r, "/there?a=1", http.StatusPermanentRedirect)
		case "/mixed":
			http.Redirect(w, r, "/now", http.StatusMovedPermanently)
		case "/now":
			http.Redirect(w, r, "/there", http.StatusFound)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/file":
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		case "/nowhere":
			w.WriteHeader(http.StatusFound)
		case "/cookie":
			if _, err := r.Cookie("seen"); err != nil {
				http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
				http.Redirect(w, r, "/cookie", http.StatusFound)
			}
		default:
			fmt.Fprint(w, "here")
		}
	})
	c := client(t, options())
	for _, x := range []struct{ from, at, moved string }{
		{"/forgood", "/there?a=1", "/there?a=1"},
		{"/mixed", "/there", "/now"},
		{"/now", "/there", ""},
		{"/cookie", "/cookie", ""},
	} {
		d := get(t, c, url+x.from)
		moved := strings.TrimPrefix(d.Moved, url)
		if d.URL != url+x.at || moved != x.moved {
			t.Errorf("%s is at %s, moved to %q", x.from, d.URL, d.Moved)
		}
	}
	fails(t, c, url+"/loop", "more than 10 redirects", "/loop")
	fails(t, c, url+"/file", "only http and https", "file:///etc/passwd")
	fails(t, c, url+"/nowhere", "does not say where to")
}

func TestHeadersStayWithTheirHost(t *testing.T) {
	var got string
	other := serve(t, func(_ http.ResponseWriter, r *http.Request) { got = r.Header.Get("X-Auth-Token") })
	url := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other, http.StatusFound) })
	_, err := client(t, options()).Do(t.Context(), fetch.Request{URL: url, Header: http.Header{"X-Auth-Token": {"secret"}}})
	if err != nil || got != "" {
		t.Errorf("the other host was given %q; %v", got, err)
	}
}

func TestWrongAddresses(t *testing.T) {
	c := client(t, options())
	fails(t, c, "file:///etc/passwd", "only http and https")
	fails(t, c, "example.org/feed", "only http and https")
	fails(t, c, "http:///x", "no host")
	fails(t, c, "http://[::1", "no address")
	_, err := c.Do(t.Context(), fetch.Request{URL: "ftp://me:secret@example.org/"})
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("error is %v", err)
	}
}

func compress(t *testing.T, kind, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch kind {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "zlib":
		w = zlib.NewWriter(&b)
	case "flate":
		w, _ = flate.NewWriter(&b, flate.DefaultCompression)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCompression(t *testing.T) {
	const text = "<rss>words words words</rss>"
	for _, c := range []struct {
		name, encoding string
		body           []byte
	}{
		{"plain", "", []byte(text)},
		{"gzip", "gzip", compress(t, "gzip", text)},
		{"gzip not announced", "", compress(t, "gzip", text)},
		{"plain announced as gzip", "gzip", []byte(text)},
		{"deflate", "deflate", compress(t, "zlib", text)},
		{"deflate without header", "deflate", compress(t, "flate", text)},
		{"plain announced as deflate", "deflate", []byte(text)},
	} {
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", c.encoding)
			w.Header().Set("Content-Type", "text/xml")
			w.Write(c.body)
		})
		if d := get(t, client(t, options()), url); string(d.Body) != text {
			t.Errorf("%s: body is %q", c.name, d.Body)
		}
	}
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body := compress(t, "gzip", strings.Repeat(text, 1000))
		if r.URL.Path == "/br" {
			w.Header().Set("Content-Encoding", "br")
		}
		w.Write(body[:len(body)/2])
	})
	fails(t, client(t, options()), url+"/cut", "damaged or cut off")
	url = serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		fmt.Fprint(w, "\x8b\x02\x80")
	})
	fails(t, client(t, options()), url, "compressed with br")
}

func TestSizes(t *testing.T) {
	o := options()
	o.MaxWire, o.MaxBody = 1<<20, 2<<20
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/announced":
			w.Header().Set("Content-Length", "209715200")
			w.Write([]byte("x"))
		case "/endless":
			for r.Context().Err() == nil {
				if _, err := w.Write(bytes.Repeat([]byte("x"), 64<<10)); err != nil {
					return
				}
			}
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(compress(t, "gzip", strings.Repeat("\x00", 8<<20)))
		case "/just":
			w.Write(bytes.Repeat([]byte("x"), 1<<20))
		}
	})
	c := client(t, o)
	fails(t, c, url+"/announced", "more than 1 MB announced")
	fails(t, c, url+"/endless", "more than 1 MB sent")
	fails(t, c, url+"/bomb", "more than 2 MB after decompression")
	if d := get(t, c, url+"/just"); len(d.Body) != 1<<20 {
		t.Errorf("%d bytes came", len(d.Body))
	}
}

func TestTimeouts(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/stall":
			fmt.Fprint(w, "the beginning")
			w.(http.Flusher).Flush()
		case "/drip":
			for r.Context().Err() == nil {
				fmt.Fprint(w, "x")
				w.(http.Flusher).Flush()
			}
		}
		<-r.Context().Done()
	})
	o := options()
	o.Header, o.Stall, o.Body = 50*time.Millisecond, 50*time.Millisecond, time.Minute
	c := client(t, o)
	fails(t, c, url+"/header", "did not answer in time")
	fails(t, c, url+"/stall", "stopped sending in the middle")
	o.Body, o.MaxWire = 50*time.Millisecond, 1<<40
	fails(t, client(t, o), url+"/drip", "not complete after 50ms")
}

func TestCutOffBody(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		conn, buf, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		buf.WriteString("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")
		buf.Flush()
		conn.Close()
	})
	fails(t, client(t, options()), url, "ended the connection before all was sent")
}

func TestNotHTTP(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			conn.Read(make([]byte, 1024))
			io.WriteString(conn, "220 mail.example.org ESMTP\r\n")
			conn.Close()
		}
	}()
	fails(t, client(t, options()), "http://"+l.Addr().String(), "malformed HTTP")
}

func TestNobodyListens(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	fails(t, client(t, options()), "http://"+addr, "connection refused")
}

func TestUnsafeConnections(t *testing.T) {
	s := httptest.NewUnstartedServer(http.NotFoundHandler())
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	defer s.Close()
	fails(t, client(t, options()), s.URL, "the connection is not safe, nothing was read")
	plain := serve(t, func(http.ResponseWriter, *http.Request) {})
	fails(t, client(t, options()), "https"+strings.TrimPrefix(plain, "http"), "no safe connection")
}

func TestCancelStopsAtOnce(t *testing.T) {
	asked := make(chan struct{})
	url := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		close(asked)
		<-r.Context().Done()
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, err := client(t, options()).Do(ctx, fetch.Request{URL: url})
		done <- err
	}()
	<-asked
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

func TestPlacesPerHostAndInAll(t *testing.T) {
	o := options()
	o.PerHost, o.Total, o.Slow = 2, 3, time.Hour
	var mu sync.Mutex
	at := map[string]int{}
	var all, most, mostAll int
	release := make(chan struct{})
	arrived := make(chan struct{}, 100)
	handler := func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		at[r.Host]++
		all++
		most, mostAll = max(most, at[r.Host]), max(mostAll, all)
		mu.Unlock()
		arrived <- struct{}{}
		<-release
		mu.Lock()
		at[r.Host]--
		all--
		mu.Unlock()
	}
	hosts := []string{serve(t, handler), serve(t, handler)}
	c := client(t, o)
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Go(func() {
			if _, err := c.Do(t.Context(), fetch.Request{URL: hosts[i%2]}); err != nil {
				t.Error(err)
			}
		})
	}
	for range 3 {
		<-arrived
	}
	close(release)
	wg.Wait()
	if most != 2 || mostAll != 3 {
		t.Errorf("at most %d to a host and %d in all, want 2 and 3", most, mostAll)
	}
}

// TestSlowServersDelayNobody has more hanging requests than there are places.
func TestSlowServersDelayNobody(t *testing.T) {
	o := options()
	o.PerHost, o.Total, o.Slow = 2, 3, time.Millisecond
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/hang" {
			<-r.Context().Done()
		}
		fmt.Fprint(w, "x")
	})
	c := client(t, o)
	ctx, cancel := context.WithCancel(t.Context())
	var hanging, quick sync.WaitGroup
	for range 4 {
		hanging.Go(func() { c.Do(ctx, fetch.Request{URL: url + "/hang"}) })
	}
	for range 50 {
		quick.Go(func() {
			if _, err := c.Do(t.Context(), fetch.Request{URL: url}); err != nil {
				t.Error(err)
			}
		})
	}
	quick.Wait() // while the others hang
	cancel()
	hanging.Wait()
}

func TestWaitingForAPlaceCanBeCancelled(t *testing.T) {
	o := options()
	o.PerHost, o.Slow = 1, time.Hour
	asked := make(chan struct{}, 10)
	release := make(chan struct{})
	url := serve(t, func(http.ResponseWriter, *http.Request) { asked <- struct{}{}; <-release })
	c := client(t, o)
	var wg sync.WaitGroup
	wg.Go(func() {
		if _, err := c.Do(t.Context(), fetch.Request{URL: url}); err != nil {
			t.Error(err)
		}
	})
	<-asked
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Do(ctx, fetch.Request{URL: url}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
	close(release)
	wg.Wait()
	get(t, c, url) // the place is free again
}

func TestDeafHostIsLeftAlone(t *testing.T) {
	o := options()
	o.Header = time.Millisecond
	var asked atomic.Int32
	url := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		<-r.Context().Done()
	})
	c := client(t, o)
	for range 20 {
		if _, err := c.Do(t.Context(), fetch.Request{URL: url}); err == nil {
			t.Fatal("no error")
		}
	}
	if n := asked.Load(); n > 6 {
		t.Errorf("a host that never answers was asked %d times", n)
	}
}

func TestProxyOfTheEnvironment(t *testing.T) {
	var asked string
	proxy := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked = r.URL.String()
		fmt.Fprint(w, "by proxy")
	})
	t.Setenv("HTTP_PROXY", proxy)
	t.Setenv("NO_PROXY", "")
	if d := get(t, client(t, options()), "http://news.example/page"); string(d.Body) != "by proxy" || asked != "http://news.example/page" {
		t.Errorf("body is %q, the proxy was asked for %q", d.Body, asked)
	}
}

func TestPost(t *testing.T) {
	var method, body string
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new", http.StatusTemporaryRedirect)
			return
		}
		b, _ := io.ReadAll(r.Body)
		method, body = r.Method, string(b)
	})
	_, err := client(t, options()).Do(t.Context(), fetch.Request{URL: url + "/old", Method: http.MethodPost, Body: []byte("a=1")})
	if err != nil || method != "POST" || body != "a=1" {
		t.Errorf("%s %q came, %v", method, body, err)
	}
}

func TestPasswordInTheAddress(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user != "me" || password != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
	get(t, client(t, options()), strings.Replace(url, "http://", "http://me:secret@", 1))
	_, err := client(t, options()).Do(t.Context(), fetch.Request{URL: strings.Replace(url, "http://", "http://me:wrongpass@", 1)})
	if err == nil || strings.Contains(err.Error(), "wrongpass") {
		t.Errorf("error is %v", err)
	}
}
