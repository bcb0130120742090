package markdown

import (
	"unicode/utf8"

	"quoth/model"
)

// writer writes the text of an article, its blocks and its runs.
type writer struct {
	text   []byte
	blocks []model.Block
	runs   []model.Run
	links  []string
	before int // length of the text before the separator of the last block
}

// begin starts a block after a blank line, or on the next line where it is
// tight.
func (w *writer) begin(b model.Block) {
	w.before = len(w.text)
	if len(w.blocks) > 0 {
		if !b.Tight {
			w.text = append(w.text, '\n')
		}
		w.text = append(w.text, '\n')
	} else {
		b.Tight = false
	}
	b.Start = len(w.text)
	w.blocks = append(w.blocks, b)
}

// end closes the block and cuts the blanks at its end off.
func (w *writer) end() *model.Block {
	b := &w.blocks[len(w.blocks)-1]
	for len(w.text) > b.Start && (w.text[len(w.text)-1] == ' ' || w.text[len(w.text)-1] == '\n') {
		w.text = w.text[:len(w.text)-1]
	}
	b.End = len(w.text)
	for i := len(w.runs) - 1; i >= 0 && w.runs[i].End > b.End; i-- {
		w.runs[i].End = b.End
		if w.runs[i].Empty() {
			w.runs = w.runs[:i]
		}
	}
	for i := range b.Cells {
		b.Cells[i].Start, b.Cells[i].End = min(b.Cells[i].Start, b.End), min(b.Cells[i].End, b.End)
	}
	return b
}

// drop takes the block that was just ended back.
func (w *writer) drop() {
	w.text = w.text[:w.before]
	w.blocks = w.blocks[:len(w.blocks)-1]
}

// put writes text. Bytes that are no UTF-8 become U+FFFD.
func (w *writer) put(s string, st style) {
	start := len(w.text)
	for _, r := range s {
		w.text = utf8.AppendRune(w.text, r)
	}
	if len(w.text) == start || st.RunStyle == 0 {
		return
	}
	if k := len(w.runs) - 1; k >= 0 {
		if last := &w.runs[k]; last.End == start && last.Style == st.RunStyle && last.Link == st.link {
			last.End = len(w.text)
			return
		}
	}
	w.runs = append(w.runs, model.Run{
		Span:  model.Span{Start: start, End: len(w.text)},
		Style: st.RunStyle, Link: st.link,
	})
}

// link notes a target and gives its index.
func (w *writer) link(target string) int {
	w.links = append(w.links, target)
	return len(w.links) - 1
}

// cell adds a cell to the row that is being written.
func (w *writer) cell(c model.Cell) {
	b := &w.blocks[len(w.blocks)-1]
	b.Cells = append(b.Cells, c)
}

func (w *writer) len() int { return len(w.text) }

// article gives what was written.
func (w *writer) article() model.Article {
	return model.Article{Text: string(w.text), Blocks: w.blocks, Runs: w.runs, Links: w.links}
}
