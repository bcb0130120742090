package quote

import (
	"math"

	"quoth/annotate/choose"
)

// fate says what becomes of a quotation that no cue claims.
type fate uint8

// The fates of a loose quotation.
const (
	fateNone       fate = iota // it is no utterance: a title, a nickname, a word held at arm's length
	fateMerge                  // a piece of the utterance before
	fateMergeNext              // a piece of the utterance after
	fateLast                   // the speaker before goes on
	fateLastQuoted             // the speaker of the last quotation goes on, past an utterance without marks
	fateNext                   // the speaker after has begun
	fateCue                    // an unlikely cue of its sentence reports it after all
	fatePhrase                 // a phrase near by is the speaker
	fateNoOne                  // an utterance of nobody named
)

// option is one fate of a loose quotation, with the utterance or phrase it means.
type option struct {
	fate   fate
	with   *utterance // of fateCue: the utterance as it would be
	phrase int
}

// enoughNone is how likely it must be that a quotation is no utterance for it to
// be taken for none where each single owner is less likely.
const enoughNone = 0.3

// loose finds an owner for the quotations that no cue claims, in the order of
// the text.
func (r *reader) loose(all []*utterance) []*utterance {
	l := r.newLoose(all)
	t := r.models.Loose.Tally()
	var scores []float32
	for q := range r.Outer {
		if !l.unclaimed(q) || l.nickname[q] {
			continue
		}
		if k := l.signed(&l.Outer[q]); k >= 0 {
			l.apply(q, option{fatePhrase, nil, k}, signedChance)
			continue
		}
		l.look(q)
		scores = scores[:0]
		for k := range l.options {
			t.Reset()
			l.add(&t, k)
			scores = append(scores, t.Score())
		}
		best := choose.Softmax(scores)
		if best == 0 && scores[0] < enoughNone {
			best = 1
			for k := 2; k < len(scores); k++ {
				if scores[k] > scores[best] {
					best = k
				}
			}
		}
		l.apply(q, l.options[best], scores[best])
	}
	return l.all
}

// looseReader holds the utterances found so far while the loose quotations are
// looked at one by one.
type looseReader struct {
	*reader
	all     []*utterance // in the order of their first words
	claimed []bool       // beside Words
	cues    []bool       // beside Words: the token is the cue of an utterance
	sources []bool       // beside the phrases: it is the source of an utterance
	options []option
	ctx     looseContext
	scratch scratch
}

func (r *reader) newLoose(all []*utterance) *looseReader {
	l := &looseReader{reader: r, all: all, claimed: make([]bool, len(r.Words)), cues: make([]bool, len(r.Words)), sources: make([]bool, len(r.phrases))}
	for _, u := range all {
		l.mark(u.runs)
		if u.cue >= 0 {
			l.cues[u.cue] = true
		}
		if u.source >= 0 {
			l.sources[u.source] = true
		}
	}
	return l
}

func (l *looseReader) mark(runs []run) {
	for _, g := range runs {
		for i := g.First; i < g.End; i++ {
			l.claimed[i] = true
		}
	}
}

// leastLoose is how many words a quotation must have to be looked at.
const leastLoose = 2

// unclaimed reports whether no utterance holds half of quotation q.
func (l *looseReader) unclaimed(q int) bool {
	words, claimed := l.claimedOf(run{l.Outer[q].First, l.Outer[q].End})
	return words >= leastLoose && 2*claimed < words && !l.inTurn[l.Outer[q].First]
}

// claimedOf counts the words of runs, and those of them that utterances hold.
func (l *looseReader) claimedOf(runs ...run) (words, claimed int) {
	for _, g := range runs {
		for i := g.First; i < g.End; i++ {
			if l.Words[i].Wordly {
				words++
				claimed += int(choose.Bool(l.claimed[i]))
			}
		}
	}
	return words, claimed
}

// apply carries out the fate of quotation q.
func (l *looseReader) apply(q int, o option, chance float32) *utterance {
	first, end := l.Trim(l.Outer[q].First, l.Outer[q].End)
	if first >= end || o.fate == fateNone {
		return nil
	}
	g := run{first, end}
	l.mark([]run{g})
	if o.fate == fateMerge || o.fate == fateMergeNext {
		o.with.take(g)
		o.with.chanceContent *= float32(math.Sqrt(float64(chance)))
		return o.with
	}
	if o.fate == fateCue {
		l.mark(o.with.runs)
		l.cues[o.with.cue] = true
		l.insert(o.with)
		return o.with
	}
	u := &utterance{cue: -1, runs: []run{g}, source: o.phrase, chanceCue: 1, chanceContent: 1, chanceSource: chance, chanceSpeaker: 1, speaker: -1, lesson: -1, same: o.with}
	switch o.fate {
	case fateLast, fateLastQuoted:
		u.how = byLast
	case fateNext:
		u.how = byNext
	case fatePhrase:
		u.how = byNear
	case fateNoOne:
		u.how = byNoOne
	}
	l.insert(u)
	return u
}

// take adds a run to an utterance in its place.
func (u *utterance) take(g run) {
	u.runs = append(u.runs, g)
	for i := len(u.runs) - 1; i > 0 && u.runs[i].First < u.runs[i-1].First; i-- {
		u.runs[i], u.runs[i-1] = u.runs[i-1], u.runs[i]
	}
}

// insert puts an utterance into its place.
func (l *looseReader) insert(u *utterance) {
	l.all = append(l.all, u)
	for i := len(l.all) - 1; i > 0 && l.all[i].first() < l.all[i-1].first(); i-- {
		l.all[i], l.all[i-1] = l.all[i-1], l.all[i]
	}
}
