package quote

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/testcase"
	"quoth/annotate/train/corpus"
	"quoth/annotate/train/groundwork"
)

// stages are what a document goes through before its quotations are sought, and
// the words that they are sought by.
type stages struct {
	*groundwork.Stages
	words *lexicon.Lexicon
}

func load(t *testing.T) stages {
	t.Helper()
	ground, err := groundwork.Load()
	if err != nil {
		t.Fatal(err)
	}
	words, err := lexicon.New()
	if err != nil {
		t.Fatal(err)
	}
	return stages{ground, words}
}

// lesson prepares a marked text: its names are those marked.
func (s stages) lesson(t *testing.T, text string) *Lesson {
	t.Helper()
	a, err := corpus.ReadArticle("title: a case\n---\n" + text)
	if err != nil {
		t.Fatal(err)
	}
	l := &Lesson{Doc: s.Document(&a)}
	for _, u := range a.Utterances {
		l.Utterances = append(l.Utterances, Taught{Content: u.Content, Cue: u.Cue, Source: u.Source, Speaker: u.Speaker})
	}
	return l
}

func TestWitness(t *testing.T) {
	s := load(t)
	for _, x := range testcase.Read(t, "testdata/witness.txt") {
		t.Run(x.Name, func(t *testing.T) {
			l := tie(s.words, newForms(), s.lesson(t, x.Text))
			var lines []string
			for _, u := range l.taught {
				if u.cue < 0 {
					lines = append(lines, "-")
					continue
				}
				w := l.witnessOf(u.cue)
				if w.p == nil {
					lines = append(lines, "nobody")
					continue
				}
				lines = append(lines, ruleNames[w.rule]+" | "+l.Slice(w.p.First, w.p.End))
			}
			if diff := cmp.Diff(x.Want, strings.Join(lines, "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// attributed prints the utterances of a document: speaker, in brackets where it
// has no name, and words said.
func attributed(d *doc.Doc) string {
	var lines []string
	for _, q := range d.Quotes {
		speaker := q.SpeakerName
		if q.Entity < 0 {
			speaker = "[" + speaker + "]"
		}
		var words []string
		for _, c := range q.Content {
			words = append(words, c.In(d.Text))
		}
		lines = append(lines, speaker+" | "+strings.Join(words, " // "))
	}
	return strings.Join(lines, "\n")
}

func TestSpeakers(t *testing.T) {
	s := load(t)
	a, err := Load(s.words)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range testcase.Read(t, "testdata/speakers.txt") {
		t.Run(x.Name, func(t *testing.T) {
			d := s.lesson(t, x.Text).Doc
			a.Fill(d)
			if diff := cmp.Diff(x.Want, attributed(d)); diff != "" {
				t.Error(diff)
			}
			for _, q := range d.Quotes {
				if q.Confidence <= 0 || q.Confidence >= 1 {
					t.Errorf("confidence of %q is %v, want a probability", q.SpeakerName, q.Confidence)
				}
			}
		})
	}
}
