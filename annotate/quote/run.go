package quote

// run is a stretch of tokens [First, End).
type run struct{ First, End int }

// holds reports whether token i is in one of the runs.
func holds(runs []run, i int) bool {
	for _, g := range runs {
		if i >= g.First && i < g.End {
			return true
		}
	}
	return false
}

// among adds up the shares of runs in a prefix sum.
func among(sums []int32, runs []run) int {
	n := 0
	for _, g := range runs {
		n += count(sums, g.First, g.End)
	}
	return n
}

// shared counts the words that two lists of runs share.
func (r *reader) shared(a, b []run) int {
	n := 0
	for _, g := range a {
		for _, h := range b {
			n += count(r.words, max(g.First, h.First), min(g.End, h.End))
		}
	}
	return n
}

// overlap gives the words that two contents share as a part of all their words
// (the Jaccard index).
func (r *reader) overlap(a, b []run) float64 {
	shared := r.shared(a, b)
	all := among(r.words, a) + among(r.words, b) - shared
	if all == 0 {
		return 0
	}
	return float64(shared) / float64(all)
}
