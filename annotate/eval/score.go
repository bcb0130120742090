package main

import (
	"sort"

	"quoth/annotate/namesake"
	"quoth/model"
)

// tally counts what was right, given and wanted.
type tally struct{ right, given, wanted int }

func (t *tally) add(right, given, wanted int) {
	t.right += right
	t.given += given
	t.wanted += wanted
}

// f1 is the harmonic mean of precision and recall, in per cent.
func (t tally) f1() float64 {
	if t.right == 0 {
		return 0
	}
	return 200 * float64(t.right) / float64(t.given+t.wanted)
}

// share is a part of a whole.
type share struct{ right, all int }

func (s *share) add(right bool) {
	s.all++
	if right {
		s.right++
	}
}

func (s share) percent() float64 { return 100 * float64(s.right) / float64(max(s.all, 1)) }

// score is the sum over articles of what the figures are reckoned from.
type score struct {
	what, where, when, day, entities, spans tally
	who, whole                              share
	sure                                    share // attributions with confidence 0.9 or more
	all                                     int   // attributions
	match, endToEnd                         tally // who said what by the words of the source
	quoted                                  share // spans in quotation marks with the right speaker
}

// sureFrom is the confidence from which an attribution must hardly ever be wrong.
const sureFrom = 0.9

// add compares the annotations of one article with its gold.
func (s *score) add(g *gold, a *model.Annotations) {
	x := indexOf(g.text)
	goldWords, words := make([]set, len(g.Quotes)), make([]set, len(a.Quotes))
	for i := range g.Quotes {
		goldWords[i] = x.of(g.Quotes[i].content)
	}
	for i := range a.Quotes {
		words[i] = x.of(a.Quotes[i].Content)
	}
	pair := pairUp(goldWords, words)
	s.what.add(len(pair), len(a.Quotes), len(g.Quotes))
	s.all += len(a.Quotes)
	right := make([]bool, len(a.Quotes))
	for i := range g.Quotes {
		k, ok := pair[i]
		if !ok {
			s.whole.add(false)
			continue
		}
		q, p := &g.Quotes[i], &a.Quotes[k]
		right[k] = sameSpeaker(q.Speaker, p.SpeakerName)
		s.who.add(right[k])
		where := s.addWhere(q, p)
		when := s.addWhen(q, p)
		s.whole.add(right[k] && where && when)
	}
	for k := range a.Quotes {
		if a.Quotes[k].Confidence >= sureFrom {
			s.sure.add(right[k])
		}
	}
	s.addEntities(g, a)
	s.addSources(g, a, x, pair)
	s.addQuoted(g, a, x, goldWords, words)
}

// pairUp pairs gold with given, one to one, what shares most of its words first
// and at least half.
func pairUp(gold, given []set) map[int]int {
	type candidate struct {
		overlap float64
		i, k    int
	}
	var all []candidate
	for i := range gold {
		for k := range given {
			if j := jaccard(gold[i], given[k]); j >= 0.5 {
				all = append(all, candidate{j, i, k})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].overlap > all[b].overlap })
	pair, used := map[int]int{}, map[int]bool{}
	for _, c := range all {
		if _, ok := pair[c.i]; !ok && !used[c.k] {
			pair[c.i], used[c.k] = c.k, true
		}
	}
	return pair
}

func sameSpeaker(gold *string, given string) bool {
	if gold == nil || given == "" {
		return gold == nil && given == ""
	}
	return namesake.Same(*gold, given, true)
}

func (s *score) addWhere(q *goldQuote, p *model.Quote) bool {
	used, right := make([]bool, len(q.Where)), 0
	for _, w := range p.Where {
		for j, g := range q.Where {
			if !used[j] && (namesake.Same(g.Value, w.Name, false) || namesake.Same(g.Text, w.Name, false)) {
				used[j] = true
				right++
				break
			}
		}
	}
	s.where.add(right, len(p.Where), len(q.Where))
	return right == len(p.Where) && right == len(q.Where)
}

// dayLength is the length of the calendar part of a value: 2026-02-01.
const dayLength = 10

func (s *score) addWhen(q *goldQuote, p *model.Quote) bool {
	given, right, day := 0, 0, 0
	if p.When != nil {
		given = 1
		for _, w := range q.When {
			if w.Value == p.When.Value {
				right = 1
			}
			if w.Value[:min(len(w.Value), dayLength)] == p.When.Value[:min(len(p.When.Value), dayLength)] {
				day = 1
			}
		}
	}
	s.when.add(right, given, len(q.When))
	s.day.add(day, given, len(q.When))
	return day == given && day == len(q.When)
}

func (s *score) addEntities(g *gold, a *model.Annotations) {
	given, right, span := 0, 0, 0
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			given++
			if w, ok := g.entities[m]; ok {
				span++
				if w.Type == e.Type {
					right++
				}
			}
		}
	}
	s.entities.add(right, given, len(g.entities))
	s.spans.add(span, given, len(g.entities))
}

// sameSource reports whether two sources share a word that means something, the
// given one not being far longer.
func sameSource(x *index, gold, given set) bool {
	return shared(x.meaning(gold), x.meaning(given)) > 0 && len(given) <= 3*len(gold)+10
}

// addSources counts utterances found with the right source: by the words of the
// source.
func (s *score) addSources(g *gold, a *model.Annotations, x *index, pair map[int]int) {
	s.match.add(len(pair), len(a.Quotes), len(g.Quotes))
	given, wanted, right := len(a.Quotes), 0, 0
	for i := range g.Quotes {
		k, ok := pair[i]
		if len(g.Quotes[i].source) == 0 {
			if ok {
				given--
			}
			continue
		}
		wanted++
		if ok && sameSource(x, x.of(g.Quotes[i].source), x.of(a.Quotes[k].Source)) {
			right++
		}
	}
	s.endToEnd.add(right, given, wanted)
}

// leastQuoted is how many words a quoted span must have to count.
const leastQuoted = 3

// addQuoted counts the spans in quotation marks that gold attributes and whose
// speaker is right.
func (s *score) addQuoted(g *gold, a *model.Annotations, x *index, goldWords, words []set) {
	for _, span := range quotedSpans(g.text) {
		item := x.of([]model.Span{span})
		i := covers(item, goldWords)
		if len(item) < leastQuoted || i < 0 {
			continue
		}
		k := covers(item, words)
		s.quoted.add(k >= 0 && sameSpeaker(g.Quotes[i].Speaker, a.Quotes[k].SpeakerName))
	}
}

// covers gives the utterance that holds most of an item, at least half; of
// several the shortest. It is -1 where there is none.
func covers(item set, all []set) int {
	best, most := -1, 0
	for n, w := range all {
		c := shared(item, w)
		if 2*c < len(item) || c < most || c == most && best >= 0 && len(w) >= len(all[best]) {
			continue
		}
		best, most = n, c
	}
	return best
}
