package linear_test

import (
	"math"
	"testing"

	"quoth/annotate/linear"
)

func rows(n int) []linear.Row {
	var all []linear.Row
	for i := range n {
		all = append(all, linear.Row{Feature: feature(i), Weights: []linear.Weight{
			{Class: i % 5, Value: float64(i%100)/10 - 5.03}, {Class: 7, Value: 0.021},
		}})
	}
	return all
}

func feature(i int) uint64 { return linear.Mix(linear.Hash("feature"), uint64(i)) }

// one is the score that stands for a weight of one.
const one = 1 << 12

func TestPackedWeights(t *testing.T) {
	const n = 20_000
	data, err := linear.Pack(rows(n), 8)
	if err != nil {
		t.Fatal(err)
	}
	m, err := linear.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if m.Classes() != 8 {
		t.Errorf("%d classes, want 8", m.Classes())
	}
	for i := range n {
		var scores [8]int32
		if !m.Add(feature(i), scores[:]) {
			t.Fatalf("feature %d is not found", i)
		}
		want := float64(i%100)/10 - 5.03
		if got := float64(scores[i%5]) / one; math.Abs(got-want) > 0.02*math.Abs(want)+0.002 {
			t.Fatalf("feature %d weighs %f, want %f", i, got, want)
		}
		if got := float64(scores[7]) / one; math.Abs(got-0.021) > 0.002 {
			t.Fatalf("feature %d weighs %f, want 0.021", i, got)
		}
	}
	found := 0
	for i := range n {
		var scores [8]int32
		if m.Add(feature(n+i), scores[:]) {
			found++
		}
	}
	if found > n/1000 {
		t.Errorf("%d of %d features that are not in the model are found", found, n)
	}
}

func TestPackIsStable(t *testing.T) {
	forward, backward := rows(300), rows(300)
	for i, k := 0, len(backward)-1; i < k; i, k = i+1, k-1 {
		backward[i], backward[k] = backward[k], backward[i]
	}
	a, err := linear.Pack(forward, 8)
	if err != nil {
		t.Fatal(err)
	}
	b, err := linear.Pack(backward, 8)
	if err != nil {
		t.Fatal(err)
	}
	if string(a) != string(b) {
		t.Error("the order of the rows changes the packed bytes")
	}
}

func TestOpenBroken(t *testing.T) {
	data, err := linear.Pack(rows(30), 8)
	if err != nil {
		t.Fatal(err)
	}
	for n := range data {
		if _, err := linear.Open(string(data[:n])); err == nil {
			t.Fatalf("cut to %d of %d bytes: no error", n, len(data))
		}
	}
	if _, err := linear.Open("XLM1" + string(data[4:])); err == nil {
		t.Error("another kind of file: no error")
	}
	if _, err := linear.Pack(nil, 300); err == nil {
		t.Error("300 classes: no error")
	}
}

func TestEmpty(t *testing.T) {
	data, err := linear.Pack(nil, 2)
	if err != nil {
		t.Fatal(err)
	}
	m, err := linear.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if m.Add(feature(1), make([]int32, 2)) {
		t.Error("an empty model knows a feature")
	}
}

// TestPerceptron learns classes that a line can part.
func TestPerceptron(t *testing.T) {
	p := linear.NewPerceptron(2)
	examples := [][]uint64{{feature(3)}, {feature(0), feature(1)}, {feature(0), feature(2)}, {feature(0), feature(1), feature(2)}}
	guess := func(add func([]uint64, []int32), fs []uint64) int {
		var scores [2]int32
		add(fs, scores[:])
		if scores[1] > scores[0] {
			return 1
		}
		return 0
	}
	for range 400 {
		for i, fs := range examples {
			p.Tick()
			p.Correct(fs, min(i, 1), guess(p.Score, fs))
		}
	}
	data, err := linear.Pack(p.Averaged(0, 0), 2)
	if err != nil {
		t.Fatal(err)
	}
	m, err := linear.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	for i, fs := range examples {
		if got := guess(m.Score, fs); got != min(i, 1) {
			t.Errorf("example %d is class %d", i, got)
		}
	}
	if n := len(p.Averaged(1000, 0)); n != 0 {
		t.Errorf("%d features changed a thousand times", n)
	}
}

func BenchmarkScore(b *testing.B) {
	data, err := linear.Pack(rows(200_000), 8)
	if err != nil {
		b.Fatal(err)
	}
	m, err := linear.Open(string(data))
	if err != nil {
		b.Fatal(err)
	}
	var scores [8]int32
	i := 0
	for b.Loop() {
		m.Add(feature(i), scores[:])
		i = (i + 7919) % 400_000
	}
}
