package sentence_test

import (
	"os"
	"strings"
	"testing"

	"quoth/annotate/doc"
	"quoth/annotate/sentence"
	"quoth/annotate/testcase"
	"quoth/annotate/token"
)

func split(text string) *doc.Doc {
	d := &doc.Doc{Text: text}
	token.Split(d, nil)
	sentence.Split(d)
	return d
}

func TestSplit(t *testing.T) {
	for _, c := range testcase.Read(t, "testdata/sentences.txt") {
		d := split(c.Text)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, c.Text[d.Tokens[s.First].Start:d.Tokens[s.End-1].End])
		}
		if got := strings.Join(got, "\n"); got != c.Want {
			t.Errorf("got\n%s\nwant\n%s", got, c.Want)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{`"A? B." (C.) [1] D`, "SEOUL (X) - “Y.", "1. a... B\n\nU.S. \"It"} {
		f.Add(s)
	}
	f.Fuzz(checkCover)
}

func TestSplitHostile(t *testing.T) {
	for _, s := range []string{`"`, ". ", "A. ", "? \"", "SEOUL ", "[1]"} {
		checkCover(t, strings.Repeat(s, 100_000))
	}
}

// checkCover asserts that the sentences hold every token once and cross no block.
func checkCover(t *testing.T, text string) {
	d := split(text)
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.End <= s.First {
			t.Fatalf("sentence %d holds tokens %d to %d, want them from %d", i, s.First, s.End, next)
		}
		if b := d.Blocks[s.Block]; s.First < b.First || s.End > b.End {
			t.Fatalf("sentence %d leaves its block", i)
		}
		next = s.End
	}
	if next != len(d.Tokens) {
		t.Fatalf("sentences hold %d of %d tokens", next, len(d.Tokens))
	}
}

func BenchmarkSplit(b *testing.B) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := split(string(data))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		sentence.Split(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func TestSentencesAreBounded(t *testing.T) {
	d := split(strings.Repeat("on and on ", 1000))
	next := 0
	for _, s := range d.Sentences {
		if s.First != next || s.End-s.First > sentence.Longest {
			t.Fatalf("sentence from token %d to %d after one that ends at %d", s.First, s.End, next)
		}
		next = s.End
	}
	if next != len(d.Tokens) {
		t.Errorf("the last sentence ends at token %d of %d", next, len(d.Tokens))
	}
}
