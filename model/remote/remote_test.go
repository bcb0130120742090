package remote_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"quoth/model"
	"quoth/model/library"
	"quoth/model/query"
	"quoth/model/remote"
	"quoth/model/remote/greader"
	"quoth/model/remote/miniflux"
	"quoth/model/source/fetch"
)

func now() time.Time { return time.Date(2026, 2, 2, 12, 0, 0, 0, time.UTC) }

// sides are a library and a server.
type sides struct {
	*server
	library *library.Library
	service remote.Service
}

// each runs a test with a server of either kind.
func each(t *testing.T, test func(*testing.T, *sides)) {
	for _, kind := range []string{"miniflux", "greader"} {
		t.Run(kind, func(t *testing.T) { test(t, newSides(t, kind)) })
	}
}

func newSides(t *testing.T, kind string) *sides {
	t.Helper()
	l, err := library.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"), now)
	if err != nil {
		t.Fatal(err)
	}
	client := fetch.New(fetch.DefaultOptions("Quoth/test", now))
	s := &sides{server: &server{}, library: l}
	var h *httptest.Server
	if kind == "miniflux" {
		h = httptest.NewServer(http.HandlerFunc(s.miniflux))
		s.service = miniflux.New(client, h.URL+"/", miniToken)
	} else {
		h = httptest.NewServer(http.HandlerFunc(s.greader))
		s.service = greader.New(client, h.URL+"/api/greader.php", "ida", password)
	}
	t.Cleanup(func() { h.Close(); client.Close(); l.Close() })
	return s
}

// fill gives the server two feeds with five articles, of which the second is
// read and starred and the third starred.
func (s *sides) fill() {
	s.follow("https://a.example/feed", "A", "News")
	s.follow("https://b.example/feed", "B", "")
	for i := range int64(5) {
		s.articles = append(s.articles, &serverArticle{
			id: 100 + i, feed: 40 + i%2, title: fmt.Sprint("T", i), url: fmt.Sprintf("https://a.example/%d", i), read: i == 1, starred: i == 1 || i == 2,
		})
	}
}

func (s *sides) sync(t *testing.T) remote.Result {
	t.Helper()
	r, err := remote.Sync(t.Context(), s.library, s.service)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// here gives the state of the library: feeds, then articles with r and s.
func (s *sides) here(t *testing.T) string {
	t.Helper()
	feeds, err := s.library.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range feeds {
		out = append(out, f.URL)
	}
	entries, err := s.library.List(t.Context(), query.And{}, library.Window{Sort: library.ByTitle})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		out = append(out, e.Title+marks(e.State.Read, e.State.Starred))
	}
	return strings.Join(out, " ")
}

func marks(read, starred bool) string {
	return map[bool]string{true: "r"}[read] + map[bool]string{true: "s"}[starred]
}

// there gives the state of the server in the same form.
func (s *sides) there() string {
	var out []string
	for _, f := range s.feeds {
		out = append(out, f.url)
	}
	slices.Sort(out)
	for _, a := range s.articles {
		out = append(out, a.title+marks(a.read, a.starred))
	}
	return strings.Join(out, " ")
}

// change sets a flag of the articles with those titles in the library.
func (s *sides) change(t *testing.T, flag model.Flag, on bool, titles ...string) {
	t.Helper()
	c := model.Change{Flag: flag}
	for _, title := range titles {
		ids, err := s.library.IDs(t.Context(), query.Term{Field: query.Title, Value: title}, library.Window{})
		if err != nil || len(ids) != 1 {
			t.Fatalf("%s: %v, %v", title, ids, err)
		}
		if on {
			c.On = append(c.On, ids...)
		} else {
			c.Off = append(c.Off, ids...)
		}
	}
	if _, err := s.library.Change(t.Context(), c); err != nil {
		t.Fatal(err)
	}
}

func TestFirstSync(t *testing.T) {
	each(t, func(t *testing.T, s *sides) {
		s.fill()
		r := s.sync(t)
		if r.FeedsHere != 2 || r.FeedsThere != 0 || len(r.New) != 5 || len(r.Faults) != 0 {
			t.Errorf("%+v", r)
		}
		if got := s.here(t); got != "https://b.example/feed https://a.example/feed T0 T1rs T2s T3 T4" {
			t.Errorf("here: %s", got)
		}
		if s.there() != "https://a.example/feed https://b.example/feed T0 T1rs T2s T3 T4" {
			t.Errorf("there: %s", s.there())
		}
		feeds, err := s.library.Feeds(t.Context())
		if err != nil || feeds[1].Folder != "News" || feeds[1].Title != "A" || feeds[0].Folder != "" {
			t.Errorf("feeds are %+v, %v", feeds, err)
		}
		ids, err := s.library.IDs(t.Context(), query.Term{Value: "words", Field: query.Word}, library.Window{})
		if err != nil || len(ids) != 5 {
			t.Fatalf("%d articles, %v", len(ids), err)
		}
		text, err := s.library.Text(t.Context(), ids[0])
		if err != nil || !strings.HasPrefix(text.Body, "Words of **T") {
			t.Errorf("text is %+v, %v", text, err)
		}
		if r := s.sync(t); r.FeedsHere+r.FeedsThere+r.Here+r.There+len(r.New) != 0 {
			t.Errorf("again: %+v", r)
		}
	})
}

func TestMarksGoBothWays(t *testing.T) {
	each(t, func(t *testing.T, s *sides) {
		s.fill()
		s.sync(t)
		s.change(t, model.FlagRead, true, "T0")
		s.change(t, model.FlagRead, false, "T1")
		s.change(t, model.FlagStarred, true, "T3")
		s.find(104).read = true
		s.find(102).starred = false
		s.articles = append(s.articles, &serverArticle{id: 105, feed: 40, title: "T5", url: "https://a.example/5"})
		r := s.sync(t)
		want := "T0r T1s T2 T3s T4r T5"
		if !strings.HasSuffix(s.here(t), want) || !strings.HasSuffix(s.there(), want) {
			t.Errorf("here: %s\nthere: %s\nwant: %s", s.here(t), s.there(), want)
		}
		if r.Here != 2 || r.There != 3 || len(r.New) != 1 {
			t.Errorf("%+v", r)
		}
	})
}

func TestEscapeSequencesAreLeftOut(t *testing.T) {
	each(t, func(t *testing.T, s *sides) {
		s.follow("https://a.example/feed", "A\x1b[1m", "")
		s.articles = append(s.articles, &serverArticle{id: 100, feed: 40, title: "Ferries \x1b[31mstop", url: "https://a.example/0"})
		s.sync(t)
		if got := s.here(t); got != "https://a.example/feed Ferries stop" {
			t.Errorf("here: %q", got)
		}
		feeds, err := s.library.Feeds(t.Context())
		if err != nil || feeds[0].Title != "A" {
			t.Errorf("feeds are %+v, %v", feeds, err)
		}
	})
}

func TestADeletedArticleIsReadThere(t *testing.T) {
	each(t, func(t *testing.T, s *sides) {
		s.fill()
		s.sync(t)
		s.change(t, model.FlagDeleted, true, "T0")
		s.sync(t)
		if !s.find(100).read {
			t.Error("it is unread on the server")
		}
		if got := s.here(t); strings.Contains(got, "T0") {
			t.Errorf("it came back: %s", got)
		}
	})
}

func TestFeedsGoBothWays(t *testing.T) {
	each(t, func(t *testing.T, s *sides) {
		s.fill()
		if _, _, err := s.library.AddFeed(t.Context(), model.Feed{URL: "https://c.example/feed", Folder: "News"}); err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.library.AddFeed(t.Context(), model.Feed{URL: "https://a.example/feed", Title: "Mine"}); err != nil {
			t.Fatal(err)
		}
		if r := s.sync(t); r.FeedsHere != 1 || r.FeedsThere != 1 {
			t.Errorf("%+v", r)
		}
		if got := s.there(); !strings.HasPrefix(got, "https://a.example/feed https://b.example/feed https://c.example/feed T") || s.feeds[2].folder != "News" {
			t.Errorf("there: %s, in %q", got, s.feeds[2].folder)
		}
		feeds, err := s.library.Feeds(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range feeds {
			if f.URL == "https://b.example/feed" {
				if err := s.library.RemoveFeed(t.Context(), f.ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		s.unfollow(40)
		if r := s.sync(t); r.FeedsHere != 1 || r.FeedsThere != 1 {
			t.Errorf("%+v", r)
		}
		if s.there() != "https://c.example/feed" || !strings.HasPrefix(s.here(t), "https://c.example/feed T") {
			t.Errorf("here: %s, there: %s", s.here(t), s.there())
		}
	})
}

func TestAServerThatLostItsFeeds(t *testing.T) {
	each(t, func(t *testing.T, s *sides) {
		s.fill()
		s.sync(t)
		before := s.here(t)
		s.feeds = nil
		if _, err := remote.Sync(t.Context(), s.library, s.service); !errors.Is(err, remote.ErrNoFeeds) {
			t.Errorf("error is %v", err)
		}
		if got := s.here(t); got != before {
			t.Errorf("here: %s, was %s", got, before)
		}
	})
}

func TestWhatTheServerRefusesIsTriedAgain(t *testing.T) {
	each(t, func(t *testing.T, s *sides) {
		s.fill()
		s.sync(t)
		s.change(t, model.FlagRead, true, "T0")
		s.find(104).read = true
		s.refuse = "edit-tag"
		if _, ok := s.service.(*miniflux.Client); ok {
			s.refuse = "/v1/entries"
		}
		r := s.sync(t)
		if len(r.Faults) != 1 || r.Here != 1 || s.find(100).read {
			t.Errorf("%+v", r)
		}
		s.refuse = ""
		if r := s.sync(t); r.There != 1 || !s.find(100).read {
			t.Errorf("%+v", r)
		}
	})
}

func TestAWrongSecretIsSaidAndNotShown(t *testing.T) {
	s := newSides(t, "miniflux")
	h := httptest.NewServer(http.HandlerFunc(s.miniflux))
	defer h.Close()
	g := httptest.NewServer(http.HandlerFunc(s.greader))
	defer g.Close()
	client := fetch.New(fetch.DefaultOptions("Quoth/test", now))
	for _, service := range []remote.Service{
		miniflux.New(client, h.URL, "wrong-secret"),
		greader.New(client, g.URL+"/api/greader.php", "ida", "wrong-secret"),
	} {
		_, err := remote.Sync(t.Context(), s.library, service)
		if err == nil || !strings.Contains(err.Error(), "401") || !strings.Contains(err.Error(), "right?") || strings.Contains(err.Error()+service.Account(), "wrong-secret") {
			t.Errorf("%s: error is %v", service.Account(), err)
		}
	}
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>Welcome</html>") }))
	defer page.Close()
	for _, service := range []remote.Service{miniflux.New(client, page.URL, "x"), greader.New(client, page.URL, "ida", "x")} {
		if _, err := remote.Sync(t.Context(), s.library, service); err == nil || !strings.Contains(err.Error(), "does not answer as") {
			t.Errorf("%s: error is %v", service.Account(), err)
		}
	}
}

// TestBothSidesAgreeInTheEnd marks at random on both sides between
// synchronizations: what only one side changed holds, and both are the same.
func TestBothSidesAgreeInTheEnd(t *testing.T) {
	each(t, func(t *testing.T, s *sides) {
		s.fill()
		s.sync(t)
		titles := []string{"T0", "T1", "T2", "T3", "T4"}
		rapid.Check(t, func(r *rapid.T) {
			want := make(map[string]model.State)
			for i, title := range titles {
				a := s.find(100 + int64(i))
				state := model.State{Read: a.read, Starred: a.starred}
				for _, flag := range []model.Flag{model.FlagRead, model.FlagStarred} {
					on := !state.Read
					if flag == model.FlagStarred {
						on = !state.Starred
					}
					switch side := rapid.IntRange(0, 3).Draw(r, "side"); side {
					case 0:
						continue
					case 1, 3: // here, or on both sides
						s.change(t, flag, on, title)
						if side == 1 {
							break
						}
						fallthrough
					default:
						if flag == model.FlagRead {
							a.read = on
						} else {
							a.starred = on
						}
					}
					if flag == model.FlagRead {
						state.Read = on
					} else {
						state.Starred = on
					}
				}
				want[title] = state
			}
			s.sync(t)
			var expected []string
			for _, title := range titles {
				expected = append(expected, title+marks(want[title].Read, want[title].Starred))
			}
			if w := strings.Join(expected, " "); !strings.HasSuffix(s.here(t), w) || !strings.HasSuffix(s.there(), w) {
				r.Fatalf("here: %s\nthere: %s\nwant: %s", s.here(t), s.there(), w)
			}
		})
	})
}
