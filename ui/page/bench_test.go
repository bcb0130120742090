package page

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/model/source/markdown"
)

// measured is an article of 20,000 words and 5,000 marks over it.
func measured(b *testing.B) (*Page, *Marks) {
	b.Helper()
	a := markdown.Parse([]byte(long(20000)))
	var marks []Mark
	kinds := []model.EntityType{model.Person, model.Org, model.Place, model.Date}
	for i, s := range wordSpans(a.Text) {
		if i%4 != 0 || len(marks) >= 5000 {
			continue
		}
		s.End = min(s.End+9, len(a.Text))
		marks = append(marks, Mark{Span: s, Channel: Channel(i / 4 % 5), Kind: kinds[i/4%len(kinds)], Speaker: i % 11})
	}
	return New(&a, ansi.WcWidth), NewMarks(marks)
}

func BenchmarkParse(b *testing.B) {
	src := []byte(long(20000))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		markdown.Parse(src)
	}
}

func BenchmarkMeasure(b *testing.B) {
	a := markdown.Parse([]byte(long(20000)))
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		New(&a, ansi.WcWidth)
	}
}

func BenchmarkLayout(b *testing.B) {
	p, _ := measured(b)
	b.SetBytes(int64(len(p.article.Text)))
	b.ReportAllocs()
	width := 0
	for b.Loop() {
		p.Layout(60 + width%60)
		width++
	}
}

// BenchmarkWindow paints 60 lines of 5,000 marks, somewhere else each time.
func BenchmarkWindow(b *testing.B) {
	p, marks := measured(b)
	l := p.Layout(72)
	painter := newPainter()
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		painter.Window(l, i*13%(l.Height()-60), 60, marks)
		i++
	}
}

func BenchmarkRects(b *testing.B) {
	p, marks := measured(b)
	l := p.Layout(72)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		l.Rects(marks.marks[i%len(marks.marks)].Span)
		i++
	}
}

func BenchmarkHit(b *testing.B) {
	p, _ := measured(b)
	l := p.Layout(72)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		l.Hit(i%l.Height(), i%72)
		i++
	}
}

func BenchmarkNewMarks(b *testing.B) {
	_, marks := measured(b)
	b.ReportAllocs()
	for b.Loop() {
		NewMarks(marks.marks)
	}
}
