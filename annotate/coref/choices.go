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
)

// Choices gives the referents that phrase p may stand for, Itself first. The
// slice is good until the next call.
func (r *Resolver) Choices(p *phrase.Phrase) []int {
	s := int(r.Words[p.Head].Sentence)
	if p.Kind == phrase.Pronoun && (p.Type == uint32(r.form.he) || p.Type == uint32(r.form.she)) {
		r.introduce(p)
	}
	r.choices = append(r.choices[:0], Itself)
	modifiers := r.modifiers(p)
	add := func(e int) {
		if slices.Contains(modifiers, e) {
			return
		}
		for _, c := range r.choices {
			if c == e {
				return
			}
		}
		if len(r.choices) < maxChoices {
			r.choices = append(r.choices, e)
		}
	}
	from := sort.Search(len(r.Names), func(k int) bool { return r.Names[k].First >= p.First })
	for k := from - 1; k >= 0; k-- {
		back := s - int(r.Words[r.Names[k].First].Sentence)
		if back > maxBack {
			break
		}
		if t := r.Names[k].Type; t == model.Person || t == model.Org || back <= 2 {
			add(r.Names[k].Entity)
		}
	}
	for e := len(r.Referents) - 1; e >= len(r.Entities); e-- {
		if m, ok := r.before(e, p.First); ok && s-int(r.Words[m.first].Sentence) <= maxBack {
			add(e)
		}
		if len(r.Referents)-e > maxChoices {
			break
		}
	}
	for k := from; k < len(r.Names) && int(r.Words[r.Names[k].First].Sentence) <= s+maxAhead; k++ {
		add(r.Names[k].Entity)
	}
	for k := len(r.speakers) - 1; k >= 0 && k >= len(r.speakers)-2; k-- {
		add(r.speakers[k])
	}
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
	owner := r.ownerOf(p, m)
	e, chance := r.choice(p, owner, m)
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
