package parse

import (
	"math/rand/v2"
	"testing"

	"quoth/annotate/doc"
	"quoth/annotate/linear"
	"quoth/annotate/token"
	"quoth/model"
)

// sentenceOf gives a document of one sentence whose words are told by letters and
// tagged in turn with two tags.
func sentenceOf(n int) *doc.Doc {
	d := &doc.Doc{}
	for i := range n {
		d.Text += string(rune('a'+i%26)) + " "
		d.Tokens = append(d.Tokens, doc.Token{Span: model.Span{Start: 2 * i, End: 2*i + 1}, Tag: doc.TagNN + doc.Tag(i%2), Head: -1})
	}
	token.Index(d)
	d.Sentences = []doc.Sentence{{First: 0, End: n}}
	return d
}

// grow ties the tokens from first to end, which is not in it, into a projective
// tree and gives its root.
func grow(d *doc.Doc, first, end int, random *rand.Rand) int32 {
	root := first + random.IntN(end-first)
	d.Tokens[root].Rel = doc.RelRoot
	for _, side := range [][2]int{{first, root}, {root + 1, end}} {
		for at := side[0]; at < side[1]; {
			next := at + 1 + random.IntN(side[1]-at)
			child := grow(d, at, next, random)
			d.Tokens[child].Head = int32(root)
			d.Tokens[child].Rel = doc.RelNsubj + doc.Rel(random.IntN(3))
			at = next
		}
	}
	return int32(root)
}

// TestOracle follows moves that cost nothing, whichever, and arrives at the tree.
func TestOracle(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		n := 1 + random.IntN(20)
		d := sentenceOf(n)
		grow(d, 0, n, random)
		want, ok := treeOf(d, d.Sentences[0])
		if !ok {
			t.Fatal("a tree is not taken for one")
		}
		var st state
		st.start(d, d.Sentences[0])
		for !st.done() {
			costs, best := want.costs(&st), want.best(&st)
			m := move(random.IntN(int(moves)))
			for !best[m] {
				m = (m + 1) % moves
			}
			if costs[m] != 0 {
				t.Fatalf("the best move costs %d on the way to a projective tree", costs[m])
			}
			rel := doc.RelNone
			if m != shift {
				_, dependent := st.arc(m)
				rel = want.rel[dependent]
			}
			st.do(m, rel)
		}
		for i := 1; i <= n; i++ {
			if st.nodes[i].head != want.head[i] || st.nodes[i].rel != want.rel[i] {
				t.Fatalf("token %d has head %d, want %d", i, st.nodes[i].head, want.head[i])
			}
		}
	}
}

func TestLift(t *testing.T) {
	// "A hearing is scheduled on the issue today": "on the issue" belongs to
	// "hearing", across the root.
	tr := tree{head: []int32{0, 2, 4, 4, 9, 7, 7, 2, 4}, rel: make([]doc.Rel, 9)}
	tr.lift()
	if tr.head[7] != 4 {
		t.Errorf("the crossing arc hangs on %d, want 4", tr.head[7])
	}
	if tr.crossing(9) != 0 {
		t.Error("an arc still crosses another")
	}
}

// learnt gives a parser of a toy grammar: each token depends on the next one.
func learnt(t *testing.T) []byte {
	t.Helper()
	d := sentenceOf(12)
	for i := range d.Tokens {
		d.Tokens[i].Head, d.Tokens[i].Rel = int32(i+1), doc.RelDet
	}
	d.Tokens[11].Head, d.Tokens[11].Rel = -1, doc.RelRoot
	docs := make([]*doc.Doc, 200)
	for i := range docs {
		docs[i] = d
	}
	data, err := Learn(docs, Options{Epochs: 12, Least: 2, Rate: 0.05, Dropped: 0.1, Explore: 0.9, Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestLearn(t *testing.T) {
	data := learnt(t)
	if string(data) != string(learnt(t)) {
		t.Error("the same documents give other weights")
	}
	p, err := Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	d := sentenceOf(12)
	p.Annotate(d, nil)
	for i, tok := range d.Tokens[:11] {
		if int(tok.Head) != i+1 || tok.Rel != doc.RelDet {
			t.Errorf("token %d depends on %d as %s", i, tok.Head, tok.Rel)
		}
	}
	if _, err := Learn([]*doc.Doc{sentenceOf(3)}, Options{}); err == nil {
		t.Error("no tree to learn from: no error")
	}
}

// TestHidden holds the sums that are worked out eight bytes at a time to those
// worked out one by one.
func TestHidden(t *testing.T) {
	n, err := openNetwork(string(learnt(t)))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(2, 2))
	for i := range n.rows {
		n.rows[i] = random.Uint64()
	}
	var st state
	d := sentenceOf(9)
	st.start(d, d.Sentences[0])
	st.do(shift, doc.RelNone)
	st.do(shift, doc.RelNone)
	var l layer
	st.features(&l.features)
	n.hidden(&l)
	want := n.bias
	for _, f := range l.features {
		row, found := n.index.row(f)
		if !found {
			continue
		}
		for i := range units {
			want[unitAt(i)] += int32(n.rows[int(row)*rowWords+i/8]>>(i%8*8)&0xff) - zeroByte
		}
	}
	for u := range want {
		if l.units[u] != max(want[u], 0) {
			t.Fatalf("unit %d is %d, want %d", u, l.units[u], max(want[u], 0))
		}
	}
}

func TestIndex(t *testing.T) {
	var features []uint64
	for i := range uint64(50_000) {
		features = append(features, linear.Mix(7, i))
	}
	x, err := newIndex(features)
	if err != nil {
		t.Fatal(err)
	}
	wrong, ghosts := 0, 0
	for i, f := range features {
		if row, found := x.row(f); !found || int(row) != i {
			wrong++
		}
		if _, found := x.row(linear.Mix(8, f)); found {
			ghosts++
		}
	}
	if wrong > 10 || ghosts > 10 {
		t.Errorf("%d features have another's row, %d that are not there have one", wrong, ghosts)
	}
	if _, err := newIndex(make([]uint64, maxRows+1)); err == nil {
		t.Error("too many features: no error")
	}
}
