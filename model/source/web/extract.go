package web

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
)

// article finds the article in the page and gives it as Markdown. What the
// finder saw of title, author and site fills what the page itself did not say.
func article(doc *html.Node, at *url.URL, said *said) (string, error) {
	undate(doc)
	headings := headings(doc)
	found, err := readable(doc, at)
	if err != nil {
		return "", err
	}
	said.fill(found, headings)
	node := found.Node
	if node == nil || losesParagraphs(doc, text(node)) && whole(doc).Data == "article" {
		node = withoutAsides(whole(doc))
	}
	clean(node)
	untitle(node, said.title)
	absolute(node, at)
	body, err := convert(node)
	if err != nil {
		return "", err
	}
	if len(said.body) > 2*len(body) {
		body = paragraphs(said.body) // the page hides it from readers without scripts
	}
	return body, nil
}

// untitle takes out a heading that says the title again before the text.
func untitle(node *html.Node, title string) {
	for n := range elements(node, "h1", "h2", "p") {
		if n.Data != "p" && strings.EqualFold(text(n), title) {
			n.Parent.RemoveChild(n)
			return
		}
		if n.Data == "p" && text(n) != "" {
			return
		}
	}
}

// readable asks readability. It reads what anybody may write, and its panics
// are errors here.
func readable(doc *html.Node, at *url.URL) (found readability.Article, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("no page that can be read: %v", r)
		}
	}()
	p := readability.NewParser()
	p.KeepClasses = true // they tell the language of code
	if at == nil {
		at = &url.URL{}
	}
	return p.ParseDocument(doc, at)
}

// whole gives what is most likely the article of a page too short or too odd for
// readability: the longest <article>, else <main>, else all of it.
func whole(doc *html.Node) *html.Node {
	for _, name := range []string{"article", "main", "body"} {
		var best *html.Node
		most := -1
		for n := range elements(doc, name) {
			if words := len(text(n)); words > most {
				best, most = n, words
			}
		}
		if best != nil {
			return best
		}
	}
	return doc
}

// withoutAsides takes out of a part of a page what does not belong to its
// article.
func withoutAsides(node *html.Node) *html.Node {
	var out []*html.Node
	for n := range elements(node) {
		if aside(n) && n.Data != "figure" {
			out = append(out, n)
		}
	}
	for _, n := range out {
		n.Parent.RemoveChild(n)
	}
	return node
}

// convert turns a part of a page into Markdown.
func convert(n *html.Node) (out string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("no page that can be read: %v", r)
		}
	}()
	c := converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(), strikethrough.NewStrikethroughPlugin(), table.NewTablePlugin(),
	))
	c.Register.UnEscaper(bracket, converter.PriorityEarly)
	md, err := c.ConvertNode(n)
	if err != nil {
		return "", fmt.Errorf("no page that can be read: %w", err)
	}
	return strings.TrimSpace(harmless(strings.ToValidUTF8(string(md), "\uFFFD"))), nil
}

// bracket leaves each opening bracket among the words escaped. The converter
// would look for its end through the rest of the line, which is quadratic on a
// line of many.
func bracket(words []byte, at int) int {
	if words[at] == '[' {
		return 1
	}
	return -1
}

// paragraphs makes Markdown of plain text, whose lines are paragraphs.
func paragraphs(plain string) string {
	var out []string
	for line := range strings.Lines(plain) {
		if line = squeeze(line); line != "" {
			out = append(out, Escape(line))
		}
	}
	return strings.Join(out, "\n\n")
}

// Escape writes plain words so that Markdown reads them as they are.
func Escape(s string) string {
	s = entity.ReplaceAllString(escaper.Replace(s), `\$0`)
	if m := blockStart.FindStringSubmatchIndex(s); m != nil {
		at := max(m[2], m[4]) // the group that did not match is at -1
		s = s[:at] + `\` + s[at:]
	}
	return s
}

// blockStart finds what begins a list, a quotation or a heading: of "12. " the
// full stop is escaped, of the others the mark.
var blockStart = regexp.MustCompile(`^\s*(?:\d{1,9}([.)])\s|([-+>=~])).*`)

// entity finds what would be read as a character reference.
var entity = regexp.MustCompile(`&(?:\w+|\\#\w+);`)

var escaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`, "|", `\|`)
