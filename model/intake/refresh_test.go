package intake_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestRefresh(t *testing.T) {
	var items, asked atomic.Int32
	items.Store(3)
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("ETag", fmt.Sprintf(`"%d"`, items.Load()))
		w.Header().Set("Cache-Control", "max-age=3600")
		if r.Header.Get("If-None-Match") == w.Header().Get("ETag") {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, rss("https://e.example", "a", 0, int(items.Load())))
	})
	in, c := newIntake(t)
	follow(t, in, url)
	if p := refresh(t, in); p.Err != nil || len(p.New) != 3 || p.Done != 1 || p.All != 1 {
		t.Fatalf("first: %+v", p)
	}
	if f := feeds(t, in)[0]; f.Title != "Feed a" || f.Site != "https://e.example/" || f.Unread != 3 || f.Error != "" {
		t.Errorf("feed is %+v", f)
	}
	if p := refresh(t, in); p.NotBefore.IsZero() || asked.Load() != 1 {
		t.Errorf("at once: %+v, asked %d times", p, asked.Load())
	}
	c.Add(3601)
	if p := refresh(t, in); !p.Unchanged || p.Err != nil || asked.Load() != 2 {
		t.Errorf("unchanged: %+v", p)
	}
	c.Add(3601)
	items.Store(5)
	if p := refresh(t, in); len(p.New) != 2 || p.Err != nil {
		t.Errorf("two more: %+v", p)
	}
	if n := count(t, in, "feed:feed"); n != 5 {
		t.Errorf("%d articles, want 5", n)
	}
	sound(t, in)
}

func TestRefreshFailures(t *testing.T) {
	var status atomic.Int32
	url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		if s := int(status.Load()); s != 0 {
			w.WriteHeader(s)
			return
		}
		fmt.Fprint(w, "<html><body>Under construction</body></html>")
	})
	in, c := newIntake(t)
	follow(t, in, url)
	if p := refresh(t, in); p.Err == nil || !strings.Contains(p.Err.Error(), "it is a page of HTML") {
		t.Errorf("a page: %v", p.Err)
	}
	status.Store(http.StatusInternalServerError)
	for _, wantPause := range []time.Duration{0, 20 * time.Minute, 40 * time.Minute} {
		p := refresh(t, in)
		f := feeds(t, in)[0]
		if p.Err == nil || f.Error != p.Err.Error() {
			t.Errorf("reported %v, kept %q", p.Err, f.Error)
		}
		var pause time.Duration
		if !f.Next.IsZero() {
			pause = f.Next.Sub(c.now())
		}
		if pause != wantPause {
			t.Errorf("after failure %d it pauses for %v, want %v", f.Failed, pause, wantPause)
		}
		c.Add(int64(pause / time.Second))
	}
}

func TestFeedMovedForGood(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new", http.StatusMovedPermanently)
			return
		}
		fmt.Fprint(w, rss("https://e.example", "a", 0, 1))
	})
	in, _ := newIntake(t)
	follow(t, in, url+"/old")
	refresh(t, in)
	if f := feeds(t, in)[0]; f.URL != url+"/new" {
		t.Errorf("feed is at %s", f.URL)
	}
}
