package parse

import (
	"errors"
	"math/rand/v2"

	"quoth/annotate/doc"
)

// Options are the settings of training.
type Options struct {
	Epochs  int
	Least   int     // features seen less often are left out
	Rate    float32 // of learning at the start; it falls to nothing
	Dropped float64 // share of the features left out of each step at random
	Explore float64 // share of the steps taken as the parser would, right or wrong
	Seed    uint64
}

// Learn trains a parser on the sentences whose tokens all bear a relation, and
// gives its packed weights. Tags should be those that a tagger gives to texts it
// was not trained on. The same documents give the same bytes.
func Learn(docs []*doc.Doc, o Options) ([]byte, error) {
	l := learner{Options: o, random: rand.New(rand.NewPCG(o.Seed, 0))}
	for _, d := range docs {
		for _, s := range d.Sentences {
			if t, ok := treeOf(d, s); ok {
				l.examples = append(l.examples, example{d, s, t})
			}
		}
	}
	if len(l.examples) == 0 {
		return nil, errors.New("no sentence bears a tree")
	}
	x, err := newIndex(l.frequent())
	if err != nil {
		return nil, err
	}
	l.net = newTraining(x, l.random)
	for epoch := range o.Epochs {
		l.epoch(epoch)
	}
	l.net.average()
	return l.net.pack(), nil
}

// example is a sentence with its right tree.
type example struct {
	doc      *doc.Doc
	sentence doc.Sentence
	tree     tree
}

type learner struct {
	Options
	random   *rand.Rand
	examples []example
	state    state
	net      *training
	seen     int // sentences
}

// frequent gives the features that occur often enough on the way to the right
// trees and to some wrong ones, the most frequent first.
func (l *learner) frequent() []uint64 {
	counts := map[uint64]int{}
	var f [templates]uint64
	st := &l.state
	for _, e := range l.examples {
		st.start(e.doc, e.sentence)
		for !st.done() {
			st.features(&f)
			for _, x := range f {
				counts[x]++
			}
			best, allowed := e.tree.best(st), st.allowed()
			m := move(l.random.IntN(strays))
			if m >= moves || !allowed[m] {
				m = first(best)
			}
			rel := doc.RelNone
			if m != shift {
				_, dependent := st.arc(m)
				rel = e.tree.rel[dependent]
			}
			st.do(m, rel)
		}
	}
	return mostFrequent(counts, l.Least)
}

// strays is such that one move in strays/moves is a random one while features are
// counted.
const strays = 40

// first gives the move to make of several that cost nothing: arcs as early as
// they can be.
func first(set moveSet) move {
	for m := right; m > shift; m-- {
		if set[m] {
			return m
		}
	}
	return shift
}

// averageEvery is the number of sentences between two of the states of the
// weights that are averaged. The first pass over the sentences is left out.
const averageEvery = 1000

func (l *learner) epoch(number int) {
	l.random.Shuffle(len(l.examples), func(i, k int) { l.examples[i], l.examples[k] = l.examples[k], l.examples[i] })
	all := l.Epochs * len(l.examples)
	for _, e := range l.examples {
		l.net.rate = l.Rate * (1 - float32(l.seen)/float32(all))
		l.seen++
		if number > 0 && l.seen%averageEvery == 0 {
			l.net.keep()
		}
		l.sentence(e, number > 0)
	}
}

// sentence parses a sentence and corrects the weights at each move.
func (l *learner) sentence(e example, explore bool) {
	st := &l.state
	st.start(e.doc, e.sentence)
	for !st.done() {
		l.net.forward(st, l.Dropped, l.random)
		allowed := st.allowed()
		best := e.tree.best(st)
		scores := l.net.moveScores()
		m := highest(&scores, best)
		if explore && l.random.Float64() < l.Explore {
			m = highest(&scores, allowed)
		}
		l.net.correctMove(&scores, allowed, best)
		rel := doc.RelNone
		if m != shift {
			rel = l.relation(e, m)
		}
		l.net.backward()
		st.do(m, rel)
	}
}

// relation gives the relation that the network gives to the arc of m, and
// corrects it where the arc is right.
func (l *learner) relation(e example, m move) doc.Rel {
	head, dependent := l.state.arc(m)
	if head == l.state.root {
		return doc.RelRoot
	}
	if e.tree.head[dependent] == head {
		return l.net.correctRelation(m, e.tree.rel[dependent])
	}
	return l.net.relation(m)
}

func highest(scores *[moves]float32, among moveSet) move {
	best := move(-1)
	for m, ok := range among {
		if ok && (best < 0 || scores[m] > scores[best]) {
			best = move(m)
		}
	}
	return best
}
