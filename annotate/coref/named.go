package coref

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
	"quoth/model"
)

// named gives the referent that a phrase names outright: by its head, by a name
// in apposition, by one right after it. It is -1 where there is none.
func (r *Resolver) named(p *phrase.Phrase) int {
	n := int(r.Words[p.Head].Name)
	if n >= 0 && r.titled(n) {
		n = -1
	}
	if n >= 0 && r.Names[n].Type == model.Person {
		return r.Names[n].Entity
	}
	if m := r.personWithin(p); m >= 0 {
		return r.Names[m].Entity
	}
	if m := r.nameBeside(p, n); m >= 0 {
		return r.Names[m].Entity
	}
	if m := r.personAbove(p); m >= 0 {
		return r.Names[m].Entity
	}
	if m := r.personByComma(p); m >= 0 {
		return r.Names[m].Entity
	}
	if n >= 0 && !r.demonym(p) {
		return r.Names[n].Entity
	}
	return -1
}

// demonym reports whether a phrase may tell one person by people or party: "the
// Norwegian", "the Democrat".
func (r *Resolver) demonym(p *phrase.Phrase) bool {
	n := int(r.Words[p.Head].Name)
	if n < 0 || r.Names[n].Type != model.NORP || r.Names[n].First != p.First+1 || r.Words[p.First].Tag != doc.TagDT {
		return false
	}
	w := r.Word(p.Head)
	for _, end := range []string{"s", "ese", "ish", "ch"} {
		if strings.HasSuffix(w, end) {
			return false
		}
	}
	return true
}

// titled reports whether a name is nothing but titles or roles, which the name
// finder took for a person: "Supreme Leader".
func (r *Resolver) titled(n int) bool {
	x := &r.Names[n]
	if x.Type != model.Person {
		return false
	}
	for i := x.First; i < x.End; i++ {
		if w := &r.Words[i]; w.Wordly && !w.Entry.Has(lexicon.Title|lexicon.Role) {
			return false
		}
	}
	return true
}

// nameAt gives the name that begins with token i in sentence s, or -1.
func (r *Resolver) nameAt(i int, s int32) int {
	w := r.At(i)
	if w.Name >= 0 && w.Sentence == s && r.Names[w.Name].First == i {
		return int(w.Name)
	}
	return -1
}

// personWithin gives the person's name that stands in a phrase as its head's
// apposition: "Ohio Democratic Party Chairman David Pepper", "a spokesman for
// X, Hatem Belkhodja". A name behind a preposition or with a possessive is
// another's.
func (r *Resolver) personWithin(p *phrase.Phrase) int {
	behind := false
	for i := p.First; i < p.End; i++ {
		w := &r.Words[i]
		switch {
		case w.Form == r.form.comma:
			behind = false
		case w.Tag == doc.TagIN, w.Tag == doc.TagTO, w.Tag == doc.TagWP, w.Tag == doc.TagWDT, w.Tag == doc.TagWRB, w.Tag == doc.TagWPS, w.Tag.Verb() && w.Name < 0:
			behind = true
		}
		if behind || w.Name < 0 {
			continue
		}
		n := &r.Names[w.Name]
		if n.End <= p.Head && r.Words[p.Head].Name < 0 && !r.commaIn(n.End, p.Head) {
			continue // "the Trump campaign"
		}
		if n.Type == model.Person && n.First == i && n.End <= p.End && r.At(n.End).Tag != doc.TagPOS {
			return int(w.Name)
		}
	}
	return -1
}

// commaIn reports whether a comma stands among the tokens [first, end).
func (r *Resolver) commaIn(first, end int) bool {
	for i := first; i < end; i++ {
		if r.Words[i].Form == r.form.comma {
			return true
		}
	}
	return false
}

// nameBeside gives the name that a common noun is a title or description of:
// "chairwoman | NAME", "the carmaker | BMW", "a lawmaker, NAME,". own is the
// name that the head is part of, or -1.
func (r *Resolver) nameBeside(p *phrase.Phrase, own int) int {
	h := &r.Words[p.Head]
	common := h.Tag.Noun() && own < 0
	if !common && (own < 0 || r.Names[own].Type == model.Person) {
		return -1
	}
	if k := r.nameAt(p.End, h.Sentence); k >= 0 && r.Words[p.End-1].Tag != doc.TagPOS {
		if t := r.Names[k].Type; t == model.Person || t == model.Org && own < 0 {
			return k
		}
	}
	if r.At(p.End).Form != r.form.comma || !h.Entry.Has(lexicon.Person) {
		return -1
	}
	i := p.End + 1
	for k := 0; k < 2 && r.At(i).Name < 0 && r.At(i).Entry.Has(lexicon.Title); k++ {
		i++
	}
	k := r.nameAt(i, h.Sentence)
	if k < 0 || r.Names[k].Type != model.Person {
		return -1
	}
	if a := r.At(r.Names[k].End); a.Form == r.form.comma || a.Tag.Verb() || a.Form == r.form.stop {
		return k
	}
	return -1
}

// personAbove gives the person's name that a phrase hangs on as an apposition or
// complement: "NAME of the Land Court", "NAME, a volunteer with the Red Cross".
func (r *Resolver) personAbove(p *phrase.Phrase) int {
	x := p.Head
	for range 3 {
		w := &r.Words[x]
		if b := w.Rel.Base(); b != doc.RelNmod && b != doc.RelAppos {
			return -1
		}
		h := int(w.Head)
		if h < 0 || h > x {
			return -1
		}
		for j := h; j < p.First; j++ {
			switch v := &r.Words[j]; {
			case v.Tag.Verb() && v.Name < 0, v.Tag == doc.TagWP, v.Tag == doc.TagWDT, v.Tag == doc.TagWRB:
				return -1
			}
		}
		if n := r.Words[h].Name; n >= 0 && r.Names[n].Type == model.Person {
			return int(n)
		}
		x = h
	}
	return -1
}

// maxApposition bounds the tokens of an apposition before the phrase.
const maxApposition = 30

// personByComma gives the person in whose apposition a phrase stands, read from
// the words alone: "Amy Kowalczyk, an analyst at StoneX, said".
func (r *Resolver) personByComma(p *phrase.Phrase) int {
	if n := r.At(p.End); n.Form != r.form.comma && !n.Tag.Verb() {
		return -1
	}
	human := p.Kind == phrase.Role || p.Kind == phrase.Human
	for i := p.First - 1; i > 0 && i > p.First-maxApposition; i-- {
		w := &r.Words[i]
		switch {
		case w.Sentence != r.Words[p.Head].Sentence, w.Tag.Finite() && w.Name < 0, w.Edge != view.NoEdge, w.Tag == doc.TagCC && w.Name < 0 && !human:
			return -1
		case w.Form == r.form.comma:
			n := r.Words[i-1].Name
			if human && n >= 0 && r.Names[n].Type == model.Person && r.Names[n].End == i {
				return int(n)
			}
			return -1
		}
		human = human || w.Tag.Noun() && w.Entry.Has(lexicon.Person)
	}
	return -1
}

// chanceShared is how likely the one is meant whom the linking gives to a surname
// that another person bears too.
const chanceShared = 0.7

// rarely is how many times oftener one bearer of a surname must be named than
// another for the surname alone to mean the one.
const rarely = 4

// shared reports whether a phrase names e by nothing but a surname that another
// person of the text bears: "Grady" where Paul and Ellen Grady are spoken of. Who
// is hardly spoken of does not count.
func (r *Resolver) shared(p *phrase.Phrase, e int) bool {
	n := r.Words[p.Head].Name
	if n < 0 || r.Names[n].Type != model.Person || r.Names[n].End-r.Names[n].First > 1 || p.End-p.First > 1 {
		return false
	}
	surname := " " + r.Word(p.Head)
	if !strings.HasSuffix(r.Referents[e].Name, surname) {
		return false
	}
	for k := range r.Entities {
		x := &r.Entities[k]
		if k != e && x.Type == model.Person && strings.HasSuffix(x.Name, surname) && rarely*len(x.Names) > len(r.Entities[e].Names) {
			return true
		}
	}
	return false
}
