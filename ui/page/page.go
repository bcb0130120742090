// Package page lays an article out for a terminal and paints it. It knows, at
// every width, the line and column of each byte of the article's text and the
// byte under each cell, and it paints any window of lines with any number of
// marks laid over the text.
//
// It is pure: it reads no keys, holds no scroll position and asks nothing of the
// terminal. Positions are computed, never looked for in painted output.
package page

import (
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
)

// Page is an article, measured: where its lines may break and how many cells
// its words take. That does not depend on the width of the screen, so that a
// Page is made once and laid out again at every change of size. It may be read
// by several goroutines.
type Page struct {
	article *model.Article
	method  ansi.Method
	blocks  []block
	tables  []table
	links   []string // for each of Article.Links the sequence that opens it, or ""
	tokens  []token  // of the code blocks, in the order of the text
}

// block is a block of the article with its measured words.
type block struct {
	*model.Block
	words []word
	cells [][]word // of a table row
	table int      // index into Page.tables, or -1
	image bool     // nothing but an image's alternative text
}

// New measures an article. The method is the renderer's own way of counting
// cells: by rune until the terminal has said that it knows mode 2027, by
// grapheme cluster from then on.
func New(a *model.Article, method ansi.Method) *Page {
	p := &Page{article: a, method: method, blocks: make([]block, len(a.Blocks)), links: hyperlinks(a.Links)}
	for i := range a.Blocks {
		b := &p.blocks[i]
		b.Block, b.table = &a.Blocks[i], -1
		switch b.Kind {
		case model.BlockTableRow, model.BlockTableHead:
			p.addRow(i)
		case model.BlockCode:
			b.words = p.codeLines(b.Span)
			p.tokens = append(p.tokens, tokens(a.Text, b.Span, b.Info)...)
		case model.BlockParagraph, model.BlockHeading, model.BlockRule, model.BlockTitle,
			model.BlockByline, model.BlockLabel, model.BlockFootnote:
			b.words = p.words(b.Span, b.Wrap)
			b.image = isImage(a, b.Span)
		}
	}
	return p
}

// Article gives the article that is laid out.
func (p *Page) Article() *model.Article { return p.article }

// isImage reports whether a span holds nothing but an image's words.
func isImage(a *model.Article, s model.Span) bool {
	i := firstRun(a.Runs, s.Start)
	return !s.Empty() && i < len(a.Runs) && a.Runs[i].Covers(s) && a.Runs[i].Style&model.RunImage != 0
}
