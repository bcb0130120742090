package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/phrase"
)

// Describe gives the referent that phrase p describes without a name: one
// described in the same words before, or a new one.
func (r *Resolver) Describe(p *phrase.Phrase) int { return r.describe(p, r.description(p)) }

func (r *Resolver) describe(p *phrase.Phrase, name string) int {
	for e := len(r.Entities); e < len(r.Referents); e++ {
		if strings.EqualFold(r.Referents[e].Name, name) {
			r.Mention(e, p)
			return e
		}
	}
	w := &r.Words[p.Head]
	r.stood[p.Head] = true
	r.Referents = append(r.Referents, Referent{Entity: -1, Name: name, Head: p.Head, Plural: r.plural(p, w), mentions: []mention{{p.First, p.End}}})
	return len(r.Referents) - 1
}

// description gives the words of a phrase, as they stand within a sentence.
func (r *Resolver) description(p *phrase.Phrase) string {
	name := strings.Join(strings.Fields(r.Slice(p.First, r.described(p))), " ")
	if w := &r.Words[p.First]; w.Capital && w.Name < 0 && (w.Tag == doc.TagDT || w.Tag == doc.TagPRPS || w.Tag == doc.TagCD) {
		first, size := utf8.DecodeRuneInString(name)
		name = string(unicode.ToLower(first)) + name[size:] // it stood at the beginning of a sentence
	}
	return name
}

// described gives the end of the words that describe whom phrase p stands for: an
// apposition and what the parse takes for part of it behind a comma are left out.
func (r *Resolver) described(p *phrase.Phrase) int {
	for i := p.Head + 1; i < p.End; i++ {
		if r.Words[i].Form != r.form.comma {
			continue
		}
		for k := i + 1; k < p.End; k++ {
			if w := &r.Words[k]; w.Tag == doc.TagCC && int(w.Head) >= 0 && r.Words[w.Head].Rel == doc.RelConj {
				return p.End // a list
			}
		}
		return i
	}
	return p.End
}

// nobody stands for no referent.
const nobody = -1

// leastOwner is how likely the one must be whose name takes the place of "his".
const leastOwner = 0.5

// owned gives the words of a phrase with the name of owner in the place of its
// "his", "her" or "its": "Ida Moreau's lawyer". Without an owner they stay.
func (r *Resolver) owned(p *phrase.Phrase, owner int) string {
	name := r.description(p)
	if owner < 0 || owner >= len(r.Entities) {
		return name
	}
	_, rest, _ := strings.Cut(name, " ")
	return r.Referents[owner].Name + "'s " + rest
}

// ownerOf gives whom the "his", "her" or "its" stands for that phrase p begins
// with, or nobody where there is none or it is not likely enough.
func (r *Resolver) ownerOf(p *phrase.Phrase, m *choose.Model) int {
	if p.Kind == phrase.Pronoun || r.Words[p.First].Tag != doc.TagPRPS {
		return nobody
	}
	his := r.owner(p)
	if his == nil {
		return nobody
	}
	e, chance := r.choice(his, nobody, m)
	if chance < leastOwner {
		return nobody
	}
	return e
}

// maxIntroduced is how many sentences before a pronoun somebody may be introduced
// for whom it stands.
const maxIntroduced = 2

// introduce makes referents of those whom the sentences before pronoun p describe
// for the first time: "A nurse came in. She said".
func (r *Resolver) introduce(p *phrase.Phrase) {
	s := r.Words[p.Head].Sentence
	for k := phrase.At(r.phrases, p.Head) - 1; k >= 0; k-- {
		q := &r.phrases[k]
		w := &r.Words[q.Head]
		if w.Sentence < s-maxIntroduced {
			return
		}
		human := q.Kind == phrase.Role || q.Kind == phrase.Human
		if human && q.End <= p.First && w.Tag == doc.TagNN && w.Rel.Base() == doc.RelNsubj && r.indefinite(q) && !r.inSaid(q.Head) && !r.stood[q.Head] && r.named(q) < 0 {
			r.Describe(q)
		}
	}
}

// indefinite reports whether a phrase begins with "a" or "an".
func (r *Resolver) indefinite(p *phrase.Phrase) bool {
	f := r.Words[p.First].Form
	return f == r.form.a || f == r.form.an
}
