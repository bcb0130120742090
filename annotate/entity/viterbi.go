package entity

// scorer is a linear model in use or in training.
type scorer interface {
	Add(feature uint64, scores []int32) bool
	Score(features []uint64, scores []int32)
}

// never is a sum that no path has. Sums stay far enough above it that adding to
// it makes none of them.
const never = -1 << 29

// transitions holds the weight of each label after each other. Only those that
// make names are used.
type transitions [labels][labels]int32

// transition is the feature of what follows a label.
func transition(before int) uint64 { return feature(200, uint64(before)) }

func transitionsOf(m scorer) *transitions {
	t := new(transitions)
	for before := range labels {
		m.Add(transition(before), t[before][:])
	}
	return t
}

// lattice finds the best labels of a run of tokens (Viterbi). Its slices are used
// again from run to run.
type lattice struct {
	scores [][labels]int32
	back   [][labels]int8
	path   []int
}

// best gives the labels of the run whose scores are l.scores that have the best
// sum and are allowed. Before and after the run stand tokens outside names.
func (l *lattice) best(t *transitions, allowed func(i int) mask) []int {
	n := len(l.scores)
	l.back = append(l.back[:0], make([][labels]int8, n)...)
	sums := [labels]int32{}
	for k := 1; k < labels; k++ {
		sums[k] = never
	}
	for i := range n {
		var next [labels]int32
		l.step(&next, &sums, t, i, allowed(i))
		sums = next
	}
	end := outside
	for k := range labels {
		if closes(k) && (!closes(end) || sums[k]+t[k][outside] > sums[end]+t[end][outside]) {
			end = k
		}
	}
	l.path = append(l.path[:0], make([]int, n)...)
	for i := n - 1; i >= 0; i-- {
		l.path[i] = end
		end = int(l.back[i][end])
	}
	return l.path
}

// step works out the best sums after token i from those before it. A name goes on
// only with its own type, so that most pairs of labels need no look.
func (l *lattice) step(next, sums *[labels]int32, t *transitions, i int, allowed mask) {
	score, back := &l.scores[i], &l.back[i]
	for k := range labels {
		next[k] = never
		if !allowed.has(k) {
			continue
		}
		var best int32
		var from int
		if opens(k) {
			best, from = sums[outside]+t[outside][k], outside
			for p := labelOf(last, 0); p < labels; p += 4 {
				if v := sums[p] + t[p][k]; v > best {
					best, from = v, p
				}
				if v := sums[p+1] + t[p+1][k]; v > best {
					best, from = v, p+1
				}
			}
		} else {
			b := labelOf(first, typeOf(k))
			best, from = sums[b]+t[b][k], b
			if v := sums[b+1] + t[b+1][k]; v > best {
				best, from = v, b+1
			}
		}
		next[k], back[k] = max(best+score[k], never), int8(from)
	}
}
