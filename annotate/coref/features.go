package coref

import (
	"sort"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/phrase"
	"quoth/model"
)

// The templates of the features of referents.
const (
	refSelf choose.Name = iota
	refSelfDeterminer
	refSelfHead
	refSelfTag
	refSelfLength
	refSelfPersons
	refSelfSpoken
	refIn
	refInType
	refKind
	refKindHead
	refKindTag
	refQuoted
	refRel
	refFirst
	refSentences
	refBlocks
	refRank
	refRankSentences
	refCount
	refSpoke
	refSpokeSentences
	refSpokeRank
	refGiven
	refGender
	refGenderRank
	refLean
	refEnding
	refEnding2
	refDescribed
	refInName
	refInNameSentences
	refHit
	refHitSentences
	refHitSpoke
	refSame
	refClass
	refBodyNoun
	refPlural
	refOnly
	refAgree
	refSubject
	refFit
	refFitNear
	refFitSpoke
	refTurn
	refTurnFit
	refPlace
	refMentions
	refCase
	refSaid
	refSaidNear
	refTakes
	refTakesKind
	refTakesShape
	refTakesHit
	refMentionCase
	refSubjectOf
	refBodyPair
	refBodyOther
	refSelfShape
	refSelfLast
	refSelfNoun
	refProfile
	refProfileOthers
	refProfileSpoke
	refProfileNear
	refPlaceSpoke
	refPlaceBlock
	refVerbSpoke
	refVerbNear
	refOpenerSpoke
	refAhead
	refAheadFit
	refAheadRank
	refSelfProfile
	refSelfOpening
	refSelfVerb
	refSelfOpener
	refSelfPlace
	refSelfPlaceShape
)

// Context is what the choices for one phrase share.
type Context struct {
	*Resolver
	Choices []int
	p       *phrase.Phrase
	kind    uint32
	pronoun bool
	det     uint32
	shape   uint32
	persons int
	fitting int // persons that a pronoun fits
	ranks   []rank

	// Of a description:
	best    uint32 // how well the best of the choices fits it
	several bool   // more than one of them does
	place   uint32
	verb    uint32
	opener  uint32
}

// rank is how recent a referent is among those of its type, and among the
// persons that a pronoun fits.
type rank struct{ referent, last, rank, fitting int }

// Context looks at phrase p and its choices.
func (r *Resolver) Context(p *phrase.Phrase) *Context {
	f := &Context{Resolver: r, Choices: r.Choices(p), p: p, kind: p.Type, pronoun: p.Kind == phrase.Pronoun}
	if f.pronoun && f.sex() != 0 {
		f.kind = uint32(r.form.he) // she is found as he is
	}
	if w := &r.Words[p.First]; !f.pronoun && (w.Tag == doc.TagDT || w.Tag == doc.TagPRPS || w.Tag == doc.TagCD) {
		f.det = uint32(w.Form)
	}
	if !f.pronoun {
		f.shape = f.shapeOf(p)
	}
	f.Choices = f.agreeing(f.Choices)
	for _, e := range f.Choices {
		if e < 0 {
			continue
		}
		if m, ok := r.before(e, p.First); ok {
			f.ranks = append(f.ranks, rank{e, m.end, 0, unfit})
		}
	}
	sort.SliceStable(f.ranks, func(i, j int) bool { return f.ranks[i].last > f.ranks[j].last })
	var seen [8]int
	for i := range f.ranks {
		k := f.TypeOf(f.ranks[i].referent) & 7
		f.ranks[i].rank = seen[k]
		seen[k]++
	}
	f.persons = seen[typePerson]
	f.fit()
	if !f.pronoun {
		f.compare()
		f.place, f.verb, f.opener = f.placeOf(), f.verbOf(), f.openerOf()
	}
	return f
}

// The types of referents, as values of features.
const (
	typePerson = iota
	typeOrg
	typePlace
	typeNORP
	typeThing
	typeDescribed
	typeDescribedPlural
)

// TypeOf gives the type of referent e as a value of features.
func (r *Resolver) TypeOf(e int) uint32 {
	x := &r.Referents[e]
	switch {
	case x.Entity < 0 && x.Plural:
		return typeDescribedPlural
	case x.Entity < 0:
		return typeDescribed
	case x.Type == model.Person:
		return typePerson
	case x.Type == model.Org:
		return typeOrg
	case x.Type == model.Place:
		return typePlace
	case x.Type == model.NORP:
		return typeNORP
	}
	return typeThing
}

// Add adds the features of phrase p standing for referent e.
func (f *Context) Add(t *choose.Tally, e int) {
	if e < 0 {
		f.addItself(t)
		return
	}
	typ, kind := f.TypeOf(e), f.kind
	head := &f.Words[f.p.Head]
	in := f.within(e)
	t.Two(refIn, in, typ)
	t.Three(refInType, in, typ, kind)
	t.Three(refKind, typ, kind, f.det)
	t.Two(refKindHead, typ, uint32(head.Lemma))
	t.Three(refKindTag, typ, uint32(head.Tag), f.det)
	sentences, blocks, near := uint32(99), uint32(99), uint32(9)
	m, ok := f.before(e, f.p.First)
	if ok {
		last := &f.Words[m.end-1]
		back := int(head.Sentence - last.Sentence)
		sentences, blocks, near = choose.Bin(back), choose.Bin(int(head.Block-last.Block)), choose.Bin(min(back, 4))
		rel := f.relOf(m)
		said := choose.Bool(f.inSaid(m.end - 1))
		t.Three(refSaid, said, kind, typ)
		t.Four(refSaidNear, said, kind, near, choose.Bool(rel == doc.RelNsubj))
		t.Two(refQuoted, choose.Bool(last.Quote >= 0), kind)
		t.Three(refRel, uint32(rel), sentences, kind)
		t.Three(refFirst, choose.Bool(m.first <= f.Sentences[last.Sentence].First+2), sentences, kind)
		t.Four(refSubject, choose.Bool(rel == doc.RelNsubj), choose.Bool(last.Quote >= 0), near, kind)
	}
	t.Three(refSentences, sentences, kind, typ)
	t.Three(refBlocks, blocks, kind, typ)
	rk := f.rankOf(e)
	t.Three(refRank, rk, kind, typ)
	t.Three(refRankSentences, rk, sentences, kind)
	t.Three(refCount, choose.Bin(f.Mentions(e)), kind, typ)
	spoke := uint32(f.SpokeAgo(e))
	t.Three(refSpoke, spoke, kind, typ)
	t.Three(refSpokeSentences, spoke, sentences, kind)
	t.Three(refSpokeRank, spoke, rk, kind)
	if f.pronoun {
		f.addPronoun(t, e, typ, rk, near)
	} else {
		f.addNominal(t, e, typ, sentences, near, spoke)
	}
}

// addItself adds the features of the phrase standing for itself.
func (f *Context) addItself(t *choose.Tally) {
	head := &f.Words[f.p.Head]
	t.One(refSelf, f.kind)
	t.Two(refSelfDeterminer, f.kind, f.det)
	t.One(refSelfHead, uint32(head.Lemma))
	t.Three(refSelfTag, uint32(head.Tag), f.det, choose.Bool(f.pronoun))
	t.Two(refSelfLength, choose.Bin(f.p.End-f.p.First), f.det)
	t.Two(refSelfPersons, choose.Bin(f.persons), f.kind)
	t.Three(refSelfShape, f.kind, f.shape, f.det)
	t.Four(refSelfLast, f.kind, f.shape, f.det, f.sinceSpoken())
	t.Three(refSelfNoun, uint32(head.Lemma), f.det, choose.Bool(f.shape>>1 == 0))
	if !f.pronoun {
		f.addItselfAt(t)
	}
	t.Two(refSelfSpoken, choose.Bool(len(f.speakers) > 0), f.kind)
}

// rankOf gives the rank of referent e among those of its type, 31 for one not
// yet mentioned.
func (f *Context) rankOf(e int) uint32 {
	for _, k := range f.ranks {
		if k.referent == e {
			return choose.Bin(k.rank)
		}
	}
	return 31
}

// relOf gives the relation of a mention's head, subtypes set aside.
func (f *Context) relOf(m mention) doc.Rel {
	for i := m.first; i < m.end; i++ {
		if h := int(f.Words[i].Head); h < m.first || h >= m.end {
			return f.Words[i].Rel.Base()
		}
	}
	return doc.RelNone
}

// sinceSpoken gives how many sentences ago the last speaker was mentioned, with
// its type.
func (f *Context) sinceSpoken() uint32 {
	e := f.LastSpeaker()
	if e < 0 {
		return 0
	}
	m, ok := f.before(e, f.p.First)
	if !ok {
		return 1
	}
	back := int(f.Words[f.p.Head].Sentence - f.Words[m.end-1].Sentence)
	return 2 | choose.Bin(min(back, 4))<<2 | f.TypeOf(e)<<6
}
