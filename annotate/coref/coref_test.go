package coref_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/annotate/coref"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
	"quoth/annotate/testcase"
	"quoth/annotate/train/corpus"
	"quoth/annotate/train/groundwork"
	"quoth/annotate/view"
)

// stages are what a document goes through before its names are linked, and the
// words that they are linked by.
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

// link prepares a text with marked names and links them.
func (s stages) link(t *testing.T, text string) *doc.Doc {
	t.Helper()
	a, err := corpus.ReadArticle("title: a case\n---\n" + text)
	if err != nil {
		t.Fatal(err)
	}
	d := s.Document(&a)
	coref.Link(d, s.words)
	return d
}

func TestLink(t *testing.T) {
	s := load(t)
	for _, x := range testcase.Read(t, "testdata/links.txt") {
		t.Run(x.Name, func(t *testing.T) {
			d := s.link(t, x.Text)
			var lines []string
			for _, e := range d.Entities {
				var names []string
				for _, n := range e.Names {
					names = append(names, d.Text[d.Tokens[d.Names[n].First].Start:d.Tokens[d.Names[n].End-1].End])
				}
				lines = append(lines, e.Name+" = "+strings.Join(names, ", "))
			}
			if diff := cmp.Diff(x.Want, strings.Join(lines, "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNamed(t *testing.T) {
	s := load(t)
	for _, x := range testcase.Read(t, "testdata/bearers.txt") {
		t.Run(x.Name, func(t *testing.T) {
			d := s.link(t, x.Text)
			v := view.New(d, s.words)
			all := phrase.Find(v)
			r := coref.NewResolver(v, all)
			widest := -1
			for k := range all {
				if all[k].First == 0 && (widest < 0 || all[k].End > all[widest].End) {
					widest = k
				}
			}
			if widest < 0 {
				t.Fatal("the text begins with no phrase")
			}
			got := "-"
			if e := r.Named(widest); e >= 0 {
				got = r.Referents[e].Name
			}
			if got != x.Want {
				t.Errorf("got %q, want %q", got, x.Want)
			}
		})
	}
}

func TestAgreeing(t *testing.T) {
	s := load(t)
	for _, x := range testcase.Read(t, "testdata/agreeing.txt") {
		t.Run(x.Name, func(t *testing.T) {
			v := view.New(s.link(t, x.Text), s.words)
			all := phrase.Find(v)
			r := coref.NewResolver(v, all)
			last := -1
			for k := range all {
				if all[k].Kind == phrase.Pronoun {
					last = k
				}
			}
			if last < 0 {
				t.Fatal("the text has no pronoun")
			}
			chosen := map[int]bool{}
			for _, e := range r.Context(&all[last]).Choices {
				chosen[e] = true
			}
			var names []string
			for e := range r.Referents {
				if chosen[e] {
					names = append(names, r.Referents[e].Name)
				}
			}
			if got := strings.Join(names, ", "); got != x.Want {
				t.Errorf("got %q, want %q", got, x.Want)
			}
		})
	}
}
