package fetch_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"quoth/model/source/fetch"
)

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
