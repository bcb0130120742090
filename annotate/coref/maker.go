package coref

import (
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
)

// maxMaker is how far behind a document its maker may be named.
const maxMaker = 10

// Bearer gives the phrase of whoever speaks through phrase k: of a document or
// report its maker where the sentence names one ("the ministry's statement", "a
// survey published in May by the federation"), else k itself.
func (r *Resolver) Bearer(k int) *phrase.Phrase {
	p := &r.phrases[k]
	h := &r.Words[p.Head]
	if h.Name >= 0 || !h.Entry.Has(lexicon.Document|lexicon.Report) || h.Entry.Has(lexicon.Body) {
		return p
	}
	if m := r.owner(p); m != nil {
		return m
	}
	if m := r.author(p); m != nil {
		return m
	}
	return p
}

// owner gives the possessor of a phrase's head: "the ministry's", "its".
func (r *Resolver) owner(p *phrase.Phrase) *phrase.Phrase {
	if w := &r.Words[p.First]; w.Tag == doc.TagPRPS && p.First < p.Head {
		form := w.Form
		switch form {
		case r.form.his:
			form = r.form.he
		case r.form.her:
			form = r.form.she
		case r.form.its:
			form = r.form.it
		default:
			return nil
		}
		return &phrase.Phrase{First: p.First, End: p.First + 1, Head: p.First, Kind: phrase.Pronoun, Type: uint32(form)}
	}
	for i := p.First + 1; i < p.Head; i++ {
		if r.Words[i].Tag == doc.TagPOS {
			return r.endingAt(i)
		}
	}
	return nil
}

// author gives the phrase after "by" or "from" behind a document.
func (r *Resolver) author(p *phrase.Phrase) *phrase.Phrase {
	s := r.Words[p.Head].Sentence
	for i := p.Head + 1; i < p.Head+maxMaker && i < len(r.Words); i++ {
		w := &r.Words[i]
		switch {
		case w.Sentence != s, w.Tag.Finite() && w.Name < 0, w.Form == r.form.comma:
			return nil
		case w.Form == r.form.by, w.Form == r.form.from:
			if receives(r.Word(i - 1)) {
				return nil
			}
			return r.beginningAt(i + 1)
		}
	}
	return nil
}

// receives reports whether a participle tells that whoever is named after it has
// got hold of a document and not made it: "seen by Reuters".
func receives(participle string) bool {
	switch participle {
	case "seen", "obtained", "reviewed", "viewed", "verified", "examined", "read", "heard", "received", "quoted", "cited", "reported":
		return true
	}
	return false
}

// endingAt gives the widest phrase that ends before token i, with its possessive
// left out.
func (r *Resolver) endingAt(i int) *phrase.Phrase {
	for k := phrase.At(r.phrases, i) - 1; k >= 0 && r.phrases[k].Head > i-6; k-- {
		if p := &r.phrases[k]; p.End == i || p.End == i+1 {
			return p
		}
	}
	return nil
}

// beginningAt gives the phrase that begins with token i and has the first head.
func (r *Resolver) beginningAt(i int) *phrase.Phrase {
	for k := phrase.At(r.phrases, i); k < len(r.phrases) && r.phrases[k].Head < i+8; k++ {
		if p := &r.phrases[k]; p.First == i {
			return p
		}
	}
	return nil
}
