// Package occasion finds the setting that an utterance shares with others, or
// that another sentence tells of: the speech that goes on, the hearing whose
// every speaker stands in one room, the statement quoted again.
//
// In news, who goes on speaking goes on in the same place, and where a setting
// is shared its day is shared. What is left to decide is where somebody who
// speaks for the first time does so, and which day an occasion has. Two small
// choosers do that.
package occasion

import (
	"quoth/annotate/choose"
	"quoth/annotate/scene"
)

// Finder finds shared settings with its choosers.
type Finder struct {
	Enter *choose.Model // into which setting somebody comes who speaks for the first time
	Stay  *choose.Model // whether somebody is still where he last spoke
	Day   *choose.Model // which day an occasion has
}

// Fill sets Where and When of the quotes of s that have none of their own but
// share one.
func (f *Finder) Fill(s *scene.Scene) {
	r := newReader(s)
	for k := range r.Order {
		r.where(k, pick(f.Enter), pick(f.Stay))
	}
	r.days(r.pickDay(f.Day))
	r.sumUp()
}

// picker chooses among n candidates, described one by one; -1 is "none of them".
type picker func(n int, describe func(i int, t *choose.Tally)) int

// pick gives a function that chooses the candidate with the highest score, or
// none of them.
func pick(m *choose.Model) picker {
	t := m.Tally()
	return func(n int, describe func(i int, t *choose.Tally)) int {
		best, at := float32(0), -1
		for i := -1; i < n; i++ {
			t.Reset()
			describe(i, &t)
			if x := t.Score(); i < 0 || x > best {
				best, at = x, i
			}
		}
		return at
	}
}

// reader goes through the utterances of one document.
type reader struct {
	*scene.Scene
	Order    []int   // the utterances of the body, in the order of the text
	head     []int   // those of headlines
	facts    []facts // beside Quotes
	settings []setting
	place    []int          // beside Quotes: the setting that it shares or tells, -1 for none
	narrated int            // how many of settings, the first ones, narration tells
	mentions map[string]int // how many expressions name a day
	tone     tone
}

func newReader(s *scene.Scene) *reader {
	n := len(s.Quotes)
	r := &reader{Scene: s, place: make([]int, n), facts: make([]facts, n)}
	r.head, r.Order = headlines(s)
	for q := range s.Quotes {
		r.facts[q] = factsOf(s, q)
		r.place[q] = -1
	}
	for k := range r.Sentences {
		r.settings = append(r.settings, narrated(s, k)...)
	}
	r.narrated = len(r.settings)
	r.mentions = map[string]int{}
	for i := range r.Times {
		r.mentions[dayPart(r.Times[i].Value)]++
	}
	for k, q := range r.Order {
		if x := &r.Quotes[q]; len(x.Where) > 0 {
			x.Where = r.recalled(k, x.Where)
			r.place[q] = len(r.settings)
			a := &r.Words[r.First(q)]
			r.settings = append(r.settings, setting{where: x.Where, quote: q, sentence: a.Sentence, block: a.Block})
		}
	}
	r.tone = r.listen()
	return r
}

// where decides the setting that the utterance at position k shares.
func (r *reader) where(k int, enter, stay picker) {
	q := r.Order[k]
	if r.place[q] < 0 {
		if before := r.before(k); before < 0 {
			c := r.entries(k)
			if i := r.certain(k, c); i >= 0 {
				r.share(q, c[i].setting)
			} else if i := enter(len(c), func(i int, t *choose.Tally) { r.describeEntry(k, c, i, t) }); i >= 0 {
				r.share(q, c[i].setting)
			}
		} else if p := r.place[r.Order[before]]; p >= 0 {
			if stay(1, func(i int, t *choose.Tally) { r.describeStay(k, before, i, t) }) == 0 {
				r.share(q, p)
			}
		}
	}
	if p := r.place[q]; p >= 0 {
		r.join(&r.settings[p], k)
	}
}

// join makes the utterance at position k a user of p.
func (r *reader) join(p *setting, k int) {
	known := false
	for _, u := range p.users[max(0, len(p.users)-memory):] {
		known = known || r.sameSpeaker(r.Order[u], r.Order[k])
	}
	if !known {
		p.speakers++
	}
	p.users = append(p.users, k)
}

// share gives utterance q setting p.
func (r *reader) share(q, p int) {
	r.place[q] = p
	x := &r.Quotes[q]
	x.Where = nil
	for _, w := range r.settings[p].where {
		w.Inherited = true
		x.Where = append(x.Where, w)
	}
}

// memory is how many utterances back a speaker is remembered.
const memory = 12

// before gives the position of the last utterance of the same speaker before
// position k, -1 for none.
func (r *reader) before(k int) int {
	for j := k - 1; j >= max(0, k-memory); j-- {
		if r.sameSpeaker(r.Order[j], r.Order[k]) {
			return j
		}
	}
	return -1
}

// sameSpeaker reports whether two utterances have one speaker, as far as known.
func (r *reader) sameSpeaker(a, b int) bool {
	x, y := &r.Quotes[a], &r.Quotes[b]
	if x.Entity >= 0 || y.Entity >= 0 {
		return x.Entity == y.Entity
	}
	return x.SpeakerName != "" && x.SpeakerName == y.SpeakerName
}
