package parse_test

import (
	"os"
	"strings"
	"testing"

	"quoth/annotate/doc"
	"quoth/annotate/parse"
	"quoth/annotate/sentence"
	"quoth/annotate/tag"
	"quoth/annotate/testcase"
	"quoth/annotate/token"
)

// stages are the parser and what it needs.
type stages struct {
	tagger *tag.Tagger
	parser *parse.Parser
}

func load(t testing.TB) stages {
	t.Helper()
	tagger, err := tag.Load()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := parse.Load()
	if err != nil {
		t.Fatal(err)
	}
	return stages{tagger, parser}
}

func (s stages) tagged(text string) *doc.Doc {
	d := &doc.Doc{Text: text}
	token.Split(d, nil)
	sentence.Split(d)
	s.tagger.Annotate(d)
	return d
}

func (s stages) parsed(text string) *doc.Doc {
	d := s.tagged(text)
	s.parser.Annotate(d, nil)
	return d
}

// TestAnnotate holds the parser to the arcs that carry the reading of news in
// sentences that every version has to get right. A case is a sentence and lines
// "dependent relation head", where a word that occurs more than once is told by
// its first place.
func TestAnnotate(t *testing.T) {
	s := load(t)
	for _, c := range testcase.Read(t, "testdata/trees.txt") {
		d := s.parsed(c.Text)
		for arc := range strings.SplitSeq(c.Want, "\n") {
			f := strings.Fields(arc)
			i := find(d, f[0])
			if i < 0 {
				t.Fatalf("%q: no word %q", c.Text, f[0])
			}
			tok := d.Tokens[i]
			head := "-"
			if tok.Head >= 0 {
				head = d.Word(int(tok.Head))
			}
			if got := f[0] + " " + tok.Rel.String() + " " + head; got != arc {
				t.Errorf("%q:\n got %s\nwant %s", c.Text, got, arc)
			}
		}
	}
}

func find(d *doc.Doc, word string) int {
	for i := range d.Tokens {
		if d.Word(i) == word {
			return i
		}
	}
	return -1
}

// checkTrees reports what keeps a parse from being a tree for each sentence, with
// one root and no crossing arcs.
func checkTrees(t *testing.T, d *doc.Doc) {
	t.Helper()
	for _, s := range d.Sentences {
		if !s.Parsed {
			t.Fatalf("sentence %d to %d is not parsed", s.First, s.End)
		}
		roots := 0
		var open []int32 // ends of the arcs that span the place
		for i := s.First; i < s.End; i++ {
			tok := d.Tokens[i]
			if tok.Rel == doc.RelNone || (tok.Head < 0) != (tok.Rel == doc.RelRoot) {
				t.Fatalf("token %d has head %d and relation %q", i, tok.Head, tok.Rel)
			}
			if tok.Head < 0 {
				roots++
			} else if int(tok.Head) < s.First || int(tok.Head) >= s.End || int(tok.Head) == i {
				t.Fatalf("token %d has head %d outside its sentence", i, tok.Head)
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d to %d has %d roots", s.First, s.End, roots)
		}
		last := make(map[int32]int32) // furthest end of the arcs that begin at a token
		for i := s.First; i < s.End; i++ {
			if h := d.Tokens[i].Head; h >= 0 {
				a, b := min(int32(i), h), max(int32(i), h)
				last[a] = max(last[a], b)
			}
		}
		for i := s.First; i < s.End; i++ {
			for len(open) > 0 && open[len(open)-1] <= int32(i) {
				open = open[:len(open)-1]
			}
			if end, ok := last[int32(i)]; ok {
				if len(open) > 0 && end > open[len(open)-1] {
					t.Fatalf("the arc %d to %d crosses one that ends at %d", i, end, open[len(open)-1])
				}
				open = append(open, end)
			}
		}
	}
}

// hostile texts are no news; each is one sentence or many.
func hostile() map[string]string {
	return map[string]string{
		"empty":     "",
		"one word":  "Go",
		"marks":     strings.Repeat(`" `, 5000),
		"commas":    strings.Repeat(", ", 5000),
		"capitals":  strings.Repeat("SAID THE MINISTER OF STATE ", 1000),
		"long":      strings.Repeat("and the man who saw it said that she ", 1000) + ".",
		"not words": "\xff\xfe \x00 )( ]] 漢字 🙂🙂",
	}
}

func TestHostile(t *testing.T) {
	s := load(t)
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) { checkTrees(t, s.parsed(text)) })
	}
}

func TestWanted(t *testing.T) {
	s := load(t)
	d := s.tagged("It rained. He said it rained.")
	s.parser.Annotate(d, nil)
	s.parser.Annotate(d, func(s doc.Sentence) bool { return s.First > 0 })
	if first := d.Sentences[0]; first.Parsed || d.Tokens[first.First].Rel != doc.RelNone || d.Tokens[first.First].Head != -1 {
		t.Error("a sentence that is not wanted is parsed")
	}
	if second := d.Sentences[1]; !second.Parsed || d.Tokens[second.First].Rel != doc.RelNsubj {
		t.Error("a wanted sentence is not parsed")
	}
}

func TestOpenBroken(t *testing.T) {
	data, err := os.ReadFile("parse.model")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 3, 4, 15, 40, 5000, len(data) / 2, len(data) - 1} {
		if _, err := parse.Open(string(data[:n])); err == nil {
			t.Errorf("cut to %d of %d bytes: no error", n, len(data))
		}
	}
	if _, err := parse.Open(string(data) + "x"); err == nil {
		t.Error("a byte too many: no error")
	}
}

func FuzzAnnotate(f *testing.F) {
	s := load(f)
	f.Add("“Go,” he said.\n\nThe U.S. won.")
	f.Add("\"We will,\" said Hill, a doctor, \"if we can.\"")
	f.Fuzz(func(t *testing.T, text string) {
		a, b := s.parsed(text), s.parsed(text)
		checkTrees(t, a)
		for i := range a.Tokens {
			if a.Tokens[i] != b.Tokens[i] {
				t.Fatalf("token %d %q is parsed in two ways", i, a.Word(i))
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnnotate(b *testing.B) {
	s := load(b)
	text := samples(b)
	d := s.tagged(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		s.parser.Annotate(d, nil)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// samples gives the text of the sample articles.
func samples(b *testing.B) string {
	b.Helper()
	const dir = "../../sample/"
	entries, err := os.ReadDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".md") || e.Name() == "seed.txt" {
			data, err := os.ReadFile(dir + e.Name())
			if err != nil {
				b.Fatal(err)
			}
			all.Write(data)
		}
	}
	return all.String()
}
