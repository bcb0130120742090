package quote

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/view"
)

// The templates of the features of cues.
const (
	cueBias choose.Name = iota
	cueForm
	cueClass
	cueClassTag
	cueLemma
	cueLemmaTag
	cueFile
	cueSense
	cueSenseTag
	cuePrev
	cueNext
	cuePrev2
	cueNext2
	cueNexts
	cuePrevTag
	cueNextTag
	cueNextTags
	cuePrevTags
	cueLemmaNext
	cueLemmaPrev
	cueTags
	cueInside
	cueInsideLemma
	cueLeftMark
	cueRightMark
	cueMarks
	cueBeside
	cueThat
	cueThatLemma
	cueComma
	cueModal
	cueModalLemma
	cueNegated
	cueToEnd
	cueToStart
	cueRel
	cueRelInside
	cueHeadLemma
	cueHeadTag
	cueSubjectLemma
	cueChild
	cueChildren
	cueSubject
	cueComplement
	cueFrame
	cueLemmaComplement
	cueLemmaSubject
	cueLemmaFrame
	cueComplementMarks
	cueHigherSubject
	cueNounBefore
	cueTypeBefore
	cueParticle
	cueRule
	cueRuleMark
	cueRuleSpeaker
	cueFollows
	cueFollowsLemma
	cueFollowsSense
	cueFollowsInside
	cueFollowsSubject
	cueFollowsPassive
)

// far is the distance of a mark that was not found near by.
const far = 40

// cueFeatures adds the features of token i as a cue.
func (r *reader) cueFeatures(t *choose.Tally, i int) {
	w := &r.Words[i]
	s := r.SentenceOf(i)
	lemma, entry := r.reporting(i)
	l, sense, tag := uint32(lemma), senseOf(entry), uint32(w.Tag)
	t.Bias(cueBias)
	t.One(cueForm, uint32(w.Form))
	t.One(cueClass, uint32(entry.Class)|uint32(entry.Sense)<<4|uint32(entry.Flags)<<8)
	t.Two(cueClassTag, uint32(entry.Class)|uint32(entry.Sense)<<4, tag)
	t.One(cueLemma, l)
	t.Two(cueLemmaTag, l, tag)
	t.Two(cueFile, uint32(entry.File), uint32(entry.Talk))
	t.One(cueSense, sense)
	t.Two(cueSenseTag, tag, sense)
	t.One(cuePrev, r.f(i-1))
	t.One(cueNext, r.f(i+1))
	t.One(cuePrev2, r.f(i-2))
	t.One(cueNext2, r.f(i+2))
	t.Two(cueNexts, r.f(i+1), r.f(i+2))
	t.Two(cuePrevTag, r.t(i-1), sense)
	t.Two(cueNextTag, r.t(i+1), sense)
	t.Three(cueNextTags, r.t(i+1), r.t(i+2), sense)
	t.Three(cuePrevTags, r.t(i-2), r.t(i-1), sense)
	t.Two(cueLemmaNext, l, r.f(i+1))
	t.Two(cueLemmaPrev, l, r.f(i-1))
	t.Three(cueTags, r.t(i-1), tag, r.t(i+1))

	inside := r.inside(i, s)
	t.Two(cueInside, inside, sense)
	t.Two(cueInsideLemma, inside, l)
	left, right := r.marksAround(i, s)
	t.Two(cueLeftMark, choose.Bin(left), inside)
	t.Two(cueRightMark, choose.Bin(right), inside)
	t.Four(cueMarks, choose.Bin(left), choose.Bin(right), inside, sense)
	t.Three(cueBeside, choose.Bool(r.At(s.First-1).Edge == view.Closing), r.opensAfter(s, w.Block), sense)

	that := r.thatAfter(i, s)
	t.Two(cueThat, that, sense)
	t.Two(cueThatLemma, that, l)
	t.Two(cueComma, choose.Bool(r.commaBefore(i, s)), sense)
	r.auxiliaries(t, i, s, l, sense)
	t.Two(cueToEnd, choose.Bin(s.End-i), sense)
	t.Two(cueToStart, choose.Bin(i-s.First), sense)
	t.Two(cueParticle, l, r.particle(i))
	w2 := r.witnessOf(i)
	rule, class := uint32(w2.rule), uint32(entry.Class)|uint32(entry.Sense)<<3
	after := choose.Bool(r.afterMark(r.verbGroup(i, s), s))
	t.Two(cueRule, rule, class)
	t.Five(cueRuleMark, rule, after, choose.Bin(left), choose.Bin(right), uint32(entry.Class))
	if w2.p != nil {
		t.Four(cueRuleSpeaker, rule, w2.p.Type, after, class)
	}
	follows, kind := uint32(r.frameOf(i+1, s.End)), w2.subjectKind()
	t.Three(cueFollows, follows, class, inside)
	t.Two(cueFollowsLemma, follows, l)
	t.Three(cueFollowsSense, follows, sense, tag)
	t.Four(cueFollowsInside, follows, inside, kind, uint32(entry.Class))
	t.Four(cueFollowsSubject, follows, kind, class, rule)
	t.Four(cueFollowsPassive, follows, tag, class, choose.Bool(r.passive(i)))
	if s.Parsed {
		r.cueTree(t, i, l, sense, inside, left, right)
	}
	r.nounBefore(t, i, s, sense)
}

// auxiliaries adds the modals and negations before token i.
func (r *reader) auxiliaries(t *choose.Tally, i int, s *doc.Sentence, lemma, sense uint32) {
	negated := false
	for k := i - 1; k >= s.First && k > i-4; k-- {
		w := &r.Words[k]
		negated = negated || in(w.Form, r.form.negations)
		if in(w.Form, r.form.modals) {
			t.Two(cueModal, uint32(w.Form), sense)
			t.Two(cueModalLemma, uint32(w.Form), lemma)
		}
	}
	t.Two(cueNegated, choose.Bool(negated), sense)
}

// nounBefore adds the noun or pronoun that stands nearest before token i.
func (r *reader) nounBefore(t *choose.Tally, i int, s *doc.Sentence, sense uint32) {
	for k := i - 1; k >= s.First && k > i-6; k-- {
		if w := &r.Words[k]; w.Tag.Noun() || w.Tag == doc.TagPRP {
			t.Two(cueNounBefore, uint32(w.Lemma), sense)
			t.Two(cueTypeBefore, r.typeOf(k), sense)
			return
		}
	}
}

// cueTree adds what the parse tells of token i as a cue.
func (r *reader) cueTree(t *choose.Tally, i int, lemma, sense, inside uint32, left, right int) {
	w := &r.Words[i]
	rel := uint32(w.Rel)
	t.Two(cueRel, rel, sense)
	t.Three(cueRelInside, rel, inside, sense)
	t.Two(cueHeadLemma, r.l(int(w.Head)), rel)
	t.Three(cueHeadTag, r.t(int(w.Head)), rel, sense)
	subject, complement, children := uint32(0), uint32(0), uint32(0)
	for k := range r.Kids(i) {
		c := &r.Words[k]
		b := c.Rel.Base()
		switch b {
		case doc.RelNsubj:
			subject = r.typeOf(k)<<1 | choose.Bool(k > i)
			t.One(cueSubjectLemma, uint32(c.Lemma))
		case doc.RelCcomp, doc.RelParataxis, doc.RelXcomp:
			complement = uint32(b)<<2 | choose.Bool(k < i)<<1 | choose.Bool(c.Quote >= 0)
			if m := r.Kid(k, doc.RelMark); m >= 0 {
				complement = complement*31 + r.f(m)
			}
		case doc.RelObj, doc.RelIobj, doc.RelObl, doc.RelAdvcl, doc.RelAux:
			t.Three(cueChild, uint32(c.Rel), r.typeOf(k), sense)
		}
		if b != doc.RelPunct && b != doc.RelAdvmod {
			children |= 1 << (b & 31)
		}
	}
	t.One(cueChildren, children)
	t.Two(cueSubject, subject, sense)
	t.Two(cueComplement, complement, sense)
	t.Three(cueFrame, subject, complement, sense)
	t.Two(cueLemmaComplement, lemma, complement)
	t.Two(cueLemmaSubject, lemma, subject)
	t.Three(cueLemmaFrame, lemma, subject, complement)
	t.Four(cueComplementMarks, complement, inside, choose.Bin(left), choose.Bin(right))
	switch w.Rel.Base() {
	case doc.RelConj, doc.RelXcomp, doc.RelAdvcl:
		if w.Head >= 0 {
			if k := r.Kid(int(w.Head), doc.RelNsubj); k >= 0 {
				t.Three(cueHigherSubject, r.typeOf(k), rel, sense)
			}
		}
	}
}
