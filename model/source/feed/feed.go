// Package feed reads RSS, Atom and JSON Feed into articles, and finds the feeds
// that a page announces. It puts right what feeds in the wild get wrong (dates,
// charsets, ids, links) as far as it can be known. It fetches nothing and keeps
// nothing.
package feed

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/mmcdole/gofeed"
	ext "github.com/mmcdole/gofeed/extensions"

	"quoth/model"
	"quoth/model/escape"
)

// Feed is what a feed says of itself, and its articles.
type Feed struct {
	Title string
	Site  string        // URL of the page that it belongs to
	Every time.Duration // how often it asks to be read at most; 0 where it does not say
	Items []model.Extract
	// LeftOut counts the articles beyond those that are taken from one document.
	LeftOut int
}

// ErrNotAFeed is the error of a document that is no feed, whatever it is.
var ErrNotAFeed = errors.New("this is no feed")

// maxItems bounds the articles that are taken from one document.
const maxItems = 2000

// Read reads a feed. The address is where it was found, contentType what the
// server said of it. Items without words and without a link are no articles.
func Read(data []byte, address, contentType string) (*Feed, error) {
	text := decode(data, contentType)
	if isPage(text) {
		return nil, fmt.Errorf("%w: it is a page of HTML", ErrNotAFeed)
	}
	parsed, err := parse(text)
	if err != nil {
		return nil, err
	}
	f := &Feed{
		Title: inline(parsed.Title), Site: resolve(address, parsed.Link), Every: every(parsed, text),
		LeftOut: max(0, len(parsed.Items)-maxItems),
	}
	if f.Site == "" || f.Site == address {
		f.Site = root(address)
	}
	for _, item := range parsed.Items[:min(len(parsed.Items), maxItems)] {
		if x, ok := read(item, f, address); ok {
			f.Items = append(f.Items, x)
		}
	}
	f.Items = distinct(f.Items)
	return f, nil
}

// distinct gives each item a name of its own, and leaves out what stands there
// twice. Where one id is on several articles, all of them are named by their
// addresses too, and where even these are the same by their titles: another
// title is another article when its date is another one, or its text.
func distinct(items []model.Extract) []model.Extract {
	nameBy(items, func(x model.Extract) string { return x.Source },
		func(x, y model.Extract) bool { return x.Source != y.Source })
	nameBy(items, func(x model.Extract) string { return x.Title },
		func(x, y model.Extract) bool {
			return x.Title != y.Title && (x.Published.Known() && y.Published.Known() && x.Published != y.Published ||
				x.Text != "" && y.Text != "" && x.Text != y.Text)
		})
	seen := make(map[string]bool)
	return slices.DeleteFunc(items, func(x model.Extract) bool {
		twice := seen[x.GUID]
		seen[x.GUID] = true
		return twice
	})
}

// nameBy adds words to the GUIDs that several different items have.
func nameBy(items []model.Extract, words func(model.Extract) string, differ func(x, y model.Extract) bool) {
	first := make(map[string]model.Extract) // by GUID
	shared := make(map[string]bool)
	for _, x := range items {
		if have, seen := first[x.GUID]; !seen {
			first[x.GUID] = x
		} else if differ(have, x) {
			shared[x.GUID] = true
		}
	}
	for i := range items {
		if x := &items[i]; shared[x.GUID] {
			x.GUID += " " + words(*x)
		}
	}
}

// parse reads a feed, and of one that ends in the middle what stands before.
func parse(text string) (*gofeed.Feed, error) {
	f, err := parseWhole(text)
	if err == nil || errors.Is(err, ErrNotAFeed) {
		return f, err
	}
	for _, end := range [][2]string{{"</item>", "</channel></rss>"}, {"</item>", "</rdf:RDF>"}, {"</entry>", "</feed>"}} {
		if i := strings.LastIndex(text, end[0]); i > 0 {
			if f, err := parseWhole(text[:i+len(end[0])] + end[1]); err == nil {
				return f, nil
			}
		}
	}
	return nil, err
}

// parseWhole asks gofeed. It reads what anybody may write, and its panics are
// errors here.
func parseWhole(text string) (f *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("%w that can be read: %v", ErrNotAFeed, r)
		}
	}()
	f, err = gofeed.NewParser().Parse(strings.NewReader(text))
	switch {
	case errors.Is(err, gofeed.ErrFeedTypeNotDetected):
		return nil, fmt.Errorf("%w: %s", ErrNotAFeed, kindOf(text))
	case err != nil:
		return nil, fmt.Errorf("the feed is broken: %s", line(err.Error()))
	case f.FeedType == "json" && f.FeedVersion == "" && len(f.Items) == 0:
		return nil, fmt.Errorf("%w: %s", ErrNotAFeed, kindOf(text))
	}
	return f, nil
}

// kindOf says in words what a document is that is no feed.
func kindOf(text string) string {
	switch head := strings.TrimSpace(text[:min(len(text), 200)]); {
	case head == "":
		return "it is empty"
	case head[0] == '{' || head[0] == '[':
		return "it is JSON of another kind"
	case head[0] == '<':
		return "it is XML of another kind"
	}
	return "it is neither XML nor JSON"
}

var pageStart = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html)[\s>]`)

func isPage(text string) bool { return pageStart.MatchString(text[:min(len(text), 4096)]) }

var ttl = regexp.MustCompile(`<ttl>\s*(\d{1,6})\s*</ttl>`)

// mostEvery bounds for how long a feed can ask to be left alone.
const mostEvery = 24 * time.Hour

// every gives how often a feed asks to be read: by <ttl> in minutes, or by the
// syndication module (sy:updatePeriod over sy:updateFrequency).
func every(f *gofeed.Feed, text string) time.Duration {
	if m := ttl.FindStringSubmatch(text[:min(len(text), 64<<10)]); m != nil {
		minutes, err := strconv.Atoi(m[1])
		if err == nil {
			return min(time.Duration(minutes)*time.Minute, mostEvery)
		}
	}
	period := map[string]time.Duration{"hourly": time.Hour, "daily": mostEvery}[first(f.Extensions, "sy", "updatePeriod")]
	times, err := strconv.Atoi(first(f.Extensions, "sy", "updateFrequency"))
	if err != nil || times < 1 {
		times = 1
	}
	return period / time.Duration(times)
}

// first gives the words of the first element of that name in an extension.
func first(e ext.Extensions, space, name string) string {
	if values := e[space][name]; len(values) > 0 {
		return strings.TrimSpace(values[0].Value)
	}
	return ""
}

// resolve makes an address absolute; what is no address of the web gives "".
func resolve(base, ref string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" {
		return ""
	}
	if b, err := url.Parse(base); err == nil {
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// root gives the address of the site that an address is on.
func root(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/"}).String()
}

// line puts words on one line, without control characters.
func line(s string) string {
	return strings.Join(strings.FieldsFunc(escape.Strip(s), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}
