package parse

import (
	"fmt"
	"math/bits"
)

// index tells which row of the network belongs to a feature. It is a hash table
// with linear probing; a slot holds 15 bits of the feature's hash and the number
// of the row plus one, 0 when empty. Features that are not in the table pass for
// one that is in about one of 2^14 cases, which does no harm worth the memory.
type index struct {
	slots []uint32 // a power of two
	mask  uint64
}

const (
	rowBits = 17
	maxRows = 1<<rowBits - 1
)

// newIndex numbers the features by their places in the list. Features that the
// table cannot tell apart get the row of the first.
func newIndex(features []uint64) (*index, error) {
	if len(features) > maxRows {
		return nil, fmt.Errorf("%d features, at most %d have room: raise the least count", len(features), maxRows)
	}
	x := &index{slots: make([]uint32, 2<<bits.Len(uint(len(features))))}
	x.mask = uint64(len(x.slots) - 1)
	for row, f := range features {
		if _, found := x.row(f); found {
			continue
		}
		i := f & x.mask
		for x.slots[i] != 0 {
			i = (i + 1) & x.mask
		}
		x.slots[i] = mark(f) | uint32(row+1)
	}
	return x, nil
}

// mark gives the bits of the hash that a slot keeps, which are not those that
// choose the slot.
func mark(feature uint64) uint32 { return uint32(feature>>32) &^ (1<<rowBits - 1) }

// row gives the row of a feature and whether there is one.
func (x *index) row(feature uint64) (row uint32, found bool) {
	want := mark(feature)
	for i := feature & x.mask; ; i = (i + 1) & x.mask {
		slot := x.slots[i]
		if slot == 0 {
			return 0, false
		}
		if slot&^(1<<rowBits-1) == want {
			return slot&(1<<rowBits-1) - 1, true
		}
	}
}
