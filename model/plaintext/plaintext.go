// Package plaintext finds the structure of plain text: its paragraphs, and among
// them the headline, the by-line, section labels and headings between
// paragraphs. It changes no byte and gives spans only; Markdown has a parser of
// its own in model/source.
package plaintext

import (
	"strings"
	"unicode"

	"quoth/model"
)

// Blocks gives the blocks of text in order. Every byte that is not white space
// stands in exactly one of them. The title is the headline where it is known
// from elsewhere, else empty: then the text's beginning tells it. Time is linear
// in the length of text.
func Blocks(text, title string) []model.Block {
	blocks := paragraphs(text)
	body := classifyHead(text, title, blocks)
	classifyBody(text, blocks[body:])
	return blocks
}

// Title gives the first headline among blocks, or "".
func Title(text string, blocks []model.Block) string {
	for _, b := range blocks {
		if b.Kind == model.BlockTitle {
			return strings.Join(strings.Fields(b.Span.In(text)), " ")
		}
	}
	return ""
}

// firstWords is how many words stand for a title.
const firstWords = 12

// Beginning gives the first words of a text, by which it is called where it has
// no title.
func Beginning(text string) string {
	w := strings.Fields(text)
	if len(w) > firstWords {
		return strings.Join(w[:firstWords], " ") + " …"
	}
	return strings.Join(w, " ")
}

// paragraphs cuts text at line ends. A line goes on in the next one only where
// the text is hard-wrapped.
func paragraphs(text string) []model.Block {
	width := wrapWidth(text)
	var blocks []model.Block
	tight := false
	for start := 0; start < len(text); {
		line, end := start, lineEnd(text, start)
		lines := 1
		for width > 0 {
			if open, ok := lineAt(text, line, end); !ok || !open.full(width) {
				break
			}
			line, end = end+1, lineEnd(text, end+1)
			lines++
		}
		span := trim(text, start, end)
		if !span.Empty() {
			blocks = append(blocks, model.Block{Span: span, Tight: tight, Wrap: lines > 1})
		}
		tight = !span.Empty()
		start = end + 1
	}
	return blocks
}

// trim gives text[start:end] without white space around it.
func trim(text string, start, end int) model.Span {
	rest := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
	start = end - len(rest)
	return model.Span{Start: start, End: start + len(strings.TrimRightFunc(rest, unicode.IsSpace))}
}

// lineEnd gives the offset of the line break that ends the line at start.
func lineEnd(text string, start int) int {
	if k := strings.IndexByte(text[start:], '\n'); k >= 0 {
		return start + k
	}
	return len(text)
}
