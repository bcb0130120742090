package tag

import (
	"math/rand/v2"
	"sort"

	"quoth/annotate/doc"
	"quoth/annotate/linear"
)

// Options are the settings of training.
type Options struct {
	Epochs     int
	MinChanges int     // features that took part in fewer corrections are left out
	Least      float64 // smaller averaged weights are left out
}

// A word is in the dictionary when it occurs so often and all but this share of
// its occurrences have one tag.
const (
	knownCount  = 30
	knownDoubts = 0.005
)

// Learn trains a tagger on documents whose tokens bear their right tags and gives
// the packed weights and dictionary. The same documents give the same bytes.
func Learn(docs []*doc.Doc, o Options) (weights, dictionary []byte, err error) {
	known := knownTags(docs)
	if dictionary, err = linear.Pack(known, classes); err != nil {
		return nil, nil, err
	}
	inUse, err := linear.Open(string(dictionary))
	if err != nil {
		return nil, nil, err
	}
	l := learner{model: linear.NewPerceptron(classes), known: inUse}
	for di, d := range docs {
		for si := range d.Sentences {
			l.order = append(l.order, [2]int{di, si})
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range o.Epochs {
		random.Shuffle(len(l.order), func(i, k int) { l.order[i], l.order[k] = l.order[k], l.order[i] })
		for _, at := range l.order {
			l.sentence(docs[at[0]], docs[at[0]].Sentences[at[1]])
		}
	}
	weights, err = linear.Pack(l.model.Averaged(o.MinChanges, o.Least), classes)
	return weights, dictionary, err
}

type learner struct {
	model    *linear.Perceptron
	known    *linear.Model
	order    [][2]int // documents and their sentences
	features [maxFeatures]uint64
}

// sentence tags a sentence with the weights as they stand and corrects them. The
// tags before a token are the guessed ones, as they are in use.
func (l *learner) sentence(d *doc.Doc, s doc.Sentence) {
	w := window{d: d, first: s.First, end: s.End, one: beforeFirst, two: beforeFirst}
	for i := s.First; i < s.End; i++ {
		var scores [classes]int32
		form := d.FormOf(i)
		right := d.Tokens[i].Tag
		if !l.known.Add(form.Exact, scores[:]) {
			fs := w.around(own(l.features[:0], form), i)
			l.model.Score(fs, scores[:])
			l.model.Tick()
			l.model.Correct(fs, int(right), int(best(&scores)))
		}
		w.two, w.one = w.one, uint64(best(&scores))
	}
}

// knownTags gives the words that have one tag, as rows of a model.
func knownTags(docs []*doc.Doc) []linear.Row {
	counts := map[uint64]*[classes]int{}
	for _, d := range docs {
		for i, t := range d.Tokens {
			exact := d.FormOf(i).Exact
			if counts[exact] == nil {
				counts[exact] = new([classes]int)
			}
			counts[exact][t.Tag]++
		}
	}
	var rows []linear.Row
	for exact, c := range counts {
		all, most := 0, 0
		for tag, n := range c {
			all += n
			if n > c[most] {
				most = tag
			}
		}
		if all >= knownCount && float64(all-c[most]) <= knownDoubts*float64(all) {
			rows = append(rows, linear.Row{Feature: exact, Weights: []linear.Weight{{Class: most, Value: 1}}})
		}
	}
	sort.Slice(rows, func(i, k int) bool { return rows[i].Feature < rows[k].Feature })
	return rows
}
