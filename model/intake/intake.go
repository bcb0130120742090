// Package intake brings what the web has into the library: pages, feeds, and the
// whole texts of articles of which a feed gives only the beginning. It joins
// package fetch, the readers under source, and the library; it knows no formats
// and no SQL itself.
package intake

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net/url"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/library"
	"quoth/model/source"
	"quoth/model/source/feed"
	"quoth/model/source/fetch"
	"quoth/model/source/web"
)

// Intake is a way from the web into a library.
type Intake struct {
	Library *library.Library
	Client  *fetch.Client
	Now     func() time.Time
}

// What is asked of servers, the best first.
const (
	acceptPage = "text/html,application/xhtml+xml;q=0.9,text/markdown;q=0.8,text/plain;q=0.7,*/*;q=0.1"
	acceptFeed = "application/atom+xml,application/rss+xml,application/feed+json;q=0.9,application/xml;q=0.8,text/xml;q=0.8,text/html;q=0.5,*/*;q=0.1"
)

// ErrFeed is the error of a page that is a feed.
var ErrFeed = errors.New("this is a feed, not an article: follow it with quoth feed add")

// Address makes an address of what a reader typed: without a scheme it is https.
// It reports whether it looks like one at all.
func Address(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return s, true
	}
	host, _, _ := strings.Cut(s, "/")
	if u, err := url.Parse("https://" + s); err != nil || u.Host == "" || !strings.Contains(strings.Trim(host, "."), ".") || strings.ContainsAny(s, " \t") {
		return s, false
	}
	return "https://" + s, true
}

// Page fetches a page and keeps its article. Where it cannot be fetched and the
// library has the article already, its id is given with the error.
func (in *Intake) Page(ctx context.Context, address string) (library.Kept, error) {
	x, err := in.article(ctx, address)
	if err != nil {
		if ctx.Err() == nil {
			if id, known := in.Library.Find(ctx, address); known == nil {
				return library.Kept{ID: id}, err
			}
		}
		return library.Kept{}, err
	}
	return in.Library.Keep(ctx, *x)
}

// FullText fetches the page of a kept article, as on x. The article keeps both
// texts, the page's becomes the current one.
func (in *Intake) FullText(ctx context.Context, e model.Entry) (library.Kept, error) {
	x, err := in.article(ctx, e.Source)
	if err != nil {
		return library.Kept{ID: e.ID}, err
	}
	x.ID = e.ID
	x.Source = e.Source
	if e.Published.Known() {
		x.Published = model.Stamp{} // the feed knows when it published it
	}
	if !strings.HasSuffix(e.Title, "…") && !strings.HasSuffix(e.Title, "...") {
		x.Title = "" // and what it calls it, without the site's name
	}
	if e.Site != "" {
		x.Site = ""
	}
	return in.Library.Keep(ctx, *x)
}

// article fetches a page and reads it, whatever it is written in.
func (in *Intake) article(ctx context.Context, address string) (*model.Extract, error) {
	doc, err := in.Client.Do(ctx, fetch.Request{URL: address, Accept: acceptPage})
	if err != nil {
		return nil, err
	}
	x, err := read(doc)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", address, err)
	}
	x.Source = doc.URL
	if x.Words.Warning != "" {
		x.Source = address // where it leads may be a wall of another host
	}
	x.Words.Origin = model.FromPage
	x.Words.Fetched = in.Now()
	return x, nil
}

// read reads a document by what it is.
func read(doc *fetch.Document) (*model.Extract, error) {
	kind, _, err := mime.ParseMediaType(doc.ContentType)
	if err != nil {
		kind = ""
	}
	switch {
	case kind == "text/plain", kind == "text/markdown", kind == "message/rfc822":
		name, _, _ := strings.Cut(doc.URL, "?")
		return (&source.Opener{Warn: func(error) {}}).Extract(name, doc.Body)
	case strings.HasSuffix(kind, "json"), strings.HasSuffix(kind, "xml") && kind != "application/xhtml+xml":
		if _, err := feed.Read(doc.Body, doc.URL, doc.ContentType); err == nil {
			return nil, ErrFeed
		}
	case kind == "" || kind == "text/html" || kind == "application/xhtml+xml" || kind == "application/octet-stream":
	default:
		return nil, fmt.Errorf("%s is no article that can be read", kind)
	}
	x, err := web.Page(doc.Body, doc.URL, doc.ContentType)
	if errors.Is(err, web.ErrNoArticle) {
		if _, notFeed := feed.Read(doc.Body, doc.URL, doc.ContentType); notFeed == nil {
			return nil, ErrFeed
		}
	}
	return x, err
}
