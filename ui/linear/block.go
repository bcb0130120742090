package linear

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"quoth/model"
	"quoth/ui/statement"
)

// insertion is a mark that is set into the text before the byte at its offset.
type insertion struct {
	at   int
	text string
}

// insertions gives the marks of quotations, links and images in order.
func insertions(a *model.Article, ann *model.Annotations, said []statement.Statement) []insertion {
	var out []insertion
	_, number := addresses(a)
	for i, run := range a.Runs {
		last := i+1 == len(a.Runs) || a.Runs[i+1].Link != run.Link || a.Runs[i+1].Start != run.End
		switch {
		case run.Style&model.RunImage != 0:
			out = append(out, insertion{run.Start, "[image: "}, insertion{run.End, "]"})
		case run.Style&model.RunLink != 0 && last && run.Link >= 0 && number[a.Links[run.Link]] > 0:
			out = append(out, insertion{run.End, fmt.Sprintf(" [link %d]", number[a.Links[run.Link]])})
		}
	}
	for i, q := range ann.Quotes {
		for j, part := range q.Content {
			mark := "[" + q.ID + "] "
			if j == 0 {
				mark = "[" + q.ID + " " + speaker(said[i]) + "] "
			}
			out = append(out, insertion{part.Start, mark})
		}
	}
	slices.SortStableFunc(out, func(a, b insertion) int { return cmp.Compare(a.at, b.at) })
	return out
}

// addresses gives what the links of an article lead to, each once, and the
// number of each from 1. Those that lead to a place in the article have none.
func addresses(a *model.Article) (targets []string, number map[string]int) {
	number = map[string]int{}
	for _, run := range a.Runs {
		if run.Link < 0 || run.Style&model.RunLink == 0 {
			continue
		}
		if target := a.Links[run.Link]; isAddress(target) && number[target] == 0 {
			targets = append(targets, target)
			number[target] = len(targets)
		}
	}
	return targets, number
}

// blocks writes blocks from to to. Marks that stand between two blocks go to the
// next.
func (w *writer) blocks(from, to int) {
	for i := from; i < to; i++ {
		b := &w.article.Blocks[i]
		n := 0
		for n < len(w.marks) && (w.marks[n].at < b.End || w.marks[n].at == b.End && !b.Empty()) {
			n++
		}
		words := set(w.article.Text, b.Span, w.marks[:n])
		w.marks = w.marks[n:]
		switch {
		case i > 0 && !b.Tight:
			w.line(between(w.article.Blocks[i-1].In, b.In), "")
		case i == 0:
			w.gap()
		}
		w.block(b, enclosed(b.In), words)
	}
}

func (w *writer) block(b *model.Block, prefix, words string) {
	switch {
	case b.Kind == model.BlockRule:
		w.line(prefix, "* * *")
	case b.Kind == model.BlockCode:
		w.code(prefix, words)
	case b.Kind == model.BlockTableRow, b.Kind == model.BlockTableHead:
		w.line(prefix, strings.ReplaceAll(words, "\t", " | "))
	case b.Kind == model.BlockFootnote:
		w.line(prefix+b.Info+" ", words)
	case b.Wrap:
		w.line(prefix, oneLine(words))
	default:
		w.line(prefix, words)
	}
}

// between gives what stands on the empty line between two blocks: the bars of
// the block quotes that both are in, or a blank.
func between(a, b []model.Container) string {
	n := 0
	for n < min(len(a), len(b)) && a[n].ID == b[n].ID && a[n].Kind == b[n].Kind {
		n++
	}
	return bars(enclosed(b[:n])) + " "
}

// code writes lines as they are.
func (w *writer) code(prefix, words string) {
	width := w.width
	w.width = 0
	for line := range strings.Lines(words) {
		w.line(prefix+"    ", strings.TrimRight(line, "\n"))
	}
	w.width = width
}

// set gives the words of span with the marks set into them.
func set(text string, span model.Span, marks []insertion) string {
	var out strings.Builder
	at := span.Start
	for _, m := range marks {
		to := min(max(m.at, at), span.End)
		out.WriteString(text[at:to])
		out.WriteString(m.text)
		at = to
	}
	out.WriteString(text[at:span.End])
	return out.String()
}

// enclosed gives what stands before a block: "> " for a block quote, the mark
// of an item or blanks in its place.
func enclosed(in []model.Container) string {
	var out strings.Builder
	for _, c := range in {
		switch {
		case c.Kind == model.ContainerQuote:
			out.WriteString("> ")
		case c.First:
			out.WriteString(c.Mark + " ")
		default:
			out.WriteString(strings.Repeat(" ", len([]rune(c.Mark))+1))
		}
	}
	return out.String()
}
