package parse

import (
	"quoth/annotate/doc"
	"quoth/annotate/linear"
)

// move is a transition of the arc-hybrid system.
type move int

const (
	shift move = iota // the next token goes onto the stack
	left              // the top of the stack depends on the next token and leaves
	right             // the top of the stack depends on the one below and leaves
	moves
)

// moveSet tells which moves are meant.
type moveSet [moves]bool

// node is a token of the sentence with what the features ask of it. Node 0 stands
// before the sentence; the nodes after its last token are the root and what the
// features see beyond it.
type node struct {
	word   uint64 // hash of the word in lower case
	ending uint64 // hash of its last characters and case
	tag    uint64
	head   int32
	left   [2]int32 // outermost dependents on the left, 0 for none
	right  [2]int32
	lefts  uint8 // number of dependents on the left, at most maxCount
	rights uint8
	rel    doc.Rel
	kinds  kinds  // of relations that the dependents have
	pauses uint32 // commas and the like before this token in the sentence
	quoted uint64 // 1 inside quotation marks
}

// beyond is how many nodes after the last token the features see, the root first.
const beyond = 4

// maxCount bounds counts of dependents.
const maxCount = 4

// Stand-ins for words and tags outside the sentence. No tag has these numbers.
const (
	beforeFirst = 1<<20 + iota
	afterLast
)

// state is a partial parse.
type state struct {
	nodes []node
	stack []int32 // the top is last
	next  int32   // node of the next token, the root when none is left
	root  int32
}

// start makes st the state before the first move for a sentence.
func (st *state) start(d *doc.Doc, s doc.Sentence) {
	n := s.End - s.First
	if cap(st.nodes) < n+1+beyond {
		st.nodes = make([]node, n+1+beyond, 2*(n+1+beyond))
	}
	st.nodes = st.nodes[:n+1+beyond]
	st.nodes[0] = node{word: beforeFirst, ending: beforeFirst, tag: beforeFirst, rel: doc.RelNone}
	var pauses uint32
	var quoted uint64
	for i := range n {
		t := d.Tokens[s.First+i]
		f := &d.Forms[t.Form]
		ending := f.Suffix[2]
		if f.Case.Capital() {
			ending = linear.Mix(ending, 1)
		}
		st.nodes[i+1] = node{word: f.Lower, ending: ending, tag: uint64(t.Tag), pauses: pauses, quoted: quoted}
		switch t.Tag {
		case doc.TagOpen, doc.TagClose:
			quoted ^= 1
			pauses++
		case doc.TagComma, doc.TagColon, doc.TagLRB, doc.TagRRB:
			pauses++
		}
	}
	for i := n + 1; i < len(st.nodes); i++ {
		st.nodes[i] = node{word: afterLast, ending: afterLast, tag: afterLast, pauses: pauses, quoted: quoted}
	}
	st.stack = st.stack[:0]
	st.next, st.root = 1, int32(n+1)
}

func (st *state) done() bool { return st.next == st.root && len(st.stack) == 0 }

// allowed gives the moves that lead to a tree with one root. One is always
// allowed before the end.
func (st *state) allowed() moveSet {
	k := len(st.stack)
	more := st.next != st.root
	return moveSet{shift: more, left: k > 0 && more || k == 1, right: k > 1}
}

// arc gives the head and the dependent that m, which is not shift, would tie.
func (st *state) arc(m move) (head, dependent int32) {
	k := len(st.stack)
	if m == left {
		return st.next, st.stack[k-1]
	}
	return st.stack[k-2], st.stack[k-1]
}

// do makes the move m with the relation of its arc.
func (st *state) do(m move, rel doc.Rel) {
	if m == shift {
		st.stack = append(st.stack, st.next)
		st.next++
		return
	}
	head, dependent := st.arc(m)
	st.stack = st.stack[:len(st.stack)-1]
	h, d := &st.nodes[head], &st.nodes[dependent]
	d.head, d.rel = head, rel
	h.kinds |= kindOf[rel]
	// Dependents of a side come from the inside outwards.
	if m == left {
		h.left = [2]int32{dependent, h.left[0]}
		h.lefts = min(h.lefts+1, maxCount)
	} else {
		h.right = [2]int32{dependent, h.right[0]}
		h.rights = min(h.rights+1, maxCount)
	}
}

// at gives node k of the stack from its top, node 0 where there is none.
func (st *state) at(k int) int32 {
	if i := len(st.stack) - 1 - k; i >= 0 {
		return st.stack[i]
	}
	return 0
}

// kinds is a set of kinds of dependents: what a word already has tells what else
// it may take.
type kinds uint16

// kindOf gives the kind of each relation, as a set of one; modifiers that a word
// can have any number of have none.
var kindOf = [len(doc.RelNames)]kinds{
	doc.RelNsubj: 1 << 0, doc.RelNsubjPass: 1 << 0, doc.RelCsubj: 1 << 0, doc.RelCsubjPass: 1 << 0, doc.RelExpl: 1 << 0,
	doc.RelObj: 1 << 1, doc.RelCcomp: 1 << 2, doc.RelXcomp: 1 << 2, doc.RelAux: 1 << 3, doc.RelAuxPass: 1 << 3,
	doc.RelCop: 1 << 4, doc.RelMark: 1 << 5, doc.RelCase: 1 << 6, doc.RelPunct: 1 << 7, doc.RelCc: 1 << 8,
	doc.RelConj: 1 << 9, doc.RelDet: 1 << 10, doc.RelNmodPoss: 1 << 10, doc.RelParataxis: 1 << 11,
}
