package quote

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/phrase"
)

// nobody stands for no source among the candidates.
const nobody = -1

// reach bounds how many phrases on either side of a cue may be its source.
const reach = 24

// sources gives the phrases that may be the source of the cue at token c: those
// of its sentence, and of the two before it what may speak. The first is nobody.
func (r *reader) sources(c int, out []int) []int {
	out = append(out[:0], nobody)
	w := &r.Words[c]
	s := r.SentenceOf(c)
	low := r.Sentences[max(0, int(w.Sentence)-2)].First
	high := s.End
	if w.Form == r.form.colon {
		high = c
	}
	at := phrase.At(r.phrases, c)
	first := at
	for first > 0 && r.phrases[first-1].Head >= low && at-first < 2*reach {
		first--
	}
	own := max(first, at-reach)
	for k := first; k < len(r.phrases) && k < at+reach && r.phrases[k].Head < high; k++ {
		h := r.phrases[k].Head
		if h < s.First && !r.mayGoOn(k) || h >= s.First && k < own {
			continue
		}
		out = append(out, k)
	}
	return out
}

// mayGoOn reports whether phrase k, of a sentence before the cue's, may be its
// source: a name, a pronoun or a subject outside quotations.
func (r *reader) mayGoOn(k int) bool {
	p := &r.phrases[k]
	w := &r.Words[p.Head]
	return w.Quote < 0 && (p.Kind.Named() || p.Kind == phrase.Pronoun || w.Rel.Base() == doc.RelNsubj)
}

// source chooses the source of the cue at token c and gives its probability.
func (r *reader) source(c int, scratch *scratch) (int, float32) {
	scratch.sources = r.sources(c, scratch.sources)
	scratch.scores = scratch.scores[:0]
	t := r.models.Source.Tally()
	f := r.sourceContext(c, scratch.sources)
	for _, k := range scratch.sources {
		t.Reset()
		f.add(&t, k)
		scratch.scores = append(scratch.scores, t.Score())
	}
	best := choose.Softmax(scratch.scores)
	return scratch.sources[best], scratch.scores[best]
}

// scratch is room that the choosers use again.
type scratch struct {
	sources  []int
	scores   []float32
	contents candidates
	content  contentContext
}
