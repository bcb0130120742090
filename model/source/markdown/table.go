package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// mostFilled bounds the cells that rows shorter than their table's head are
// filled up with, in one article. 20 KB of Markdown, half of it a head and half
// of it rows of one cell, would have ten million.
const mostFilled = 1 << 17

// tables reads paragraphs as tables, up to mostFilled; after that they stay
// paragraphs.
type tables struct {
	parser.ParagraphTransformer
	filled int // cells so far
}

// Transform makes a table of a paragraph that is one.
func (t *tables) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	missing := missingCells(n.Lines(), reader.Source())
	if t.filled+missing > mostFilled {
		return
	}
	t.filled += missing
	t.ParagraphTransformer.Transform(n, reader, pc)
}

// missingCells counts the cells that the lines of a table lack; it may count some
// too many.
func missingCells(lines *text.Segments, source []byte) int {
	columns, missing := 0, 0
	for i := range lines.Len() {
		at := lines.At(i)
		line := at.Value(source)
		cells := bytes.Count(line, []byte("|")) + 1
		if columns == 0 && i > 0 && len(bytes.Trim(line, "|:- \t\r\n")) == 0 {
			columns = cells
		}
		missing += max(0, columns-cells)
	}
	return missing
}
