package web

import (
	"iter"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"quoth/model/escape"
)

// elements gives the elements under n with one of the names, all where none is
// given, in the order of the page.
func elements(n *html.Node, names ...string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for d := range n.Descendants() {
			if d.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, d.Data)) && !yield(d) {
				return
			}
		}
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text gives the words under n on one line.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !hidden(d) {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return squeeze(b.String())
}

// hidden reports whether a text is code and not words.
func hidden(n *html.Node) bool {
	return n.Parent != nil && slices.Contains([]string{"script", "style", "noscript", "template"}, n.Parent.Data)
}

// squeeze puts words on one line, without what terminals would obey.
func squeeze(s string) string { return strings.Join(strings.Fields(harmless(s)), " ") }

// disarm takes the escape sequences out of a page that it spells as &#27;, before
// Markdown's own escapes part them.
func disarm(doc *html.Node) {
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			n.Data = escape.Strip(n.Data)
		}
		for i, a := range n.Attr {
			n.Attr[i].Val = escape.Strip(a.Val)
		}
	}
}

// harmless takes escape sequences out and makes other control characters blanks,
// which a terminal would obey.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return ' '
		}
		return r
	}, escape.Strip(s))
}

// inside reports whether n stands in an element that test accepts.
func inside(n *html.Node, test func(*html.Node) bool) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && test(p) {
			return true
		}
	}
	return false
}

// aside reports whether an element holds what does not belong to the article.
func aside(n *html.Node) bool {
	switch n.Data {
	case "aside", "nav", "footer", "form", "figure", "dialog", "template", "noscript":
		return true
	}
	return hasWord(attr(n, "class")+" "+attr(n, "id"),
		"comment", "comments", "related", "sidebar", "recommended", "newsletter", "promo", "teaser", "footer", "share", "social", "breadcrumb")
}

// hasWord reports whether one of the words stands in a class or id, whose words
// are joined by white space, - or _.
func hasWord(class string, words ...string) bool {
	for _, part := range strings.FieldsFunc(strings.ToLower(class), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		if slices.Contains(words, part) {
			return true
		}
	}
	return false
}

// clean takes out what is not for reading: code, controls, frames, and the
// images of one pixel by which senders count readers.
func clean(doc *html.Node) {
	var out []*html.Node
	for n := range elements(doc) {
		switch n.Data {
		case "script", "style", "noscript", "template", "iframe", "object", "embed", "form", "button", "input", "select", "textarea", "svg", "canvas", "dialog":
			out = append(out, n)
		case "img":
			if attr(n, "width") == "1" || attr(n, "height") == "1" || attr(n, "src") == "" {
				out = append(out, n)
			}
		}
	}
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// absolute resolves the addresses of links and images. What is no address that
// can be opened, such as javascript:, is taken out.
func absolute(doc *html.Node, base *url.URL) {
	for n := range elements(doc, "a", "img") {
		for i, a := range n.Attr {
			if a.Key != "href" && a.Key != "src" {
				continue
			}
			u, err := url.Parse(strings.TrimSpace(a.Val))
			if err != nil {
				n.Attr[i].Val = ""
				continue
			}
			if base != nil {
				u = base.ResolveReference(u)
			}
			switch u.Scheme {
			case "http", "https", "mailto", "":
				n.Attr[i].Val = u.String()
			default:
				n.Attr[i].Val = ""
			}
		}
	}
}
