// Package tag gives each token its part of speech, in the tags of the Penn
// Treebank as the English Universal Dependencies treebanks use them (XPOS). It is
// a greedy left-to-right averaged perceptron with a dictionary of words that have
// one tag; the method is that of Collins (2002) and Honnibal's tagger. It tells
// nothing about names beyond NNP.
package tag

import (
	_ "embed"
	"fmt"

	"quoth/annotate/doc"
	"quoth/annotate/linear"
)

//go:embed tag.model
var weights string

//go:embed tag.dict
var dictionary string

// Scorer is a linear model in use or in training.
type scorer interface {
	Add(feature uint64, scores []int32) bool
	Score(features []uint64, scores []int32)
}

// Tagger tags documents. It is safe for use by several goroutines at once.
type Tagger struct {
	scores scorer
	known  scorer // the tag of words that have one
}

// Load gives the tagger of the embedded weights.
func Load() (*Tagger, error) { return Open(weights, dictionary) }

// Open gives a tagger of weights and a dictionary that Learn has made.
func Open(weights, dictionary string) (*Tagger, error) {
	m, err := linear.Open(weights)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	known, err := linear.Open(dictionary)
	if err != nil {
		return nil, fmt.Errorf("dictionary of the tagger: %w", err)
	}
	if m.Classes() != classes || known.Classes() != classes {
		return nil, fmt.Errorf("tagger: %d tags, want %d: rebuild it with go run ./annotate/train", m.Classes(), classes)
	}
	return &Tagger{scores: m, known: known}, nil
}

// classes is the number of tags; class 0 is "not tagged" and never wins.
const classes = len(doc.TagNames)

// Annotate fills the tags of all tokens of d.
func (t *Tagger) Annotate(d *doc.Doc) {
	r := run{Tagger: t, ofForm: make([]formTag, len(d.Forms))}
	for _, s := range d.Sentences {
		w := window{d: d, first: s.First, end: s.End, one: beforeFirst, two: beforeFirst}
		for i := s.First; i < s.End; i++ {
			tag := r.tag(&w, i)
			d.Tokens[i].Tag = tag
			w.two, w.one = w.one, uint64(tag)
		}
	}
}

// run tags one document. What hangs on a spelling alone is worked out once.
type run struct {
	*Tagger
	ofForm   []formTag
	features [maxFeatures]uint64
}

type formTag struct {
	known  doc.Tag // from the dictionary
	scores *[classes]int32
}

func (r *run) tag(w *window, i int) doc.Tag {
	at := w.d.Tokens[i].Form
	f := &r.ofForm[at]
	if f.scores == nil {
		r.look(f, &w.d.Forms[at])
	}
	if f.known != doc.TagNone {
		return f.known
	}
	scores := *f.scores
	r.scores.Score(w.around(r.features[:0], i), scores[:])
	return best(&scores)
}

// look fills what the tagger knows of a spelling.
func (r *run) look(f *formTag, form *doc.Form) {
	f.scores = new([classes]int32)
	if r.known.Add(form.Exact, f.scores[:]) {
		f.known = best(f.scores)
		return
	}
	r.scores.Score(own(r.features[:0], form), f.scores[:])
}

func best(scores *[classes]int32) doc.Tag {
	b := 1
	for i := 2; i < classes; i++ {
		if scores[i] > scores[b] {
			b = i
		}
	}
	return doc.Tag(b)
}
