package diff

import (
	"strings"

	"quoth/model"
)

// skipped stands for paragraphs in which nothing changed.
const skipped = "…"

// Paragraphs gives the paragraphs in which something changed, each as its
// pieces.
func Paragraphs(pieces []Piece) [][]Piece {
	var out [][]Piece
	var open []Piece
	changed, skip := false, false
	end := func() {
		switch {
		case changed:
			if skip && len(out) > 0 {
				out = append(out, []Piece{{Same, skipped}})
			}
			out = append(out, open)
			skip = false
		case len(open) > 0:
			skip = true
		}
		open, changed = nil, false
	}
	for _, p := range pieces {
		for i, part := range strings.Split(p.Text, "\n\n") {
			if i > 0 {
				end()
			}
			if part = strings.Trim(part, "\n"); part != "" {
				open = append(open, Piece{p.Kind, part})
				changed = changed || p.Kind != Same
			}
		}
	}
	end()
	return out
}

// Article makes an article to be read of a comparison: what is gone is struck
// out, what is new is strong.
func Article(title string, pieces []Piece) *model.Article {
	a := &model.Article{Title: title}
	var text strings.Builder
	for _, paragraph := range Paragraphs(pieces) {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		for _, p := range paragraph {
			from := text.Len()
			text.WriteString(p.Text)
			words := strings.TrimRight(p.Text, " \t\n")
			if style := map[Kind]model.RunStyle{Gone: model.RunStrike, New: model.RunStrong}[p.Kind]; style != 0 && words != "" {
				a.Runs = append(a.Runs, model.Run{Span: model.Span{Start: from, End: from + len(words)}, Style: style, Link: -1})
			}
		}
		whole := text.String()
		a.Blocks = append(a.Blocks, model.Block{Span: model.Span{Start: start, End: start + len(strings.TrimRight(whole[start:], " \t\n"))}})
	}
	a.Text = text.String()
	return a
}
