// Package web makes an article of a page of HTML: it finds the article among
// navigation, advertisements and banners, turns it into Markdown, and finds out
// what the page says of its title, authors, site and date. It fetches nothing
// and keeps nothing.
package web

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"quoth/model"
	"quoth/model/source/markdown"
)

// MaxSize is the largest page that is read, in bytes.
const MaxSize = 16 << 20

// ErrNoArticle is the error of a page in which there is no article.
var ErrNoArticle = errors.New("no article was found in the page")

// Page makes an article of a page. The address is where it was found and
// contentType is what the server said of it; both may be empty, as of a page that
// was saved: then the address is the one that the page gives itself.
// Words.Warning says why the text looks cut, if it does.
func Page(data []byte, address, contentType string) (*model.Extract, error) {
	doc, err := parse(data, contentType)
	if err != nil {
		return nil, err
	}
	said := describe(doc, pageURL(address))
	body, err := article(doc, baseURL(doc, address), &said)
	if err != nil {
		return nil, err
	}
	x := Markdown(body)
	x.Title, x.Authors, x.Site, x.Published = said.title, said.authors, said.site, said.published
	x.Source = first(address, said.address)
	x.Words.Original = hash(data)
	x.Words.Warning = cut(doc, said, x.Text)
	if strings.TrimSpace(x.Text) == "" {
		if x.Words.Warning != "" {
			return nil, fmt.Errorf("%w: %s", ErrNoArticle, x.Words.Warning)
		}
		return nil, ErrNoArticle
	}
	return x, nil
}

// Head gives what the beginning of a page says of its article, without text.
func Head(data []byte) (*model.Article, error) {
	doc, err := parse(data, "")
	if err != nil {
		return nil, err
	}
	said := describe(doc, nil)
	said.title = first(said.title, said.window)
	said.part(headings(doc))
	return &model.Article{
		Title: said.title, Authors: said.authors, Site: said.site, Source: said.address, Published: said.published,
	}, nil
}

// Fragment turns a piece of HTML, such as an item of a feed, into Markdown.
// Relative links are resolved against the address.
func Fragment(piece, address string) (string, error) {
	doc, err := parse([]byte(piece), "text/html; charset=utf-8")
	if err != nil {
		return "", err
	}
	base := baseURL(doc, address)
	clean(doc)
	absolute(doc, base)
	return convert(doc)
}

// Markdown makes an extract of Markdown that comes from a page.
func Markdown(body string) *model.Extract {
	a := markdown.Parse([]byte(body))
	return &model.Extract{Article: a, Words: model.Text{
		Format: model.FormatMarkdown, Body: body, Plain: a.Text, Origin: model.FromPage,
	}}
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// parse reads HTML. What is nested deeper than the parser's bound is refused by
// it.
func parse(data []byte, contentType string) (*html.Node, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("the page has %d MB, more than the %d that are read", len(data)>>20, MaxSize>>20)
	}
	doc, err := html.ParseWithOptions(strings.NewReader(Decode(data, contentType)), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("no page that can be read: %w", err)
	}
	disarm(doc)
	return doc, nil
}

// pageURL reads an address, nil for none.
func pageURL(address string) *url.URL {
	u, err := url.Parse(strings.ToValidUTF8(address, ""))
	if err != nil || u.Host == "" {
		return nil
	}
	return u
}

// baseURL gives the address that links are relative to: the one of <base>, or
// else the page's own. It is nil where neither is known.
func baseURL(doc *html.Node, address string) *url.URL {
	page := pageURL(address)
	for n := range elements(doc, "base") {
		href, err := url.Parse(strings.TrimSpace(attr(n, "href")))
		switch {
		case err != nil || attr(n, "href") == "":
		case page != nil:
			return page.ResolveReference(href)
		case href.IsAbs():
			return href
		}
	}
	return page
}
