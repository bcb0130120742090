package occasion

import (
	"sort"

	"quoth/annotate/scene"
	"quoth/model"
)

// candidates are the days that an utterance may have, each once.
type candidates []dated

// add adds a day with its bond, nil for none.
func (c *candidates) add(w *model.When, b bond) {
	if w == nil {
		return
	}
	for i := range *c {
		if (*c)[i].when.Value == w.Value {
			(*c)[i].bonds |= b
			return
		}
	}
	*c = append(*c, dated{when: *w, bonds: b})
}

// candidateDays lists the days that the utterance at position k may have: those
// of other utterances, then those that the text around names.
func (r *reader) candidateDays(k int) []dated {
	var out candidates
	r.daysOfOthers(k, &out)
	r.daysAround(k, &out)
	return out
}

// whenOf gives the day of the utterance at position k, nil for none.
func (r *reader) whenOf(k int) *model.When {
	if k < 0 || k >= len(r.Order) {
		return nil
	}
	return r.Quotes[r.Order[k]].When
}

// daysOfOthers adds the days of the utterances before and after the one at
// position k.
func (r *reader) daysOfOthers(k int, out *candidates) {
	q := r.Order[k]
	out.add(r.whenOf(r.leader(k)), bondLeader)
	out.add(r.whenOf(r.before(k)), bondSpoke)
	out.add(r.whenOf(k-1), bondLast)
	for j := k - 1; j >= max(0, k-recently); j-- {
		if w := r.whenOf(j); w != nil {
			out.add(w, bondRecent)
			break
		}
	}
	if p := r.place[q]; p >= 0 {
		users := r.settings[p].users
		next := sort.SearchInts(users, k+1)
		for _, u := range users[next:min(next+memory, len(users))] {
			out.add(r.whenOf(u), bondFellow)
		}
	}
	for j := k + 1; j < min(len(r.Order), k+1+ownLater); j++ {
		if r.sameSpeaker(r.Order[j], q) && r.whenOf(j) != nil {
			out.add(r.whenOf(j), bondSpeaks)
			break
		}
	}
	out.add(r.whenOf(k+1), bondNext)
}

// daysAround adds the days that the text names around the utterance at position
// k and where its setting is told.
func (r *reader) daysAround(k int, out *candidates) {
	q := r.Order[k]
	told := -1
	if p := r.place[q]; p >= 0 {
		told = r.settings[p].sentence
	}
	a := &r.Words[r.First(q)]
	for _, i := range r.timesNear(r.First(q), told) {
		t := &r.Times[i]
		w := &r.Words[t.First]
		if w.In >= 0 || w.Time < 0 || !r.past(t) {
			continue
		}
		if b, ok := r.bond(w, a, told); ok {
			out.add(&model.When{Span: r.SpanOf(t.First, t.End), Value: t.Value}, b)
		}
	}
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

// ledeDays is how many paragraphs at the head name the day of what happened.
const ledeDays = 3

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
