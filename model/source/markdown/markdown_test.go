package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"quoth/model"
)

var update = flag.Bool("update", false, "write what Parse gives into the test data")

const separator = "\n--------\n"

// dump tells an article in lines: each block with its text, then its runs.
func dump(a *model.Article) string {
	var b strings.Builder
	kinds := [...]string{"paragraph", "heading", "code", "rule", "row", "head", "title", "byline", "label", "footnote"}
	styles := [...]string{"strong", "emphasis", "code", "strike", "link", "image"}
	for _, k := range a.Blocks {
		fmt.Fprintf(&b, "%s", kinds[k.Kind])
		if k.Level > 0 {
			fmt.Fprintf(&b, " level=%d", k.Level)
		}
		if k.Info != "" {
			fmt.Fprintf(&b, " info=%s", k.Info)
		}
		if k.Table > 0 {
			fmt.Fprintf(&b, " table=%d", k.Table)
		}
		if k.Tight {
			b.WriteString(" tight")
		}
		for _, c := range k.In {
			switch {
			case c.Kind == model.ContainerQuote:
				fmt.Fprintf(&b, " quote#%d", c.ID)
			case c.First:
				fmt.Fprintf(&b, " item#%d%q", c.ID, c.Mark)
			default:
				fmt.Fprintf(&b, " item#%d", c.ID)
			}
		}
		fmt.Fprintf(&b, " %q\n", k.Span.In(a.Text))
		for _, c := range k.Cells {
			fmt.Fprintf(&b, "  cell align=%d %q\n", c.Align, c.In(a.Text))
		}
		for _, r := range a.Runs {
			if !k.Covers(r.Span) || r.Start == k.End {
				continue
			}
			b.WriteString(" ")
			for i, s := range styles {
				if r.Style&(1<<i) != 0 {
					b.WriteString(" " + s)
				}
			}
			if r.Link >= 0 {
				fmt.Fprintf(&b, " %s", a.Links[r.Link])
			}
			fmt.Fprintf(&b, " %q\n", r.In(a.Text))
		}
	}
	return b.String()
}

// TestParse compares what Parse makes of the Markdown above the separator of
// each file with what stands below it.
func TestParse(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			src, want, _ := strings.Cut(string(data), separator)
			a := Parse([]byte(src))
			check(t, &a)
			got := dump(&a)
			if *update {
				if err := os.WriteFile(name, []byte(src+separator+got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// check holds an article to what the model promises.
func check(t *testing.T, a *model.Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) {
		t.Error("text is not UTF-8")
	}
	at := 0
	for i, b := range a.Blocks {
		if b.Start < at || b.End < b.Start || b.End > len(a.Text) {
			t.Errorf("block %d %v after byte %d of %d", i, b.Span, at, len(a.Text))
			return
		}
		if i > 0 {
			want := "\n\n"
			if b.Tight {
				want = "\n"
			}
			if got := a.Text[at:b.Start]; got != want {
				t.Errorf("block %d is parted by %q, want %q", i, got, want)
			}
		}
		for _, c := range b.Cells {
			if !b.Covers(c.Span) {
				t.Errorf("block %d %v does not cover its cell %v", i, b.Span, c.Span)
			}
		}
		at = b.End
	}
	if at != len(a.Text) {
		t.Errorf("blocks end at %d, text at %d", at, len(a.Text))
	}
	at = 0
	for i, r := range a.Runs {
		if r.Start < at || r.Empty() || r.End > len(a.Text) || r.Link >= len(a.Links) || r.Link < -1 {
			t.Errorf("run %d %+v after byte %d of %d", i, r, at, len(a.Text))
		}
		at = r.End
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, src string) {
		a := Parse([]byte(src))
		check(t, &a)
	})
}
