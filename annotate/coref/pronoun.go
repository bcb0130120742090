package coref

import (
	"unicode/utf8"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
)

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
	switch f.sex() {
	case 0:
		return lexicon.Hash(f.p.Type) != f.form.it || typ != typePerson
	default:
		return (typ == typePerson || typ == typeDescribed) && f.agreement(e) != disagreesSurely
	}
}

// sex gives the sex that a pronoun tells, 0 for none.
func (f *Context) sex() uint32 {
	switch lexicon.Hash(f.p.Type) {
	case f.form.she, f.form.her:
		return sureFemale
	case f.form.he, f.form.him, f.form.his:
		return sureMale
	}
	return 0
}

// How the sex of a referent may agree with a pronoun's.
const (
	agreesUnknown uint32 = iota
	agreesSurely
	disagrees // by a pronoun near a name, which may be another's
	disagreesSurely
	agreesDoubtfully
)

// agreement tells whether referent e is of the sex that the pronoun tells.
func (f *Context) agreement(e int) uint32 {
	vote := f.genderOf(e)
	switch g, sex := vote.sure(), f.sex(); {
	case g == 0 || sex == 0:
		return agreesUnknown
	case g == sureBoth:
		return agreesDoubtfully
	case g == sex:
		return agreesSurely
	case vote.told:
		return disagreesSurely
	}
	return disagrees
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

// addPronoun adds how referent e fits a pronoun: its sex and number.
func (f *Context) addPronoun(t *choose.Tally, e int, typ, rk, near uint32) {
	x := &f.Referents[e]
	agrees := f.agreement(e)
	lean := f.genderOf(e).lean()
	if f.sex() == sureFemale {
		lean = -lean
	}
	t.Two(refGender, agrees, f.kind)
	t.Three(refGenderRank, agrees, f.kind, rk)
	t.Two(refLean, choose.Bin(lean), f.kind)
	t.Four(refAgree, agrees, f.kind, near, choose.Bin(min(f.persons, 3)))
	t.Three(refPlural, choose.Bool(x.Plural), typ, f.kind)
	fr := f.fittingRank(e)
	t.Three(refFit, fr, f.kind, agrees)
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
		t.Two(refGiven, given, f.p.Type)
		name := f.Word(n.First)
		_, size := utf8.DecodeLastRuneInString(name)
		_, before := utf8.DecodeLastRuneInString(name[:len(name)-size])
		t.Two(refEnding, bytesOf(name[len(name)-size:]), f.p.Type)
		t.Two(refEnding2, bytesOf(name[len(name)-size-before:]), f.p.Type)
	case x.Entity < 0:
		t.Two(refDescribed, uint32(f.Words[x.Head].Lemma), f.p.Type)
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
	return uint32(f.Words[f.longest(e).First].Form)
}

// longest gives the longest of an entity's names.
func (r *Resolver) longest(e int) *doc.Name {
	best, length := 0, 0
	for _, n := range r.firstNames(e) {
		if l := r.Names[n].End - r.Names[n].First; l > length {
			best, length = n, l
		}
	}
	return &r.Names[best]
}

// bytesOf packs up to four bytes into a value of features.
func bytesOf(s string) uint32 {
	v := uint32(0)
	for i := range min(len(s), 4) {
		v = v<<8 | uint32(s[i])
	}
	return v
}
