package occasion

import (
	"math"
	"sort"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/scene"
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

// ledeDays is how many paragraphs at the head name the day of what happened.
const ledeDays = 3

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

// candidateDays lists the days that the utterance at position k may have.
func (r *reader) candidateDays(k int) []dated {
	q := r.Order[k]
	var out []dated
	add := func(w *model.When, b bond) {
		if w == nil {
			return
		}
		for i := range out {
			if out[i].when.Value == w.Value {
				out[i].bonds |= b
				return
			}
		}
		out = append(out, dated{when: *w, bonds: b})
	}
	whenOf := func(j int) *model.When {
		if j < 0 || j >= len(r.Order) {
			return nil
		}
		return r.Quotes[r.Order[j]].When
	}
	add(whenOf(r.leader(k)), bondLeader)
	add(whenOf(r.before(k)), bondSpoke)
	add(whenOf(k-1), bondLast)
	for j := k - 1; j >= max(0, k-recently); j-- {
		if w := whenOf(j); w != nil {
			add(w, bondRecent)
			break
		}
	}
	p, told := r.place[q], -1
	if p >= 0 {
		told = r.settings[p].sentence
		users := r.settings[p].users
		next := sort.SearchInts(users, k+1)
		for _, u := range users[next:min(next+memory, len(users))] {
			add(whenOf(u), bondFellow)
		}
	}
	for j := k + 1; j < min(len(r.Order), k+1+ownLater); j++ {
		if r.sameSpeaker(r.Order[j], q) && whenOf(j) != nil {
			add(whenOf(j), bondSpeaks)
			break
		}
	}
	add(whenOf(k+1), bondNext)
	a := &r.Words[r.First(q)]
	for _, i := range r.timesNear(r.First(q), told) {
		t := &r.Times[i]
		w := &r.Words[t.First]
		if w.In >= 0 || w.Time < 0 || !r.past(t) {
			continue
		}
		if b, ok := r.bond(w, a, told); ok {
			add(&model.When{Span: r.SpanOf(t.First, t.End), Value: t.Value}, b)
		}
	}
	return out
}

// Times that are looked at: of those before and after an utterance or the
// sentence that tells its setting, and at the head of the article.
const (
	timesAround = 12
	timesLede   = 12
)

// timesNear lists the times, as indexes into Doc.Times, that may tell the day of
// an utterance at a token whose setting a sentence tells, the nearest first.
func (r *reader) timesNear(token, sentence int) []int {
	at := func(token int) int {
		return sort.Search(len(r.Times), func(i int) bool { return r.Times[i].First >= token })
	}
	var out []int
	seen := map[int]bool{}
	take := func(first, end int) {
		for i := min(end, len(r.Times)) - 1; i >= max(first, 0); i-- {
			if !seen[i] {
				seen[i] = true
				out = append(out, i)
			}
		}
	}
	own := at(token)
	take(own-timesAround, own+timesAround)
	if sentence >= 0 {
		told := at(r.Sentences[sentence].First)
		take(told, told+timesAround)
	}
	take(0, timesLede)
	return out
}

// bond tells how a time that begins with word w is tied to an utterance that
// begins with word a and whose setting sentence told tells, -1 for none.
func (r *reader) bond(w, a *scene.Word, told int) (bond, bool) {
	switch {
	case w.Sentence == told && told != a.Sentence:
		return bondTold, true
	case w.Sentence == a.Sentence:
		return bondSentence, true
	case w.Sentence == a.Sentence-1 && w.Block >= a.Block-1:
		return bondBefore, true
	case w.Sentence == a.Sentence+1 && w.Block == a.Block:
		return bondAfter, true
	case w.Block == a.Block && w.Sentence < a.Sentence:
		return bondBlock, true
	case w.Block == a.Block-1:
		return bondAbove, true
	}
	return bondLede, w.Block < ledeDays && w.Block <= a.Block
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
