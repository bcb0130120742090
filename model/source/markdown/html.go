package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quoth/model"
)

// html writes the text of a block of HTML that stands in the Markdown: its
// paragraphs as paragraphs, without scripts, styles and comments.
func (w *walker) html(n *ast.HTMLBlock, f frame, tight bool) {
	var src bytes.Buffer
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		src.Write(s.Value(w.src))
	}
	if n.HasClosure() {
		src.Write(n.ClosureLine.Value(w.src))
	}
	w.open(f, model.Block{Tight: tight})
	z := html.NewTokenizer(&src)
	for skip := atom.Atom(0); ; {
		switch z.Next() {
		case html.ErrorToken:
			w.close()
			return
		case html.TextToken:
			if skip == 0 {
				w.words(z.Token().Data)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if skip == 0 && unread(t.DataAtom) && t.Type == html.StartTagToken {
				skip = t.DataAtom
			}
			if skip == 0 {
				w.tag(t, f)
			}
		case html.EndTagToken:
			t := z.Token()
			if t.DataAtom == skip {
				skip = 0
			} else if skip == 0 {
				w.tag(t, f)
			}
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// unread reports whether what stands in an element is not for the reader.
func unread(a atom.Atom) bool {
	return a == atom.Script || a == atom.Style || a == atom.Template || a == atom.Noscript
}

// tag breaks the line or the paragraph where a tag in a block of HTML does.
func (w *walker) tag(t html.Token, f frame) {
	switch t.DataAtom {
	case atom.Br:
		w.put("\n", plain())
	case atom.Img:
		w.put(attribute(t, "alt"), w.linked(plain(), attribute(t, "src"), model.RunImage))
	case atom.A, atom.Abbr, atom.B, atom.Cite, atom.Code, atom.Del, atom.Em, atom.I, atom.Ins, atom.Mark,
		atom.Q, atom.S, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U:
	case atom.Td, atom.Th:
		w.words(" ")
	default:
		w.close()
		w.open(f, model.Block{})
	}
}

// words writes text of HTML with its white space collapsed.
func (w *walker) words(s string) {
	fields := strings.Fields(s)
	if len(fields) == 0 || strings.ContainsAny(s[:1], " \t\r\n") {
		if n := w.len(); n > w.blocks[len(w.blocks)-1].Start && w.text[n-1] != ' ' && w.text[n-1] != '\n' {
			w.put(" ", plain())
		}
	}
	w.put(strings.Join(fields, " "), plain())
	if len(fields) > 0 && strings.ContainsAny(s[len(s)-1:], " \t\r\n") {
		w.put(" ", plain())
	}
}

// rawHTML writes what a tag among running text shows. Its text stands outside
// the tags and is written as it comes.
func (w *walker) rawHTML(n *ast.RawHTML, s style) {
	var src bytes.Buffer
	for i := range n.Segments.Len() {
		seg := n.Segments.At(i)
		src.Write(seg.Value(w.src))
	}
	z := html.NewTokenizer(&src)
	for z.Next() != html.ErrorToken {
		switch t := z.Token(); t.DataAtom {
		case atom.Br:
			w.put("\n", s)
		case atom.Img:
			w.put(attribute(t, "alt"), w.linked(s, attribute(t, "src"), model.RunImage))
		}
	}
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
