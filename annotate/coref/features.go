package coref

import (
	"sort"
	"unicode/utf8"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
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
)

// Context is what the choices for one phrase share.
type Context struct {
	*Resolver
	Choices []int
	p       *phrase.Phrase
	kind    uint32
	pronoun bool
	det     uint32
	persons int
	fitting int // persons that a pronoun fits
	ranks   []rank
}

// rank is how recent a referent is among those of its type, and among the
// persons that a pronoun fits.
type rank struct{ referent, last, rank, fitting int }

// Context looks at phrase p and its choices.
func (r *Resolver) Context(p *phrase.Phrase) *Context {
	f := &Context{Resolver: r, Choices: r.Choices(p), p: p, kind: p.Type, pronoun: p.Kind == phrase.Pronoun}
	if w := &r.Words[p.First]; !f.pronoun && (w.Tag == doc.TagDT || w.Tag == doc.TagPRPS || w.Tag == doc.TagCD) {
		f.det = uint32(w.Form)
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
	return f
}

// unfit is the rank of a referent that a pronoun does not fit.
const unfit = 30

// agreeing drops the referents that a pronoun cannot stand for by their type or
// sex: "he" is no ministry, and nobody who is called "she".
func (f *Context) agreeing(choices []int) []int {
	if !f.pronoun {
		return choices
	}
	kept := choices[:0]
	for _, e := range choices {
		if e < 0 || f.agrees(e) {
			kept = append(kept, e)
		}
	}
	return kept
}

// agrees reports whether the pronoun may stand for referent e.
func (f *Context) agrees(e int) bool {
	typ := f.TypeOf(e)
	other := uint32(sureFemale)
	switch lexicon.Hash(f.p.Type) {
	case f.form.she, f.form.her:
		other = sureMale
	case f.form.he, f.form.him, f.form.his:
	case f.form.it:
		return typ != typePerson
	default:
		return true
	}
	return (typ == typePerson || typ == typeDescribed) && f.genderOf(e).sure() != other
}

// fit ranks the persons and the described ones that the pronoun fits.
func (f *Context) fit() {
	n := 0
	for i := range f.ranks {
		if typ := f.TypeOf(f.ranks[i].referent); typ == typePerson || typ == typeDescribed {
			f.ranks[i].fitting = n
			n++
		}
	}
	f.fitting = n
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
	x := &f.Referents[e]
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
	count := len(x.mentions)
	if x.Entity >= 0 {
		count += len(f.Entities[x.Entity].Names)
	}
	t.Three(refCount, choose.Bin(count), kind, typ)
	spoke := uint32(f.SpokeAgo(e))
	t.Three(refSpoke, spoke, kind, typ)
	t.Three(refSpokeSentences, spoke, sentences, kind)
	t.Three(refSpokeRank, spoke, rk, kind)
	if f.pronoun {
		f.addPronoun(t, e, typ, rk, near)
	} else {
		f.addNominal(t, e, typ, sentences, spoke)
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
	t.Two(refSelfSpoken, choose.Bool(len(f.speakers) > 0), f.kind)
}

// turn gives how many speakers ago referent e spoke among those that the pronoun
// fits, at most 3.
func (f *Context) turn(e int) uint32 {
	n := uint32(0)
	for k := len(f.speakers) - 1; k >= 0 && n < 3; k-- {
		if f.speakers[k] == e {
			return n
		}
		if f.agrees(f.speakers[k]) && (k+1 == len(f.speakers) || f.speakers[k+1] != f.speakers[k]) {
			n++
		}
	}
	return 3
}

// fittingRank gives the rank of referent e among those that the pronoun fits.
func (f *Context) fittingRank(e int) uint32 {
	for _, k := range f.ranks {
		if k.referent == e {
			return choose.Bin(k.fitting)
		}
	}
	return unfit + 1
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

// within tells whether a name of referent e stands inside the phrase, and how.
func (f *Context) within(e int) uint32 {
	x := &f.Referents[e]
	if x.Entity < 0 {
		return 0
	}
	in := uint32(0)
	for i := f.p.First; i < f.p.End; i++ {
		n := f.Words[i].Name
		if n < 0 || f.Names[n].Entity != x.Entity {
			continue
		}
		in = 1 | choose.Bool(i > f.p.Head)<<1 | choose.Bool(f.At(f.Names[n].End).Tag == doc.TagPOS)<<2
		if p := f.At(f.Names[n].First - 1); p.Tag == doc.TagIN || p.Form == f.form.comma {
			in |= uint32(p.Form) << 3
		}
		i = f.Names[n].End - 1
	}
	return in
}

// addPronoun adds how referent e fits a pronoun: its sex and number.
func (f *Context) addPronoun(t *choose.Tally, e int, typ, rk, near uint32) {
	x := &f.Referents[e]
	g := f.genderOf(e)
	t.Two(refGender, g.sure(), f.kind)
	t.Three(refGenderRank, g.sure(), f.kind, rk)
	t.Two(refLean, choose.Bin(g.lean()), f.kind)
	t.Four(refAgree, g.sure(), f.kind, near, choose.Bin(min(f.persons, 3)))
	t.Three(refPlural, choose.Bool(x.Plural), typ, f.kind)
	fr := f.fittingRank(e)
	t.Three(refFit, fr, f.kind, g.sure())
	t.Four(refFitNear, fr, near, f.kind, choose.Bin(min(f.fitting, 4)))
	t.Four(refFitSpoke, fr, uint32(f.SpokeAgo(e)), f.kind, near)
	turn := f.turn(e)
	t.Three(refTurn, turn, f.kind, near)
	t.Four(refTurnFit, turn, fr, f.kind, choose.Bin(min(f.fitting, 3)))
	if m, ok := f.before(e, f.p.First); ok {
		w := &f.Words[m.first]
		s := f.Sentences[w.Sentence]
		opens := choose.Bool(m.first <= s.First+3) | choose.Bool(f.At(s.First-1).Block != w.Block)<<1
		t.Four(refPlace, opens, near, f.kind, choose.Bool(w.Block == f.Words[f.p.Head].Block))
		t.Four(refMentions, choose.Bin(f.Mentions(e)), near, f.kind, fr)
		t.Four(refCase, f.caseOf(m), near, f.kind, choose.Bool(w.Block == f.Words[f.p.Head].Block))
	}
	switch {
	case typ == typePerson:
		n := &f.Names[f.Entities[x.Entity].Names[0]]
		given := f.givenName(x.Entity)
		t.Two(refGiven, given, f.kind)
		name := f.Word(n.First)
		_, size := utf8.DecodeLastRuneInString(name)
		_, before := utf8.DecodeLastRuneInString(name[:len(name)-size])
		t.Two(refEnding, bytesOf(name[len(name)-size:]), f.kind)
		t.Two(refEnding2, bytesOf(name[len(name)-size-before:]), f.kind)
	case x.Entity < 0:
		t.Two(refDescribed, uint32(f.Words[x.Head].Lemma), f.kind)
	}
}

// caseOf gives the preposition that a mention stands after, titles and modifiers
// between them set aside: "he" after "a speech delivered by X" is X, after "told
// a crowd in X" is not.
func (f *Context) caseOf(m mention) uint32 {
	for i := m.first - 1; i >= max(0, m.first-5); i-- {
		switch w := f.At(i); {
		case w.Tag == doc.TagIN || w.Tag == doc.TagTO:
			return uint32(w.Form)
		case !w.Tag.Noun() && w.Tag != doc.TagDT && w.Tag != doc.TagJJ:
			return 0
		}
	}
	return 0
}

// givenName gives the first word of an entity's longest name, as a value of features.
func (f *Context) givenName(e int) uint32 {
	best, length := 0, 0
	for i, n := range f.Entities[e].Names {
		if i == maxVotes {
			break
		}
		if l := f.Names[n].End - f.Names[n].First; l > length {
			best, length = n, l
		}
	}
	return uint32(f.Words[f.Names[best].First].Form)
}

// bytesOf packs up to four bytes into a value of features.
func bytesOf(s string) uint32 {
	v := uint32(0)
	for i := range min(len(s), 4) {
		v = v<<8 | uint32(s[i])
	}
	return v
}

// addNominal adds how referent e fits a description: whether the article gives
// it that title or role.
func (f *Context) addNominal(t *choose.Tally, e int, typ, sentences, spoke uint32) {
	x := &f.Referents[e]
	head := &f.Words[f.p.Head]
	hit := f.called(e, head.Lemma)
	if x.Entity >= 0 && f.inName(x.Entity, head.Lemma) {
		t.Two(refInName, typ, f.det)
		t.Two(refInNameSentences, sentences, f.det)
		if hit == 0 {
			hit = 3
		}
	}
	t.Three(refHit, hit, typ, f.det)
	t.Three(refHitSentences, hit, sentences, typ)
	t.Four(refHitSpoke, hit, spoke, typ, f.det)
	t.Four(refClass, f.kind, typ, f.det, spoke)
	t.Three(refPlural, choose.Bool(x.Plural), typ, choose.Bool(head.Tag == doc.TagNNS))
	t.Three(refOnly, choose.Bool(f.persons == 1), typ, f.det)
	if hit == 0 && typ == typeOrg {
		t.Two(refBodyNoun, uint32(head.Lemma), f.det)
	}
	if x.Entity < 0 && uint32(f.Words[x.Head].Lemma) == uint32(head.Lemma) {
		t.Two(refSame, f.det, choose.Bool(x.Plural))
	}
}

// called tells whether a noun stands beside a mention of referent e in its
// sentence: 1 before it, 2 after it, 0 not.
func (f *Context) called(e int, noun lexicon.Hash) uint32 {
	x := &f.Referents[e]
	hit := uint32(0)
	look := func(m mention) {
		s := f.Words[m.first].Sentence
		for i := max(0, m.first-6); i < m.end+8 && i < len(f.Words); i++ {
			if i >= f.p.First && i < f.p.End {
				continue
			}
			if w := &f.Words[i]; w.Lemma == noun && w.Sentence == s && w.Tag.Noun() {
				hit = 1 + choose.Bool(i >= m.first)
			}
		}
	}
	if x.Entity >= 0 {
		for i, n := range f.Entities[x.Entity].Names {
			if i == maxVotes {
				break
			}
			look(mention{f.Names[n].First, f.Names[n].End})
		}
		return hit
	}
	for i, m := range x.mentions {
		if i == maxVotes {
			break
		}
		look(m)
	}
	return hit
}

// inName reports whether a noun is a word of the entity's longest name: "the
// ministry" of "Ministry of Energy".
func (f *Context) inName(e int, noun lexicon.Hash) bool {
	for i, n := range f.Entities[e].Names {
		if i == maxVotes {
			break
		}
		for k := f.Names[n].First; k < f.Names[n].End; k++ {
			if w := &f.Words[k]; w.Lemma == noun || w.Form == noun {
				return true
			}
		}
	}
	return false
}
