package feed

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"quoth/model/source/web"
)

// Link is a feed that a page announces.
type Link struct {
	URL   string
	Title string
}

// feedTypes are the media types under which pages announce feeds.
var feedTypes = []string{"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml", "application/xml", "text/xml"}

// Discover lists the feeds that a page announces in <link rel=alternate>, and
// after them those that it only links to by a name that feeds have. The address
// is where the page was found.
func Discover(page []byte, address, contentType string) []Link {
	doc, err := html.Parse(strings.NewReader(web.Decode(page, contentType)))
	if err != nil {
		return nil
	}
	var announced, linked []Link
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		a := attributes(n)
		switch n.Data {
		case "base":
			if base := resolve(address, a["href"]); base != "" {
				address = base
			}
		case "link":
			kind, _, _ := strings.Cut(strings.ToLower(a["type"]), ";")
			rel := strings.Fields(strings.ToLower(a["rel"]))
			if (slices.Contains(rel, "alternate") || slices.Contains(rel, "feed")) && slices.Contains(feedTypes, strings.TrimSpace(kind)) {
				announced = add(announced, resolve(address, a["href"]), line(a["title"]))
			}
		case "a":
			if looksLikeFeed(a["href"]) {
				linked = add(linked, resolve(address, a["href"]), "")
			}
		}
	}
	for _, l := range linked {
		announced = add(announced, l.URL, l.Title)
	}
	return announced
}

func attributes(n *html.Node) map[string]string {
	m := make(map[string]string, len(n.Attr))
	for _, a := range n.Attr {
		m[a.Key] = a.Val
	}
	return m
}

func add(to []Link, url, title string) []Link {
	if url == "" || slices.ContainsFunc(to, func(l Link) bool { return l.URL == url }) {
		return to
	}
	return append(to, Link{url, title})
}

// looksLikeFeed reports whether an address is named as feeds are.
func looksLikeFeed(href string) bool {
	path, _, _ := strings.Cut(strings.ToLower(href), "#")
	path, _, _ = strings.Cut(path, "?")
	path = strings.TrimSuffix(path, "/")
	for _, end := range []string{"/feed", "/rss", "/atom", ".rss", ".atom", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/index.rdf"} {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	return false
}

// Guesses gives the addresses at which a site's feed most often stands, for a
// page that announces none.
func Guesses(address string) []string {
	site := strings.TrimSuffix(root(address), "/")
	if site == "" {
		return nil
	}
	return []string{site + "/feed", site + "/rss.xml", site + "/atom.xml", site + "/feed.xml", site + "/index.xml", site + "/rss"}
}
