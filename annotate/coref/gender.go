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

// sure tells what the votes agree on: what three of four say, or sureBoth. It is
// 0 where there are none.
func (g genderVote) sure() uint32 {
	switch {
	case g.male == 0 && g.female == 0:
		return 0
	case g.male >= 3*g.female:
		return sureMale
	case g.female >= 3*g.male:
		return sureFemale
	}
	return sureBoth
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

// genderOf reckons the votes for referent e. What an honorific tells is not asked
// again, nor what a given name does; only then roles beside its mentions count, and
// the pronoun that comes next after one of them with no other person between.
func (r *Resolver) genderOf(e int) genderVote {
	x := &r.Referents[e]
	if x.known {
		return x.gender
	}
	x.known = true
	switch {
	case x.Entity < 0:
		x.gender = r.roleVote(x.Head, 2)
		x.gender.told = true
	case x.Type == model.Person:
		x.gender = r.personVote(x.Entity)
	}
	return x.gender
}

// personVote reckons the votes for the person that entity e is.
func (r *Resolver) personVote(e int) genderVote {
	names := r.firstNames(e)
	var g genderVote
	for _, read := range []func(*doc.Name) genderVote{r.honorificVote, r.givenVote, r.besideVote} {
		for _, n := range names {
			g.add(read(&r.Names[n]))
		}
		if g.told = g.sure() != 0; g.told {
			break
		}
	}
	if g.told && g.sure() != sureBoth {
		return g
	}
	for _, n := range names {
		g.add(r.pronounVote(&r.Names[n]))
	}
	return g
}

// honorificVote gives votes for the sex that the word before a name tells: "Ms.".
func (r *Resolver) honorificVote(m *doc.Name) genderVote {
	k := m.First - 1
	if r.At(k).Form == r.form.stop {
		k--
	}
	if !r.At(k).Entry.Has(lexicon.Honorific) {
		return genderVote{}
	}
	return r.roleVote(k, 3)
}

// givenVote gives votes for the sex that the given name tells in a name of several
// words.
func (r *Resolver) givenVote(m *doc.Name) genderVote {
	if m.End-m.First < 2 {
		return genderVote{}
	}
	switch w := r.Lexicon.Of(r.givenForm(m)); {
	case w.Has(lexicon.GivenMale):
		return genderVote{male: 3}
	case w.Has(lexicon.GivenFemale):
		return genderVote{female: 3}
	}
	return genderVote{}
}

// givenForm gives the first word of a name, whole where hyphens cut it and more
// follows: "Jean-Noël Castaing".
func (r *Resolver) givenForm(m *doc.Name) lexicon.Hash {
	end := m.First + 1
	for end+1 < m.End && r.Word(end) == "-" {
		end += 2
	}
	if end == m.End {
		end = m.First + 1
	}
	return lexicon.HashOf(r.Slice(m.First, end))
}

// besideVote gives votes for the sex that the roles beside a name tell: "actress
// NAME", "his daughter, NAME", "NAME, a businessman".
func (r *Resolver) besideVote(m *doc.Name) genderVote {
	var g genderVote
	s := r.Words[m.First].Sentence
	for k := max(0, m.First-3); k < m.First; k++ {
		if r.Words[k].Sentence == s && !r.commaIn(k, m.First) {
			g.add(r.roleVote(k, 3))
		}
	}
	if k := m.First - 2; k > 0 && r.Words[k+1].Form == r.form.comma && r.Words[k-1].Tag == doc.TagPRPS {
		g.add(r.roleVote(k, 3))
	}
	if r.At(m.End).Form != r.form.comma {
		return g
	}
	for k := m.End + 1; k < m.End+6 && k < len(r.Words); k++ {
		w := &r.Words[k]
		if w.Form == r.form.comma || w.Tag.Verb() || w.Tag == doc.TagWPS {
			break // "whose husband" tells of somebody else
		}
		g.add(r.roleVote(k, 1))
	}
	return g
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

// pronounVote gives a vote for the first he or she after a name.
func (r *Resolver) pronounVote(m *doc.Name) genderVote {
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
