package parse

import "quoth/annotate/linear"

// templates is the number of features of a state.
const templates = 81

// features fills the features of a state: words, endings, tags and relations of
// the stack's top, the next tokens and their outermost dependents, some of them
// joined, and what stands between.
func (st *state) features(f *[templates]uint64) {
	n := st.nodes
	i0, i1 := st.at(0), st.at(1)
	s0, s1, s2, s3 := &n[i0], &n[i1], &n[st.at(2)], &n[st.at(3)]
	b0, b1, b2, b3 := &n[st.next], &n[st.next+1], &n[st.next+2], &n[st.next+3]
	l1, l2, r1, r2 := &n[s0.left[0]], &n[s0.left[1]], &n[s0.right[0]], &n[s0.right[1]]
	bl1, bl2 := &n[b0.left[0]], &n[b0.left[1]]
	s1l, s1r, s1r2 := &n[s1.left[0]], &n[s1.right[0]], &n[s1.right[1]]
	rr := &n[r1.right[0]]
	after0, before0, last := &n[i0+1], &n[max(i0-1, 0)], &n[st.next-1]
	gap := distance(i0, st.next)
	pause0, pause1 := uint64(0), uint64(0)
	if i0 > 0 {
		pause0 = uint64(b0.pauses - s0.pauses)
	}
	if i1 > 0 {
		pause1 = uint64(s0.pauses - s1.pauses)
	}
	*f = [templates]uint64{
		// words
		one(0, s0.word), one(1, s1.word), one(2, s2.word), one(3, b0.word), one(4, b1.word), one(5, b2.word),
		one(6, l1.word), one(7, r1.word), one(8, bl1.word), one(9, s1r.word), one(10, s1l.word),
		// endings
		one(11, s0.ending), one(12, s1.ending), one(13, b0.ending), one(14, b1.ending),
		// tags
		one(15, s0.tag), one(16, s1.tag), one(17, s2.tag), one(18, b0.tag), one(19, b1.tag), one(20, b2.tag), one(21, b3.tag),
		one(22, l1.tag), one(23, r1.tag), one(24, bl1.tag), one(25, s1r.tag), one(26, s1l.tag),
		// relations
		one(27, rel(l1)), one(28, rel(l2)), one(29, rel(r1)), one(30, rel(r2)), one(31, rel(bl1)), one(32, rel(bl2)),
		one(33, rel(s1l)), one(34, rel(s1r)), one(35, rel(s1r2)),
		// words and tags joined
		two(36, s0.word, s0.tag), two(37, b0.word, b0.tag), two(38, s1.word, s1.tag),
		two(39, s0.tag, b0.tag), two(40, s0.word, b0.tag), two(41, s0.tag, b0.word),
		two(42, s1.tag, s0.tag), two(43, s1.word, s0.tag), two(44, s1.tag, s0.word), two(45, s1.tag, b0.tag),
		three(46, s1.tag, s0.tag, b0.tag), three(47, s0.tag, b0.tag, b1.tag), three(48, b0.tag, b1.tag, b2.tag),
		three(49, s2.tag, s1.tag, s0.tag),
		// distance and numbers of dependents
		one(50, gap), three(51, gap, s0.tag, b0.tag),
		three(52, s0.tag, uint64(s0.lefts), uint64(s0.rights)), two(53, b0.tag, uint64(b0.lefts)), two(54, s1.tag, uint64(s1.rights)),
		two(55, s0.word, uint64(s0.rights)), two(56, s1.word, uint64(s1.rights)), two(57, b0.word, uint64(b0.lefts)),
		// beside the stack's top
		two(58, s0.tag, after0.tag), two(59, s0.tag, before0.tag), two(60, b0.tag, last.tag), two(61, rr.tag, rel(rr)), two(62, s3.tag, 0),
		// relations joined
		three(63, s0.tag, rel(r1), rel(r2)), three(64, s1.tag, rel(s1r), rel(s1r2)),
		three(65, b0.tag, rel(bl1), rel(bl2)), three(66, s0.tag, rel(l1), rel(l2)),
		// pauses and quotation marks between
		three(67, min(pause0, 3), s0.tag, b0.tag), three(68, min(pause1, 3), s1.tag, s0.tag), two(69, min(pause0, 7), min(pause1, 7)),
		three(70, s1.quoted, s0.quoted, b0.quoted), three(71, s0.quoted, b0.quoted, b0.tag),
		// kinds of dependents
		two(72, uint64(s0.kinds), s0.tag), two(73, uint64(s1.kinds), s1.tag), two(74, uint64(b0.kinds), b0.tag),
		one(75, uint64(s0.kinds)), one(76, uint64(s1.kinds)), one(77, uint64(b0.kinds)),
		two(78, uint64(s1.kinds), s0.tag), two(79, uint64(s0.kinds), b0.tag), two(80, uint64(b0.kinds), s0.tag),
	}
}

func rel(n *node) uint64 { return uint64(n.rel) }

// distance puts the distance of two tokens in classes, 0 where there is no first.
func distance(from, to int32) uint64 {
	d := uint64(to - from)
	switch {
	case from == 0:
		return 0
	case d > 20:
		return 9
	case d > 10:
		return 8
	case d > 6:
		return 7
	case d > 4:
		return 5
	}
	return d
}

// Hashes of a template and what it looks at.

func one(template, x uint64) uint64 { return linear.Mix(linear.Mix(0, template+1), x) }

func two(template, x, y uint64) uint64 { return linear.Mix(one(template, x), y) }

func three(template, x, y, z uint64) uint64 { return linear.Mix(two(template, x, y), z) }
