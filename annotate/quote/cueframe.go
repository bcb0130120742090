package quote

import (
	"quoth/annotate/doc"
	"quoth/annotate/view"
)

// frame is what follows a verb, read from the words alone: the kind of
// complement that a reporting verb has or lacks.
type frame uint32

// The frames.
const (
	frameEnd         frame = iota // nothing: the sentence or a clause ends
	frameThat                     // that, whether, how …
	frameClause                   // a subject and its finite verb
	frameQuoted                   // a quotation
	frameColon                    // a colon
	frameTo                       // to and a verb
	frameVerbing                  // a form in -ing
	frameNoun                     // a noun phrase and no clause
	framePronoun                  // a personal pronoun and no clause
	framePreposition              // a preposition
	frameOther
	frames
)

// frameOf gives the frame that begins with token i. Of a noun phrase that
// something follows, as an addressee or object may be, both are told: frames
// times the kind of the phrase and what follows it.
func (r *reader) frameOf(i, end int) frame {
	f, next := r.frameAt(i, end)
	if f != frameNoun && f != framePronoun {
		return f
	}
	if after, _ := r.frameAt(next, end); after != frameNoun && after != framePronoun {
		return f*frames + after
	}
	return f*frames + frameOther
}

// frameAt gives the frame that begins with token i, adverbs and particles passed
// over, and where what follows it begins.
func (r *reader) frameAt(i, end int) (frame, int) {
	for i < end && (r.Words[i].Tag == doc.TagRB || r.Words[i].Tag == doc.TagRP) {
		i++
	}
	if i >= end {
		return frameEnd, end
	}
	w := &r.Words[i]
	switch {
	case w.Edge == view.Opening:
		return frameQuoted, i
	case w.Form == r.form.colon:
		return frameColon, i + 1
	case !w.Wordly:
		return frameEnd, i
	}
	if k := r.starts(i); k >= 0 {
		switch {
		case r.subjectOf[k] >= 0:
			return frameClause, i
		case w.Tag == doc.TagPRP:
			return framePronoun, r.phrases[k].End
		case !in(w.Form, r.form.starters):
			return frameNoun, r.phrases[k].End
		}
	}
	switch {
	case in(w.Form, r.form.starters):
		return frameThat, i
	case w.Tag == doc.TagTO && r.At(i+1).Tag.Verb():
		return frameTo, i
	case w.Tag == doc.TagIN, w.Tag == doc.TagTO:
		return framePreposition, i
	case w.Tag == doc.TagVBG:
		return frameVerbing, i
	}
	return frameOther, i + 1
}
