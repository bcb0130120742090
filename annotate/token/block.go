package token

import (
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
