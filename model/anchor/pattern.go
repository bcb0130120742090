package anchor

// pattern is a string that is compared with others by edit distance: the number
// of bytes to insert, take away or replace. It is the bit-parallel algorithm of
// Myers (1999, Journal of the ACM 46) in the form of Hyyrö (2003) with blocks of
// 64 rows, so that a column costs a few instructions and not one for each byte
// of the pattern.
type pattern struct {
	size  int
	equal [256][]uint64 // for each byte: the rows at which the pattern has it
	plus  []uint64      // rows at which the distance is one more than in the row above
	minus []uint64      // … one less
}

const wordBits = 64

func compile(s string) *pattern {
	blocks := (len(s) + wordBits - 1) / wordBits
	p := &pattern{size: len(s), plus: make([]uint64, blocks), minus: make([]uint64, blocks)}
	for i := range len(s) {
		rows := p.equal[s[i]]
		if rows == nil {
			rows = make([]uint64, blocks)
			p.equal[s[i]] = rows
		}
		rows[i/wordBits] |= 1 << (i % wordBits)
	}
	return p
}

// run feeds s to the pattern and calls each with the edit distance in the last
// row after every byte. In the first row the distance is 0 everywhere, so that a
// match may begin anywhere, or grows by step with every byte.
func (p *pattern) run(s string, step int, each func(end, distance int)) {
	for b := range p.plus {
		p.plus[b], p.minus[b] = ^uint64(0), 0
	}
	distance := p.size
	for i := range len(s) {
		carry := step
		rows := p.equal[s[i]]
		for b := range p.plus {
			var equal uint64
			if rows != nil {
				equal = rows[b]
			}
			out := wordBits - 1
			if b == len(p.plus)-1 {
				out = (p.size - 1) % wordBits
			}
			carry = p.advance(b, equal, carry, uint(out))
		}
		distance += carry
		each(i+1, distance)
	}
}

// advance computes a block's next column. carry and the result are the change of
// the distance from column to column in the row above the block and in the row
// out of the block: -1, 0 or 1.
func (p *pattern) advance(b int, equal uint64, carry int, out uint) int {
	plus, minus := p.plus[b], p.minus[b]
	vertical := equal | minus
	if carry < 0 {
		equal |= 1
	}
	horizontal := (((equal & plus) + plus) ^ plus) | equal
	up := minus | ^(horizontal | plus)
	down := plus & horizontal
	result := int(up>>out&1) - int(down>>out&1)
	up <<= 1
	down <<= 1
	switch {
	case carry < 0:
		down |= 1
	case carry > 0:
		up |= 1
	}
	p.plus[b] = down | ^(vertical | up)
	p.minus[b] = up & vertical
	return result
}

// likeness says how alike the pattern and s are: 1 for the same, 0 for nothing
// in common. An empty pattern is like everything.
func (p *pattern) likeness(s string) float64 {
	if p.size == 0 {
		return 1
	}
	distance := p.size
	p.run(s, 1, func(_, d int) { distance = d })
	return max(0, 1-float64(distance)/float64(max(p.size, len(s))))
}

// best gives the end of the first stretch of s that is most like the pattern,
// and its distance.
func (p *pattern) best(s string) (end, distance int) {
	distance = p.size
	p.run(s, 0, func(e, d int) {
		if d < distance {
			end, distance = e, d
		}
	})
	return end, distance
}
