package quote

import (
	"quoth/annotate/doc"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
)

// noVerb stands for a phrase that is the subject of no finite verb.
const noVerb = -1

// findSubjects tells of each phrase the finite verb that it is the subject of,
// read from the words alone: the verb that follows it, adverbs and what commas or
// brackets part off passed over. It is a second opinion where the parse errs.
func (r *reader) findSubjects() {
	r.subjectOf = make([]int32, len(r.phrases))
	for k := range r.phrases {
		r.subjectOf[k] = int32(r.verbAfter(&r.phrases[k]))
	}
}

// maxAside bounds the tokens of an aside between a subject and its verb.
const maxAside = 30

// verbAfter gives the finite verb that phrase p is the subject of, or noVerb.
func (r *reader) verbAfter(p *phrase.Phrase) int {
	w := &r.Words[p.Head]
	if w.Tag == doc.TagWDT || p.Kind == phrase.Time || r.afterPreposition(p.First) {
		return noVerb
	}
	end := r.SentenceOf(p.Head).End
	i := p.End
	if i < end && (r.Words[i].Form == r.form.comma || r.Words[i].Form == r.form.open) {
		closing := r.form.comma
		if r.Words[i].Form == r.form.open {
			closing = r.form.close
		}
		for i++; i < end && r.Words[i].Form != closing; i++ {
			if r.Words[i].Edge != view.NoEdge || i > p.End+maxAside {
				return noVerb
			}
		}
		i++
	}
	for ; i < end && i < p.End+maxAside+4; i++ {
		x := &r.Words[i]
		switch {
		case x.Tag.Finite() && x.Name < 0:
			return i
		case x.Tag == doc.TagRB, x.Tag == doc.TagWP:
		default:
			return noVerb
		}
	}
	return noVerb
}

// afterPreposition reports whether a preposition that begins no clause stands
// before token i.
func (r *reader) afterPreposition(i int) bool {
	if i == 0 || r.Words[i-1].Sentence != r.Words[i].Sentence {
		return false
	}
	w := &r.Words[i-1]
	return w.Tag == doc.TagTO || w.Tag == doc.TagIN && w.Rel == doc.RelCase && !in(w.Form, r.form.subordinators) && w.Form != r.form.that
}

// joint tells what stands before the verb group of the cue at token c: nothing
// of its clause (0), a conjunction (1), a comma or dash (2), a preposition or
// "to" (3), something else (4).
func (r *reader) joint(c int) uint32 {
	s := r.SentenceOf(c)
	k := r.verbGroup(c, s) - 1
	switch w := r.At(k); {
	case k < s.First:
		return 0
	case w.Tag == doc.TagCC:
		return 1
	case !w.Wordly:
		return 2
	case w.Tag == doc.TagIN, w.Tag == doc.TagTO:
		return 3
	}
	return 4
}
