package occasion

import (
	"sort"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/timex"
	"quoth/model"
)

// nearness is how a day stands to the first utterance of an occasion.
type nearness uint32

const (
	nearFellow   nearness = iota // a later utterance of the occasion has it
	nearSpeaker                  // the speaker's words before have it
	nearTold                     // the sentence that tells of the setting
	nearSentence                 // the utterance's own sentence
	nearBefore                   // the sentence before
	nearBlock                    // the same paragraph
	nearAfter                    // the sentence after
	nearAbove                    // the paragraph before
	nearLede                     // the head of the article
	nearLast                     // only the last utterance that has a day has it
)

// dated is a day that an occasion may have.
type dated struct {
	when  model.When
	near  nearness
	last  bool // the last utterance that has a day has it too
	spoke bool // the speaker's words before have it too
	lede  bool // the head of the article names it too
}

// ledeDays is how many paragraphs at the head name the day of what happened.
const ledeDays = 3

// days gives the utterances without a time of their own the day of their
// occasion: the one that the utterances before them have, else the chosen one.
func (r *reader) days(choose func(k int, c []dated) int) {
	for k, q := range r.Order {
		if r.Quotes[q].When != nil {
			continue
		}
		if j, ok := r.leader(k); ok {
			r.copyDay(q, r.Order[j])
		} else if c := r.candidateDays(k); len(c) > 0 {
			if i := choose(k, c); i >= 0 {
				r.setDay(q, c[i].when)
			}
		}
	}
}

// pickDay gives a function that chooses among days. An occasion at which more
// than one thing is said has a day.
func (r *reader) pickDay(m *choose.Model) func(k int, c []dated) int {
	choice, bound := pick(m), pickOne(m)
	return func(k int, c []dated) int {
		describe := func(i int, t *choose.Tally) { r.describeDay(k, c, i, t) }
		if p := r.place[r.Order[k]]; p >= 0 && len(r.settings[p].users) > 1 && kinds(r.settings[p].where)&^4 != 0 {
			return bound(len(c), describe)
		}
		return choice(len(c), describe)
	}
}

func (r *reader) setDay(q int, w model.When) {
	w.Inherited = true
	r.Quotes[q].When = &w
}

func (r *reader) copyDay(q, from int) {
	if w := r.Quotes[from].When; w != nil {
		r.setDay(q, *w)
	}
}

// leader gives the position of the utterance before k whose day holds for the
// one at k: the last one of the same setting, or of one that reads the same.
func (r *reader) leader(k int) (int, bool) {
	p := r.place[r.Order[k]]
	if p < 0 {
		return 0, false
	}
	if n := sort.SearchInts(r.settings[p].users, k); n > 0 {
		return r.settings[p].users[n-1], true
	}
	for j := k - 1; j >= max(0, k-memory); j-- {
		if o := r.place[r.Order[j]]; o >= 0 && r.readsSame(o, p) {
			return j, true
		}
	}
	if w := r.settings[p].where[0]; r.definite(w) {
		if o := r.antecedent(w, k); o >= 0 && len(r.settings[o].users) > 0 {
			return r.settings[o].users[0], true
		}
	}
	return 0, false
}

// candidateDays lists the days that the occasion of the utterance at position k
// may have, the nearest mention of each.
func (r *reader) candidateDays(k int) []dated {
	q := r.Order[k]
	var out []dated
	add := func(w model.When, near nearness) {
		for i := range out {
			if d := &out[i]; d.when.Value == w.Value {
				d.last = d.last || near == nearLast
				d.spoke = d.spoke || near == nearSpeaker
				d.lede = d.lede || near == nearLede
				return
			}
		}
		out = append(out, dated{when: w, near: near, last: near == nearLast, lede: near == nearLede, spoke: near == nearSpeaker})
	}
	p := r.place[q]
	spoke := r.spoke(k)
	if p < 0 {
		if spoke != nil {
			add(*spoke, nearSpeaker)
		}
		return out
	}
	users := r.settings[p].users
	next := sort.SearchInts(users, k+1)
	for _, u := range users[next:min(next+memory, len(users))] {
		if w := r.Quotes[r.Order[u]].When; w != nil {
			add(*w, nearFellow)
		}
	}
	a := &r.Words[r.First(q)]
	for _, i := range r.timesNear(r.First(q), r.settings[p].sentence) {
		t := &r.Times[i]
		w := &r.Words[t.First]
		if w.In >= 0 || !r.past(t) {
			continue
		}
		if near, ok := r.nearness(w.Sentence, w.Block, a.Sentence, a.Block, r.settings[p].sentence); ok {
			add(model.When{Span: r.SpanOf(t.First, t.End), Value: t.Value}, near)
		}
	}
	if spoke != nil {
		add(*spoke, nearSpeaker)
	}
	for j := k - 1; j >= max(0, k-recently); j-- {
		if w := r.Quotes[r.Order[j]].When; w != nil {
			add(*w, nearLast)
			break
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
	own, told := at(token), at(r.Sentences[sentence].First)
	take(own-timesAround, own+timesAround)
	take(told, told+timesAround)
	take(0, timesLede)
	return out
}

// spoke gives the time of the last words of the speaker of the utterance at
// position k, nil where there is none.
func (r *reader) spoke(k int) *model.When {
	if j := r.before(k); j >= 0 {
		return r.Quotes[r.Order[j]].When
	}
	return nil
}

func (r *reader) nearness(sentence, block, ownSentence, ownBlock, told int) (nearness, bool) {
	switch {
	case sentence == told && told != ownSentence:
		return nearTold, true
	case sentence == ownSentence:
		return nearSentence, true
	case sentence == ownSentence-1 && block >= ownBlock-1:
		return nearBefore, true
	case sentence == ownSentence+1 && block == ownBlock:
		return nearAfter, true
	case block == ownBlock && sentence < ownSentence:
		return nearBlock, true
	case block == ownBlock-1:
		return nearAbove, true
	}
	return nearLede, block < ledeDays && block <= ownBlock
}

// past reports whether a time is a day, week or month not after publication.
func (r *reader) past(t *doc.Time) bool {
	d, ok := timex.DayOf(t.Value)
	if !ok {
		return len(t.Value) >= len("2006-01") && t.Value[0] != 'X' && t.Value[0] != 'P'
	}
	return !r.Published.Known() || !d.After(r.Published.Day())
}

// Templates of the features of days.
const (
	dBias choose.Name = iota + 1
	dNear
	dNearAge
	dNearKinds
	dNearSize
	dNearOwn
	dNearNoun
	dNearTense
	dMentions
	dAge
	dLead
	dBlocks
	dRoom
	dNone
	dNoneKinds
	dNoneNoun
	dNoneTense
	dNoneOwn
	dNoneTone
	dNoneSource
	dNoneSpeaker
	dNoneCue
	dNoneHead
	dUsers
	dNoneUsers
	dOnly
	dSameSentence
	dLast
	dAlone
)

// describeDay describes candidate i to the utterance at position k; -1 is "none".
func (r *reader) describeDay(k int, all []dated, i int, t *choose.Tally) {
	q := r.Order[k]
	f := &r.facts[q]
	kind, noun, own, head, users := uint32(0), uint32(0), uint32(0), "", uint32(0)
	if p := r.place[q]; p >= 0 {
		x := &r.settings[p]
		kind, noun = kinds(x.where), uint32(nounKinds(r.Scene, x.where))
		own = 1 + choose.Bool(x.quote == q)
		head = headOf(r.Scene, x.where)
		users = choose.Bin(len(x.users)) | choose.Bin(x.speakers)<<8
	}
	tense := uint32(f.tense)
	if i < 0 {
		t.Bias(dNone)
		t.Two(dNoneKinds, kind, own)
		t.Two(dNoneNoun, noun, own)
		t.One(dNoneTense, tense)
		t.One(dNoneOwn, own)
		t.Two(dNoneTone, r.tone.room, own)
		t.One(dNoneSource, uint32(f.source))
		t.One(dNoneSpeaker, f.kind)
		t.One(dNoneCue, f.cue)
		t.Two(dNoneUsers, users, kind)
		t.Two(dOnly, choose.Bin(len(all)), kind)
		t.One(dNoneHead, uint32(lexicon.HashOf(head)))
		return
	}
	d := &all[i]
	near := uint32(d.near)
	age, size := r.age(d.when.Value), uint32(len(d.when.Value))
	first := r.TokenAt(d.when.Span.Start)
	t.Bias(dBias)
	t.One(dNear, near)
	t.Two(dNearAge, near, age)
	t.Two(dNearKinds, near, kind)
	t.Two(dNearSize, near, size)
	t.Two(dNearOwn, near, own)
	t.Three(dNearNoun, near, noun, own)
	t.Two(dNearTense, near, tense)
	t.Two(dMentions, choose.Bin(r.mentions[dayPart(d.when.Value)]), near)
	t.One(dAge, age)
	t.Two(dLead, uint32(lexicon.HashOf(r.Low(first-1))), near)
	t.Two(dBlocks, choose.Bin(r.Words[min(first, len(r.Words)-1)].Block), near)
	t.Two(dRoom, r.tone.room, near)
	t.Three(dUsers, users, near, kind)
	t.Two(dSameSentence, near, choose.Bool(len(all) == 1))
	flags := choose.Bool(d.last) | choose.Bool(d.lede)<<1 | choose.Bool(d.spoke)<<2
	t.Two(dLast, flags, kind)
	t.Three(dLast+10, flags, own, tense)
	t.Three(dAlone, flags, near, kind)
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
