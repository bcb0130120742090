package choose

import (
	"encoding/binary"
	"errors"
	"math"
)

// Append writes m to b: the step, the number of weights that are not zero, and
// for each its distance from the one before and its value.
func (m *Model) Append(b []byte) []byte {
	n := 0
	for _, w := range m.weights {
		if w != 0 {
			n++
		}
	}
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(m.step))
	b = binary.AppendUvarint(b, uint64(n))
	last := 0
	for i, w := range m.weights {
		if w != 0 {
			b = append(binary.AppendUvarint(b, uint64(i-last)), byte(w))
			last = i
		}
	}
	return b
}

var errShort = errors.New("the weights of a chooser end too early")

// Read takes a model from the beginning of b and gives what follows it.
func Read(b []byte) (*Model, []byte, error) {
	if len(b) < 4 {
		return nil, nil, errShort
	}
	m := &Model{weights: make([]int8, 1<<Bits), step: math.Float32frombits(binary.LittleEndian.Uint32(b))}
	n, k := binary.Uvarint(b[4:])
	if k <= 0 {
		return nil, nil, errShort
	}
	b = b[4+k:]
	at := uint64(0)
	for range n {
		gap, k := binary.Uvarint(b)
		if k <= 0 || k >= len(b) {
			return nil, nil, errShort
		}
		if at += gap; at >= 1<<Bits {
			return nil, nil, errors.New("the weights of a chooser lie outside its table")
		}
		m.weights[at] = int8(b[k])
		b = b[k+1:]
	}
	return m, b, nil
}
