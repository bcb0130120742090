package parse

import "quoth/annotate/doc"

// units is the size of the hidden layer.
const units = 64

// A row holds a weight for each unit in a byte, the weight plus 128, eight bytes
// to a word.
const (
	rowWords  = units / 8
	zeroByte  = 128
	evenBytes = 0x00ff00ff00ff00ff
)

// network scores moves and relations. The units are in the order in which the
// sums of the rows come out of their words, see unitAt.
type network struct {
	index     *index
	rows      []uint64 // rowWords a feature
	bias      [units]int32
	moves     [units][moves]int32
	moveBias  [moves]int32
	relations [2][units][len(doc.RelNames)]int32 // of left and of right arcs
	relBias   [2][len(doc.RelNames)]int32
}

// layer is the work space of a network.
type layer struct {
	features [templates]uint64
	rows     [templates]uint32
	units    [units]int32
}

// hidden works out the hidden layer of the features of l. The bytes of the rows
// are added four at a time, each with a byte's room above it: a sum of templates
// bytes is less than 2^16.
func (n *network) hidden(l *layer) {
	k := 0
	for _, f := range &l.features {
		if row, found := n.index.row(f); found {
			l.rows[k] = row * rowWords
			k++
		}
	}
	zero := int32(k * zeroByte)
	active := l.rows[:k]
	for w := range uint32(rowWords) {
		var even, odd uint64
		for _, row := range active {
			x := n.rows[row+w]
			even += x & evenBytes
			odd += x >> 8 & evenBytes
		}
		u := l.units[w*8 : w*8+8 : w*8+8]
		b := n.bias[w*8 : w*8+8 : w*8+8]
		for i := range 4 {
			u[i] = max(int32(even>>(16*i)&0xffff)-zero+b[i], 0)
			u[i+4] = max(int32(odd>>(16*i)&0xffff)-zero+b[i+4], 0)
		}
	}
}

// unitAt gives the place in the hidden layer of the unit that byte i of a row,
// counted from the lowest byte of the first word, adds to.
func unitAt(i int) int { return i&^7 + i%8/2 + i%2*4 }

// move gives the best of the allowed moves.
func (n *network) move(l *layer, allowed moveSet) move {
	scores := n.moveBias
	for i, u := range &l.units {
		if u != 0 {
			w := &n.moves[i]
			scores[shift] += u * w[shift]
			scores[left] += u * w[left]
			scores[right] += u * w[right]
		}
	}
	best := move(-1)
	for m, ok := range allowed {
		if ok && (best < 0 || scores[m] > scores[best]) {
			best = move(m)
		}
	}
	return best
}

// relation gives the best relation for the arc of m.
func (n *network) relation(l *layer, m move, st *state) doc.Rel {
	if head, _ := st.arc(m); head == st.root {
		return doc.RelRoot
	}
	side := m - left
	scores := n.relBias[side]
	for i, u := range &l.units {
		if u != 0 {
			for r, w := range &n.relations[side][i] {
				scores[r] += u * w
			}
		}
	}
	best := doc.RelNone + 1
	for r := best + 1; int(r) < len(scores); r++ {
		if scores[r] > scores[best] {
			best = r
		}
	}
	return best
}
