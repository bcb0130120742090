package parse

import (
	"math"
	"math/rand/v2"
	"sort"

	"quoth/annotate/doc"
)

// The outputs of the network in training: the moves, then the relations of left
// and of right arcs.
const (
	rels    = len(doc.RelNames)
	outputs = int(moves) + 2*rels
)

// training is a network in training. Its weights are floating-point numbers;
// products are converted before they are added, which keeps compilers from fusing
// the two and the bytes the same on every machine. Steps follow AdaGrad (Duchi,
// Hazan and Singer 2011), with one sum of squares for each row of the first layer.
type training struct {
	index *index
	rate  float32

	rows, rowSquares   []float32 // units weights and one sum a feature
	bias, biasSquares  []float32
	out, outSquares    []float32 // units weights an output
	outBias, obSquares []float32

	sums [4][]float64 // of rows, bias, out and outBias, to be averaged
	kept int

	active   []uint32 // rows of the current state
	hidden   [units]float32
	gradient [units]float32 // of the loss by the hidden layer
}

func newTraining(x *index, random *rand.Rand) *training {
	features := 0
	for _, slot := range x.slots {
		features = max(features, int(slot&(1<<rowBits-1)))
	}
	t := &training{
		index: x,
		rows:  make([]float32, features*units), rowSquares: make([]float32, features),
		bias: make([]float32, units), biasSquares: make([]float32, units),
		out: make([]float32, outputs*units), outSquares: make([]float32, outputs*units),
		outBias: make([]float32, outputs), obSquares: make([]float32, outputs),
		active: make([]uint32, 0, templates),
	}
	for i, w := range t.weights() {
		t.sums[i] = make([]float64, len(w))
	}
	// The rows begin at zero; units differ by what they mean to the outputs.
	deviation := math.Sqrt(2.0 / units)
	for i := range t.out {
		t.out[i] = float32(random.NormFloat64() * deviation)
	}
	for i := range t.bias {
		t.bias[i] = random.Float32() / 5
	}
	return t
}

func (t *training) weights() [4][]float32 { return [4][]float32{t.rows, t.bias, t.out, t.outBias} }

// keep adds the weights as they stand to those that are averaged.
func (t *training) keep() {
	t.kept++
	for i, w := range t.weights() {
		sum := t.sums[i]
		for k, v := range w {
			sum[k] += float64(v)
		}
	}
}

// average puts the mean of the kept weights in place of the last ones.
func (t *training) average() {
	if t.kept == 0 {
		return
	}
	for i, w := range t.weights() {
		for k := range w {
			w[k] = float32(t.sums[i][k] / float64(t.kept))
		}
	}
}

// forward works out the hidden layer for a state, without some of its features.
func (t *training) forward(st *state, drop float64, random *rand.Rand) {
	var f [templates]uint64
	st.features(&f)
	t.active = t.active[:0]
	for _, x := range f {
		if row, found := t.index.row(x); found && random.Float64() >= drop {
			t.active = append(t.active, row)
		}
	}
	sum := t.hidden[:]
	clear(sum)
	for _, row := range t.active {
		for i, w := range t.rows[row*units : row*units+units] {
			sum[i] += w
		}
	}
	// A sum of all features is larger by this much.
	scale := float32(1 / (1 - drop))
	for i, s := range sum {
		t.hidden[i] = max(float32(s*scale)+t.bias[i], 0)
		t.gradient[i] = 0
	}
}

func (t *training) score(output int) float32 {
	sum := t.outBias[output]
	for i, w := range t.out[output*units : output*units+units] {
		sum += float32(t.hidden[i] * w)
	}
	return sum
}

func (t *training) moveScores() (s [moves]float32) {
	for m := range s {
		s[m] = t.score(m)
	}
	return s
}

// correctMove raises the probability of the best moves among the allowed ones.
func (t *training) correctMove(scores *[moves]float32, allowed, best moveSet) {
	top := scores[highest(scores, allowed)]
	var share [moves]float64
	var all, right float64
	for m := range scores {
		if allowed[m] {
			share[m] = math.Exp(float64(scores[m] - top))
			all += share[m]
			if best[m] {
				right += share[m]
			}
		}
	}
	for m := range scores {
		if !allowed[m] {
			continue
		}
		wrong := share[m] / all
		if best[m] {
			wrong -= share[m] / right
		}
		t.correct(m, float32(wrong))
	}
}

// relationAt gives the output of relation 0 for the arcs of m.
func relationAt(m move) int { return int(moves) + int(m-left)*rels }

// relation gives the best relation for the arc of m.
func (t *training) relation(m move) doc.Rel {
	best, top := doc.RelNone, float32(0)
	for r := 1; r < rels; r++ {
		if s := t.score(relationAt(m) + r); best == doc.RelNone || s > top {
			best, top = doc.Rel(r), s
		}
	}
	return best
}

// faint is a share of the loss that is too small to be worth a correction.
const faint = 0.003

// correctRelation gives the best relation for the arc of m and raises the
// probability of the right one.
func (t *training) correctRelation(m move, right doc.Rel) doc.Rel {
	var scores [rels]float32
	best := doc.RelNone + 1
	for r := range scores {
		scores[r] = t.score(relationAt(m) + r)
		if scores[r] > scores[best] && r > 0 {
			best = doc.Rel(r)
		}
	}
	var share [rels]float64
	var all float64
	for r := 1; r < rels; r++ {
		share[r] = math.Exp(float64(scores[r] - scores[best]))
		all += share[r]
	}
	for r := 1; r < rels; r++ {
		wrong := float32(share[r] / all)
		if doc.Rel(r) == right {
			wrong--
		}
		if wrong > faint || wrong < -faint {
			t.correct(relationAt(m)+r, wrong)
		}
	}
	return best
}

// correct moves the weights of an output against its gradient, and hands the
// gradient on to the hidden layer.
func (t *training) correct(output int, gradient float32) {
	weights, squares := t.out[output*units:], t.outSquares[output*units:]
	for i, h := range t.hidden {
		t.gradient[i] += float32(gradient * weights[i])
		if h > 0 {
			weights[i] -= t.step(&squares[i], float32(gradient*h))
		}
	}
	t.outBias[output] -= t.step(&t.obSquares[output], gradient)
}

// step is how far a weight moves that has a gradient.
func (t *training) step(squares *float32, gradient float32) float32 {
	*squares += float32(gradient * gradient)
	return float32(t.rate*gradient) / root(*squares)
}

func root(squares float32) float32 { return float32(math.Sqrt(float64(squares) + 1e-8)) }

// backward moves the rows of the state's features and the bias against the
// gradient that the outputs handed on.
func (t *training) backward() {
	var squares float32
	for i, h := range t.hidden {
		if h == 0 {
			t.gradient[i] = 0
		}
		squares += float32(t.gradient[i] * t.gradient[i])
	}
	if squares == 0 {
		return
	}
	for _, row := range t.active {
		t.rowSquares[row] += squares / units
		rate := t.rate / root(t.rowSquares[row])
		for i, g := range t.gradient {
			t.rows[int(row)*units+i] -= float32(rate * g)
		}
	}
	for i, g := range t.gradient {
		if g != 0 {
			t.bias[i] -= t.step(&t.biasSquares[i], g)
		}
	}
}

// mostFrequent gives the features counted at least so often, the most frequent
// first, which keeps the rows that are used most close together.
func mostFrequent(counts map[uint64]int, least int) []uint64 {
	var list []uint64
	for f, n := range counts {
		if n >= least {
			list = append(list, f)
		}
	}
	sort.Slice(list, func(i, k int) bool {
		if a, b := counts[list[i]], counts[list[k]]; a != b {
			return a > b
		}
		return list[i] < list[k]
	})
	return list
}
