package linear

import (
	"encoding/binary"
	"fmt"
	"math"
	"sort"
)

// Row is the weights of one feature.
type Row struct {
	Feature uint64
	Weights []Weight // by class
}

// Weight is what a feature says for a class.
type Weight struct {
	Class int
	Value float64
}

// fixed is the fixed point of scores: the integer that stands for a weight of 1.
const fixed = 1 << 12

// curve bends the levels of quantised weights (µ-law): small weights, which are
// most, are told apart finely, and the few large ones coarsely.
const curve = 40

// rowsPerBucket is the mean number of rows in a bucket.
const rowsPerBucket = 4

// maxRow is the most weights and maxBucket the most rows that one byte counts.
const (
	maxRow    = 255
	maxBucket = 255
)

// Pack gives the packed form of rows, which it sorts. Weights that round to
// nothing are left out.
func Pack(rows []Row, classes int) ([]byte, error) {
	if classes < 1 || classes > maxClasses {
		return nil, fmt.Errorf("linear model: %d classes, want 1 to %d", classes, maxClasses)
	}
	sort.Slice(rows, func(i, k int) bool { return rows[i].Feature < rows[k].Feature })
	q := newQuantiser(rows)
	rows = q.kept(rows)
	bits := uint(1)
	for rowsPerBucket<<bits < len(rows) {
		bits++
	}
	out := make([]byte, 0, headerSize+4*(levels-1)+8<<bits+8*len(rows))
	out = append(out, magic...)
	out = binary.LittleEndian.AppendUint16(out, uint16(classes))
	out = append(out, byte(bits), 0)
	for b := 1; b < levels; b++ {
		out = binary.LittleEndian.AppendUint32(out, uint32(q.level(b)))
	}
	return appendBuckets(out, rows, bits, q)
}

// appendBuckets appends the offsets and the rows, which are sorted. Of two rows
// of a bucket with the same mark only the first is ever found; with four rows to a
// bucket that befalls one row in tens of thousands.
func appendBuckets(out []byte, rows []Row, bits uint, q *quantiser) ([]byte, error) {
	var body []byte
	next := 0
	for b := range uint64(1) << bits {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
		first := next
		for next < len(rows) && rows[next].Feature>>(64-bits) == b {
			next++
		}
		bucket := rows[first:next]
		if len(bucket) == 0 {
			continue
		}
		if len(bucket) > maxBucket {
			return nil, fmt.Errorf("linear model: %d features in one bucket: their hashes are not mixed", len(bucket))
		}
		body = append(body, byte(len(bucket)))
		for _, r := range bucket {
			body = binary.LittleEndian.AppendUint16(body, uint16(r.Feature))
		}
		for _, r := range bucket {
			body = append(body, byte(len(r.Weights)))
		}
		for _, r := range bucket {
			for _, w := range r.Weights {
				body = append(body, byte(w.Class), q.value(w.Value))
			}
		}
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
	return append(out, body...), nil
}

// quantiser turns weights into value bytes: 128 is nothing, 129 to 255 are the
// positive levels, 127 to 1 the negative ones.
type quantiser struct{ most float64 }

const zeroValue = 128

func newQuantiser(rows []Row) *quantiser {
	q := &quantiser{most: 1e-9}
	for _, r := range rows {
		for _, w := range r.Weights {
			q.most = max(q.most, math.Abs(w.Value))
		}
	}
	return q
}

// level is the integer weight that the value byte b stands for.
func (q *quantiser) level(b int) int32 {
	n := float64(b-zeroValue) / (zeroValue - 1)
	size := q.most * (math.Pow(1+curve, math.Abs(n)) - 1) / curve
	return int32(math.Round(math.Copysign(size*fixed, n)))
}

func (q *quantiser) value(w float64) byte {
	n := math.Log1p(curve*math.Abs(w)/q.most) / math.Log1p(curve) * (zeroValue - 1)
	return byte(zeroValue + int(math.Copysign(math.Round(n), w)))
}

// kept gives the rows with the weights that do not round to nothing, and not more
// than a row holds.
func (q *quantiser) kept(rows []Row) []Row {
	kept := rows[:0]
	for _, r := range rows {
		weights := r.Weights[:0]
		for _, w := range r.Weights {
			if q.value(w.Value) != zeroValue && len(weights) < maxRow {
				weights = append(weights, w)
			}
		}
		if len(weights) > 0 {
			kept = append(kept, Row{Feature: r.Feature, Weights: weights})
		}
	}
	return kept
}
