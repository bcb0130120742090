package quote

import (
	"math"
	"slices"
	"sort"

	"quoth/annotate/choose"
)

// utterance is one utterance while it is being found and attributed.
type utterance struct {
	cue     int   // token, -1 where there is none
	runs    []run // of words, in the order of the text
	source  int   // phrase, or nobody
	how     how
	shape   contentShape
	witness sourceRule // the reading that the source agrees with
	same    *utterance // whose speaker goes on, or nil
	role    role       // of the label of a turn

	chanceCue, chanceContent, chanceSource, chanceSpeaker float32

	speaker int // referent, or -1
	lesson  int // teaching: the number of the gold utterance, or -1
}

// how says how an utterance came by its source.
type how uint8

// The ways to a source.
const (
	byCue   how = iota // it stands with the cue
	byLast             // the speaker of the utterance before goes on
	byNext             // the speaker of the utterance after has begun
	byNear             // a phrase near a quotation without a cue
	byNoOne            // nobody is named
	byLabel            // a label before a turn of a transcript names it
)

// newUtterance makes a certain utterance of the cue at token c, with a content and
// a source, phrase or nobody.
func newUtterance(c int, x *content, source int) utterance {
	return utterance{
		cue: c, runs: slices.Clone(x.runs), source: source, shape: x.shape, speaker: -1, lesson: -1,
		chanceCue: 1, chanceContent: 1, chanceSource: 1, chanceSpeaker: 1,
	}
}

// first and end give the edges of what was said.
func (u *utterance) first() int { return u.runs[0].First }
func (u *utterance) end() int   { return u.runs[len(u.runs)-1].End }

// last is the last token of the utterance or its cue.
func (u *utterance) last() int { return max(u.end()-1, u.cue) }

// Thresholds below which a cue, and a cue that has a content, are let go.
const (
	leastCue  = 0.05
	leastBoth = 0.23
)

// cued finds the utterances that have a cue.
func (r *reader) cued() []utterance {
	var out []utterance
	var s scratch
	for i := range r.Words {
		if !r.mayCue(i) {
			continue
		}
		p := r.cueChance(i)
		if p < leastCue {
			continue
		}
		if u, ok := r.claim(i, p, &s); ok {
			out = append(out, u)
		}
	}
	return r.settle(out)
}

// cueChance gives the probability that token i is a cue.
func (r *reader) cueChance(i int) float32 {
	t := r.models.Cue.Tally()
	r.cueFeatures(&t, i)
	return logistic(t.Score())
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

// claim chooses source and content of the cue at token c.
func (r *reader) claim(c int, chance float32, s *scratch) (utterance, bool) {
	source, chanceSource := r.source(c, s)
	best, scores := r.content(c, source, chance, s)
	if best == 0 || chance*(1-scores[0]) < leastBoth {
		return utterance{}, false
	}
	x := &s.contents
	chosen := &x.list[best]
	if r.isNickname(chosen.runs) {
		return utterance{}, false
	}
	near := float32(0)
	for k := 1; k < len(scores); k++ {
		if scores[k] > 0.01 && r.overlap(chosen.runs, x.list[k].runs) >= 0.5 {
			near += scores[k]
		}
	}
	u := newUtterance(c, chosen, source)
	u.chanceCue, u.chanceContent, u.chanceSource = chance, near, chanceSource
	if w := r.witnessOf(c); source >= 0 && w.p != nil && w.agrees(&r.phrases[source]) == 2 {
		u.witness = w.rule
	}
	return u, true
}

// content chooses the content that the cue at token c has, if it has one: its
// place among the candidates, 0 where there are none, and the probabilities of
// all, that of having none first.
func (r *reader) content(c, source int, chance float32, s *scratch) (int, []float32) {
	r.contents(c, source, &s.contents)
	f := &s.content
	r.contentContext(&s.contents, chance, f)
	t := r.models.Content.Tally()
	f.edges(&t)
	s.scores = s.scores[:0]
	for k := range s.contents.list {
		t.Reset()
		f.add(&t, &s.contents.list[k])
		s.scores = append(s.scores, t.Score())
	}
	choose.Softmax(s.scores)
	if len(s.scores) == 1 {
		return 0, s.scores
	}
	return r.central(&s.contents, s.scores), s.scores
}

// Bounds of the content that is taken for central.
const (
	leastCentral  = 0.02 // how likely a content must be to have a say
	leastOfLikely = 0.1  // how likely the chosen one, as a share of the likeliest
	nearMiss      = 0.8  // what a content that shares nearly all words is worth
)

// central gives the content that the likely ones agree with most: the one with
// the greatest expectation of sharing half of its words with what was said, near
// misses counted for less than a full match (minimum Bayes risk: Kumar and Byrne
// 2004). Where many contents that differ by a few words divide the probability
// among them, it is surer than the likeliest of all; but an unlikely one that
// breaks off between two likely ones is not taken.
func (r *reader) central(x *candidates, chances []float32) int {
	best, most := 1, float32(-1)
	least := leastOfLikely * slices.Max(chances[1:])
	for k := 1; k < len(chances); k++ {
		if chances[k] < least {
			continue
		}
		agreed := chances[k]
		for j := 1; j < len(chances); j++ {
			if j == k || chances[j] < leastCentral {
				continue
			}
			if o := r.overlap(x.list[k].runs, x.list[j].runs); o >= 0.5 {
				agreed += nearMiss * chances[j] * float32(1+o) / 2
			}
		}
		if agreed > most {
			best, most = k, agreed
		}
	}
	return best
}

// settle drops an utterance whose content another, likelier one claims, and
// puts them in the order of the text.
func (r *reader) settle(all []utterance) []utterance {
	sort.SliceStable(all, func(i, j int) bool { return all[i].first() < all[j].first() })
	dropped := make([]bool, len(all))
	for i := range all {
		for j := i + 1; j < len(all) && all[j].first() < all[i].end(); j++ {
			if dropped[i] || dropped[j] || r.overlap(all[i].runs, all[j].runs) < 0.5 || r.within(&all[i], &all[j]) || r.within(&all[j], &all[i]) {
				continue
			}
			if weight(&all[j]) > weight(&all[i]) {
				dropped[i] = true
			} else {
				dropped[j] = true
			}
		}
	}
	kept := all[:0]
	for i := range all {
		if !dropped[i] {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// leastWithin is how strongly an utterance inside another must claim its content.
const leastWithin = 0.88

// within reports whether u is told inside of what v tells: its cue and its source
// are words of v's content. Both are utterances then.
func (r *reader) within(u, v *utterance) bool {
	return weight(u) >= leastWithin && u.source >= 0 && holds(v.runs, u.cue) && holds(v.runs, r.phrases[u.source].Head)
}

// weight is how strongly an utterance claims its content.
func weight(u *utterance) float32 { return u.chanceCue * u.chanceContent }
