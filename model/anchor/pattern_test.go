package anchor

import (
	"math/rand/v2"
	"testing"
)

// distances is the edit distance by the book (Wagner and Fischer 1974): the last
// row of the table, a column for each byte of s.
func distances(pattern, s string, step int) []int {
	column := make([]int, len(pattern)+1)
	for i := range column {
		column[i] = i
	}
	var out []int
	for j := range len(s) {
		above := column[0]
		column[0] += step
		for i := range len(pattern) {
			cost := 1
			if pattern[i] == s[j] {
				cost = 0
			}
			above, column[i+1] = column[i+1], min(above+cost, column[i+1]+1, column[i]+1)
		}
		out = append(out, column[len(pattern)])
	}
	return out
}

func TestPatternAgreesWithTheTable(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	random := func(n int) string {
		b := make([]byte, n)
		for i := range b {
			b[i] = "abc"[r.IntN(3)]
		}
		return string(b)
	}
	for _, size := range []int{1, 2, 63, 64, 65, 127, 128, 129, 200} {
		for range 20 {
			pattern, s := random(size), random(r.IntN(300))
			p := compile(pattern)
			for _, step := range []int{0, 1} {
				want := distances(pattern, s, step)
				p.run(s, step, func(end, got int) {
					if got != want[end-1] {
						t.Fatalf("step %d: %q in %q: distance %d at %d, want %d", step, pattern, s, got, end, want[end-1])
					}
				})
			}
		}
	}
}

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		pattern, s string
		want       float64
	}{
		{"", "anything", 1}, {"abcd", "abcd", 1}, {"abcd", "", 0}, {"abcd", "abxd", 0.75}, {"ab", "abcd", 0.5},
	} {
		if got := compile(c.pattern).likeness(c.s); got != c.want {
			t.Errorf("likeness of %q and %q is %v, want %v", c.pattern, c.s, got, c.want)
		}
	}
}
