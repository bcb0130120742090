package source

import (
	"strings"

	"quoth/model"
	"quoth/model/plaintext"
)

// readPlain reads plain text, and what its head tells of writers and day.
func readPlain(text string) *model.Article {
	blocks := plaintext.Blocks(text, "")
	a := &model.Article{Title: plaintext.Title(text, blocks), Text: text, Blocks: blocks, Published: headDay(text, blocks)}
	for i := range blocks {
		b := &blocks[i]
		words := b.Span.In(text)
		before, _, dated := dateline(words)
		switch {
		case b.Kind == model.BlockTitle:
		case dated:
			b.Kind = model.BlockByline
			a.Authors = append(a.Authors, byline(before)...)
		case b.Kind == model.BlockByline:
			a.Authors = append(a.Authors, byline(words)...)
		case b.Kind != model.BlockLabel:
			return a
		}
	}
	return a
}

// byline gives the writers that a by-line names, as it names them.
func byline(line string) []string {
	first, names, _ := strings.Cut(line, " ")
	if !strings.EqualFold(first, "by") {
		return nil
	}
	return []string{strings.Join(strings.Fields(names), " ")}
}
