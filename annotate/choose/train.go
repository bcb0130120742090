package choose

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Example is one choice: the features of its candidates, and which of them are
// right. Several may be.
type Example struct {
	Candidates [][]uint32
	Right      []bool
	Weight     float32 // how much it counts; 0 stands for 1
}

// Add adds a candidate with the features that t keeps.
func (x *Example) Add(t *Tally, right bool) {
	x.Candidates = append(x.Candidates, t.Kept())
	x.Right = append(x.Right, right)
}

// Answered reports whether a candidate is right.
func (x *Example) Answered() bool { return slices.Contains(x.Right, true) }

// YesOrNo is the choice whether what has the features that t keeps is so.
func YesOrNo(t *Tally, so bool) Example {
	return Example{Candidates: [][]uint32{t.Kept(), nil}, Right: []bool{so, !so}}
}

// Options are how a model is fitted. The zero value asks for the defaults.
type Options struct {
	Epochs int     // passes over the examples, default 15
	Rate   float32 // of AdaGrad, default 0.05
	Prune  float32 // weights nearer to zero are dropped, default 0.05
	Least  int     // features that fewer examples show are left out, default 1
	Decay  float32 // strength of the L2 penalty on the features of an example, default 1e-5
	Drop   float32 // chance with which a feature is left out of a step, default 0 (dropout: Wager et al. 2013)
	Runs   int     // fits in different orders, whose weights are averaged, default 1
}

// Train fits a model by AdaGrad on minus the logarithm of the probability of the
// right candidates (Duchi et al. 2011), averaged over the second half of the
// passes. The same examples give the same model.
func Train(examples []Example, o Options) *Model {
	if o.Epochs == 0 {
		o.Epochs = 15
	}
	if o.Rate == 0 {
		o.Rate = 0.05
	}
	if o.Decay == 0 {
		o.Decay = 1e-5
	}
	if o.Prune == 0 {
		o.Prune = 0.05
	}
	examples = common(examples, o.Least)
	sum := make([]float32, 1<<Bits)
	for run := range max(o.Runs, 1) {
		fit(examples, o, uint64(run), sum)
	}
	for i := range sum {
		sum[i] /= float32(max(o.Runs, 1))
	}
	return quantise(sum, o.Prune)
}

// fit adds the averaged weights of one fit to sum.
func fit(examples []Example, o Options, seed uint64, sum []float32) {
	f := fitter{weights: make([]float32, 1<<Bits), squares: make([]float32, 1<<Bits), rate: o.Rate, decay: o.Decay, drop: o.Drop}
	random := rand.New(rand.NewPCG(7, 7+seed))
	order := random.Perm(len(examples))
	averaged := float32(o.Epochs - o.Epochs/2)
	for pass := range o.Epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			f.salt = random.Uint32()
			f.learn(&examples[k])
		}
		if pass >= o.Epochs/2 {
			for i, w := range f.weights {
				sum[i] += w / averaged
			}
		}
	}
}

// common gives the examples without the features that fewer than least of them
// show.
func common(examples []Example, least int) []Example {
	if least <= 1 {
		return examples
	}
	count, last := make([]int, 1<<Bits), make([]int, 1<<Bits)
	for k, x := range examples {
		for _, c := range x.Candidates {
			for _, i := range c {
				if last[i] != k+1 {
					last[i] = k + 1
					count[i]++
				}
			}
		}
	}
	out := make([]Example, len(examples))
	for k, x := range examples {
		out[k] = Example{Right: x.Right, Weight: x.Weight, Candidates: make([][]uint32, len(x.Candidates))}
		for n, c := range x.Candidates {
			for _, i := range c {
				if count[i] >= least {
					out[k].Candidates[n] = append(out[k].Candidates[n], i)
				}
			}
		}
	}
	return out
}

// fitter is a model in the making.
type fitter struct {
	weights, squares []float32
	rate, decay      float32
	p                []float32
	drop             float32
	salt             uint32 // changes which features are left out
}

// dropped reports whether feature i is left out of this step: the same for every
// candidate.
func (f *fitter) dropped(i uint32) bool {
	h := (i ^ f.salt) * 0x9E3779B1
	h = (h ^ h>>15) * 0x85EBCA77
	return float32(h>>8) < f.drop*(1<<24)
}

// learn takes one step towards the right candidates of x.
func (f *fitter) learn(x *Example) {
	f.p = f.p[:0]
	for _, c := range x.Candidates {
		s := float32(0)
		for _, i := range c {
			if !f.dropped(i) {
				s += f.weights[i]
			}
		}
		f.p = append(f.p, s/(1-f.drop))
	}
	Softmax(f.p)
	right := float32(1e-12)
	for k, r := range x.Right {
		if r {
			right += f.p[k]
		}
	}
	if right > 0.9999 {
		return
	}
	weight := x.Weight
	if weight == 0 {
		weight = 1
	}
	for k, c := range x.Candidates {
		d := -f.p[k]
		if x.Right[k] {
			d += f.p[k] / right
		}
		if d *= weight; d < 1e-4 && d > -1e-4 {
			continue
		}
		for _, i := range c {
			if f.dropped(i) {
				continue
			}
			g := d - f.decay*f.weights[i]
			f.squares[i] += g * g
			f.weights[i] += f.rate * g / (float32(math.Sqrt(float64(f.squares[i]))) + 1e-3)
		}
	}
}

// quantise makes the weights of a model out of real ones.
func quantise(exact []float32, prune float32) *Model {
	top := float32(0)
	for _, w := range exact {
		top = max(top, w, -w)
	}
	m := &Model{weights: make([]int8, len(exact)), step: max(top/127, 1e-6)}
	for i, w := range exact {
		if w >= prune || w <= -prune {
			m.weights[i] = int8(math.Round(float64(w / m.step)))
		}
	}
	return m
}
