package setting

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/occasion"
	"quoth/annotate/scene"
	"quoth/annotate/when"
	"quoth/annotate/where"
	"quoth/model"
)

// Lesson is a marked article: a document with its marked quotes, whose Where and
// When are empty, and beside them the same quotes with both.
type Lesson struct {
	Doc  *doc.Doc
	Gold []model.Quote
}

// folds is into how many parts the articles are divided, so that the choosers of
// occasions learn from clauses read by models that have not seen them.
const folds = 4

// Learn fits the choosers and gives their weights. The same lessons give the
// same bytes.
func Learn(lessons []Lesson) ([]byte, error) {
	nouns, err := scene.LoadNouns()
	if err != nil {
		return nil, err
	}
	f := &Finder{nouns: nouns}
	f.learnClauses(lessons, -1)
	var l occasion.Lessons
	for part := range folds {
		h := &Finder{nouns: nouns}
		h.learnClauses(lessons, part)
		for i := part; i < len(lessons); i += folds {
			s := scene.New(lessons[i].Doc, nouns)
			h.where.Fill(s)
			h.when.Fill(s)
			l.Add(s, lessons[i].Gold)
		}
	}
	f.occasion = occasion.Finder{Enter: fit(l.Enter, least), Stay: fit(l.Stay, least), Day: fit(l.Day, leastDay)}
	var out []byte
	for _, m := range f.models() {
		out = (*m).Append(out)
	}
	return out, nil
}

// learnClauses fits the choosers of clauses to all lessons but those of one part.
func (f *Finder) learnClauses(lessons []Lesson, without int) {
	var places, times []choose.Example
	for i := range lessons {
		if i%folds == without {
			continue
		}
		s := scene.New(lessons[i].Doc, f.nouns)
		places = append(places, where.Examples(s, lessons[i].Gold)...)
		times = append(times, when.Examples(s, lessons[i].Gold)...)
	}
	f.where.Model, f.when.Model = fit(places, least), fit(times, least)
}

// How many choices must show a feature for it to count: those that did best over
// folders kept aside. Days hang on the habits of who marked them, and rare
// features learn habits.
const (
	least    = 5
	leastDay = 25
)

// fit trains a chooser on features that at least so many examples show: the mean
// of three fits, since one hangs too much on the order of the examples.
func fit(examples []choose.Example, least int) *choose.Model {
	return choose.Train(examples, choose.Options{Epochs: 40, Prune: 0.01, Least: least, Decay: 2e-2, Runs: 3})
}
