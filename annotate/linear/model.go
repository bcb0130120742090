// Package linear holds linear models over hashed sparse features: how they are
// trained (averaged perceptron), packed into few bytes, and scored straight from
// the packed bytes. What the features and classes mean is up to each stage.
//
// Scores are integers, so that a model gives the same answer on every machine.
package linear

import (
	"errors"
	"fmt"
)

// A packed model, all numbers little-endian:
//
//	"QLM1", classes uint16, bucket bits uint8, reserved uint8
//	255 levels int32: the weight that each value byte 1 to 255 stands for
//	one uint32 a bucket and one more: offsets into the rows
//	rows, bucket by bucket: count uint8, a uint16 mark and a uint8 length a row,
//	then the rows' weights, each a class uint8 and a value uint8
//
// A feature's bucket is told by the high bits of its hash, its row in the bucket
// by the low 16. Nothing is unpacked: loading costs nothing and takes no memory
// beside the embedded bytes.
const (
	magic      = "QLM1"
	headerSize = len(magic) + 4
	levels     = 256
	maxClasses = 256
)

// Model scores classes. It is read only and safe for use by several goroutines.
type Model struct {
	classes int
	shift   uint
	levels  [levels]int32
	offsets string
	rows    string
}

var errCut = errors.New("linear model: data is cut short: rebuild it with go run ./annotate/train")

// Open reads the head of a packed model. The model goes on using data.
func Open(data string) (*Model, error) {
	if len(data) < headerSize+4*(levels-1) {
		return nil, errCut
	}
	if data[:len(magic)] != magic {
		return nil, fmt.Errorf("linear model: data begins with %q, want %q", data[:len(magic)], magic)
	}
	m := &Model{classes: int(data[4]) | int(data[5])<<8}
	bits := uint(data[6])
	if m.classes == 0 || m.classes > maxClasses || bits > 24 {
		return nil, fmt.Errorf("linear model: %d classes in 2^%d buckets", m.classes, bits)
	}
	m.shift = 64 - bits
	data = data[headerSize:]
	for i := 1; i < levels; i++ {
		m.levels[i] = int32(word(data[4*(i-1):]))
	}
	data = data[4*(levels-1):]
	size := 4 * (1<<bits + 1)
	if len(data) < size {
		return nil, errCut
	}
	m.offsets, m.rows = data[:size], data[size:]
	if int(word(m.offsets[size-4:])) != len(m.rows) {
		return nil, errCut
	}
	return m, nil
}

func word(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Classes is the number of classes.
func (m *Model) Classes() int { return m.classes }

// Score adds to scores, which has a place for each class, the weights of the
// features.
func (m *Model) Score(features []uint64, scores []int32) {
	for _, f := range features {
		m.Add(f, scores)
	}
}

// Add adds to scores the weights of one feature and reports whether it has any.
func (m *Model) Add(feature uint64, scores []int32) bool {
	b := 4 * (feature >> m.shift)
	at := word(m.offsets[b:])
	bucket := m.rows[at:word(m.offsets[b+4:])]
	if bucket == "" {
		return false
	}
	n := int(bucket[0])
	marks := bucket[1 : 1+2*n]
	low, high := byte(feature), byte(feature>>8)
	for i := 0; i+1 < len(marks); i += 2 {
		if marks[i] == low && marks[i+1] == high {
			m.add(bucket[1+2*n:], n, i/2, scores)
			return true
		}
	}
	return false
}

// add adds the weights of row k of n. rest holds the rows' lengths, then their
// weights.
func (m *Model) add(rest string, n, k int, scores []int32) {
	skip := n
	for _, l := range []byte(rest[:k]) {
		skip += 2 * int(l)
	}
	weights := rest[skip : skip+2*int(rest[k])]
	for i := 0; i+1 < len(weights); i += 2 {
		scores[weights[i]] += m.levels[weights[i+1]]
	}
}
