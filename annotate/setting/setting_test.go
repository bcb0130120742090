package setting_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quoth/annotate/doc"
	"quoth/annotate/setting"
	"quoth/annotate/testcase"
	"quoth/annotate/timex"
	"quoth/annotate/train/corpus"
	"quoth/annotate/train/groundwork"
	"quoth/model"
)

// stages are what a document goes through before its settings are sought, and
// what seeks them.
type stages struct {
	*groundwork.Stages
	finder *setting.Finder
}

func load(t testing.TB) stages {
	t.Helper()
	ground, err := groundwork.Load()
	if err != nil {
		t.Fatal(err)
	}
	finder, err := setting.Load(timex.New())
	if err != nil {
		t.Fatal(err)
	}
	return stages{ground, finder}
}

// read prepares a marked article: names and quotes are those marked.
func (s stages) read(t testing.TB, file string) (*doc.Doc, corpus.Article) {
	t.Helper()
	a, err := corpus.ReadArticle(file)
	if err != nil {
		t.Fatal(err)
	}
	d := s.Document(&a)
	for _, u := range a.Utterances {
		d.Quotes = append(d.Quotes, doc.Quote{CueHead: -1, SourceHead: -1, Entity: -1, Quote: model.Quote{
			Content: u.Content, Cue: u.Cue, Source: u.Source, SpeakerName: u.Speaker, SpeakerKind: u.SpeakerKind,
		}})
	}
	return d, a
}

func TestFill(t *testing.T) {
	s := load(t)
	for _, c := range testcase.Texts(t, "testdata/settings.txt") {
		d, a := s.read(t, c.Text)
		s.finder.Fill(d)
		for i, u := range a.Utterances {
			var want []string
			for _, w := range u.Where {
				want = append(want, fmt.Sprintf("%s %s %v", w.Kind, w.Name, w.Inherited))
			}
			if u.When != nil {
				want = append(want, fmt.Sprintf("%s %v", u.When.Value, u.When.Inherited))
			}
			if got := told(&d.Quotes[i].Quote); !slices.Equal(got, want) {
				t.Errorf("%s, utterance %d: got %q, want %q", a.Title, i+1, got, want)
			}
		}
	}
}

// told lists the where and when of a quote as the marks give them.
func told(q *model.Quote) []string {
	var out []string
	for _, w := range q.Where {
		out = append(out, fmt.Sprintf("%s %s %v", w.Kind, w.Name, w.Inherited))
	}
	if q.When != nil {
		out = append(out, fmt.Sprintf("%s %v", q.When.Value, q.When.Inherited))
	}
	return out
}

func TestOpenBroken(t *testing.T) {
	if _, err := setting.Open(timex.New(), []byte{1, 2, 3}); err == nil {
		t.Error("three bytes were read as weights")
	}
}

// TestFillHostile runs texts that have nothing but utterances, occasions or
// times; work that is not linear in their length would not end.
func TestFillHostile(t *testing.T) {
	s := load(t)
	for _, unit := range []string{"He told a hearing in Rome on Monday that it rains. ", "said on Monday at a rally ", "“A,” he said at the rally.\n\n"} {
		d := s.Document(&corpus.Article{Text: strings.Repeat(unit, 4000)})
		for i := 0; i+8 < len(d.Tokens); i += 8 {
			at := func(n int) []model.Span { return []model.Span{d.Tokens[i+n].Span} }
			d.Quotes = append(d.Quotes, doc.Quote{CueHead: -1, SourceHead: -1, Entity: -1, Quote: model.Quote{
				Content: at(7), Cue: at(1), Source: at(0), SpeakerName: string(rune('A' + i%3)),
			}})
		}
		s.finder.Fill(d)
		for i := range d.Quotes {
			for _, w := range d.Quotes[i].Where {
				if w.Span.In(d.Text) != w.Name {
					t.Fatalf("where %+v is not in the text", w)
				}
			}
		}
	}
}

func FuzzFill(f *testing.F) {
	for _, c := range testcase.Texts(f, "testdata/settings.txt") {
		f.Add(c.Text, 10, 40, 60)
	}
	f.Add("He told CNN on Sunday that it rains. He added more.", 26, 3, 7)
	s := load(f)
	f.Fuzz(func(t *testing.T, text string, content, cue, source int) {
		d := s.Document(&corpus.Article{Text: text})
		if len(d.Tokens) == 0 {
			return
		}
		at := func(n int) []model.Span {
			k := d.Tokens[max(n, -n-1)%len(d.Tokens)]
			return []model.Span{k.Span}
		}
		for n := range 3 { // quotes anywhere, also inside one another
			d.Quotes = append(d.Quotes, doc.Quote{CueHead: -1, SourceHead: -1, Entity: -1, Quote: model.Quote{
				Content: at(content + 5*n), Cue: at(cue + 3*n), Source: at(source + n), SpeakerName: "A",
			}})
		}
		s.finder.Fill(d)
		for i := range d.Quotes {
			q := &d.Quotes[i]
			for _, w := range q.Where {
				if w.Span.Empty() || w.Span.In(text) != w.Name {
					t.Fatalf("where %+v is not in the text", w)
				}
			}
			if q.When != nil && (q.When.Span.Empty() || q.When.Span.End > len(text)) {
				t.Fatalf("when %+v is not in the text", q.When)
			}
		}
	})
}

func BenchmarkFill(b *testing.B) {
	s := load(b)
	d, _ := s.read(b, testcase.Texts(b, "testdata/settings.txt")[2].Text)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		s.finder.Fill(d)
	}
}
