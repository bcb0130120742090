package intake_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"quoth/model"
	"quoth/model/intake"
	"quoth/model/library"
	"quoth/model/query"
	"quoth/model/source/fetch"
)

// now is a clock that a test sets.
type clock struct{ atomic.Int64 }

func (c *clock) now() time.Time { return time.Unix(c.Load(), 0).UTC() }

func newIntake(t testing.TB) (*intake.Intake, *clock) {
	t.Helper()
	return intakeAt(t, filepath.Join(t.TempDir(), "library.db"))
}

func intakeAt(t testing.TB, file string) (*intake.Intake, *clock) {
	t.Helper()
	c := new(clock)
	c.Store(time.Date(2026, 2, 2, 12, 0, 0, 0, time.UTC).Unix())
	l, err := library.Open(t.Context(), file, c.now)
	if err != nil {
		t.Fatal(err)
	}
	client := fetch.New(fetch.DefaultOptions("Quoth/test", c.now))
	t.Cleanup(func() { client.Close(); l.Close() })
	return &intake.Intake{Library: l, Client: client, Now: c.now}, c
}

func serve(t testing.TB, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

const words = "The harbour bridge at Quenby will stay closed until spring, the port authority said on Saturday, after divers found cracks in two of its piers. "

// page is a page with an article of a few hundred words.
func page(title string) string {
	return "<!doctype html><html><head><title>" + title + "</title><meta name=date content=2026-01-31></head><body><article><h1>" + title + "</h1>" +
		strings.Repeat("<p>"+title+": "+words+"</p>", 8) + "</article></body></html>"
}

// rss is a feed with items whose ids begin with a name.
func rss(site, name string, from, to int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed %s</title><link>%s/</link>`, name, site)
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, `<item><guid>%s-%d</guid><title>%s %d</title><link>%s/%s/%d</link><pubDate>Sat, 31 Jan 2026 18:30:00 GMT</pubDate><description>%s number %d</description></item>`,
			name, i, name, i, site, name, i, words, i)
	}
	b.WriteString(`</channel></rss>`)
	return b.String()
}

func count(t testing.TB, in *intake.Intake, q string) int {
	t.Helper()
	n, err := query.Parse(q, query.Options{Now: in.Now()})
	if err != nil {
		t.Fatal(err)
	}
	c, err := in.Library.Count(t.Context(), n)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func follow(t testing.TB, in *intake.Intake, urls ...string) []model.Feed {
	t.Helper()
	for _, u := range urls {
		if _, _, err := in.Library.AddFeed(t.Context(), model.Feed{URL: u}); err != nil {
			t.Fatal(err)
		}
	}
	return feeds(t, in)
}

func feeds(t testing.TB, in *intake.Intake) []model.Feed {
	t.Helper()
	f, err := in.Library.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// refresh refreshes all feeds and gives what was reported of the only one.
func refresh(t *testing.T, in *intake.Intake) intake.Progress {
	t.Helper()
	var got intake.Progress
	if err := in.Refresh(t.Context(), feeds(t, in), false, func(p intake.Progress) { got = p }); err != nil {
		t.Fatal(err)
	}
	return got
}

func sound(t testing.TB, in *intake.Intake) {
	t.Helper()
	faults, err := in.Library.Check(t.Context())
	if err != nil || len(faults) > 0 {
		t.Errorf("check: %v, %v", faults, err)
	}
}

func TestPage(t *testing.T) {
	var offline atomic.Bool
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if offline.Load() {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		switch r.URL.Path {
		case "/feed":
			fmt.Fprint(w, rss("https://e.example", "a", 0, 1))
		case "/pdf":
			w.Header().Set("Content-Type", "application/pdf")
			fmt.Fprint(w, "%PDF-1.7")
		case "/note.md":
			w.Header().Set("Content-Type", "text/markdown")
			fmt.Fprint(w, "---\ntitle: Note\n---\nIt is *shut*.")
		case "/away":
			http.Redirect(w, r, "/bridge", http.StatusFound)
		default:
			fmt.Fprint(w, page("Bridge"))
		}
	})
	in, _ := newIntake(t)
	kept, err := in.Page(t.Context(), url+"/bridge")
	if err != nil || !kept.New {
		t.Fatalf("%+v, %v", kept, err)
	}
	e, err := in.Library.Entry(t.Context(), kept.ID)
	if err != nil || e.Title != "Bridge" || e.Source != url+"/bridge" || e.Published.String() != "2026-01-31" {
		t.Errorf("entry is %+v, %v", e, err)
	}
	if again, err := in.Page(t.Context(), url+"/away"); err != nil || again.ID != kept.ID || again.New {
		t.Errorf("by another way it is %+v, %v", again, err)
	}
	if _, err := in.Page(t.Context(), url+"/feed"); !errors.Is(err, intake.ErrFeed) {
		t.Errorf("a feed: %v", err)
	}
	if _, err := in.Page(t.Context(), url+"/pdf"); err == nil || !strings.Contains(err.Error(), "application/pdf is no article") {
		t.Errorf("a PDF: %v", err)
	}
	if note, err := in.Page(t.Context(), url+"/note.md"); err != nil {
		t.Errorf("Markdown: %v", err)
	} else if text, err := in.Library.Text(t.Context(), note.ID); err != nil || text.Plain != "It is shut." {
		t.Errorf("Markdown: %+v, %v", text, err)
	}
	offline.Store(true)
	if offline, err := in.Page(t.Context(), url+"/bridge"); err == nil || offline.ID != kept.ID {
		t.Errorf("offline it is %+v, %v", offline, err)
	}
}

func TestSubscribe(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			fmt.Fprint(w, `<html><head><link rel="alternate" type="application/rss+xml" href="/broken"><link rel="alternate" type="application/rss+xml" href="/news.xml"></head><body>x</body></html>`)
		case "/silent":
			fmt.Fprint(w, `<html><body>announces nothing</body></html>`)
		case "/old.xml":
			http.Redirect(w, r, "/news.xml", http.StatusMovedPermanently)
		case "/news.xml", "/feed":
			fmt.Fprint(w, rss("http://"+r.Host, r.URL.Path[1:5], 0, 3))
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	})
	in, _ := newIntake(t)
	s, err := in.Subscribe(t.Context(), model.Feed{URL: url + "/", Folder: "News"})
	if err != nil || s.Feed.URL != url+"/news.xml" || s.Feed.Title != "Feed news" || s.Feed.Folder != "News" || s.Articles != 3 || s.Known || len(s.Others) != 1 {
		t.Fatalf("%+v, %v", s, err)
	}
	if s, err := in.Subscribe(t.Context(), model.Feed{URL: url + "/old.xml"}); err != nil || !s.Known || s.Articles != 0 {
		t.Errorf("by its old address: %+v, %v", s, err)
	}
	if s, err := in.Subscribe(t.Context(), model.Feed{URL: url + "/silent"}); err != nil || s.Feed.URL != url+"/feed" {
		t.Errorf("by a guess: %+v, %v", s, err)
	}
	if _, err := in.Subscribe(t.Context(), model.Feed{URL: url + "/nothing"}); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("nothing there: %v", err)
	}
	lonely := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNotFound)
		}
		fmt.Fprint(w, "<html><body>x</body></html>")
	})
	if _, err := in.Subscribe(t.Context(), model.Feed{URL: lonely + "/"}); err == nil || !strings.Contains(err.Error(), "it announces none") {
		t.Errorf("no feed: %v", err)
	}
	if n := len(feeds(t, in)); n != 2 {
		t.Errorf("%d feeds, want 2", n)
	}
}

func TestWhatIsLeftOutIsTold(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, rss("http://"+r.Host, "many", 0, 2003)) })
	in, _ := newIntake(t)
	if s, err := in.Subscribe(t.Context(), model.Feed{URL: url}); err != nil || s.Articles != 2000 || s.LeftOut != 3 {
		t.Errorf("%d articles, %d left out, %v", s.Articles, s.LeftOut, err)
	}
	in, _ = newIntake(t)
	follow(t, in, url)
	if p := refresh(t, in); p.Err != nil || len(p.New) != 2000 || p.LeftOut != 3 {
		t.Errorf("%d new, %d left out, %v", len(p.New), p.LeftOut, p.Err)
	}
}

func TestFullText(t *testing.T) {
	var pages atomic.Int32
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/feed":
			fmt.Fprint(w, rss("http://"+r.Host, "a", 0, 3))
		case r.URL.Path == "/a/2":
			w.WriteHeader(http.StatusNotFound)
		default:
			pages.Add(1)
			fmt.Fprint(w, page("Page "+r.URL.Path))
		}
	})
	in, c := newIntake(t)
	f := follow(t, in, url+"/feed")[0]
	f.FullText = true
	if err := in.Library.SetFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	if p := refresh(t, in); len(p.New) != 3 || p.Changed != 2 {
		t.Errorf("%+v", p)
	}
	ids, err := in.Library.IDs(t.Context(), query.Term{Value: "number"}, library.Window{})
	if err != nil || len(ids) != 1 { // the one whose page is not to be had
		t.Errorf("%d articles have the feed's words, %v", len(ids), err)
	}
	c.Add(3600)
	refresh(t, in)
	if pages.Load() != 2 {
		t.Errorf("%d pages were fetched, want 2", pages.Load())
	}
	entries, err := in.Library.List(t.Context(), query.Term{Value: "Saturday"}, library.Window{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Published.String() != "2026-01-31T18:30:00Z" {
			t.Errorf("the page's date %s took the place of the feed's", e.Published)
		}
		if strings.HasPrefix(e.Title, "Page") || e.Site != "Feed a" {
			t.Errorf("the page's title %q or site %q took the place of the feed's", e.Title, e.Site)
		}
	}
	sound(t, in)
}

func TestAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://e.example/x": "https://e.example/x", "http://localhost:80": "http://localhost:80",
		"e.example": "https://e.example", "e.example/feed": "https://e.example/feed", " e.example ": "https://e.example",
		"article": "", "two words.txt": "", "": "", "./file.txt": "", "ftp://e.example/": "",
	} {
		got, ok := intake.Address(in)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q is %q, %v", in, got, ok)
		}
	}
}
