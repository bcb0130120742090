package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// unreferenced numbers the footnotes that nothing refers to after the others.
// Goldmark takes them out where they have no number.
type unreferenced struct{}

// Transform numbers the footnotes of a document, which stand in one list.
func (unreferenced) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	list := footnoteList(doc)
	if list == nil {
		return
	}
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if note, ok := n.(*east.Footnote); ok && note.Index < 0 {
			list.Count++
			note.Index = list.Count
		}
	}
}

// footnoteList finds the list of footnotes under n, nil for none.
func footnoteList(n ast.Node) *east.FootnoteList {
	for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		if list, ok := c.(*east.FootnoteList); ok {
			return list
		}
		if list := footnoteList(c); list != nil {
			return list
		}
	}
	return nil
}
