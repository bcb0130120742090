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
		if q := l.lastQuoted(o, last); q != nil && l.ctx.alone {
			l.options = append(l.options, option{fateLastQuoted, q, q.source})
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
	if !l.ctx.alone {
		l.doubtful(q)
	}
	l.near(o)
	l.options = append(l.options, option{fate: fateNoOne, phrase: nobody})
}

// Bounds of the unlikely cues that are thought of again.
const (
	leastDoubtful = 0.01
	maxDoubtful   = 2
)

// doubtful offers the likeliest of the cues that were let go in the sentence of
// quotation q, each with the likeliest content that holds the quotation.
func (l *looseReader) doubtful(q int) {
	o := &l.Outer[q]
	s := l.SentenceOf(o.First)
	var best [maxDoubtful]*utterance
	for i := max(s.First, o.First-window); i < min(s.End, o.End+window); i++ {
		if l.claimed[i] || l.Words[i].Quote >= 0 || !l.mayCue(i) || l.cues[i] {
			continue
		}
		p := l.cueChance(i)
		if p < leastDoubtful || best[maxDoubtful-1] != nil && p <= best[maxDoubtful-1].chanceCue {
			continue
		}
		u := l.claimOf(i, q, p)
		if u == nil {
			continue
		}
		best[maxDoubtful-1] = u
		if best[0] == nil || u.chanceCue > best[0].chanceCue {
			best[0], best[1] = u, best[0]
		}
	}
	for _, u := range best {
		if u != nil {
			l.options = append(l.options, option{fateCue, u, u.source})
		}
	}
}

// claimOf makes the utterance that the cue at token c would report if it
// reported quotation q, or nil where no content holds the quotation.
func (l *looseReader) claimOf(c, q int, chance float32) *utterance {
	source, chanceSource := l.source(c, &l.scratch)
	_, scores := l.content(c, source, chance, &l.scratch)
	first, end := l.Trim(l.Outer[q].First, l.Outer[q].End)
	words := count(l.words, first, end)
	best := 0
	for k := 1; k < len(scores); k++ {
		held := 0
		for _, g := range l.scratch.contents.list[k].runs {
			held += count(l.words, max(g.First, first), min(g.End, end))
		}
		if held == words && (best == 0 || scores[k] > scores[best]) {
			best = k
		}
	}
	if best == 0 || l.taken(l.scratch.contents.list[best].runs) {
		return nil
	}
	x := &l.scratch.contents.list[best]
	return &utterance{
		cue: c, runs: append([]run(nil), x.runs...), source: source, shape: x.shape, speaker: -1, lesson: -1,
		chanceCue: chance, chanceContent: scores[best], chanceSource: chanceSource, chanceSpeaker: 1,
	}
}

// taken reports whether other utterances hold half of some runs.
func (l *looseReader) taken(runs []run) bool {
	words, claimed := 0, 0
	for _, g := range runs {
		for i := g.First; i < g.End; i++ {
			words += int(choose.Bool(l.Words[i].Wordly))
			claimed += int(choose.Bool(l.Words[i].Wordly && l.claimed[i]))
		}
	}
	return 2*claimed >= words
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

// lastQuoted gives the last utterance with quoted words before a quotation in its
// paragraph, where it is another than the last one.
func (l *looseReader) lastQuoted(o *doc.Quoted, last *utterance) *utterance {
	at := sort.Search(len(l.all), func(k int) bool { return l.all[k].first() > o.First })
	for k := at - 1; k >= 0 && k >= at-4; k-- {
		u := l.all[k]
		if l.Words[u.end()-1].Block != l.Words[o.First].Block {
			break
		}
		if l.Words[u.first()].Quote >= 0 {
			if u == last || u.source == last.source {
				return nil
			}
			return u
		}
	}
	return nil
}

// near offers the phrases of the quotation's sentence, of the two before it, and
// of a by-line after it.
func (l *looseReader) near(o *doc.Quoted) {
	s := int(l.Words[o.First].Sentence)
	low := l.Sentences[max(0, s-2)].First
	high := max(l.SentenceOf(o.End-1).End, l.byline(o))
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
