package mark_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/annotate/doc"
	"quoth/annotate/mark"
	"quoth/annotate/testcase"
	"quoth/model"
)

// blocks parts text at its blank lines.
func blocks(text string) []doc.Block {
	var out []doc.Block
	at := 0
	for p := range strings.SplitSeq(text, "\n\n") {
		out = append(out, doc.Block{Span: model.Span{Start: at, End: at + len(p)}})
		at += len(p) + 2
	}
	return out
}

func listed(text string, found []doc.Quoted) string {
	var b strings.Builder
	for _, q := range found {
		end := "open"
		switch {
		case q.Closed:
			end = "closed"
		case q.Continues:
			end = "on"
		}
		fmt.Fprintf(&b, "%d %s %s\n", q.Depth, end, q.In(text))
	}
	return b.String()
}

func TestFind(t *testing.T) {
	for _, c := range testcase.Read(t, "testdata/cases.txt") {
		t.Run(c.Name, func(t *testing.T) {
			if d := cmp.Diff(c.Want, strings.TrimSpace(listed(c.Text, mark.Find(c.Text, blocks(c.Text))))); d != "" {
				t.Error(d)
			}
		})
	}
}
