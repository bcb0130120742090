package coref

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/view"
)

// Where a description may stand.
const (
	placeElsewhere uint32 = iota
	placeOpensBlock
	placeOpensSentence
	placeAfterQuote       // “…,” the minister said
	placeAfterVerb        // said the minister
	placeAfterPreposition // according to the minister
	placeAfterBy          // asked by the minister
)

// placeOf tells where the description stands, and whether it is a subject.
func (f *Context) placeOf() uint32 {
	w := &f.Words[f.p.Head]
	first := f.Sentences[w.Sentence].First
	place := placeElsewhere
	switch b := f.At(f.p.First - 1); {
	case f.p.First == first && f.At(first-1).Block != w.Block:
		place = placeOpensBlock
	case f.p.First == first:
		place = placeOpensSentence
	case b.Edge != view.NoEdge || b.Quote >= 0:
		place = placeAfterQuote
	case b.Tag.Verb():
		place = placeAfterVerb
	case b.Form == f.form.by:
		place = placeAfterBy
	case b.Tag == doc.TagIN || b.Tag == doc.TagTO:
		place = placeAfterPreposition
	}
	return place | choose.Bool(w.Rel.Base() == doc.RelNsubj)<<3
}

// verbOf gives the verb that the description hangs on, as a value of features: who
// "added" spoke before, whoever "asked" may be new.
func (f *Context) verbOf() uint32 {
	if h := f.At(int(f.Words[f.p.Head].Head)); h.Tag.Verb() {
		return uint32(h.Lemma)
	}
	return 0
}

// openerOf gives the tag of the word that opens the description's sentence, 0 where
// the description does: "Asked whether he had conceded, the minister".
func (f *Context) openerOf() uint32 {
	first := f.Sentences[f.Words[f.p.Head].Sentence].First
	if first < f.p.First {
		return uint32(f.Words[first].Tag) + 1
	}
	return 0
}

// addPlace adds where the description stands beside referent e's last mention.
func (f *Context) addPlace(t *choose.Tally, e int, typ, near, spoke uint32) {
	block := uint32(2)
	if m, ok := f.before(e, f.p.First); ok {
		block = choose.Bool(f.Words[f.p.Head].Block != f.Words[m.end-1].Block)
	}
	t.Five(refPlaceBlock, f.place, block, near, spoke, typ)
	t.Four(refVerbSpoke, f.verb, f.det, spoke, typ)
	t.Four(refVerbNear, f.verb, f.det, near, typ)
	t.Four(refOpenerSpoke, f.opener, f.det, spoke, typ)
}

// addItselfAt adds where a description stands that stands for itself, and how the
// others fit it.
func (f *Context) addItselfAt(t *choose.Tally) {
	t.Four(refSelfProfile, f.best, choose.Bool(f.several), f.det, f.kind)
	t.Four(refSelfOpening, f.opening(), f.det, f.shape, f.best)
	t.Two(refSelfVerb, f.verb, f.det)
	t.Two(refSelfOpener, f.opener, f.det)
	t.Three(refSelfPlace, f.place, f.kind, f.det)
	t.Four(refSelfPlaceShape, f.place, f.shape, f.det, f.sinceSpoken())
}
