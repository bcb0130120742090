package quote

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
)

// The templates of the features of sources.
const (
	srcNone choose.Name = iota
	srcNoneLemma
	srcNoneLemmaTag
	srcNoneTag
	srcNonePrev
	srcNoneInside
	srcNoneBefore
	srcNoneSubject
	srcType
	srcSide
	srcRank
	srcRankType
	srcDistance
	srcBeside
	srcBesideType
	srcPreposition
	srcPrepositionType
	srcInside
	srcBetween
	srcBetweenType
	srcBetweenCue
	srcNext
	srcNextTag
	srcHead
	srcHeadSide
	srcLemmaRank
	srcLemmaBeside
	srcPassive
	srcAuxiliaryRank
	srcStarts
	srcEnds
	srcRel
	srcPath
	srcPathCue
	srcPathType
	srcPathLemma
	srcPathPassive
	srcPathInside
	srcPathSubject
	srcSubjectRank
	srcSubjectTense
	srcSubjectVerb
	srcSubjectFirst
	srcWitness
	srcWitnessType
	srcWitnessCue
)

// sourceContext is what the candidates for one cue's source share.
type sourceContext struct {
	*reader
	cue               int
	s                 *doc.Sentence
	lemma, cueTag     uint32
	auxiliary         uint32 // the word of the verb group before the cue
	inside            uint32
	passive           bool
	subject           bool // the parse gives the cue a subject of its own
	before            int  // candidates before the cue in its sentence
	seenBefore, after int
	joint             uint32 // what stands before the cue's verb group
	subjects          int    // candidates before the cue in its sentence that are subjects of a verb
	seenSubjects      int
	witness           witness
}

func (r *reader) sourceContext(c int, candidates []int) *sourceContext {
	w := &r.Words[c]
	f := &sourceContext{reader: r, cue: c, s: r.SentenceOf(c), cueTag: uint32(w.Tag)}
	lemma, _ := r.reporting(c)
	f.lemma = uint32(lemma)
	if w.Form == r.form.according || w.Form == r.form.colon {
		f.cueTag = uint32(w.Form)
	}
	f.inside = choose.Bool(w.Quote >= 0)
	for k := c - 1; k >= f.s.First && k > c-4; k-- {
		if x := &r.Words[k]; x.Tag.Verb() || x.Tag == doc.TagMD || x.Tag == doc.TagTO {
			f.auxiliary = uint32(x.Form)
			f.passive = w.Tag == doc.TagVBN && in(x.Form, r.form.passives)
			break
		}
	}
	f.subject = r.Kid(c, doc.RelNsubj) >= 0
	for _, k := range candidates {
		if k >= 0 && r.phrases[k].Head < c && r.phrases[k].Head >= f.s.First {
			f.before++
			if v := r.subjectOf[k]; v >= 0 && int(v) < c {
				f.subjects++
			}
		}
	}
	f.joint = r.joint(c)
	f.witness = r.witnessOf(c)
	return f
}

// The sides of a cue on which a source may stand.
const (
	sideBefore uint32 = iota
	sideAfter
	sideEarlier // in a sentence before; the number of sentences is added
)

// add adds the features of candidate k.
func (f *sourceContext) add(t *choose.Tally, k int) {
	if k < 0 {
		f.addNobody(t)
		return
	}
	p := &f.phrases[k]
	x, c := &f.Words[p.Head], &f.Words[f.cue]
	side, rank := sideBefore, 0
	switch {
	case x.Sentence != c.Sentence:
		side = sideEarlier + uint32(c.Sentence-x.Sentence)
	case p.Head < f.cue:
		f.seenBefore++
		rank = f.before - f.seenBefore
	default:
		side, rank = sideAfter, f.after
		f.after++
	}
	rk := choose.Bin(rank)
	inside := uint32(0)
	if x.Quote >= 0 {
		inside = 1 + choose.Bool(c.Quote == x.Quote)
	}
	beside := uint32(0)
	switch {
	case p.End == f.cue:
		beside = 1
	case p.First == f.cue+1:
		beside = 2
	case p.First == f.cue+2:
		beside = 3
	}
	prep := uint32(0)
	if b := f.At(p.First - 1); b.Tag == doc.TagIN || b.Tag == doc.TagTO || b.Form == f.form.comma || b.Edge != view.NoEdge {
		prep = uint32(b.Form)
	}
	between := f.between(p)
	t.Two(srcType, p.Type, f.cueTag)
	t.Two(srcSide, side, f.cueTag)
	t.Three(srcRank, side, rk, f.cueTag)
	t.Three(srcRankType, side, rk, p.Type)
	t.Two(srcDistance, side, choose.Bin(p.Head-f.cue))
	t.Three(srcBeside, beside, f.cueTag, inside)
	t.Three(srcBesideType, beside, p.Type, f.cueTag)
	t.Three(srcPreposition, prep, side, f.cueTag)
	t.Three(srcPrepositionType, prep, p.Type, side)
	t.Two(srcInside, inside, f.inside)
	t.Two(srcBetween, between, side)
	t.Three(srcBetweenType, between, p.Type, side)
	t.Three(srcBetweenCue, between, f.cueTag, f.auxiliary)
	t.Two(srcNext, f.f(p.End), side)
	t.Three(srcNextTag, f.t(p.End), side, f.cueTag)
	t.One(srcHead, uint32(x.Lemma))
	t.Two(srcHeadSide, uint32(x.Lemma), side)
	t.Three(srcLemmaRank, f.lemma, side, rk)
	t.Four(srcLemmaBeside, f.lemma, uint32(c.Tag), side, beside)
	t.Three(srcPassive, choose.Bool(f.passive), side, prep)
	t.Four(srcAuxiliaryRank, f.auxiliary, f.cueTag, side, rk)
	if p.First == f.Sentences[x.Sentence].First {
		t.Two(srcStarts, side, p.Type)
	}
	if p.End == f.s.End-1 {
		t.Two(srcEnds, side, p.Type)
	}
	t.Three(srcRel, uint32(x.Rel), side, p.Type)
	if x.Sentence == c.Sentence && f.s.Parsed {
		path := f.path(f.cue, p.Head)
		t.One(srcPath, path)
		t.Two(srcPathCue, path, f.cueTag)
		t.Two(srcPathType, path, p.Type)
		t.Two(srcPathLemma, path, f.lemma)
		t.Three(srcPathPassive, path, choose.Bool(f.passive), prep)
		t.Three(srcPathInside, path, inside, f.inside)
		t.Three(srcPathSubject, choose.Bool(f.subject), path, f.cueTag)
	}
	if side == sideBefore {
		f.addSubject(t, k, p)
	}
	agrees := f.witness.agrees(p)
	t.Two(srcWitness, agrees, uint32(f.witness.rule))
	t.Three(srcWitnessType, agrees, uint32(f.witness.rule), p.Type)
	t.Three(srcWitnessCue, agrees, uint32(f.witness.rule), f.cueTag)
}

// addSubject adds how a phrase before the cue is the subject of a verb there: a
// later verb of the same tense may share it.
func (f *sourceContext) addSubject(t *choose.Tally, k int, p *phrase.Phrase) {
	v := int(f.subjectOf[k])
	if v < 0 || v > f.cue {
		t.Three(srcSubjectRank, 99, f.joint, f.cueTag)
		return
	}
	f.seenSubjects++
	rank := choose.Bin(f.subjects - f.seenSubjects)
	w := &f.Words[v]
	own := choose.Bool(v == f.cue) | choose.Bool(f.seenSubjects == 1)<<1
	t.Four(srcSubjectRank, rank, f.joint, f.cueTag, own)
	t.Five(srcSubjectTense, choose.Bool(w.Tag == f.Words[f.cue].Tag), f.joint, rank, own, choose.Bool(f.subject))
	t.Four(srcSubjectVerb, uint32(w.Entry.Class)|uint32(w.Entry.Sense)<<4, f.joint, f.cueTag, choose.Bool(rank == 0))
	t.Four(srcSubjectFirst, own, p.Type, f.joint, f.cueTag)
}

// addNobody adds the features of there being no source.
func (f *sourceContext) addNobody(t *choose.Tally) {
	t.Bias(srcNone)
	t.One(srcNoneLemma, f.lemma)
	t.Two(srcNoneLemmaTag, f.lemma, uint32(f.Words[f.cue].Tag))
	t.Two(srcNoneTag, f.cueTag, f.auxiliary)
	t.One(srcNonePrev, f.f(f.cue-1))
	t.One(srcNoneInside, f.inside)
	t.One(srcNoneBefore, choose.Bin(f.before))
	t.Three(srcNoneSubject, choose.Bool(f.subject), choose.Bool(f.passive), f.rel(f.cue))
	t.One(srcWitness, 8|uint32(f.witness.rule)<<4)
}

// between packs how many verbs, commas and marks stand between a phrase and the cue.
func (f *sourceContext) between(p *phrase.Phrase) uint32 {
	low, high := p.End, f.cue
	if p.Head > f.cue {
		low, high = f.cue+1, p.First
	}
	commas, marks := 0, 0
	for j := low; j < high && j < low+60; j++ {
		commas += int(choose.Bool(f.Words[j].Form == f.form.comma))
		marks += int(choose.Bool(f.Words[j].Edge != view.NoEdge))
	}
	return uint32(min(count(f.verbs, low, high), 4)) | uint32(min(commas, 3))<<3 | uint32(min(marks, 2))<<5
}

// path gives the relations on the way from token a up and down to token b, at
// most four each way, as one value.
func (r *reader) path(a, b int) uint32 {
	up := uint32(1)
	x := a
	for range 5 {
		down := uint32(1)
		y := b
		for range 5 {
			if y == x {
				return up<<16 ^ down*0x9E3779B1
			}
			w := &r.Words[y]
			down = down*47 + uint32(w.Rel.Base())
			if y = int(w.Head); y < 0 {
				break
			}
		}
		w := &r.Words[x]
		up = up*47 + uint32(w.Rel.Base())
		if x = int(w.Head); x < 0 {
			break
		}
	}
	return 0
}
