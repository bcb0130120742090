package remote_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// server is what a server of either kind keeps: feeds, and articles with their
// states. Its handlers speak the protocols as their documentation has them and
// refuse everything else.
type server struct {
	mu       sync.Mutex
	feeds    []*serverFeed
	articles []*serverArticle
	refuse   string // a path that is answered with 500
	asked    []string
}

type serverFeed struct {
	id                 int64
	url, title, folder string
}

type serverArticle struct {
	id            int64
	feed          int64
	title, url    string
	read, starred bool
}

// The secrets that the server wants.
const (
	miniToken = "mini-secret"
	password  = "api-password"
	authToken = "ida/0123456789abcdef"
	editToken = "edit-token-of-57-characters"
)

func (s *server) find(id int64) *serverArticle {
	i := slices.IndexFunc(s.articles, func(a *serverArticle) bool { return a.id == id })
	if i < 0 {
		return nil
	}
	return s.articles[i]
}

func (s *server) unfollow(id int64) {
	s.feeds = slices.DeleteFunc(s.feeds, func(f *serverFeed) bool { return f.id == id })
	s.articles = slices.DeleteFunc(s.articles, func(a *serverArticle) bool { return a.feed == id })
}

func (s *server) follow(address, title, folder string) *serverFeed {
	f := &serverFeed{id: int64(len(s.feeds)) + 40, url: address, title: title, folder: folder}
	s.feeds = append(s.feeds, f)
	return f
}

// miniflux answers as Miniflux does.
func (s *server) miniflux(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, r.Method+" "+r.URL.Path)
	if r.Header.Get("X-Auth-Token") != miniToken {
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprint(w, `{"error_message":"Access Unauthorized"}`)
		return
	}
	if s.refuse != "" && strings.HasPrefix(r.URL.Path, s.refuse) && r.Method != http.MethodGet {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	var in struct {
		FeedURL  string  `json:"feed_url"`
		Category int64   `json:"category_id"`
		Title    string  `json:"title"`
		IDs      []int64 `json:"entry_ids"`
		Status   string  `json:"status"`
	}
	if r.Body != nil && r.ContentLength > 0 {
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
	}
	parts := strings.Split(strings.TrimPrefix(r.URL.Path, "/v1/"), "/")
	var id int64
	if len(parts) > 1 {
		id, _ = strconv.ParseInt(parts[1], 10, 64)
	}
	reply := func(v any) { json.NewEncoder(w).Encode(v) }
	switch r.Method + " " + parts[0] {
	case "GET feeds":
		all := []map[string]any{}
		for _, f := range s.feeds {
			all = append(all, s.miniFeed(f))
		}
		reply(all)
	case "GET categories":
		reply([]map[string]any{{"id": 1, "title": "All"}, {"id": 2, "title": "News"}})
	case "POST categories":
		w.WriteHeader(http.StatusCreated)
		reply(map[string]any{"id": 9, "title": in.Title})
	case "POST feeds":
		folder := map[int64]string{2: "News", 9: "Made"}[in.Category]
		w.WriteHeader(http.StatusCreated)
		reply(map[string]any{"feed_id": s.follow(in.FeedURL, "", folder).id})
	case "DELETE feeds":
		s.unfollow(id)
		w.WriteHeader(http.StatusNoContent)
	case "GET entries":
		if len(parts) > 1 {
			if a := s.find(id); a != nil {
				reply(s.miniEntry(a))
				return
			}
			w.WriteHeader(http.StatusNotFound)
			return
		}
		s.miniEntries(r.URL.Query(), reply)
	case "PUT entries":
		switch {
		case len(parts) == 1:
			for _, id := range in.IDs {
				if a := s.find(id); a != nil {
					a.read = in.Status == "read"
				}
			}
		case len(parts) == 3 && parts[2] == "bookmark" && s.find(id) != nil:
			s.find(id).starred = !s.find(id).starred
		default:
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

func (s *server) miniFeed(f *serverFeed) map[string]any {
	category := f.folder
	if category == "" {
		category = "All"
	}
	return map[string]any{"id": f.id, "feed_url": f.url, "site_url": "https://site.example/", "title": f.title, "category": map[string]any{"id": 1, "title": category}}
}

func (s *server) miniEntry(a *serverArticle) map[string]any {
	status := "unread"
	if a.read {
		status = "read"
	}
	return map[string]any{
		"id": a.id, "feed_id": a.feed, "title": a.title, "url": a.url, "status": status, "starred": a.starred,
		"author": "Ida", "content": "<p>Words of <b>" + a.title + "</b>.</p>", "published_at": "2026-01-31T18:30:00+01:00", "feed": map[string]any{"title": "F"},
	}
}

func (s *server) miniEntries(q url.Values, reply func(any)) {
	after, _ := strconv.ParseInt(q.Get("after_entry_id"), 10, 64)
	limit, _ := strconv.Atoi(q.Get("limit"))
	entries := []map[string]any{}
	for _, a := range s.articles {
		if a.id <= after || q.Get("status") == "unread" && a.read || q.Get("starred") == "true" && !a.starred || len(entries) == limit {
			continue
		}
		entries = append(entries, s.miniEntry(a))
	}
	reply(map[string]any{"total": len(entries), "entries": entries})
}

// greader answers as FreshRSS does, two articles to a page.
func (s *server) greader(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r.ParseForm()
	s.asked = append(s.asked, r.Method+" "+r.URL.Path)
	if r.URL.Path == "/api/greader.php/accounts/ClientLogin" {
		if r.PostForm.Get("Email") != "ida" || r.PostForm.Get("Passwd") != password {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		fmt.Fprintf(w, "SID=%s\nLSID=null\nAuth=%s\n", authToken, authToken)
		return
	}
	path, ok := strings.CutPrefix(r.URL.Path, "/api/greader.php/reader/api/0/")
	if !ok || r.Header.Get("Authorization") != "GoogleLogin auth="+authToken || r.Method == http.MethodPost && r.PostForm.Get("T") != editToken {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if s.refuse != "" && path == s.refuse {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	reply := func(v any) { json.NewEncoder(w).Encode(v) }
	switch path {
	case "token":
		fmt.Fprintln(w, editToken)
	case "subscription/list":
		all := []map[string]any{}
		for _, f := range s.feeds {
			folder := f.folder
			if folder == "" {
				folder = "Uncategorized"
			}
			all = append(all, map[string]any{
				"id": fmt.Sprint("feed/", f.id), "title": f.title, "url": f.url, "htmlUrl": "https://site.example/",
				"categories": []map[string]any{{"id": "user/-/label/" + folder, "label": folder}},
			})
		}
		reply(map[string]any{"subscriptions": all})
	case "subscription/edit":
		s.greaderEdit(r.PostForm)
		fmt.Fprint(w, "OK")
	case "stream/items/ids":
		s.greaderIDs(r.Form, reply)
	case "stream/items/contents":
		s.greaderContents(r.PostForm["i"], reply)
	case "edit-tag":
		for _, i := range r.PostForm["i"] {
			if a := s.find(fromLong(i)); a != nil {
				tag(a, r.PostForm.Get("a"), true)
				tag(a, r.PostForm.Get("r"), false)
			}
		}
		fmt.Fprint(w, "OK")
	default:
		w.WriteHeader(http.StatusNotImplemented)
	}
}

func tag(a *serverArticle, name string, on bool) {
	switch name {
	case "user/-/state/com.google/read":
		a.read = on
	case "user/-/state/com.google/starred":
		a.starred = on
	}
}

func fromLong(id string) int64 {
	n, _ := strconv.ParseUint(strings.TrimPrefix(id, "tag:google.com,2005:reader/item/"), 16, 64)
	return int64(n)
}

func (s *server) greaderEdit(form url.Values) {
	name := strings.TrimPrefix(form.Get("s"), "feed/")
	if form.Get("ac") == "subscribe" {
		s.follow(name, form.Get("t"), strings.TrimPrefix(form.Get("a"), "user/-/label/"))
		return
	}
	id, _ := strconv.ParseInt(name, 10, 64)
	s.unfollow(id)
}

func (s *server) greaderIDs(q url.Values, reply func(any)) {
	var refs []map[string]any
	from, _ := strconv.Atoi(q.Get("c"))
	at := 0
	for _, a := range s.articles {
		if q.Get("s") == "user/-/state/com.google/starred" && !a.starred || q.Get("xt") == "user/-/state/com.google/read" && a.read {
			continue
		}
		if at++; at > from && len(refs) < 2 {
			refs = append(refs, map[string]any{"id": strconv.FormatInt(a.id, 10)})
		}
	}
	out := map[string]any{"itemRefs": refs}
	if at > from+len(refs) {
		out["continuation"] = strconv.Itoa(from + len(refs))
	}
	reply(out)
}

func (s *server) greaderContents(ids []string, reply func(any)) {
	items := []map[string]any{}
	for _, i := range ids {
		if a := s.find(fromLong(i)); a != nil {
			items = append(items, map[string]any{
				"id": i, "title": a.title, "author": "Ida", "published": 1769880600,
				"canonical": []map[string]any{{"href": a.url}}, "summary": map[string]any{"content": "<p>Words of <b>" + a.title + "</b>.</p>"},
				"origin": map[string]any{"streamId": fmt.Sprint("feed/", a.feed), "title": "F"},
			})
		}
	}
	reply(map[string]any{"items": items})
}
