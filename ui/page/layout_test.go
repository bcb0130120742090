package page

import (
	"io/fs"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/model/source/markdown"
	"quoth/sample"
)

// paragraphs makes an article of plain paragraphs.
func paragraphs(text string) *model.Article {
	a := &model.Article{Text: text}
	at := 0
	for part := range strings.SplitSeq(text, "\n\n") {
		a.Blocks = append(a.Blocks, model.Block{Span: model.Span{Start: at, End: at + len(part)}})
		at += len(part) + 2
	}
	return a
}

func TestLayoutWrapsWords(t *testing.T) {
	l := New(paragraphs("the quick brown fox\n\njumps"), ansi.WcWidth).Layout(10)
	want := []string{"the quick", "brown fox", "", "jumps"}
	if l.Height() != len(want) {
		t.Fatalf("%d lines, want %d", l.Height(), len(want))
	}
	for y, w := range want {
		if got := l.Plain(y); got != w {
			t.Errorf("line %d is %q, want %q", y, got, w)
		}
	}
}

func TestLayoutJoinsWrappedLines(t *testing.T) {
	a := paragraphs("the quick\nbrown fox\njumps")
	a.Blocks[0].Wrap = true
	l := New(a, ansi.WcWidth).Layout(15)
	for y, w := range []string{"the quick brown", "fox jumps"} {
		if got := l.Plain(y); got != w {
			t.Errorf("line %d is %q, want %q", y, got, w)
		}
	}
	checkLayout(t, l, "wrapped")
}

func methods() []ansi.Method { return []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} }

// TestEveryByteHasOnePlace holds the layout to its invariants at every width.
func TestEveryByteHasOnePlace(t *testing.T) {
	long := markdown.Parse([]byte(long(300)))
	for name, a := range map[string]*model.Article{"nasty": read(t, "nasty.md"), "hostile": read(t, "hostile.md"), "long": &long} {
		for _, m := range methods() {
			p := New(a, m)
			for width := 1; width <= 200 && !t.Failed(); width++ {
				checkLayout(t, p.Layout(width), name)
			}
		}
	}
}

// TestSamplesHaveOnePlaceForEachByte does the same for the articles that come
// with the program, at some widths.
func TestSamplesHaveOnePlaceForEachByte(t *testing.T) {
	files, err := fs.Glob(sample.Files, "*.*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(sample.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		a := markdown.Parse(data)
		p := New(&a, ansi.GraphemeWidth)
		for _, width := range []int{1, 14, 37, 72, 131} {
			l := p.Layout(width)
			checkLayout(t, l, name)
			checkPaint(t, l)
		}
	}
}

// checkLayout holds a layout to what it promises: each byte that is not blank
// stands in one place, inside the width; each cell leads to its byte and each
// byte to its cell.
func checkLayout(t *testing.T, l *Layout, name string) {
	t.Helper()
	text := l.page.article.Text
	seen := make([]uint8, len(text))
	for y := range l.lines {
		ln := &l.lines[y]
		edge := int32(0)
		for i := ln.from; i < ln.to; i++ {
			k := &l.pieces[i]
			if k.col < edge || k.col+k.width > int32(l.width) {
				t.Errorf("%s, width %d, line %d: %q in columns %d to %d, after column %d",
					name, l.width, y, text[k.start:k.end], k.col, k.col+k.width, edge)
			}
			edge = k.col + k.width
			for j := k.start; j < k.end; j++ {
				seen[j]++
			}
			checkPiece(t, l, y, k, name)
		}
	}
	for i, r := range text {
		if n := seen[i]; n > 1 || n == 0 && !unicode.IsSpace(r) {
			t.Errorf("%s, width %d: %q at byte %d stands in %d places", name, l.width, r, i, n)
			return
		}
	}
}

// checkPiece holds each character of a piece to its cells.
func checkPiece(t *testing.T, l *Layout, y int, k *piece, name string) {
	t.Helper()
	if k.standIn {
		return
	}
	text := l.page.article.Text[:k.end]
	col := int(k.col)
	for at := int(k.start); at < int(k.end); {
		size, width := l.page.cluster(text[at:])
		if gotY, gotCol := l.Pos(at); gotY != y || gotCol != col {
			t.Errorf("%s, width %d: byte %d is at %d, %d, want %d, %d", name, l.width, at, gotY, gotCol, y, col)
		}
		for x := range width {
			if off, ok := l.Hit(y, col+x); !ok || off != at {
				t.Errorf("%s, width %d: line %d column %d holds byte %d %v, want %d", name, l.width, y, col+x, off, ok, at)
			}
		}
		at, col = at+size, col+width
	}
	if col != int(k.col+k.width) {
		t.Errorf("%s, width %d, line %d: %q takes %d cells, counted %d", name, l.width, y, text[k.start:], col-int(k.col), k.width)
	}
}

// TestRectsCoverSpans puts every word together again from its rectangles.
func TestRectsCoverSpans(t *testing.T) {
	a := read(t, "nasty.md")
	for _, m := range methods() {
		p := New(a, m)
		for width := 1; width <= 140; width += 3 {
			l := p.Layout(width)
			for _, s := range wordSpans(a.Text) {
				got := ""
				for _, r := range l.Rects(s) {
					got += r.Span.In(a.Text)
					if off, ok := l.Hit(r.Line, r.Col); r.Width > 0 && (!ok || off < r.Span.Start || off >= r.Span.End) {
						t.Errorf("width %d: %+v begins with byte %d %v", width, r, off, ok)
					}
				}
				if want := s.In(a.Text); got != want {
					t.Errorf("width %d: rectangles of %q hold %q", width, want, got)
				}
			}
		}
	}
}

// TestLinesAreFull checks that no line could have held the next word too.
func TestLinesAreFull(t *testing.T) {
	long := markdown.Parse([]byte(long(1500)))
	for name, a := range map[string]*model.Article{"nasty": read(t, "nasty.md"), "long": &long} {
		p := New(a, ansi.WcWidth)
		for _, width := range []int{12, 20, 40, 61, 80} {
			l := p.Layout(width)
			for y := range len(l.lines) - 1 {
				if word, ok := couldHold(l, y); ok {
					t.Errorf("%s, width %d: line %d %q could hold %q", name, width, y, l.Plain(y), word)
				}
			}
		}
	}
}

// couldHold gives the first word of the line after y where there was room for
// it on y.
func couldHold(l *Layout, y int) (string, bool) {
	a, b := &l.lines[y], &l.lines[y+1]
	blk := &l.page.blocks[a.block]
	if a.kind != lineText || b.kind != lineText || a.block != b.block || blk.table >= 0 || a.to == a.from {
		return "", false
	}
	end := l.pieces[a.from].end
	for i, w := range blk.words {
		if w.end == end && !w.must && i+1 < len(blk.words) {
			next := blk.words[i+1]
			k := &l.pieces[a.from]
			if k.col+k.width+w.gap+next.width <= int32(l.width) {
				return l.page.article.Text[next.start:next.end], true
			}
		}
	}
	return "", false
}

// TestScrollPositionSurvivesResize keeps the first byte on the top line.
func TestScrollPositionSurvivesResize(t *testing.T) {
	p := New(read(t, "nasty.md"), ansi.WcWidth)
	from := p.Layout(72)
	for y := range from.Height() {
		off := from.At(y)
		for _, width := range []int{20, 45, 120} {
			to := p.Layout(width)
			top, _ := to.Pos(off)
			if got := to.At(top); got > off {
				t.Errorf("line %d at byte %d: at width %d the top line begins with byte %d", y, off, width, got)
			}
			if top+1 < to.Height() && to.At(top+1) <= off && to.lines[top].kind == lineText && to.page.blocks[to.lines[top].block].table < 0 && to.lines[top+1].kind == lineText {
				t.Errorf("line %d at byte %d: at width %d line %d is too early", y, off, width, top)
			}
		}
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("# Head\n\n- item\n- 日本語 👩‍👩‍👧 text\n\n| a | b |\n|---|---|\n| c | d |", 7, true)
	f.Add("> a\u0301 \u200b\u202e \x1b[31m क्षि\n>\n> - ```\n>   code\n>   ```", 1, false)
	f.Fuzz(func(t *testing.T, src string, width int, grapheme bool) {
		a := markdown.Parse([]byte(src))
		m := ansi.WcWidth
		if grapheme {
			m = ansi.GraphemeWidth
		}
		p := New(&a, m)
		l := p.Layout(width%200 + 1)
		checkLayout(t, l, "fuzz")
		checkPaint(t, l)
	})
}
