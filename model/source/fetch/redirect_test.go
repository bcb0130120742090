package fetch_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"quoth/model/source/fetch"
)

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
