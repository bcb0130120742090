package quote

import (
	"slices"

	"quoth/annotate/choose"
	"quoth/annotate/coref"
)

// looseExamples walks through every lesson with its marked cues found and asks
// of each loose quotation what becomes of it.
func looseExamples(all []*lesson, m *Models) []choose.Example {
	var out []choose.Example
	for _, l := range all {
		l.models = m
		w := l.walk()
		out = append(out, w.hidden()...)
		out = append(out, w.loose()...)
	}
	return out
}

// looseExamplesFound does the same with the utterances that models of other
// articles found, so that quotations are met whose cue was missed or whose
// utterance was cut short.
func looseExamplesFound(all []*lesson, m *Models) []choose.Example {
	var out []choose.Example
	for _, l := range all {
		l.models = m
		w := &looseWalk{lesson: l, res: coref.NewResolver(l.View, l.phrases)}
		cued := l.cued()
		for i := range cued {
			u := &cued[i]
			u.lesson = w.nearest(u)
			w.cued = append(w.cued, u)
		}
		out = append(out, w.loose()...)
	}
	return out
}

// nearest gives the taught utterance that a found one shares most of its words
// with, or -1.
func (w *looseWalk) nearest(u *utterance) int {
	best, most := -1, 0
	for n, t := range w.taught {
		if shared := w.shared(t.content, u.runs); shared > most {
			best, most = n, shared
		}
	}
	return best
}

// looseWalk is a lesson with the utterances that have a cue.
type looseWalk struct {
	*lesson
	cued []*utterance
	res  *coref.Resolver
}

// walk makes the utterances with a marked cue out of the best contents that
// their candidates offer.
func (l *lesson) walk() *looseWalk {
	w := &looseWalk{lesson: l, res: coref.NewResolver(l.View, l.phrases)}
	done := map[int]bool{}
	var s scratch
	for n, u := range l.taught {
		if u.cue < 0 || done[u.cue] {
			continue
		}
		source := max(u.source, nobody)
		l.contents(u.cue, source, &s.contents)
		gold := l.localContent(u.cue, u.content)
		best, most := -1, 0.0
		for k := range s.contents.list {
			if o := l.overlap(gold, s.contents.list[k].runs); o > most {
				best, most = k, o
			}
		}
		if best > 0 {
			done[u.cue] = true
			cued := newUtterance(u.cue, &s.contents.list[best], source)
			cued.lesson = n
			w.cued = append(w.cued, &cued)
		}
	}
	slices.SortStableFunc(w.cued, func(a, b *utterance) int { return a.first() - b.first() })
	return w
}

// hiddenWeight is how much an example with a hidden cue counts.
const hiddenWeight = 0.5

// hidden takes each quotation that has a cue as if it had none and asks which
// phrase said it.
func (w *looseWalk) hidden() []choose.Example {
	var out []choose.Example
	for i, u := range w.cued {
		if u.source < 0 {
			continue
		}
		rest := make([]*utterance, 0, len(w.cued))
		rest = append(append(rest, w.cued[:i]...), w.cued[i+1:]...)
		q := w.firstQuotation(u)
		if q < 0 {
			continue
		}
		l := w.newLoose(rest)
		l.look(q)
		var x choose.Example
		for k := range l.options {
			var t choose.Tally
			l.add(&t, k)
			if o := &l.options[k]; o.fate == fatePhrase {
				x.Add(&t, o.phrase == u.source)
			}
		}
		if x.Answered() && len(x.Right) > 1 {
			x.Weight = hiddenWeight
			out = append(out, x)
		}
	}
	return out
}

// firstQuotation gives the first quotation that an utterance holds, or -1.
func (w *looseWalk) firstQuotation(u *utterance) int {
	for i := u.first(); i < u.end(); i++ {
		if q := w.Words[i].Quote; q >= 0 {
			if o := &w.Outer[q]; o.First >= u.first()-1 && o.End <= u.end()+2 {
				return int(q)
			}
		}
	}
	return -1
}

// loose asks of each quotation that no marked cue claims what becomes of it, and
// goes on with the right answer.
func (w *looseWalk) loose() []choose.Example {
	var out []choose.Example
	l := w.newLoose(w.cued)
	for q := range w.Outer {
		if !l.unclaimed(q) {
			continue
		}
		n := w.holder(q)
		if k := l.signed(&w.Outer[q]); k >= 0 {
			l.apply(q, option{fatePhrase, nil, k}, signedChance).lesson = n
			continue
		}
		l.look(q)
		var x choose.Example
		for k := range l.options {
			var t choose.Tally
			l.add(&t, k)
			x.Add(&t, w.right(l.options[k], n))
		}
		best := exclusive(l.options, x.Right)
		if best < 0 {
			continue
		}
		out = append(out, x)
		if u := l.apply(q, l.options[best], 1); u != nil && u.lesson < 0 {
			u.lesson = n
		}
	}
	return out
}

// holder gives the taught utterance that holds most of quotation q, at least
// half of it, or -1.
func (w *looseWalk) holder(q int) int {
	o := run{w.Outer[q].First, w.Outer[q].End}
	words, best, most := count(w.words, o.First, o.End), -1, 0
	for n, u := range w.taught {
		if shared := w.shared(u.content, []run{o}); 2*shared >= words && shared > most {
			best, most = n, shared
		}
	}
	return best
}

// right reports whether an option is what the lesson says of a quotation that
// taught utterance n holds.
func (w *looseWalk) right(o option, n int) bool {
	if n < 0 {
		return o.fate == fateNone
	}
	t := &w.taught[n]
	switch o.fate {
	case fateNone:
		return false
	case fateMerge, fateMergeNext:
		return o.with.lesson == n
	case fateCue:
		return o.with.cue == t.cue && w.overlap(o.with.runs, t.content) >= 0.5
	case fateNoOne:
		return len(t.inside) == 0 && t.speaker == ""
	}
	if o.with != nil && o.with.lesson == n {
		return false
	}
	if o.phrase >= 0 && holds(t.inside, w.phrases[o.phrase].Head) {
		return true
	}
	if t.speaker == "" {
		return false
	}
	if o.with != nil {
		return o.with.lesson >= 0 && w.taught[o.with.lesson].speaker == t.speaker
	}
	e := w.res.Named(o.phrase)
	return e >= 0 && sameName(t.speaker, w.res.Referents[e].Name)
}

// exclusive makes a merge the only right option where it is one: a piece of an
// utterance is no new one. It gives the first right option, or -1.
func exclusive(options []option, right []bool) int {
	best := -1
	for k, o := range options {
		if !right[k] {
			continue
		}
		if o.fate == fateMerge || o.fate == fateMergeNext || o.fate == fateCue {
			for j := range right {
				right[j] = j == k
			}
			return k
		}
		if best < 0 {
			best = k
		}
	}
	return best
}
