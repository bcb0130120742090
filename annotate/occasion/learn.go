package occasion

import (
	"quoth/annotate/choose"
	"quoth/annotate/namesake"
	"quoth/annotate/scene"
	"quoth/model"
)

// Lessons are the choices of marked articles for the three choosers.
type Lessons struct{ Enter, Stay, Day []choose.Example }

// Add adds the choices of a marked article. The places and times of its clauses
// must be filled in as the engine finds them; gold stands beside s.Quotes. The
// choices before each one are the right ones.
func (l *Lessons) Add(s *scene.Scene, gold []model.Quote) {
	r := newReader(s)
	for k, q := range r.Order {
		want := gold[q].Where
		enter := func(n int, describe func(int, *choose.Tally)) int {
			c := r.entries(k)
			return l.add(&l.Enter, n, describe, float32(r.following(k)), func(i int) float64 {
				if i < 0 {
					return agreement(nil, want)
				}
				return agreement(r.settings[c[i].setting].where, want)
			})
		}
		stay := func(n int, describe func(int, *choose.Tally)) int {
			p := r.place[r.Order[r.before(k)]]
			return l.add(&l.Stay, n, describe, 1, func(i int) float64 {
				if i < 0 {
					return agreement(nil, want)
				}
				return agreement(r.settings[p].where, want)
			})
		}
		r.where(k, enter, stay)
	}
	r.days(func(k int, c []dated) int {
		weight := float32(1)
		if p := r.place[r.Order[k]]; p >= 0 {
			weight = float32(len(r.settings[p].users))
		}
		describe := func(i int, t *choose.Tally) { r.describeDay(k, c, i, t) }
		return l.add(&l.Day, len(c), describe, weight, func(i int) float64 { return dayWorth(c, i, gold[r.Order[k]].When) })
	})
}

// dayWorth tells how right it is to take day i, -1 for none.
func dayWorth(c []dated, i int, want *model.When) float64 {
	switch {
	case i < 0 && want == nil, i >= 0 && want != nil && want.Value == c[i].when.Value:
		return 1
	case i >= 0 && want != nil && sameDay(want.Value, c[i].when.Value):
		return 0.9
	case i < 0: // a missing day costs less than a wrong one
		return 0.1
	}
	return 0
}

// add adds a choice to a list and gives the best candidate.
func (l *Lessons) add(list *[]choose.Example, n int, describe func(int, *choose.Tally), weight float32, worth func(int) float64) int {
	best, at := worth(-1), -1
	for i := range n {
		if w := worth(i); w > best {
			best, at = w, i
		}
	}
	if n == 0 {
		return at
	}
	x := choose.Example{Weight: weight}
	for i := -1; i < n; i++ {
		var t choose.Tally
		describe(i, &t)
		x.Add(&t, worth(i) >= best)
	}
	*list = append(*list, x)
	return at
}

// agreement is the F measure of places against marked ones; two names agree
// where the words of one are among the words of the other.
func agreement(given, gold []model.Where) float64 {
	if len(given) == 0 && len(gold) == 0 {
		return 1
	}
	used := make([]bool, len(gold))
	right := 0
	for _, g := range given {
		for j := range gold {
			if !used[j] && namesake.Same(g.Name, gold[j].Name, false) {
				used[j] = true
				right++
				break
			}
		}
	}
	return 2 * float64(right) / float64(len(given)+len(gold))
}

// following counts the utterances from position k on whose place hangs on that
// of the one at k: those of the same speaker that have none of their own.
func (r *reader) following(k int) int {
	n := 1
	for j := k + 1; j < len(r.Order); j++ {
		y := r.Order[j]
		if !r.sameSpeaker(r.Order[k], y) {
			continue
		}
		if r.place[y] >= 0 {
			break
		}
		n++
	}
	return n
}
