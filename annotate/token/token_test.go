package token_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/annotate/testcase"
	"quoth/annotate/token"
	"quoth/model"
)

func TestSplit(t *testing.T) {
	for _, c := range testcase.Read(t, "testdata/tokens.txt") {
		d := &doc.Doc{Text: c.Text}
		token.Split(d, nil)
		var got []string
		for i, b := range d.Blocks {
			if i > 0 {
				got = append(got, "¶")
			}
			for k := b.First; k < b.End; k++ {
				got = append(got, d.Word(k))
			}
		}
		if got := strings.Join(got, " "); got != c.Want {
			t.Errorf("%s\n got %s\nwant %s", c.Text, got, c.Want)
		}
	}
}

func TestSplitGivenBlocks(t *testing.T) {
	text := "Head one two code cell a cell b said"
	span := func(s string) model.Span {
		i := strings.Index(text, s)
		return model.Span{Start: i, End: i + len(s)}
	}
	d := &doc.Doc{Text: text}
	token.Split(d, []model.Block{
		{Span: span("Head"), Kind: model.BlockHeading},
		{Span: span("one two"), In: []model.Container{{Kind: model.ContainerQuote}, {Kind: model.ContainerItem}}},
		{Span: span("code"), Kind: model.BlockCode},
		{Span: span("cell a cell b"), Kind: model.BlockTableRow, Cells: []model.Cell{{Span: span("cell a")}, {Span: span("cell b")}}},
		{Span: model.Span{Start: len(text), End: len(text)}, Kind: model.BlockRule},
		{Span: model.Span{Start: len(text) - 4, End: len(text) + 9}},
	})
	var got []string
	for _, b := range d.Blocks {
		got = append(got, text[d.Tokens[b.First].Start:d.Tokens[b.End-1].End])
	}
	if got, want := strings.Join(got, "|"), "Head|one two|cell a|cell b|said"; got != want {
		t.Errorf("blocks %s, want %s", got, want)
	}
	if b := d.Blocks[1]; !b.InQuote || !b.InItem {
		t.Errorf("block %+v: want it in a quote and in an item", b)
	}
	if d.Blocks[0].Kind != model.BlockHeading {
		t.Errorf("kind %v, want a heading", d.Blocks[0].Kind)
	}
}

// hostile texts break tokenizers that look back or ahead without a bound.
func hostile() map[string]string {
	return map[string]string{
		"one word":     strings.Repeat("a", 1<<20),
		"one number":   strings.Repeat("1-", 1<<19),
		"marks":        strings.Repeat(`"`, 100_000),
		"apostrophes":  strings.Repeat("n't", 100_000),
		"periods":      strings.Repeat("a.", 200_000),
		"addresses":    strings.Repeat("a@b.", 100_000),
		"capitals":     strings.Repeat("A", 1<<20),
		"commas":       strings.Repeat("1,2", 200_000),
		"broken bytes": strings.Repeat("\xff\xe2", 100_000),
		"short lines":  strings.Repeat("word\n", 100_000),
	}
}

func TestSplitHostile(t *testing.T) {
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) { checkSpans(t, text) })
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"It's “fine”.\n\nNo.", "a.b@c d-e ''x'' 🇰🇪 'em", "é́-\u200d\u200d1,2:3/4"} {
		f.Add(s)
	}
	f.Fuzz(checkSpans)
}

// checkSpans asserts that tokens are in order, not empty, inside their block, on
// character boundaries, and cover everything but white space.
func checkSpans(t *testing.T, text string) {
	d := &doc.Doc{Text: text}
	token.Split(d, nil)
	end := 0
	for i, tok := range d.Tokens {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
			t.Fatalf("token %d %v after %d", i, tok.Span, end)
		}
		if strings.TrimFunc(text[end:tok.Start], isBlank) != "" {
			t.Fatalf("lost %q before token %d", text[end:tok.Start], i)
		}
		if utf8.ValidString(text) && (!utf8.RuneStart(text[tok.Start]) || !utf8.ValidString(text[tok.Start:tok.End])) {
			t.Fatalf("token %d %q cuts a character", i, text[tok.Start:tok.End])
		}
		end = tok.End
	}
	if strings.TrimFunc(text[end:], isBlank) != "" {
		t.Fatalf("lost %q at the end", text[end:])
	}
	first := 0
	for i, b := range d.Blocks {
		if b.First != first || b.End <= b.First || b.End > len(d.Tokens) {
			t.Fatalf("block %d holds tokens %d to %d, want them from %d", i, b.First, b.End, first)
		}
		if d.Tokens[b.First].Start < b.Start || d.Tokens[b.End-1].End > b.Span.End {
			t.Fatalf("block %d does not hold its tokens", i)
		}
		first = b.End
	}
	if first != len(d.Tokens) {
		t.Fatalf("blocks hold %d of %d tokens", first, len(d.Tokens))
	}
}

func isBlank(r rune) bool {
	return r <= ' ' || r == 0x7f || r == '\u200b' || r == '\ufeff' || strings.TrimSpace(string(r)) == ""
}

func BenchmarkSplit(b *testing.B) {
	data, err := os.ReadFile("testdata/tokens.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := &doc.Doc{Text: string(data)}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		token.Split(d, nil)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
