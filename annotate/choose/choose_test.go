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
