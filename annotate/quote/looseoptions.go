package quote

import (
	"sort"

	"quoth/annotate/doc"
	"quoth/annotate/phrase"
)

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
	quotation := []run{{first, end}}
	words := count(l.words, first, end)
	best := 0
	for k := 1; k < len(scores); k++ {
		if held := l.shared(l.scratch.contents.list[k].runs, quotation); held == words && (best == 0 || scores[k] > scores[best]) {
			best = k
		}
	}
	if best == 0 || l.taken(l.scratch.contents.list[best].runs) {
		return nil
	}
	u := newUtterance(c, &l.scratch.contents.list[best], source)
	u.chanceCue, u.chanceContent, u.chanceSource = chance, scores[best], chanceSource
	return &u
}

// taken reports whether other utterances hold half of some runs.
func (l *looseReader) taken(runs []run) bool {
	words, claimed := l.claimedOf(runs...)
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
