package coref

import (
	"slices"
	"sort"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
	"quoth/model"
)

// Bounds of the referents that a phrase is compared with.
const (
	maxBack    = 15 // sentences before it
	maxAhead   = 1  // sentences after it
	maxChoices = 32

	maxOpening      = 4 // sentences that open an article, where one may be described who is named later
	maxAheadOpening = 5 // sentences after a description there
)

// Choices gives the referents that phrase p may stand for, Itself first. The
// slice is good until the next call.
func (r *Resolver) Choices(p *phrase.Phrase) []int {
	pronoun := p.Kind == phrase.Pronoun
	if pronoun && (p.Type == uint32(r.form.he) || p.Type == uint32(r.form.she)) {
		r.introduce(p)
	}
	r.choices = append(r.choices[:0], Itself)
	next := sort.Search(len(r.Names), func(k int) bool { return r.Names[k].First >= p.First })
	r.offerNamed(p, next)
	r.offerDescribed(p)
	if !pronoun {
		r.offerTitled(p)
	}
	r.offerAhead(p, next)
	for k := len(r.speakers) - 1; k >= 0 && k >= len(r.speakers)-2; k-- {
		r.offer(r.speakers[k])
	}
	modifiers := r.modifiers(p)
	r.choices = slices.DeleteFunc(r.choices, func(e int) bool { return slices.Contains(modifiers, e) })
	return r.choices
}

// modifiers gives the entities that phrase p names before its head: "Bola's
// neighbour" is not Bola, nor "a Commission official" the Commission.
func (r *Resolver) modifiers(p *phrase.Phrase) []int {
	var out []int
	for i := p.First; i < p.Head; i++ {
		if k := r.Words[i].Name; k >= 0 && r.Names[k].End <= p.Head {
			out = append(out, r.Names[k].Entity)
		}
	}
	return out
}

// offer adds a referent to the choices.
func (r *Resolver) offer(e int) {
	if len(r.choices) < maxChoices && !slices.Contains(r.choices, e) {
		r.choices = append(r.choices, e)
	}
}

// offerNamed adds whom the names before phrase p name, the nearest first. next is
// the first name that is not before it.
func (r *Resolver) offerNamed(p *phrase.Phrase, next int) {
	s := int(r.Words[p.Head].Sentence)
	for k := next - 1; k >= 0; k-- {
		back := s - int(r.Words[r.Names[k].First].Sentence)
		if back > maxBack {
			return
		}
		if t := r.Names[k].Type; t == model.Person || t == model.Org || back <= 2 {
			r.offer(r.Names[k].Entity)
		}
	}
}

// offerDescribed adds those described before phrase p, the last one first.
func (r *Resolver) offerDescribed(p *phrase.Phrase) {
	s := int(r.Words[p.Head].Sentence)
	for e := len(r.Referents) - 1; e >= len(r.Entities) && len(r.Referents)-e <= maxChoices+1; e-- {
		if m, ok := r.before(e, p.First); ok && s-int(r.Words[m.first].Sentence) <= maxBack {
			r.offer(e)
		}
	}
}

// offerTitled adds those named before description p, however far, whom the article
// calls by its noun.
func (r *Resolver) offerTitled(p *phrase.Phrase) {
	for _, e := range r.titledWith(r.Words[p.Head].Lemma) {
		if r.Names[r.Entities[e].Names[0]].First < p.First {
			r.offer(e)
		}
	}
}

// offerAhead adds whom the names behind phrase p name, of which next is the first.
func (r *Resolver) offerAhead(p *phrase.Phrase, next int) {
	s := int(r.Words[p.Head].Sentence)
	ahead := maxAhead
	if p.Kind != phrase.Pronoun && s < maxOpening {
		ahead = maxAheadOpening
	}
	for k := next; k < len(r.Names) && int(r.Words[r.Names[k].First].Sentence) <= s+ahead; k++ {
		r.offer(r.Names[k].Entity)
	}
}

// chanceWriter is how sure it is that "I" outside of quotations is nobody named.
const chanceWriter = 0.9

// chanceOther bounds how likely a role stands for somebody whom the article calls
// something else: "the mayor" for a spokeswoman.
const chanceOther = 0.6

// Of gives the referent that phrase p stands for and the probability of it. It
// is -1 for a pronoun that stands for nobody known.
func (r *Resolver) Of(k int, m *choose.Model) (int, float32) {
	p := r.Bearer(k)
	if e := r.joint(p); e >= 0 {
		return e, 1
	}
	if e := r.named(p); e >= 0 {
		if r.shared(p, e) {
			return e, chanceShared
		}
		return e, 1
	}
	if r.unseen(p) {
		return r.Describe(p), 1
	}
	if w := &r.Words[p.Head]; w.Form == r.form.i && w.Quote < 0 {
		return -1, chanceWriter // who writes, and nobody spoken of
	}
	owner := r.ownerOf(p, m)
	e, chance := r.choice(p, owner, m)
	if e >= 0 && r.calledOtherwise(p, e) {
		chance = min(chance, chanceOther)
	}
	switch {
	case e >= 0:
		r.Mention(e, p)
	case p.Kind == phrase.Pronoun:
		return -1, chance
	case r.Words[p.Head].Name >= 0:
		e = r.Names[r.Words[p.Head].Name].Entity
	default:
		e = r.describe(p, r.owned(p, owner))
	}
	return e, chance
}

// choice gives the likeliest of the choices for phrase p and its probability. Whose
// lawyer somebody is, he is not himself: owner is left out.
func (r *Resolver) choice(p *phrase.Phrase, owner int, m *choose.Model) (int, float32) {
	t := m.Tally()
	f := r.Context(p)
	if owner != nobody {
		f.Choices = slices.DeleteFunc(f.Choices, func(e int) bool { return e == owner })
	}
	scores := make([]float32, 0, maxChoices)
	for _, e := range f.Choices {
		t.Reset()
		f.Add(&t, e)
		scores = append(scores, t.Score())
	}
	best := choose.Softmax(scores)
	return f.Choices[best], scores[best]
}

// unseen reports whether a phrase is headed by a name that the name finder did
// not see: it stands for itself.
func (r *Resolver) unseen(p *phrase.Phrase) bool {
	w := &r.Words[p.Head]
	return w.Name < 0 && w.Capital && (w.Tag == doc.TagNNP || w.Tag == doc.TagNNPS) && !w.Entry.Has(lexicon.Title|lexicon.Role|lexicon.Body|lexicon.Document) && r.Words[p.First].Tag != doc.TagDT
}
