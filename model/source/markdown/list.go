package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"quoth/model"
)

// itemMark gives the mark of a list item: its number, a box for a task, or a
// bullet that tells how deep the list is.
func itemMark(list *ast.List, item ast.Node, number, depth int) string {
	if c := item.FirstChild(); c != nil {
		if box, ok := c.FirstChild().(*east.TaskCheckBox); ok {
			if box.IsChecked {
				return "☑"
			}
			return "☐"
		}
	}
	if list.IsOrdered() {
		return strconv.Itoa(number) + string(list.Marker)
	}
	bullets := [...]string{"•", "◦", "▪"}
	return bullets[min(depth, len(bullets))-1]
}

// footnotes walks the footnotes, which stand at the end in the order of their
// first reference. The first block of each carries its mark.
func (w *walker) footnotes(list *east.FootnoteList, f frame) {
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*east.Footnote)
		if !ok {
			continue
		}
		f.note = strconv.Itoa(note.Index)
		for c := note.FirstChild(); c != nil; c = c.NextSibling() {
			w.block(c, f, false)
		}
	}
}

// noteRef writes the reference to a footnote, a link within the article.
func (w *walker) noteRef(n *east.FootnoteLink, s style) {
	mark := strconv.Itoa(n.Index)
	s.RunStyle |= model.RunLink
	s.link = w.link("#" + mark)
	w.put("["+mark+"]", s)
}
