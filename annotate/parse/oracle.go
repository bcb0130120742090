package parse

import "quoth/annotate/doc"

// tree is the right tree of a sentence, by the nodes of a state.
type tree struct {
	head []int32
	rel  []doc.Rel
}

// treeOf gives the tree that the tokens of a sentence bear, made projective, and
// false where some bear none.
func treeOf(d *doc.Doc, s doc.Sentence) (tree, bool) {
	n := s.End - s.First
	t := tree{head: make([]int32, n+1), rel: make([]doc.Rel, n+1)}
	for i := range n {
		tok := d.Tokens[s.First+i]
		if tok.Rel == doc.RelNone {
			return tree{}, false
		}
		t.rel[i+1] = tok.Rel
		t.head[i+1] = int32(n + 1)
		if tok.Head >= 0 {
			t.head[i+1] = tok.Head - int32(s.First) + 1
		}
	}
	t.lift()
	return t, true
}

// lift makes the tree projective: the dependent of the shortest arc that crosses
// another moves to its head's head, until none crosses (Nivre and Nilsson 2005).
func (t *tree) lift() {
	root := int32(len(t.head))
	for {
		at := t.crossing(root)
		if at == 0 {
			return
		}
		t.head[at] = t.head[t.head[at]]
	}
}

// crossing gives the dependent of the shortest crossing arc, 0 where there is none.
func (t *tree) crossing(root int32) int32 {
	var at, shortest int32
	for d := int32(1); d < root; d++ {
		a, b := min(d, t.head[d]), max(d, t.head[d])
		if t.head[d] == root || at != 0 && b-a >= shortest {
			continue
		}
		for k := a + 1; k < b; k++ {
			if t.head[k] < a || t.head[k] > b {
				at, shortest = d, b-a
				break
			}
		}
	}
	return at
}

// costs gives for each move how many arcs of the tree it puts out of reach
// (Goldberg and Nivre 2013). It counts for allowed moves alone.
func (t *tree) costs(st *state) (c [moves]int) {
	s0, s1 := st.at(0), st.at(1)
	if st.next != st.root {
		for k, s := range st.stack {
			if t.head[s] == st.next {
				c[shift]++
			}
			if k < len(st.stack)-1 && t.head[st.next] == s {
				c[shift]++
			}
		}
	}
	if s0 == 0 {
		return c
	}
	lost := 0
	for d := st.next; d < st.root; d++ {
		if t.head[d] == s0 {
			lost++
		}
	}
	c[left], c[right] = lost, lost
	if t.head[s0] == s1 || t.head[s0] > st.next {
		c[left]++
	}
	if t.head[s0] >= st.next {
		c[right]++
	}
	return c
}

// best gives the moves that cost least.
func (t *tree) best(st *state) moveSet {
	var set moveSet
	costs, allowed := t.costs(st), st.allowed()
	least := -1
	for m, ok := range allowed {
		if ok && (least < 0 || costs[m] < least) {
			least = costs[m]
		}
	}
	for m, ok := range allowed {
		set[m] = ok && costs[m] == least
	}
	return set
}
