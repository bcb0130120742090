package web

import (
	"net/url"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"quoth/model"
	"quoth/model/source/date"
)

// published goes down the ladder of places where pages say when they were
// published: JSON-LD, <meta>, <time>, an element whose class says so, the
// address; and when they were changed, if nothing else.
func published(doc *html.Node, ld linked, m metas, at *url.URL) model.Stamp {
	for _, s := range []string{
		ld.text("datePublished"), ld.text("dateCreated"),
		m.first("article:published_time", "og:article:published_time", "og:published_time", "datepublished"),
		m.first("parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "date", "article.published"),
		m.first("dc.date.issued", "dc.date", "dcterms.date", "dcterms.issued", "dcterms.created", "citation_publication_date", "citation_date"),
	} {
		if stamp, ok := read(s); ok {
			return stamp
		}
	}
	if stamp, ok := timeElement(doc); ok {
		return stamp
	}
	if stamp, ok := dateElement(doc); ok {
		return stamp
	}
	if stamp, ok := inAddress(at); ok {
		return stamp
	}
	for _, s := range []string{ld.text("dateModified"), m.first("article:modified_time", "og:updated_time", "last-modified")} {
		if stamp, ok := read(s); ok {
			return stamp
		}
	}
	return model.Stamp{}
}

// The years between which a date is believed. The web is younger than the first,
// and pages that have a date far ahead have it wrong.
const (
	firstYear = 1980
	lastYear  = 2100
)

func read(s string) (model.Stamp, bool) {
	stamp, err := date.Parse(s)
	if err != nil || !stamp.Known() || stamp.Time.Year() < firstYear || stamp.Time.Year() > lastYear {
		return model.Stamp{}, false
	}
	return asStamp(stamp), true
}

// asStamp takes midnight sharp for a day without a clock: so systems write it
// that know the day alone.
func asStamp(s model.Stamp) model.Stamp {
	if h, m, sec := s.Time.Clock(); s.HasClock && h+m+sec == 0 {
		return model.Stamp{Time: s.Day()}
	}
	return s
}

// timeElement reads <time datetime>: the one that says that it is the date of
// publication, or else the first that belongs to the article.
func timeElement(doc *html.Node) (model.Stamp, bool) {
	var found model.Stamp
	for n := range elements(doc, "time") {
		stamp, ok := read(first(attr(n, "datetime"), text(n)))
		if !ok || inside(n, aside) {
			continue
		}
		if attr(n, "pubdate") != "" || attr(n, "itemprop") == "datePublished" || hasWord(attr(n, "class"), "published", "publish", "posted", "entry") {
			return stamp, true
		}
		if !found.Known() {
			found = stamp
		}
	}
	return found, found.Known()
}

// dateElement reads the words of an element whose class, id or itemprop says
// that they are the date.
func dateElement(doc *html.Node) (model.Stamp, bool) {
	for n := range elements(doc, "span", "div", "p", "abbr", "li", "b", "em") {
		if !saysDate(n) || inside(n, aside) {
			continue
		}
		words := dateStart.ReplaceAllString(text(n), "")
		if len(words) > paragraph {
			continue
		}
		if stamp, ok := read(first(attr(n, "content"), attr(n, "title"), words)); ok {
			return stamp, true
		}
		if stamp, ok := read(words); ok {
			return stamp, true
		}
	}
	return model.Stamp{}, false
}

// saysDate reports whether an element says that it is a date.
func saysDate(n *html.Node) bool {
	return n.Data == "time" || attr(n, "itemprop") == "datePublished" ||
		hasWord(attr(n, "class")+" "+attr(n, "id"), "date", "pubdate", "published", "timestamp", "dateline", "posted")
}

// undate takes out the dates that stand alone above the text: they are said
// beside it.
func undate(doc *html.Node) {
	var out []*html.Node
	for n := range elements(doc) {
		words := text(n)
		if n.Data == "p" && len(words) > paragraph {
			break
		}
		if saysDate(n) && len(words) < paragraph && standsAlone(n, words) {
			out = append(out, n)
		}
	}
	for _, n := range out {
		n.Parent.RemoveChild(n)
	}
}

// standsAlone reports whether an element has its paragraph to itself.
func standsAlone(n *html.Node, words string) bool {
	for p := n; p != nil; p = p.Parent {
		switch p.Data {
		case "p", "li", "td", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6":
			return text(p) == words
		}
	}
	return true
}

var dateStart = regexp.MustCompile(`(?i)^\s*(?:first )?(?:published|posted|created|updated|last updated|date)(?: on| at)?\s*:?\s*`)

var (
	dayInPath   = regexp.MustCompile(`(?:^|[/_-])((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)`)
	monthInPath = regexp.MustCompile(`/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(0?[1-9]|[12]\d|3[01])(?:/|$)`)
)

// inAddress reads the day that many addresses name: /2026/02/01/, /2026-02-01-,
// /20260201/, /2026/feb/01/.
func inAddress(at *url.URL) (model.Stamp, bool) {
	if at == nil {
		return model.Stamp{}, false
	}
	path := strings.ToLower(at.Path)
	if m := dayInPath.FindStringSubmatch(path); m != nil {
		return read(m[1] + "-" + m[2] + "-" + m[3])
	}
	if m := monthInPath.FindStringSubmatch(path); m != nil {
		t, err := time.Parse("2006 Jan 2", m[1]+" "+strings.ToUpper(m[2][:1])+m[2][1:]+" "+m[3])
		return model.Stamp{Time: t}, err == nil
	}
	return model.Stamp{}, false
}
