package mark_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/annotate/doc"
	"quoth/annotate/mark"
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

func TestCases(t *testing.T) {
	raw, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, all, _ := strings.Cut(string(raw), "\n\n")
	// A case ends where a blank line follows its dashes.
	for len(strings.TrimSpace(all)) > 0 {
		name, rest, _ := strings.Cut(all, "\n")
		text, rest, ok := strings.Cut(rest, "\n----\n")
		if !ok {
			t.Fatalf("case %q has no line of dashes", name)
		}
		want := ""
		if !strings.HasPrefix(rest, "\n") {
			want, rest, _ = strings.Cut(rest, "\n\n")
			want = strings.TrimSpace(want) + "\n"
		} else {
			rest = rest[1:]
		}
		all = rest
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(want, listed(text, mark.Find(text, blocks(text)))); d != "" {
				t.Error(d)
			}
		})
	}
}
