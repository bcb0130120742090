package quote

import (
	"math"
	"sort"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/phrase"
)

// fate says what becomes of a quotation that no cue claims.
type fate uint8

// The fates of a loose quotation.
const (
	fateNone      fate = iota // it is no utterance: a title, a nickname, a word held at arm's length
	fateMerge                 // a piece of the utterance before
	fateMergeNext             // a piece of the utterance after
	fateLast                  // the speaker before goes on
	fateNext                  // the speaker after has begun
	fatePhrase                // a phrase near by is the speaker
	fateNoOne                 // an utterance of nobody named
)

// option is one fate of a loose quotation, with the utterance or phrase it means.
type option struct {
	fate   fate
	with   *utterance
	phrase int
}

// loose finds an owner for the quotations that no cue claims, in the order of
// the text.
func (r *reader) loose(all []*utterance) []*utterance {
	l := r.newLoose(all)
	t := r.models.Loose.Tally()
	var scores []float32
	for q := range r.Outer {
		if !l.unclaimed(q) {
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
		if best == 0 && scores[0] < 0.5 {
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
	sources []bool       // beside the phrases: it is the source of an utterance
	options []option
	ctx     looseContext
}

func (r *reader) newLoose(all []*utterance) *looseReader {
	l := &looseReader{reader: r, all: all, claimed: make([]bool, len(r.Words)), sources: make([]bool, len(r.phrases))}
	for _, u := range all {
		l.mark(u.runs)
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
	words, claimed := 0, 0
	for i := l.Outer[q].First; i < l.Outer[q].End; i++ {
		if l.Words[i].Wordly {
			words++
			claimed += int(choose.Bool(l.claimed[i]))
		}
	}
	return words >= leastLoose && 2*claimed < words
}

// look gathers the options of quotation q.
func (l *looseReader) look(q int) {
	o := &l.Outer[q]
	l.context(q)
	l.options = append(l.options[:0], option{fate: fateNone, phrase: nobody})
	last, next := l.around(o)
	block := int(l.Words[o.First].Block)
	if last != nil {
		gap := block - int(l.Words[last.last()].Block)
		if gap <= 1 {
			l.options = append(l.options, option{fateMerge, last, last.source})
		}
		if gap <= 3 && l.ctx.alone {
			l.options = append(l.options, option{fateLast, last, last.source})
		}
	}
	if next != nil {
		gap := int(l.Words[next.first()].Block) - block
		if gap == 0 {
			l.options = append(l.options, option{fateMergeNext, next, next.source})
		}
		if gap <= 1 && l.ctx.alone {
			l.options = append(l.options, option{fateNext, next, next.source})
		}
	}
	l.near(o)
	l.options = append(l.options, option{fate: fateNoOne, phrase: nobody})
}

// around gives the utterances before and after a quotation.
func (l *looseReader) around(o *doc.Quoted) (last, next *utterance) {
	at := sort.Search(len(l.all), func(k int) bool { return l.all[k].first() > o.First })
	for k := at - 1; k >= 0 && k >= at-4; k-- {
		if last == nil || l.all[k].last() > last.last() {
			last = l.all[k]
		}
	}
	if at < len(l.all) {
		next = l.all[at]
	}
	return last, next
}

// near offers the phrases of the quotation's sentence and of the two before it.
func (l *looseReader) near(o *doc.Quoted) {
	s := int(l.Words[o.First].Sentence)
	low := l.Sentences[max(0, s-2)].First
	high := l.SentenceOf(o.End - 1).End
	last := phrase.At(l.phrases, high)
	first := phrase.At(l.phrases, low)
	before := phrase.At(l.phrases, o.First)
	for k := max(first, before-2*reach); k < last && k < before+2*reach; k++ {
		p := &l.phrases[k]
		w := &l.Words[p.Head]
		if w.Quote >= 0 || int(w.Sentence) != s && !l.mayGoOn(k) && p.Kind != phrase.Role && p.Kind != phrase.Human {
			continue
		}
		l.options = append(l.options, option{fatePhrase, nil, k})
	}
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
		o.with.runs = append(o.with.runs, g)
		sort.Slice(o.with.runs, func(i, j int) bool { return o.with.runs[i].First < o.with.runs[j].First })
		o.with.chanceContent *= float32(math.Sqrt(float64(chance)))
		return o.with
	}
	u := &utterance{cue: -1, runs: []run{g}, source: o.phrase, chanceCue: 1, chanceContent: 1, chanceSource: chance, chanceSpeaker: 1, speaker: -1, lesson: -1, same: o.with}
	switch o.fate {
	case fateLast:
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

// insert puts an utterance into its place.
func (l *looseReader) insert(u *utterance) {
	l.all = append(l.all, u)
	for i := len(l.all) - 1; i > 0 && l.all[i].first() < l.all[i-1].first(); i-- {
		l.all[i], l.all[i-1] = l.all[i-1], l.all[i]
	}
}
