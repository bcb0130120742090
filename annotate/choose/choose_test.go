package choose_test

import (
	"testing"

	"quoth/annotate/choose"
)

// xor makes the four choices between two candidates that need a pair of values.
func xor() []choose.Example {
	var out []choose.Example
	for i := range 4 {
		a, b := uint32(i&1), uint32(i>>1)
		var yes, no choose.Tally
		yes.Two(1, a, b)
		yes.One(2, a)
		no.Bias(3)
		out = append(out, choose.Example{Candidates: [][]uint32{yes.Kept(), no.Kept()}, Right: []bool{a != b, a == b}})
	}
	return out
}

func TestLearnsAndKeeps(t *testing.T) {
	m := choose.Train(xor(), choose.Options{Epochs: 60, Rate: 0.2})
	file := m.Append(nil)
	read, rest, err := choose.Read(append(file, 1, 2))
	if err != nil || len(rest) != 2 {
		t.Fatalf("read back: %v, %d bytes left", err, len(rest))
	}
	for i := range 4 {
		a, b := uint32(i&1), uint32(i>>1)
		y := read.Tally()
		y.Two(1, a, b)
		y.One(2, a)
		n := read.Tally()
		n.Bias(3)
		scores := []float32{y.Score(), n.Score()}
		if got, want := choose.Softmax(scores) == 0, a != b; got != want || scores[0]+scores[1] < 0.999 {
			t.Errorf("%d and %d: chose %v with %v", a, b, got, scores)
		}
	}
	if again := choose.Train(xor(), choose.Options{Epochs: 60, Rate: 0.2}).Append(nil); string(again) != string(file) {
		t.Error("two trainings on the same examples differ")
	}
}

func TestReadRefusesShortFiles(t *testing.T) {
	file := choose.Train(xor(), choose.Options{}).Append(nil)
	for n := range file {
		if _, _, err := choose.Read(file[:n]); err == nil {
			t.Fatalf("%d of %d bytes were read without an error", n, len(file))
		}
	}
}

// TestDropoutSharesTheWeight: of a sure sign and one that is right nine times of
// ten, the second weighs more beside the first where signs are left out.
func TestDropoutSharesTheWeight(t *testing.T) {
	sign := func(sure, likely uint32) *choose.Tally {
		var c choose.Tally
		if sure > 0 {
			c.One(1, sure)
		}
		c.One(2, likely)
		return &c
	}
	var all []choose.Example
	for i := range 40 {
		sure, likely := uint32(1+i%2), uint32(1+i%2)
		if i%10 == 0 {
			likely = 3 - likely
		}
		var no choose.Tally
		no.Bias(3)
		all = append(all, choose.Example{Candidates: [][]uint32{sign(sure, likely).Kept(), no.Kept()}, Right: []bool{sure == 1, sure == 2}})
	}
	share := func(drop float32) float32 {
		m := choose.Train(all, choose.Options{Epochs: 30, Drop: drop})
		sure, likely := m.Tally(), m.Tally()
		sure.One(1, 1)
		likely.One(2, 1)
		return likely.Score() / sure.Score()
	}
	if without, with := share(0), share(0.5); with <= without {
		t.Errorf("the likely sign weighs %.2f of the sure one with dropout, %.2f without", with, without)
	}
}
