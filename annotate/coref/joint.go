package coref

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
	"quoth/model"
)

// joint gives the referent of a phrase that names several who speak together, by
// their fullest names: "Tom Baker and Irina Petrova". It is nobody for any other.
func (r *Resolver) joint(p *phrase.Phrase) int {
	own := int(r.Words[p.Head].Name)
	if own < 0 {
		return nobody
	}
	var all []string
	heads := false
	for i := r.untitled(p.First); i < p.End; {
		k := r.nameAt(i, r.Words[p.Head].Sentence)
		if k < 0 || !speaks(r.Names[k].Type) {
			break
		}
		heads = heads || k == own
		all = append(all, r.Referents[r.Names[k].Entity].Name)
		and := r.coupled(r.Names[k].End, p.End)
		if and < 0 {
			break
		}
		i = r.untitled(and)
		if i < p.End && r.Words[i].Name < 0 {
			if r.companion(and, p.End) {
				all = append(all, r.Slice(and, p.End))
			}
			break
		}
	}
	if len(all) < 2 || !heads {
		return nobody
	}
	last := len(all) - 1
	e := r.describe(p, strings.Join(all[:last], ", ")+" and "+all[last])
	r.Referents[e].Plural = true
	return e
}

// speaks reports whether who bears a name of this type may speak.
func speaks(t model.EntityType) bool {
	return t == model.Person || t == model.Org || t == model.Place || t == model.NORP
}

// maxTitles bounds the articles and titles before a name.
const maxTitles = 5

// untitled gives the token after the articles and titles that begin with token i.
func (r *Resolver) untitled(i int) int {
	for n := 0; n < maxTitles && r.At(i).Name < 0; n++ {
		if w := r.At(i); w.Tag != doc.TagDT && !w.Entry.Has(lexicon.Title|lexicon.Role) {
			break
		}
		i++
	}
	return i
}

// maxBetween bounds the tokens of an apposition between two who speak together.
const maxBetween = 12

// coupled gives the token after the conjunction or comma that follows a name
// which ends before token i, an apposition between commas passed over, or -1.
func (r *Resolver) coupled(i, end int) int {
	if r.At(i).Form != r.form.comma {
		if i < end && r.Words[i].Tag == doc.TagCC {
			return i + 1
		}
		return -1
	}
	for k := i + 1; k < end && k < i+maxBetween; k++ {
		switch w := &r.Words[k]; {
		case w.Tag == doc.TagCC && (k == i+1 || r.Words[k-1].Form == r.form.comma):
			return k + 1
		case w.Tag.Finite() && w.Name < 0:
			return -1
		case k == i+1 && w.Name >= 0 && r.listGoesOn(k, end):
			return k
		}
	}
	return -1
}

// listGoesOn reports whether the name at token i is followed by a conjunction, as
// the last but one of a list is, or by another of it.
func (r *Resolver) listGoesOn(i, end int) bool {
	next := r.Names[r.Words[i].Name].End
	return next < end && (r.Words[next].Tag == doc.TagCC || r.Words[next].Form == r.form.comma && r.At(next+1).Tag == doc.TagCC)
}

// companion reports whether the tokens [i, end) describe people beside a named
// one: "his lawyer".
func (r *Resolver) companion(i, end int) bool {
	for k := phrase.At(r.phrases, i); k < len(r.phrases) && r.phrases[k].Head < end; k++ {
		if p := &r.phrases[k]; p.First == i && p.End == end {
			return p.Kind == phrase.Role || p.Kind == phrase.Human
		}
	}
	return false
}
