package plaintext_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"quoth/model"
	"quoth/model/plaintext"
)

// TestCases reads testdata/*.txt: a text, a line of "====", and its blocks, a
// line each: kind, marks for tight (+) and wrapped (~), and the words with line
// ends as "/". A first line "title: …" is the headline known from elsewhere.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text, want, ok := strings.Cut(string(data), "====\n")
			if !ok {
				t.Fatal("no ====")
			}
			title := ""
			if rest, found := strings.CutPrefix(text, "title: "); found {
				title, text, _ = strings.Cut(rest, "\n")
			}
			if diff := cmp.Diff(want, show(text, plaintext.Blocks(text, title))); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}

var kinds = map[model.BlockKind]string{
	model.BlockParagraph: "paragraph", model.BlockHeading: "heading", model.BlockTitle: "title",
	model.BlockByline: "byline", model.BlockLabel: "label",
}

func show(text string, blocks []model.Block) string {
	var out strings.Builder
	for _, b := range blocks {
		marks := ""
		if b.Tight {
			marks += "+"
		}
		if b.Wrap {
			marks += "~"
		}
		words := strings.ReplaceAll(b.Span.In(text), "\n", "/")
		fmt.Fprintf(&out, "%s%s: %s\n", kinds[b.Kind], marks, words)
	}
	return out.String()
}

func TestTitle(t *testing.T) {
	text := "Harbour  bridge to stay closed\n\nThe bridge stays closed until spring, the port said.\n"
	if got := plaintext.Title(text, plaintext.Blocks(text, "")); got != "Harbour bridge to stay closed" {
		t.Errorf("got %q", got)
	}
	if got := plaintext.Title(text, nil); got != "" {
		t.Errorf("without blocks: got %q", got)
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add("Title of the thing here\nWorld\n\nBy A B\n\n\u00a0x\r\n\u2028y", "Title")
	f.Add(strings.Repeat("a word and another that fill this line of text to its end\n", 5), "")
	f.Fuzz(func(t *testing.T, text, title string) {
		at := 0
		for _, b := range plaintext.Blocks(text, title) {
			if b.Start < at || b.End > len(text) || b.Empty() {
				t.Fatalf("block %v after byte %d of %d", b.Span, at, len(text))
			}
			if between := text[at:b.Start]; strings.TrimFunc(between, unicode.IsSpace) != "" {
				t.Fatalf("in no block: %q", between)
			}
			at = b.End
		}
		if rest := strings.TrimFunc(text[at:], unicode.IsSpace); rest != "" {
			t.Fatalf("in no block: %q", rest)
		}
	})
}
