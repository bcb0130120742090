package tag_test

import (
	"os"
	"strings"
	"testing"

	"quoth/annotate/doc"
	"quoth/annotate/sentence"
	"quoth/annotate/tag"
	"quoth/annotate/testcase"
	"quoth/annotate/token"
)

func annotated(t testing.TB, text string) *doc.Doc {
	t.Helper()
	d := &doc.Doc{Text: text}
	token.Split(d, nil)
	sentence.Split(d)
	tagger, err := tag.Load()
	if err != nil {
		t.Fatal(err)
	}
	tagger.Annotate(d)
	return d
}

// TestAnnotate holds the tagger to sentences that every version has to get right.
func TestAnnotate(t *testing.T) {
	for _, c := range testcase.Read(t, "testdata/tags.txt") {
		d := annotated(t, c.Text)
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Word(i)+"/"+d.Tokens[i].Tag.String())
		}
		if got := strings.Join(got, " "); got != c.Want {
			t.Errorf("\n got %s\nwant %s", got, c.Want)
		}
	}
}

func TestOpenBroken(t *testing.T) {
	if _, err := tag.Open("", ""); err == nil {
		t.Error("no weights: no error")
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add("“Go,” he said.\n\nThe U.S. won.")
	f.Fuzz(func(t *testing.T, text string) {
		a, b := annotated(t, text), annotated(t, text)
		for i := range a.Tokens {
			if a.Tokens[i].Tag == doc.TagNone || a.Tokens[i].Tag != b.Tokens[i].Tag {
				t.Fatalf("token %d %q is tagged %v and %v", i, a.Word(i), a.Tokens[i].Tag, b.Tokens[i].Tag)
			}
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	text := samples(b)
	d := annotated(b, text)
	tagger, err := tag.Load()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tagger.Annotate(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// samples gives the text of the sample articles.
func samples(b *testing.B) string {
	b.Helper()
	entries, err := os.ReadDir("../../sample")
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".md") || e.Name() == "seed.txt" {
			data, err := os.ReadFile("../../sample/" + e.Name())
			if err != nil {
				b.Fatal(err)
			}
			all.Write(data)
		}
	}
	return all.String()
}
