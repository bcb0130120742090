package quote

import "testing"

// TestCentral: a content that others nearly match is taken before one that is
// likelier than each of them and stands alone; where none matches, the likeliest.
func TestCentral(t *testing.T) {
	r := &reader{words: make([]int32, 21)}
	for i := range r.words {
		r.words[i] = int32(i) // every token is a word
	}
	for _, c := range []struct {
		name    string
		chances []float32
		want    int
	}{
		{"near matches", []float32{0.1, 0.3, 0.25, 0.35}, 1},
		{"one alone is surer", []float32{0.1, 0.1, 0.1, 0.7}, 3},
		{"none is likeliest", []float32{0.9, 0.04, 0.03, 0.03}, 1},
	} {
		x := &candidates{list: []content{{}, {runs: []run{{0, 8}}}, {runs: []run{{0, 10}}}, {runs: []run{{12, 20}}}}}
		if got := r.central(x, c.chances); got != c.want {
			t.Errorf("%s: content %d, want %d", c.name, got, c.want)
		}
	}
}
