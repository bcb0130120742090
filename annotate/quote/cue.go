package quote

import (
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/view"
)

// communication is WordNet's number for the file verb.communication.
const communication = 32

// mayCue reports whether token i can be a cue: a verb that may report, any verb
// of a sentence with quotation marks, "according" and "per", a colon that leads
// in words, a noun of saying beside a quotation.
func (r *reader) mayCue(i int) bool {
	w := &r.Words[i]
	switch {
	case r.inTurn[i]:
		return false
	case w.Form == r.form.according, w.Form == r.form.per:
		return true
	case w.Tag.Verb():
		return w.Entry.Class > lexicon.Mind || w.Entry.Talk >= 3 || r.sentences[w.Sentence].hasQuote()
	case w.Form == r.form.colon:
		return r.colonLeads(i)
	case !w.Wordly || w.Name >= 0:
		return false
	}
	return r.nounReports(i)
}

// maxLabel is the most tokens that may stand before the colon of a label such
// as "Dr. Maria Alvarez, host:".
const maxLabel = 8

// colonLeads reports whether the colon at token i may lead in what is said.
func (r *reader) colonLeads(i int) bool {
	w, next := &r.Words[i], r.At(i+1)
	if next.Edge == view.Opening || next.Block != w.Block {
		return true
	}
	s := r.SentenceOf(i)
	return i-s.First < maxLabel && r.At(s.First-1).Block != w.Block
}

// nounReports reports whether token i is a form of a verb of saying that the
// tagger took for a noun or adjective: an inflected one, as in headlines, or one
// beside a quotation.
func (r *reader) nounReports(i int) bool {
	w := &r.Words[i]
	if !w.Tag.Noun() && w.Tag != doc.TagJJ {
		return false
	}
	if w.Entry.Has(lexicon.Report) && (r.At(i+1).Form == r.form.that || r.At(i+1).Form == r.form.colon) {
		return true // the claim that
	}
	lemma := r.Lexicon.VerbLemma(r.Word(i))
	e := r.Lexicon.Of(lemma)
	switch {
	case e.Class >= lexicon.Clause && lemma != w.Form, e.Class == lexicon.Say && !e.IsNoun:
		return true
	case e.Class < lexicon.Object && e.File != communication || w.Tag == doc.TagNNP:
		return false
	}
	for k := i - 2; k <= i+2; k++ {
		if r.At(k).Edge != view.NoEdge {
			return true
		}
	}
	return false
}

// senseOf packs what the lexicon tells of a verb into one value.
func senseOf(e *lexicon.Entry) uint32 {
	s := uint32(e.Class) | uint32(e.Sense)<<3 | uint32(e.Talk)<<6
	if e.File == communication {
		s |= 1 << 11
	}
	return s
}
