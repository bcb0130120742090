package linear_test

import (
	"io"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"quoth/model"
	"quoth/model/source"
	"quoth/ui/linear"
)

// ferry is an article with every kind of block, and what is said in it.
func ferry(t *testing.T) (*model.Article, *model.Annotations) {
	t.Helper()
	data, err := os.ReadFile("testdata/ferry.md")
	if err != nil {
		t.Fatal(err)
	}
	o := source.Opener{Warn: func(err error) { t.Error(err) }}
	a, err := o.Read("ferry.md", data)
	if err != nil {
		t.Fatal(err)
	}
	spans := func(words ...string) []model.Span {
		var out []model.Span
		for _, w := range words {
			at := strings.Index(a.Text, w)
			if at < 0 {
				t.Fatalf("no %q in the text", w)
			}
			out = append(out, model.Span{Start: at, End: at + len(w)})
		}
		return out
	}
	return a, &model.Annotations{
		Entities: []model.Entity{
			{ID: "e1", Type: model.Person, Name: "Ida Moreau", Mentions: spans("Ida Moreau", "She")},
			{ID: "e2", Type: model.Date, Name: "Monday", Value: "2026-02-02", Mentions: spans("Monday")},
		},
		Quotes: []model.Quote{
			{
				ID: "q1", Kind: model.Direct, Content: spans("“We have bread,”", "“and one patient cow.”"),
				Cue: spans("told"), Source: spans("Ida Moreau"), Speaker: "e1", SpeakerName: "Ida Moreau",
				SpeakerKind: model.SpeakerPerson, Confidence: 0.97,
				Where: []model.Where{{Kind: model.WhereMedium, Span: spans("Harbour Radio")[0], Name: "Harbour Radio"}},
				When:  &model.When{Span: spans("Monday")[0], Value: "2026-02-02"},
			},
			{
				ID: "q2", Kind: model.Indirect, Content: spans("that the heating was not mended"),
				Cue: spans("added"), Source: spans("She"), Speaker: "e1", SpeakerName: "Ida Moreau",
				SpeakerKind: model.SpeakerPerson, Confidence: 0.7,
			},
			{ID: "q3", Kind: model.Direct, Content: spans("“Bring gloves.”"), SpeakerKind: model.SpeakerUnknown},
		},
	}
}

func TestArticle(t *testing.T) {
	for name, width := range map[string]int{"unwrapped": 0, "wrapped": 40} {
		t.Run(name, func(t *testing.T) {
			a, ann := ferry(t)
			var out strings.Builder
			if err := linear.Article(&out, a, ann, width); err != nil {
				t.Fatal(err)
			}
			golden.RequireEqual(t, out.String())
		})
	}
}

// TestAuthorsAreToldOnce: in the text, where a by-line names all of them.
func TestAuthorsAreToldOnce(t *testing.T) {
	const text = "Ward to close\n\nBy Our Health\nCorrespondent\n\nIt is old."
	for _, author := range []string{"Our Health Correspondent", "Ida Moreau"} {
		a := &model.Article{Title: "Ward to close", Authors: []string{author}, Text: text}
		for at, words := range strings.Split(text, "\n\n") {
			start := strings.Index(text, words)
			kind := []model.BlockKind{model.BlockTitle, model.BlockByline, model.BlockParagraph}[at]
			a.Blocks = append(a.Blocks, model.Block{Span: model.Span{Start: start, End: start + len(words)}, Kind: kind, Wrap: true})
		}
		var out strings.Builder
		if err := linear.Article(&out, a, &model.Annotations{}, 0); err != nil {
			t.Fatal(err)
		}
		if told := strings.Count(out.String(), "By "+author); told != 1 || !strings.Contains(out.String(), "By Our Health Correspondent") {
			t.Errorf("by %s, told %d times:\n%s", author, told, out.String())
		}
	}
}

func TestStatements(t *testing.T) {
	a, ann := ferry(t)
	var out strings.Builder
	if err := linear.Statements(&out, a, ann, 0); err != nil {
		t.Fatal(err)
	}
	golden.RequireEqual(t, out.String())
}

func TestLinesKeepToTheWidth(t *testing.T) {
	a, ann := ferry(t)
	for width := 30; width < 100; width++ {
		var out strings.Builder
		if err := linear.Article(&out, a, ann, width); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			line = strings.TrimRight(line, "\n")
			long := strings.Contains(line, "://") || strings.HasPrefix(line, ">     ") // addresses and code stay whole
			if ansi.StringWidth(line) > width && !long {
				t.Errorf("width %d: %q", width, line)
			}
		}
	}
}

// FuzzArticle holds the linear reading to its promise: nothing of an article
// commands a terminal, and no word of it is lost.
func FuzzArticle(f *testing.F) {
	f.Add("# T\n\n> a *b* [c](d)\n\n1. x\n\n\ta\x1b]0;x\a\n", 10, 3, 8)
	f.Add("| a | b |\n|---|---|\n| ![x](y) | \u202ez |\n", 0, 0, 3)
	f.Fuzz(func(t *testing.T, text string, width, start, end int) {
		o := source.Opener{Warn: func(error) {}}
		a, err := o.Read("x.md", []byte(text))
		if err != nil {
			return
		}
		ann := &model.Annotations{Quotes: []model.Quote{{
			ID: "q1", Content: []model.Span{{Start: start, End: end}}, SpeakerKind: model.SpeakerUnknown,
		}}}
		var out strings.Builder
		if err := linear.Article(&out, a, ann, width%200); err != nil {
			t.Fatal(err)
		}
		for _, r := range out.String() {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\u202e' {
				t.Fatalf("%q in %q", r, out.String())
			}
		}
		for _, b := range a.Blocks {
			for word := range strings.FieldsSeq(linear.Clean(b.Span.In(a.Text))) {
				if width%200 <= 0 && !strings.Contains(out.String(), word) && !strings.Contains(out.String(), "["+"q1") {
					t.Fatalf("%q is not in %q", word, out.String())
				}
			}
		}
	})
}

func BenchmarkArticle(b *testing.B) {
	text := strings.Repeat("The line’s master told the radio that 船は月曜日に出港し there was bread. ", 2000)
	a := &model.Article{Text: text, Blocks: []model.Block{{Span: model.Span{End: len(text)}}}}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := linear.Article(io.Discard, a, &model.Annotations{}, 72); err != nil {
			b.Fatal(err)
		}
	}
}
