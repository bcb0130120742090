package web

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// The bounds below which a text is suspected of being a stub, in words.
const (
	stub  = 250 // of an article that wants to be paid for
	short = 120 // of any
)

// cut says why a text looks cut, in the words of a status line; "" when it does
// not. It is a suspicion, not a verdict: it never keeps a text from being read.
func cut(doc *html.Node, said said, plain string) string {
	n := len(strings.Fields(plain))
	page := strings.ToLower(first(squeeze(said.title), "") + " " + plain)
	switch {
	case n < stub && consent.MatchString(page):
		return "looks like a consent page, not the article: open it in the browser once"
	case n < short && scripts.MatchString(strings.ToLower(everything(doc))):
		return "the page wants scripts to show its text: open it in the browser"
	case n < stub && (said.paid || paywall.MatchString(strings.ToLower(tail(plain, 600)+" "+walls(doc)))):
		return "looks cut by a paywall"
	}
	if lost, of := missing(doc, plain); tooMany(lost, of) {
		return fmt.Sprintf("%d of %d paragraphs of the page seem to be missing", lost, of)
	}
	if n < stub && Unfinished(plain) {
		return "ends in the middle"
	}
	return ""
}

// Unfinished reports whether a text ends as excerpts do: in three dots or an
// invitation to read on.
func Unfinished(plain string) bool { return ellipsis.MatchString(tail(strings.TrimSpace(plain), 100)) }

var (
	consent = regexp.MustCompile(`before you continue|we value your privacy|we and our (?:\d+ )?partners|accept (?:all )?cookies|cookies? (?:consent|preferences|settings)|manage your (?:privacy|consent)`)
	scripts = regexp.MustCompile(`(?:enable|activate|turn on|requires?|without) (?:your )?javascript|javascript (?:is|to be|must be) (?:disabled|enabled|required)`)
	paywall = regexp.MustCompile(`subscribe (?:now |today )?to (?:continue|read|keep)|to continue reading|(?:already|not yet) a (?:subscriber|member)|this (?:article|content|story) is (?:for|only|reserved|exclusive)|subscribers[- ]only|register (?:for free )?to (?:read|continue)|log ?in to (?:read|continue)|free articles? (?:left|remaining)|unlock this (?:article|story)`)

	ellipsis = regexp.MustCompile(`(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?i:read more|continue reading))\W*$`)
)

// everything gives the words of the page with those for readers without
// scripts.
func everything(doc *html.Node) string {
	var b strings.Builder
	for d := range doc.Descendants() {
		if d.Type == html.TextNode && d.Parent != nil && d.Parent.Data != "script" && d.Parent.Data != "style" {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// walls gives the words of elements that say that they are a paywall.
func walls(doc *html.Node) string {
	var b strings.Builder
	for n := range elements(doc, "div", "section", "aside") {
		if hasWord(attr(n, "class")+" "+attr(n, "id"), "paywall", "regwall", "subscribe", "subscription", "metered", "barrier") {
			b.WriteString(tail(text(n), 600) + " ")
		}
	}
	return b.String()
}

func tail(s string, bytes int) string { return s[max(0, len(s)-bytes):] }

// A paragraph of so many bytes belongs to the article and not to a caption or a
// button.
const paragraph = 80

func tooMany(lost, of int) bool { return lost > 1 && 4*lost > of }

// losesParagraphs reports whether a good part of the page's article element is
// not in the text.
func losesParagraphs(doc *html.Node, plain string) bool { return tooMany(missing(doc, plain)) }

// missing counts the paragraphs of the page's article element that are not in
// the text, and all of them.
func missing(doc *html.Node, plain string) (lost, of int) {
	root := whole(doc)
	if root.Data == "body" || root.Type != html.ElementNode {
		return 0, 0 // the page does not say where its article is
	}
	have := letters(plain)
	for n := range elements(root, "p") {
		words := text(n)
		if len(words) < paragraph || inside(n, aside) {
			continue
		}
		of++
		if !strings.Contains(have, letters(words[:paragraph/2])) {
			lost++
		}
	}
	return lost, of
}

// letters gives the ASCII letters of s, so that marks, quotation marks and white
// space do not count in comparing, and cut characters neither.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}
