package entity

import (
	"math/rand/v2"

	"quoth/annotate/doc"
	"quoth/annotate/linear"
	"quoth/model"
)

// Example is a document to learn from, with the names that its corpus marks.
type Example struct {
	Doc    *doc.Doc
	Marks  []Mark
	Hidden []model.EntityType // types that the corpus does not mark: such names stand there as plain words
}

// Mark is a marked name. A corpus with coarser types than ours gives several.
type Mark struct {
	First, End int // tokens
	Types      []model.EntityType
	Maybe      bool // it may also be none of our names
}

// Options are the settings of training.
type Options struct {
	Runs       int // models that are trained in different orders; their weights are averaged
	Epochs     int
	MinCount   int     // features that occur at fewer tokens are left out
	MinChanges int     // features that took part in fewer corrections are left out
	Least      float64 // smaller averaged weights are left out
}

// Learn trains a tagger and gives its packed weights. The same examples and the
// same gazetteer give the same bytes.
//
// What a corpus leaves open is settled by the model itself: each token has a set
// of labels that the corpus allows, the best path within the sets is taken for
// right, and there is nothing to correct where the best path of all is within
// them (a latent structured perceptron; Fernandes and Brefeld 2011).
func Learn(examples []Example, gazetteerData []byte, o Options) ([]byte, error) {
	g, err := openGazetteer(string(gazetteerData))
	if err != nil {
		return nil, err
	}
	l := learner{counts: map[uint64]int32{}, least: int32(o.MinCount), model: linear.NewPerceptron(labels)}
	for i := range labels {
		l.after[i] = l.model.Row(transition(i))
	}
	for i := range examples {
		l.each(&examples[i], g, l.count)
	}
	for i := range examples {
		l.each(&examples[i], g, l.add)
	}
	l.counts = nil
	var mean linear.Mean
	for run := range o.Runs {
		l.model.Reset()
		l.learn(o.Epochs, rand.New(rand.NewPCG(3, uint64(run))))
		mean.Add(l.model.Averaged(o.MinChanges, 0))
	}
	return linear.Pack(mean.Rows(o.Least), labels)
}

// learn goes over the lessons, each time in another order.
func (l *learner) learn(epochs int, random *rand.Rand) {
	for epoch := range epochs {
		random.Shuffle(len(l.runs), func(i, k int) { l.runs[i], l.runs[k] = l.runs[k], l.runs[i] })
		for _, r := range l.runs {
			if epoch > 0 || r.certain() {
				l.correct(r)
			}
		}
	}
}

type learner struct {
	model  *linear.Perceptron
	after  [labels]int32 // the row of what follows each label
	counts map[uint64]int32
	least  int32
	runs   []lesson
	lattice
}

// lesson is a run of tokens with the rows of their features and the labels that
// are allowed.
type lesson struct {
	rows    [][]int32
	allowed []mask
}

// each calls do for every run of an example that may hold names.
func (l *learner) each(e *Example, g gazetteer, do func(features [][]uint64, allowed []mask)) {
	allowed := e.allowed()
	r := reader{view: g.view(e.Doc)}
	var features [][]uint64
	for _, s := range e.Doc.Sentences {
		for first, end := range r.runs(s) {
			features = features[:0]
			for k := first; k < end; k++ {
				fs := r.around(r.own(r.features[:0], e.Doc.Tokens[k].Form), k)
				features = append(features, append([]uint64(nil), fs...))
			}
			do(features, allowed[first:end])
		}
	}
}

func (l *learner) count(features [][]uint64, _ []mask) {
	for _, fs := range features {
		for _, f := range fs {
			l.counts[f]++
		}
	}
}

func (l *learner) add(features [][]uint64, allowed []mask) {
	run := lesson{allowed: allowed, rows: make([][]int32, len(features))}
	for i, fs := range features {
		for _, f := range fs {
			if l.counts[f] >= l.least {
				run.rows[i] = append(run.rows[i], l.model.Row(f))
			}
		}
	}
	l.runs = append(l.runs, run)
}

// correct labels a run with the weights as they stand and corrects them.
func (l *learner) correct(r lesson) {
	l.model.Tick()
	l.scores = l.scores[:0]
	for _, rows := range r.rows {
		var scores [labels]int32
		l.model.ScoreRows(rows, scores[:])
		l.scores = append(l.scores, scores)
	}
	t := new(transitions)
	for before, row := range l.after {
		l.model.ScoreRows([]int32{row}, t[before][:])
	}
	guess := append([]int(nil), l.best(t, func(int) mask { return anyLabel })...)
	if r.allows(guess) {
		return
	}
	right := l.best(t, func(i int) mask { return r.allowed[i] })
	before := [2]int{outside, outside}
	for i, rows := range r.rows {
		l.model.CorrectRows(rows, right[i], guess[i])
		l.follow(before, right[i], guess[i])
		before = [2]int{right[i], guess[i]}
	}
	l.follow(before, outside, outside)
}

// follow corrects the weights of what follows a label.
func (l *learner) follow(before [2]int, right, guess int) {
	if before[0] == before[1] && right == guess {
		return
	}
	l.model.Change(l.after[before[0]], right, 1)
	l.model.Change(l.after[before[1]], guess, -1)
}

// certain reports whether the corpus leaves nothing open. The first epoch learns
// from such runs alone, so that the model has an opinion on the others.
func (r lesson) certain() bool {
	for _, m := range r.allowed {
		if m&(m-1) != 0 {
			return false
		}
	}
	return true
}

func (r lesson) allows(labels []int) bool {
	for i, k := range labels {
		if !r.allowed[i].has(k) {
			return false
		}
	}
	return true
}

// allowed gives the labels that the corpus allows for each token.
func (e *Example) allowed() []mask {
	plain := maskOf(outside)
	for _, t := range e.Hidden {
		for _, p := range []place{first, inside, last, single} {
			plain |= maskOf(labelOf(p, typeIndex(t)))
		}
	}
	all := make([]mask, len(e.Doc.Tokens))
	for i := range all {
		all[i] = plain
	}
	for _, m := range e.Marks {
		for i := m.First; i < m.End; i++ {
			all[i] = 0
			if m.Maybe {
				all[i] = maskOf(outside)
			}
			for _, t := range m.Types {
				all[i] |= maskOf(labelOf(placeIn(i, m.First, m.End), typeIndex(t)))
			}
		}
	}
	return all
}

func typeIndex(t model.EntityType) int {
	for i, u := range types {
		if t == u {
			return i
		}
	}
	return -1
}
