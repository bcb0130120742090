// Package markdown reads Markdown into the text, blocks, inline styles and links
// of an article. It takes CommonMark with GitHub's tables, task lists,
// strikethrough and bare links, and footnotes. It reads no front matter and no
// file, and it draws nothing.
package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"quoth/model"
)

// Parse reads Markdown in UTF-8. Of the article it fills Text, Blocks, Runs and
// Links. No input is an error.
func Parse(src []byte) model.Article {
	w := &walker{src: src, marked: map[int]bool{}}
	w.children(newParser().Parse(text.NewReader(src)), frame{}, false)
	return w.article()
}

// frame is what encloses the block at hand.
type frame struct {
	in    []model.Container
	lists int    // how many lists
	tight bool   // the innermost item is one of a tight list
	note  string // the mark of the footnote
}

// within gives the frame inside one more container. What stands side by side
// shares the space for it, one after the other; blocks have copies.
func (f frame) within(c model.Container) frame {
	f.in = append(f.in, c)
	return f
}

// walker walks the syntax tree and writes the article.
type walker struct {
	writer
	src        []byte
	containers int          // how many were given an ID
	marked     map[int]bool // the items whose mark a block carries
	tables     int
}

// children walks the blocks in parent. tight says that the first of them follows
// what is before it without a blank line.
func (w *walker) children(parent ast.Node, f frame, tight bool) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n, f, tight)
		next := n.NextSibling()
		tight = f.tight && next != nil && next.Kind() == ast.KindList
	}
}

// block walks one block.
func (w *walker) block(n ast.Node, f frame, tight bool) {
	switch n := n.(type) {
	case *ast.Heading:
		w.open(f, model.Block{Kind: model.BlockHeading, Level: n.Level, Tight: tight})
		w.inline(n, plain())
		w.close()
	case *ast.Paragraph, *ast.TextBlock:
		w.open(f, model.Block{Tight: tight})
		w.inline(n, plain())
		w.close()
	case *ast.Blockquote:
		w.containers++
		f.tight = false
		w.children(n, f.within(model.Container{Kind: model.ContainerQuote, ID: w.containers}), tight)
	case *ast.List:
		w.list(n, f, tight)
	case *ast.ThematicBreak:
		w.open(f, model.Block{Kind: model.BlockRule, Tight: tight})
		w.close()
	case *ast.FencedCodeBlock:
		w.code(n, f, model.Block{Kind: model.BlockCode, Info: string(n.Language(w.src)), Tight: tight})
	case *ast.CodeBlock:
		w.code(n, f, model.Block{Kind: model.BlockCode, Tight: tight})
	case *east.Table:
		w.table(n, f, tight)
	case *east.FootnoteList:
		w.footnotes(n, f)
	case *ast.HTMLBlock:
		w.html(n, f, tight)
	default:
		w.children(n, f, tight)
	}
}

// open begins a block in a frame.
func (w *walker) open(f frame, b model.Block) {
	b.In = append([]model.Container(nil), f.in...)
	if f.note != "" && b.Kind == model.BlockParagraph {
		b.Kind, b.Info = model.BlockFootnote, f.note
	}
	w.begin(b)
}

// close ends the block. One without text is taken back, unless it is a rule.
func (w *walker) close() {
	if b := w.end(); b.Kind == model.BlockRule || !b.Empty() {
		w.keep(b)
		return
	}
	w.drop()
}

// keep lets a block carry the marks of the items that it is the first of.
func (w *walker) keep(b *model.Block) {
	for i := range b.In {
		c := &b.In[i]
		if c.Kind == model.ContainerItem && !w.marked[c.ID] {
			c.First, w.marked[c.ID] = true, true
		}
	}
}

// list walks a list. An item without text is an empty paragraph, so that its
// mark is not lost.
func (w *walker) list(n *ast.List, f frame, tight bool) {
	number := n.Start
	f.lists++
	for it := n.FirstChild(); it != nil; it = it.NextSibling() {
		w.containers++
		c := model.Container{Kind: model.ContainerItem, Mark: itemMark(n, it, number, f.lists), ID: w.containers}
		inner := f.within(c)
		inner.tight = n.IsTight
		w.children(it, inner, tight)
		if !w.marked[c.ID] {
			w.open(inner, model.Block{Tight: tight})
			w.keep(w.end())
		}
		tight = n.IsTight
		number++
	}
}

// code writes a code block, its tabs as blanks up to the next stop.
func (w *walker) code(n ast.Node, f frame, b model.Block) {
	w.open(f, b)
	var code strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		code.WriteString(expandTabs(string(s.Value(w.src))))
	}
	w.put(strings.TrimRight(code.String(), "\n"), plain())
	w.close()
}

// tabStop is the width of a tab in code, in characters.
const tabStop = 4

// expandTabs replaces the tabs of one line.
func expandTabs(line string) string {
	if !strings.Contains(line, "\t") {
		return line
	}
	var b strings.Builder
	col := 0
	for _, r := range line {
		if r != '\t' {
			b.WriteRune(r)
			col++
			continue
		}
		n := tabStop - col%tabStop
		b.WriteString(strings.Repeat(" ", n))
		col += n
	}
	return b.String()
}

// table writes a table, a block for each row.
func (w *walker) table(n *east.Table, f frame, tight bool) {
	w.tables++
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		b := model.Block{Kind: model.BlockTableRow, Table: w.tables, Tight: tight || r.PreviousSibling() != nil}
		if r.Kind() == east.KindTableHeader {
			b.Kind = model.BlockTableHead
		}
		w.open(f, b)
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			if c.PreviousSibling() != nil {
				w.put("\t", plain())
			}
			start := w.len()
			w.inline(c, plain())
			cell := model.Cell{Span: model.Span{Start: start, End: w.len()}}
			if tc, ok := c.(*east.TableCell); ok {
				cell.Align = alignment(tc.Alignment)
			}
			w.cell(cell)
		}
		w.close()
	}
}

func alignment(a east.Alignment) model.Align {
	switch a {
	case east.AlignRight:
		return model.AlignRight
	case east.AlignCenter:
		return model.AlignCenter
	case east.AlignLeft, east.AlignNone:
	}
	return model.AlignLeft
}
