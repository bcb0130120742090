package web

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"quoth/model"
)

// said is what a page says of its article outside the text. What machines are
// told (JSON-LD, then <meta>) goes before what readers see.
type said struct {
	title     string
	window    string // the title of the browser's window
	authors   []string
	site      string
	host      bool // site is only the host of its address
	published model.Stamp
	body      string // the plain text, where JSON-LD gives it
	paid      bool   // it is not free to read
	address   string // where the page says that it stands
}

func describe(doc *html.Node, at *url.URL) said {
	ld := linkedData(doc)
	m := metasOf(doc)
	s := said{
		title:   first(ld.text("headline"), m.first("og:title", "twitter:title", "dc.title", "citation_title")),
		authors: ld.names("author"),
		site:    first(m.first("og:site_name"), first(ld.names("publisher")...), m.first("application-name", "citation_journal_title")),
		body:    ld.raw("articleBody"),
		paid:    ld.paid(),
		address: canonical(doc, m),
	}
	if at == nil {
		at = pageURL(s.address)
	}
	s.published = published(doc, ld, m, at)
	for n := range elements(doc, "title") {
		s.window = first(s.window, text(n))
	}
	for _, name := range []string{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author", "byl"} {
		for _, value := range m[name] {
			if len(s.authors) == 0 || name == "citation_author" {
				s.authors = append(s.authors, byline(value)...)
			}
		}
	}
	if s.site == "" && at != nil {
		s.site, s.host = strings.TrimPrefix(at.Hostname(), "www."), true
	}
	return s
}

// canonical gives the address that a page says it has, "" for none.
func canonical(doc *html.Node, m metas) string {
	for n := range elements(doc, "link") {
		if u := pageURL(attr(n, "href")); u != nil && hasWord(attr(n, "rel"), "canonical") {
			return u.String()
		}
	}
	if u := pageURL(m.first("og:url")); u != nil {
		return u.String()
	}
	return ""
}

// fill takes over what readability saw and the page did not say.
func (s *said) fill(found readability.Article, headings []string) {
	s.title = first(s.title, squeeze(found.Title()))
	s.part(headings)
	if len(s.authors) == 0 {
		s.authors = byline(found.Byline())
	}
	if t, err := found.PublishedTime(); err == nil && !s.published.Known() {
		s.published = asStamp(model.Stamp{Time: t, HasClock: true})
	}
}

// part takes the site's name off the title, and keeps it where nothing else
// names the site. It is what follows the words of the title or of a heading, in
// the title or in that of the window.
func (s *said) part(headings []string) {
	for _, whole := range []string{s.title, s.window} {
		for _, mark := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
			i := strings.LastIndex(whole, mark)
			if i <= 0 {
				continue
			}
			title, rest := whole[:i], whole[i+len(mark):]
			if strings.EqualFold(rest, s.site) && whole == s.title || title == s.title || slices.Contains(headings, title) {
				s.title = title
				if s.host {
					s.site, s.host = rest, false
				}
			}
		}
	}
}

// headings gives the words of the headings of the first level.
func headings(doc *html.Node) []string {
	var out []string
	for n := range elements(doc, "h1") {
		out = append(out, squeeze(text(n)))
	}
	return out
}

// metas are the <meta> elements of a page, by name in lower case.
type metas map[string][]string

func metasOf(doc *html.Node) metas {
	m := make(metas)
	for n := range elements(doc, "meta") {
		content := squeeze(attr(n, "content"))
		if content == "" {
			continue
		}
		for _, key := range []string{"property", "name", "itemprop"} {
			if name := strings.ToLower(strings.TrimSpace(attr(n, key))); name != "" {
				m[name] = append(m[name], content)
				break
			}
		}
	}
	return m
}

func (m metas) first(names ...string) string {
	for _, name := range names {
		if v := m[name]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

func first(s ...string) string {
	for _, v := range s {
		if v != "" {
			return v
		}
	}
	return ""
}

var bylineStart = regexp.MustCompile(`(?i)^\s*(written by|story by|posted by|text by|by|von|par|por|di)[: ]\s*`)

// byline gives the names of a by-line: "By Ida Moreau and Jo Lee" has two. What
// is no name (an address, a whole sentence) gives none; what cannot be taken
// apart safely stays one.
func byline(s string) []string {
	s = squeeze(bylineStart.ReplaceAllString(s, ""))
	if s == "" || len(s) > 200 || strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
		return nil
	}
	parts := nameBreak.Split(s, -1)
	for _, p := range parts {
		if !isName(p) {
			return []string{s}
		}
	}
	return parts
}

var nameBreak = regexp.MustCompile(`\s*(?:,| and | & |;)\s*(?:and )?`)

// isName reports whether s looks like the name of one person: two to four words
// in capitals, particles aside.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	first, last := []rune(words[0]), []rune(words[len(words)-1])
	return !unicode.IsLower(first[0]) && !unicode.IsLower(last[0])
}
