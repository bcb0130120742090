package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"quoth/model"
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
