package parse

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// A packed network, all numbers little-endian 32-bit words but the rows' bytes:
//
//	"QPN1", number of units, of templates, of relations
//	number of slots, the slots of the index
//	number of rows, the rows, a byte a unit
//	the bias of the units
//	the weights of the moves, then the relations of left and of right arcs: their
//	bias, then their weights, unit by unit
const magic = "QPN1"

var errCut = errors.New("weights are cut short: rebuild them with go run ./annotate/train")

// reader takes words from the front of a packed network.
type reader struct {
	data string
	cut  bool
}

func (r *reader) word() uint32 {
	if len(r.data) < 4 {
		r.data, r.cut = "", true
		return 0
	}
	w := uint32(r.data[0]) | uint32(r.data[1])<<8 | uint32(r.data[2])<<16 | uint32(r.data[3])<<24
	r.data = r.data[4:]
	return w
}

// count reads a number of items of so many bytes and checks that they are there.
func (r *reader) count(size int) int {
	n := int(r.word())
	if n > len(r.data)/size {
		r.data, r.cut = "", true
		return 0
	}
	return n
}

func (r *reader) ints(to []int32) {
	for i := range to {
		to[i] = int32(r.word())
	}
}

func openNetwork(data string) (*network, error) {
	if len(data) < len(magic) || data[:len(magic)] != magic {
		return nil, errors.New("not the weights of a parser: rebuild them with go run ./annotate/train")
	}
	r := reader{data: data[len(magic):]}
	if u, f, rel := r.word(), r.word(), r.word(); u != units || f != templates || rel != uint32(rels) {
		return nil, fmt.Errorf("weights for %d units, %d features, %d relations, want %d, %d, %d: rebuild them with go run ./annotate/train",
			u, f, rel, units, templates, rels)
	}
	n := &network{index: &index{slots: make([]uint32, r.count(4))}}
	for i := range n.index.slots {
		n.index.slots[i] = r.word()
	}
	n.index.mask = uint64(len(n.index.slots) - 1)
	n.rows = make([]uint64, r.count(units)*rowWords)
	for i := range n.rows {
		low := r.word()
		n.rows[i] = uint64(low) | uint64(r.word())<<32
	}
	r.ints(n.bias[:])
	r.ints(n.moveBias[:])
	for i := range n.moves {
		r.ints(n.moves[i][:])
	}
	for side := range n.relations {
		r.ints(n.relBias[side][:])
		for i := range n.relations[side] {
			r.ints(n.relations[side][i][:])
		}
	}
	if r.cut || r.data != "" {
		return nil, errCut
	}
	return n, n.index.check(len(n.rows) / rowWords)
}

// check makes sure that every slot names a row and that one is empty, so that no
// search runs on for ever.
func (x *index) check(rows int) error {
	empty := false
	for _, slot := range x.slots {
		empty = empty || slot == 0
		if int(slot&(1<<rowBits-1)) > rows {
			return errCut
		}
	}
	if !empty || len(x.slots)&(len(x.slots)-1) != 0 {
		return errCut
	}
	return nil
}

// outputLevels is the number of levels of the weights of the outputs, each side
// of zero.
const outputLevels = 1023

// pack gives the packed form of a trained network. The weights of a unit are
// measured by their largest, and the outputs' weights of that unit take the
// measure, which changes nothing but rounding: the layer between is linear above
// zero.
func (t *training) pack() []byte {
	out := append([]byte{}, magic...)
	words := func(list ...uint32) {
		for _, w := range list {
			out = binary.LittleEndian.AppendUint32(out, w)
		}
	}
	features := len(t.rowSquares)
	words(units, templates, uint32(rels), uint32(len(t.index.slots)))
	words(t.index.slots...)
	words(uint32(features))
	steps := t.rowSteps()
	for f := range features {
		for i := range units {
			u := unitAt(i)
			out = append(out, byte(zeroByte+level(t.rows[f*units+u], steps[u], zeroByte-1)))
		}
	}
	for u := range units {
		words(uint32(level(t.bias[u], steps[u], math.MaxInt32)))
	}
	step := t.outputStep(steps)
	bias := func(o int) { words(uint32(level(t.outBias[o], step, math.MaxInt32))) }
	weight := func(o, u int) {
		words(uint32(level(float32(t.out[o*units+u]*steps[u]), step, outputLevels)))
	}
	pass := func(first, n int) {
		for o := range n {
			bias(first + o)
		}
		for u := range units {
			for o := range n {
				weight(first+o, u)
			}
		}
	}
	pass(0, int(moves))
	for _, m := range []move{left, right} {
		pass(relationAt(m), rels)
	}
	return out
}

// rowSteps gives the weight that one step of a byte stands for, by unit.
func (t *training) rowSteps() (steps [units]float32) {
	for i, w := range t.rows {
		u := i % units
		steps[u] = max(steps[u], float32(math.Abs(float64(w)))/(zeroByte-1))
	}
	for u := range steps {
		steps[u] = max(steps[u], 1e-6)
	}
	return steps
}

// outputStep gives the step of the outputs' weights.
func (t *training) outputStep(steps [units]float32) float32 {
	var most float32
	for i, w := range t.out {
		most = max(most, float32(math.Abs(float64(w*steps[i%units]))))
	}
	return max(most/outputLevels, 1e-9)
}

// level rounds a weight to steps, at most so many either way.
func level(w, step float32, most float64) int32 {
	return int32(max(-most, min(most, math.Round(float64(w)/float64(step)))))
}
