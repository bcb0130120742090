package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"quoth/annotate/doc"
	"quoth/annotate/parse"
	"quoth/annotate/tag"
)

// parseOptions are what gave the best figures on the dev parts.
func parseOptions() parse.Options {
	return parse.Options{Epochs: 6, Least: 20, Rate: 0.04, Dropped: 0.2, Explore: 0.9, Seed: 2}
}

// tagFolds is the number of parts that the treebanks are cut into, each tagged by
// a tagger trained on the others: the parser is to learn with the tagger's errors.
const tagFolds = 5

func learnTrees(j *job) error {
	docs, err := j.treebanks(ewtTrain, gumTrain)
	if err != nil {
		return err
	}
	if err := retag(docs); err != nil {
		return err
	}
	weights, err := parse.Learn(docs, parseOptions())
	if err != nil {
		return err
	}
	return j.write(parseModel, weights)
}

const parseModel = "annotate/parse/parse.model"

// retag puts guessed tags in place of the right ones. The documents of a fold are
// neighbours, since documents that follow one another resemble one another.
func retag(docs []*doc.Doc) error {
	right := make([][]doc.Token, len(docs))
	for i, d := range docs {
		right[i] = d.Tokens
	}
	guessed := make([][]doc.Token, len(docs))
	for fold := range tagFolds {
		first, end := fold*len(docs)/tagFolds, (fold+1)*len(docs)/tagFolds
		others := append(append([]*doc.Doc{}, docs[:first]...), docs[end:]...)
		weights, dictionary, err := tag.Learn(others, tagOptions())
		if err != nil {
			return err
		}
		t, err := tag.Open(string(weights), string(dictionary))
		if err != nil {
			return err
		}
		for i := first; i < end; i++ {
			docs[i].Tokens = append([]doc.Token{}, right[i]...)
			t.Annotate(docs[i])
			guessed[i], docs[i].Tokens = docs[i].Tokens, right[i]
		}
	}
	for i, d := range docs {
		d.Tokens = guessed[i]
	}
	return nil
}

func measureTrees(j *job) error {
	weights, err := os.ReadFile(filepath.Join(j.out, filepath.FromSlash(parseModel)))
	if err != nil {
		return err
	}
	p, err := parse.Open(string(weights))
	if err != nil {
		return err
	}
	t, err := tag.Load()
	if err != nil {
		return err
	}
	return j.developed(func(part string, docs []*doc.Doc) {
		var s treeScore
		for _, d := range docs {
			want := append([]doc.Token{}, d.Tokens...)
			t.Annotate(d)
			p.Annotate(d, nil)
			s.add(d, want)
		}
		fmt.Printf("%-8s %-20s %s\n", "parse", part, &s)
	})
}

// treeScore counts tokens with the right head, and with the right head and
// relation; and subjects of verbs of reporting.
type treeScore struct {
	all, heads, both int
	subjects         score
}

func (s *treeScore) add(d *doc.Doc, want []doc.Token) {
	given, wanted := map[int]bool{}, map[int]bool{}
	for i, w := range want {
		t := d.Tokens[i]
		s.all++
		if t.Head == w.Head {
			s.heads++
			if t.Rel == w.Rel {
				s.both++
			}
		}
		if t.Rel == doc.RelNsubj && reports(d, t.Head) {
			given[i<<16|int(t.Head)] = true
		}
		if w.Rel == doc.RelNsubj && reports(d, w.Head) {
			wanted[i<<16|int(w.Head)] = true
		}
	}
	count(&s.subjects, wanted, given)
}

func (s *treeScore) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(s.all, 1)) }
	return fmt.Sprintf("UAS %.2f LAS %.2f of %d tokens; subjects of reporting verbs %s, %d of them",
		share(s.heads), share(s.both), s.all, s.subjects, s.subjects.wanted)
}

// reports tells whether token i, if there is one, is a form of the commonest
// verbs of reporting.
func reports(d *doc.Doc, i int32) bool {
	if i < 0 {
		return false
	}
	w := strings.ToLower(d.Word(int(i)))
	for _, verb := range strings.Fields(reportingForms) {
		if w == verb {
			return true
		}
	}
	return false
}

const reportingForms = "say says said saying tell tells told telling add adds added adding ask asks asked asking " +
	"claim claims claimed announce announces announced explain explains explained note notes noted " +
	"report reports reported argue argues argued warn warned warns insist insisted insists state stated states " +
	"suggest suggests suggested admit admitted admits deny denied denies declare declared " +
	"write wrote writes believe believes believed think thinks thought"
