package token

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/model"
)

// givenBlocks turns the blocks of an article into those of the engine. Code and
// rules hold no language; the cells of a table row stand each for itself.
func givenBlocks(text string, given []model.Block) []doc.Block {
	blocks := make([]doc.Block, 0, len(given))
	for _, g := range given {
		if g.Kind == model.BlockCode || g.Kind == model.BlockRule {
			continue
		}
		b := doc.Block{Span: within(g.Span, text), Kind: g.Kind}
		for _, in := range g.In {
			b.InQuote = b.InQuote || in.Kind == model.ContainerQuote
			b.InItem = b.InItem || in.Kind == model.ContainerItem
		}
		if len(g.Cells) == 0 {
			blocks = append(blocks, b)
			continue
		}
		for _, cell := range g.Cells {
			b.Span = within(cell.Span, text)
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// within cuts a span that reaches outside the text to it.
func within(s model.Span, text string) model.Span {
	s.Start = min(max(s.Start, 0), len(text))
	s.End = min(max(s.End, s.Start), len(text))
	return s
}

// The widths, in bytes, between which the longest line of a text lies that an
// editor or a mailer has broken inside its paragraphs.
const (
	minWrapWidth = 45
	maxWrapWidth = 90
)

// plainBlocks tells the blocks of plain text apart: each line is one, unless the
// text is hard-wrapped, where a line goes on in the next when the next one's
// first word did not fit.
func plainBlocks(text string) []doc.Block {
	width := wrapWidth(text)
	var blocks []doc.Block
	for start := 0; start < len(text); {
		line, end := start, lineEnd(text, start)
		for width > 0 && wraps(text, line, end, width) {
			line, end = end+1, lineEnd(text, end+1)
		}
		if strings.TrimSpace(text[start:end]) != "" {
			blocks = append(blocks, doc.Block{Span: model.Span{Start: start, End: end}, Kind: model.BlockParagraph})
		}
		start = end + 1
	}
	return blocks
}

// wrapWidth gives the width at which text is hard-wrapped, or 0. A hard-wrapped
// text has nearly no line end inside a paragraph where the next word would fit.
func wrapWidth(text string) int {
	width := 0
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		width = max(width, end-start)
		start = end + 1
	}
	if width < minWrapWidth || width > maxWrapWidth {
		return 0
	}
	ends, wrapped := 0, 0
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		if end > start && end+1 < len(text) && text[end+1] != '\n' {
			ends++
			if wraps(text, start, end, width) {
				wrapped++
			}
		}
		start = end + 1
	}
	if ends < 3 || 10*wrapped < 8*ends {
		return 0
	}
	return width
}

func lineEnd(text string, start int) int {
	if k := strings.IndexByte(text[start:], '\n'); k >= 0 {
		return start + k
	}
	return len(text)
}

// wraps reports whether the line text[start:end] goes on in the next one, in a
// text wrapped at width.
func wraps(text string, start, end, width int) bool {
	if end <= start || end+1 >= len(text) {
		return false
	}
	next := text[end+1 : lineEnd(text, end+1)]
	if next == "" || next[0] == ' ' || next[0] == '\t' || strings.HasPrefix(next, "- ") || strings.HasPrefix(next, "* ") {
		return false
	}
	word, _, _ := strings.Cut(next, " ")
	return end-start+1+len(word) > width
}
