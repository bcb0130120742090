package quote

import (
	"math"
	"sort"
)

// folds is how many parts the lessons are cut into to see how far models can be
// trusted on articles that they did not learn from.
const folds = 4

// fitTrust fits the confidence to what models of the other folds get right.
func fitTrust(all []*lesson) []float32 {
	var x [][]float64
	var y []bool
	for k := range folds {
		with, without := parted(all, folds, k)
		m := fit(without, judging())
		for _, l := range with {
			l.models = m
			for _, v := range l.judged() {
				x = append(x, l.trustFeatures(v.u))
				y = append(y, v.right)
			}
		}
	}
	return regress(x, y)
}

// verdict is a found utterance and whether it is right.
type verdict struct {
	u     *utterance
	gold  int // taught utterance, or -1
	right bool
}

// judged attributes a lesson with its models and pairs what was found with what
// is marked, one to one: right is what shares half of its words with its pair
// and has the same speaker.
func (l *lesson) judged() []verdict {
	found := l.found()
	res := l.speakers(found)
	type pair struct {
		overlap float64
		u, gold int
	}
	var pairs []pair
	for i, u := range found {
		for n, t := range l.taught {
			if o := l.overlap(u.runs, t.content); o >= 0.5 {
				pairs = append(pairs, pair{o, i, n})
			}
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].overlap > pairs[j].overlap })
	out := make([]verdict, len(found))
	for i, u := range found {
		out[i] = verdict{u: u, gold: -1}
	}
	taken := map[int]bool{}
	for _, p := range pairs {
		if v := &out[p.u]; v.gold < 0 && !taken[p.gold] {
			v.gold, taken[p.gold] = p.gold, true
			name := ""
			if v.u.speaker >= 0 {
				name = res.Referents[v.u.speaker].Name
			}
			v.right = sameName(l.taught[p.gold].speaker, name)
		}
	}
	return out
}

// regress fits a logistic regression by AdaGrad over all rows at once.
func regress(x [][]float64, y []bool) []float32 {
	if len(x) == 0 {
		return nil
	}
	w, squares := make([]float64, len(x[0])), make([]float64, len(x[0]))
	for range 400 {
		slope := make([]float64, len(w))
		for i, row := range x {
			s := 0.0
			for j, v := range row {
				s += w[j] * v
			}
			d := -1 / (1 + math.Exp(-s))
			if y[i] {
				d++
			}
			for j, v := range row {
				slope[j] += d * v
			}
		}
		for j := range w {
			g := slope[j]/float64(len(x)) - 1e-4*w[j]
			squares[j] += g * g
			w[j] += 0.3 * g / (math.Sqrt(squares[j]) + 1e-6)
		}
	}
	out := make([]float32, len(w))
	for j := range w {
		out[j] = float32(w[j])
	}
	return out
}
