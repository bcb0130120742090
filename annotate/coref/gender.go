package coref

import (
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/model"
)

// genderVote is what the text tells of a referent's sex: votes for each.
type genderVote struct {
	male, female int
	told         bool // by a word beside the name, not by a pronoun alone
}

// What votes may agree on.
const (
	sureMale = 1 + iota
	sureFemale
	sureBoth
)

// sure tells what the votes agree on, 0 where there are none.
func (g genderVote) sure() uint32 {
	switch {
	case g.male > 0 && g.female > 0:
		return sureBoth
	case g.male > 0:
		return sureMale
	case g.female > 0:
		return sureFemale
	}
	return 0
}

// lean is the difference of the votes, -2 to 2.
func (g genderVote) lean() int { return max(-2, min(2, g.male-g.female)) }

// Bounds of what is looked at for a referent's sex.
const (
	maxVotes    = 12 // mentions
	pronounSpan = 24 // tokens after a mention in which its pronoun is sought
)

// firstNames gives the first of an entity's names, as many as are looked at.
func (r *Resolver) firstNames(e int) []int {
	names := r.Entities[e].Names
	return names[:min(len(names), maxVotes)]
}

// genderOf reckons the votes for referent e: titles and roles beside its
// mentions, and the pronoun that comes next after one of them with no other
// person between.
func (r *Resolver) genderOf(e int) genderVote {
	x := &r.Referents[e]
	if x.known {
		return x.gender
	}
	x.known = true
	if x.Entity < 0 {
		x.gender = r.roleVote(x.Head, 2)
		x.gender.told = true
		return x.gender
	}
	if x.Type != model.Person {
		return x.gender
	}
	x.gender = r.nameVote(x.Entity)
	var later genderVote
	for _, n := range r.firstNames(x.Entity) {
		m := &r.Names[n]
		for k := m.First - 3; k < m.First; k++ {
			if k >= 0 && r.Words[k].Sentence == r.Words[m.First].Sentence && !r.commaIn(k, m.First) {
				x.gender.add(r.roleVote(k, 3))
			}
		}
		if k := m.First - 2; k > 0 && r.Words[k+1].Form == r.form.comma && r.Words[k-1].Tag == doc.TagPRPS {
			x.gender.add(r.roleVote(k, 3)) // "his daughter, NAME"
		}
		if r.At(m.End).Form == r.form.comma {
			for k := m.End + 1; k < m.End+6 && k < len(r.Words) && r.Words[k].Form != r.form.comma && !r.Words[k].Tag.Verb(); k++ {
				x.gender.add(r.roleVote(k, 1))
			}
		}
		later.add(r.pronounVote(n))
	}
	x.gender.told = x.gender.sure() != 0
	x.gender.add(later)
	return x.gender
}

// nameVote gives votes for the sex that an entity's given name tells.
func (r *Resolver) nameVote(e int) genderVote {
	for _, n := range r.firstNames(e) {
		m := &r.Names[n]
		if m.End-m.First < 2 {
			continue
		}
		switch w := r.Lexicon.Of(r.Words[m.First].Form); {
		case w.Has(lexicon.GivenMale):
			return genderVote{male: 2}
		case w.Has(lexicon.GivenFemale):
			return genderVote{female: 2}
		}
	}
	return genderVote{}
}

func (g *genderVote) add(o genderVote) {
	g.male += o.male
	g.female += o.female
}

// roleVote gives weight votes where token i is a word that tells a sex.
func (r *Resolver) roleVote(i, weight int) genderVote {
	w := &r.Words[i]
	if w.Tag == doc.TagPRP || w.Tag == doc.TagPRPS {
		return genderVote{}
	}
	switch {
	case w.Entry.Has(lexicon.Female):
		return genderVote{female: weight}
	case w.Entry.Has(lexicon.Male):
		return genderVote{male: weight}
	}
	return genderVote{}
}

// pronounVote gives a vote for the first he or she after name n.
func (r *Resolver) pronounVote(n int) genderVote {
	m := &r.Names[n]
	for k := m.End; k < len(r.Words) && k < m.End+pronounSpan; k++ {
		w := &r.Words[k]
		if w.Sentence > r.Words[m.First].Sentence+1 {
			break
		}
		if o := w.Name; o >= 0 && r.Names[o].Type == model.Person && r.Names[o].Entity != m.Entity {
			break
		}
		if w.Quote >= 0 {
			continue
		}
		switch w.Form {
		case r.form.he, r.form.his, r.form.him:
			return genderVote{male: 1}
		case r.form.she, r.form.her:
			return genderVote{female: 1}
		}
	}
	return genderVote{}
}
