package occasion

import (
	"math"
	"sort"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/timex"
	"quoth/model"
)

// bond is how a day is tied to an utterance. One day may have several.
type bond uint32

const (
	bondLeader   bond = 1 << iota // the last utterance of the same setting has it
	bondFellow                    // a later utterance of the setting names it
	bondSpoke                     // the speaker's words before have it
	bondSpeaks                    // a later clause of the speaker names it
	bondLast                      // the utterance before has it
	bondRecent                    // the last utterance that has a day has it
	bondNext                      // the clause of the next utterance names it
	bondTold                      // the sentence that tells of the setting names it
	bondSentence                  // the utterance's own sentence
	bondBefore                    // the sentence before
	bondBlock                     // the same paragraph, before
	bondAfter                     // the sentence after
	bondAbove                     // the paragraph before
	bondLede                      // the head of the article
)

// dated is a day that an utterance may have.
type dated struct {
	when  model.When
	bonds bond
}

// days chooses the day of each utterance without a time of its own.
func (r *reader) days(choose func(k int, c []dated) int) {
	for k, q := range r.Order {
		if r.Quotes[q].When != nil {
			continue
		}
		if c := r.candidateDays(k); len(c) > 0 {
			if i := choose(k, c); i >= 0 {
				w := c[i].when
				w.Inherited = true
				r.Quotes[q].When = &w
			}
		}
	}
}

// dayBar is by how much "none" must outdo the days: of "none" the choosers learn
// more than enough, since most utterances have no day.
const dayBar = 0.5

// pickDay gives a function that chooses among days: the one that the words
// before, in the same setting, have; else the one with the highest score.
func (r *reader) pickDay(m *choose.Model) func(k int, c []dated) int {
	t := m.Tally()
	return func(k int, c []dated) int {
		best, at := float32(0), -1
		for i := -1; i < len(c); i++ {
			t.Reset()
			r.describeDay(k, c, i, &t)
			x := t.Score()
			switch {
			case i >= 0 && c[i].bonds&bondLeader != 0:
				return i
			case i < 0 && r.bound(k):
				x = float32(math.Inf(-1))
			case i < 0:
				x -= dayBar
			}
			if i < 0 || x > best {
				best, at = x, i
			}
		}
		return at
	}
}

// bound reports whether the utterance at position k was made at an occasion at
// which more than one thing is said. Such a one has a day.
func (r *reader) bound(k int) bool {
	p := r.place[r.Order[k]]
	return p >= 0 && len(r.settings[p].users) > 1 && kinds(r.settings[p].where)&^4 != 0
}

// leader gives the position of the utterance before k whose day holds for the
// one at k: the last one of the same setting, or of one that reads the same; -1
// where there is none.
func (r *reader) leader(k int) int {
	p := r.place[r.Order[k]]
	if p < 0 {
		return -1
	}
	if n := sort.SearchInts(r.settings[p].users, k); n > 0 {
		return r.settings[p].users[n-1]
	}
	for j := k - 1; j >= max(0, k-memory); j-- {
		if o := r.place[r.Order[j]]; o >= 0 && r.readsSame(o, p) {
			return j
		}
	}
	if w := r.settings[p].where[0]; r.definite(w) {
		if o := r.antecedent(w, k); o >= 0 && len(r.settings[o].users) > 0 {
			return r.settings[o].users[0]
		}
	}
	return -1
}

// past reports whether a time is a day, week or month not after publication.
func (r *reader) past(t *doc.Time) bool {
	d, ok := timex.DayOf(t.Value)
	if !ok {
		return len(t.Value) >= len("2006-01") && t.Value[0] != 'X' && t.Value[0] != 'P'
	}
	return !r.Published.Known() || !d.After(r.Published.Day())
}

func sameDay(a, b string) bool { return dayPart(a) == dayPart(b) }

// dayPart is a value without its time of day.
func dayPart(v string) string { return v[:min(len(v), len("2006-01-02"))] }

// age of a day, counted from publication: 0 not known, 1 the same day, then the
// days, then weeks and more.
func (r *reader) age(value string) uint32 {
	d, ok := timex.DayOf(value)
	if !ok || !r.Published.Known() {
		return 0
	}
	switch n := int(r.Published.Day().Sub(d).Hours() / 24); {
	case n < 0:
		return 10
	case n <= 3:
		return uint32(n) + 1
	case n <= 7:
		return 5
	case n <= 31:
		return 6
	}
	return 7
}
