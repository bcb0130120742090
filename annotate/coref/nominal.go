package coref

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
)

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

// addNominal adds how referent e fits a description: whether the article gives
// it that title or role.
func (f *Context) addNominal(t *choose.Tally, e int, typ, sentences, near, spoke uint32) {
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
	rk := min(f.rankOf(e), 4)
	t.Five(refTakes, f.det, near, rk, spoke, typ)
	t.Five(refTakesKind, f.kind, f.det, near, spoke, typ)
	t.Five(refTakesShape, f.shape, f.kind, near, spoke, typ)
	t.Five(refTakesHit, f.shape, choose.Bool(hit > 0), rk, near, typ)
	if m, ok := f.before(e, f.p.First); ok {
		t.Four(refMentionCase, f.caseOf(m), f.kind, near, f.det)
		t.Five(refSubjectOf, choose.Bool(f.relOf(m) == doc.RelNsubj), choose.Bool(f.inSaid(m.end-1)), spoke, f.det, near)
	}
	if typ == typeOrg {
		body := f.bodyNoun(x.Entity)
		t.Two(refBodyPair, body, uint32(head.Lemma))
		t.Four(refBodyOther, choose.Bool(body == 0)|choose.Bool(body == uint32(head.Lemma))<<1, f.kind, near, f.det)
	}
	f.addProfile(t, e, typ, near, spoke, rk)
	f.addPlace(t, e, typ, near, spoke)
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
		for _, n := range f.firstNames(x.Entity) {
			look(mention{f.Names[n].First, f.Names[n].End})
		}
		return hit
	}
	for _, m := range x.mentions[:min(len(x.mentions), maxVotes)] {
		look(m)
	}
	return hit
}

// inName reports whether a noun is a word of the entity's longest name: "the
// ministry" of "Ministry of Energy".
func (f *Context) inName(e int, noun lexicon.Hash) bool {
	for _, n := range f.firstNames(e) {
		for k := f.Names[n].First; k < f.Names[n].End; k++ {
			if w := &f.Words[k]; w.Lemma == noun || w.Form == noun {
				return true
			}
		}
	}
	return false
}

// bodyNoun gives the noun in a body's longest name that says what it is: "court",
// "ministry". It is 0 where there is none.
func (f *Context) bodyNoun(e int) uint32 {
	best := f.longest(e)
	for k := best.End - 1; k >= best.First; k-- {
		w := &f.Words[k]
		h := f.Lexicon.NounLemma(f.Word(k))
		if f.Lexicon.Of(h).Has(lexicon.Body) || w.Entry.Has(lexicon.Body) {
			return uint32(h)
		}
	}
	return 0
}

// shapeOf tells how a description is built: whether adjectives or names stand
// before its head, whether it goes on behind it, and its number.
func (f *Context) shapeOf(p *phrase.Phrase) uint32 {
	shape := choose.Bool(f.Words[p.Head].Tag == doc.TagNNS) | choose.Bool(p.End > p.Head+1)<<1
	for i := p.First; i < p.Head; i++ {
		switch w := &f.Words[i]; {
		case w.Name >= 0:
			shape |= 1 << 2
		case w.Tag == doc.TagJJ, w.Tag.Noun():
			shape |= 1 << 3
		case w.Tag == doc.TagCD:
			shape |= 1 << 4
		}
	}
	return shape
}
