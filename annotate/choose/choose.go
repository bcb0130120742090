// Package choose holds the one kind of model that the attribution learns with:
// a log-linear chooser among candidates, in other words a softmax over sums of
// weights of hashed features. It knows nothing of language; who uses it makes
// the candidates and names their features.
package choose

import "math"

// Bits is the binary logarithm of the number of weights in a model. Features
// are hashed into it; two that meet share a weight.
const Bits = 20

// Model holds the weights of one chooser. The zero Model gives every candidate
// the same score. It is not changed by use and safe for several goroutines.
type Model struct {
	weights []int8
	step    float32 // what one unit of a weight is worth
}

// Tally takes the features of one candidate after the other. With a model it
// adds up their weights; without one it keeps them, for training.
type Tally struct {
	weights []int8
	step    float32
	sum     int32
	kept    []uint32
}

// Tally starts a tally that scores by m.
func (m *Model) Tally() Tally { return Tally{weights: m.weights, step: m.step} }

// Fresh starts another tally of the same kind.
func (t *Tally) Fresh() Tally { return Tally{weights: t.weights, step: t.step} }

// Reset begins the next candidate.
func (t *Tally) Reset() {
	t.sum = 0
	t.kept = nil
}

// Score is the sum of the weights of the features since Reset.
func (t *Tally) Score() float32 { return float32(t.sum) * t.step }

// Kept gives the features since Reset, where the tally has no model.
func (t *Tally) Kept() []uint32 { return t.kept }

// Part is what some features came to: a sum or the features themselves.
type Part struct {
	sum  int32
	kept []uint32
}

// Part gives what came since Reset, to be included in several candidates.
func (t *Tally) Part() Part { return Part{t.sum, t.kept} }

// Include adds features that were reckoned before.
func (t *Tally) Include(p Part) {
	t.sum += p.sum
	t.kept = append(t.kept, p.kept...)
}

const golden = 0x9E3779B97F4A7C15

// fold mixes a value into a hash.
func fold(h, v uint64) uint64 {
	h = (h ^ v) * golden
	return h ^ h>>29
}

func (t *Tally) add(h uint64) {
	i := uint32(h * golden >> (64 - Bits))
	if t.weights != nil {
		t.sum += int32(t.weights[i])
		return
	}
	t.kept = append(t.kept, i)
}

// Name tells the features of one chooser apart. Each is used for one template.
type Name uint16

// Bias adds a feature without a value.
func (t *Tally) Bias(n Name) { t.add(fold(golden, uint64(n))) }

// One adds the feature that template n has value a.
func (t *Tally) One(n Name, a uint32) { t.add(fold(fold(golden, uint64(n)), uint64(a))) }

// Two adds the feature that template n has values a and b.
func (t *Tally) Two(n Name, a, b uint32) {
	t.add(fold(fold(golden, uint64(n)), uint64(a)<<32|uint64(b)))
}

// Three adds the feature that template n has values a, b and c.
func (t *Tally) Three(n Name, a, b, c uint32) {
	t.add(fold(fold(fold(golden, uint64(n)), uint64(a)<<32|uint64(b)), uint64(c)))
}

// Four adds the feature that template n has values a, b, c and d.
func (t *Tally) Four(n Name, a, b, c, d uint32) {
	t.add(fold(fold(fold(golden, uint64(n)), uint64(a)<<32|uint64(b)), uint64(c)<<32|uint64(d)))
}

// Five adds the feature that template n has values a to e.
func (t *Tally) Five(n Name, a, b, c, d, e uint32) {
	t.add(fold(fold(fold(fold(golden, uint64(n)), uint64(a)<<32|uint64(b)), uint64(c)<<32|uint64(d)), uint64(e)))
}

// Softmax turns scores into probabilities in place and gives the place of the
// greatest, the first of equals; -1 where there is none.
func Softmax(scores []float32) int {
	best := -1
	for i, s := range scores {
		if best < 0 || s > scores[best] {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	top, sum := scores[best], float32(0)
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - top)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
	return best
}

// Bin gives n a coarse value: exact up to 5 on either side of 0, then ever wider.
func Bin(n int) uint32 {
	sign := uint32(0)
	if n < 0 {
		sign, n = 64, -n
	}
	switch {
	case n > 40:
		n = 40
	case n > 20:
		n = 20
	case n > 12:
		n = 12
	case n > 8:
		n = 8
	case n > 5:
		n = 6
	}
	return sign | uint32(n)
}

// Bool gives 1 for true.
func Bool(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
