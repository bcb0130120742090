package main

import "fmt"

// score counts what was wanted, given, and right.
type score struct{ right, given, wanted int }

// count adds to s what is in wanted, in given, and in both.
func count[K comparable](s *score, wanted, given map[K]bool) {
	for k := range given {
		if wanted[k] {
			s.right++
		}
	}
	s.given += len(given)
	s.wanted += len(wanted)
}

func (s score) String() string {
	p := 100 * float64(s.right) / float64(max(s.given, 1))
	r := 100 * float64(s.right) / float64(max(s.wanted, 1))
	return fmt.Sprintf("P %.1f R %.1f F %.1f", p, r, 2*p*r/max(p+r, 1e-9))
}
