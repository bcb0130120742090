package fetch_test

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
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
