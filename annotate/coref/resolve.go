package coref

import (
	"slices"
	"sort"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
	"quoth/model"
)

// Referent is somebody or something spoken of: an entity, or one that the
// article describes without a name.
type Referent struct {
	Entity   int // index into Doc.Entities, -1 for a described one
	Name     string
	Type     model.EntityType // of an entity
	Plural   bool
	Head     int        // of a described one: the token that heads its first mention
	mentions []mention  // of a described one, and of an entity those that are no names
	gender   genderVote // reckoned once
	known    bool       // gender is reckoned
}

// mention is a stretch of tokens that stands for a referent.
type mention struct{ first, end int }

// Itself is the choice that a phrase stands for nobody known: for the one whom
// it describes, or for nobody that could be found.
const Itself = -1

// Resolver tells whom the phrases of one document stand for. It goes through the
// document in the order of the text and remembers who spoke.
type Resolver struct {
	*view.View
	Referents []Referent
	phrases   []phrase.Phrase
	stood     map[int]bool // the phrases, by their heads, of which it is known whom they stand for
	said      []bool       // beside Words: the token is part of what somebody says
	speakers  []int        // referents, the last one at the end
	form      forms
	choices   []int
}

type forms struct{ comma, stop, he, his, him, she, her, it, its, by, from, a, an lexicon.Hash }

// NewResolver begins a document whose names are linked.
func NewResolver(v *view.View, phrases []phrase.Phrase) *Resolver {
	h := lexicon.HashOf
	r := &Resolver{View: v, phrases: phrases, stood: map[int]bool{}, form: forms{h(","), h("."), h("he"), h("his"), h("him"), h("she"), h("her"), h("it"), h("its"), h("by"), h("from"), h("a"), h("an")}}
	r.Referents = make([]Referent, len(v.Entities), len(v.Entities)+8)
	for e := range v.Entities {
		x := &v.Entities[e]
		r.Referents[e] = Referent{Entity: e, Name: x.Name, Type: x.Type}
	}
	return r
}

// Said remembers that tokens [first, end) are part of what somebody says: those
// named there are less likely to speak next than those outside.
func (r *Resolver) Said(first, end int) {
	if r.said == nil {
		r.said = make([]bool, len(r.Words))
	}
	for i := first; i < end; i++ {
		r.said[i] = true
	}
}

// inSaid reports whether token i is part of what somebody says.
func (r *Resolver) inSaid(i int) bool { return r.said != nil && r.said[i] || r.Words[i].Quote >= 0 }

// Spoke remembers that referent e has spoken.
func (r *Resolver) Spoke(e int) { r.speakers = append(r.speakers, e) }

// SpokeAgo gives how many speakers ago referent e spoke: 0 for the last one, 3
// for none of the last three.
func (r *Resolver) SpokeAgo(e int) int {
	for k := 0; k < 3 && k < len(r.speakers); k++ {
		if r.speakers[len(r.speakers)-1-k] == e {
			return k
		}
	}
	return 3
}

// before gives the last mention of referent e that ends at or before token i.
func (r *Resolver) before(e, i int) (mention, bool) {
	x := &r.Referents[e]
	best, found := mention{}, false
	if x.Entity >= 0 {
		names := r.Entities[x.Entity].Names
		if k := sort.Search(len(names), func(k int) bool { return r.Names[names[k]].End > i }); k > 0 {
			n := &r.Names[names[k-1]]
			best, found = mention{n.First, n.End}, true
		}
	}
	for k := len(x.mentions) - 1; k >= 0; k-- {
		if m := x.mentions[k]; m.end <= i {
			if !found || m.end > best.end {
				best, found = m, true
			}
			break
		}
	}
	return best, found
}

// Mention remembers that phrase p stands for referent e.
func (r *Resolver) Mention(e int, p *phrase.Phrase) {
	x := &r.Referents[e]
	x.mentions = append(x.mentions, mention{p.First, p.End})
	r.stood[p.Head] = true
}

// plural reports whether a phrase speaks of several.
func (r *Resolver) plural(p *phrase.Phrase, w *view.Word) bool {
	if w.Tag == doc.TagNNS || w.Tag == doc.TagNNPS {
		return true
	}
	for i := p.First; i < p.End; i++ {
		x := &r.Words[i]
		if x.Rel == doc.RelConj && int(x.Head) == p.Head && !x.Tag.Verb() {
			return true
		}
	}
	return false
}

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
	add := func(e int) {
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

// Of gives the referent that phrase p stands for and the probability of it. It
// is -1 for a pronoun that stands for nobody known.
func (r *Resolver) Of(k int, m *choose.Model) (int, float32) {
	p := r.Bearer(k)
	if e := r.named(p); e >= 0 {
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

// Named gives the referent that phrase k, or whoever speaks through it, is named
// as outright, or -1.
func (r *Resolver) Named(k int) int { return r.named(r.Bearer(k)) }

// unseen reports whether a phrase is headed by a name that the name finder did
// not see: it stands for itself.
func (r *Resolver) unseen(p *phrase.Phrase) bool {
	w := &r.Words[p.Head]
	return w.Name < 0 && w.Capital && (w.Tag == doc.TagNNP || w.Tag == doc.TagNNPS) && !w.Entry.Has(lexicon.Title|lexicon.Role|lexicon.Body|lexicon.Document) && r.Words[p.First].Tag != doc.TagDT
}

// Last gives the last token of the last mention of referent e before token i, or -1.
func (r *Resolver) Last(e, i int) int {
	if m, ok := r.before(e, i); ok {
		return m.end - 1
	}
	return -1
}

// LastSpeaker gives the referent that spoke last, or -1.
func (r *Resolver) LastSpeaker() int {
	if len(r.speakers) == 0 {
		return -1
	}
	return r.speakers[len(r.speakers)-1]
}

// Mentions counts the mentions of referent e.
func (r *Resolver) Mentions(e int) int {
	x := &r.Referents[e]
	n := len(x.mentions)
	if x.Entity >= 0 {
		n += len(r.Entities[x.Entity].Names)
	}
	return n
}

// Range is a stretch of tokens.
type Range struct{ First, End int }

// Chain gives the mentions that tie phrase p to the name of referent e: the last
// one before p, and the first that bears the fullest name. p itself and what
// stands in it are left out.
func (r *Resolver) Chain(e int, p *phrase.Phrase) []Range {
	x := &r.Referents[e]
	var out []Range
	add := func(m mention) {
		if m.first < p.End && p.First < m.end {
			return
		}
		if len(out) == 0 || out[0] != (Range{m.first, m.end}) {
			out = append(out, Range{m.first, m.end})
		}
	}
	whole := func(m mention) bool {
		return m.first <= p.First && p.End <= m.end || p.First <= m.first && m.end <= p.End && r.Slice(m.first, m.end) == x.Name
	}
	if x.Entity >= 0 {
		for _, n := range r.Entities[x.Entity].Names {
			if whole(mention{r.Names[n].First, r.Names[n].End}) && r.Slice(r.Names[n].First, r.Names[n].End) == x.Name {
				return nil // the phrase bears the name itself
			}
		}
	}
	if m, ok := r.before(e, p.First); ok {
		add(m)
	}
	if x.Entity < 0 {
		add(x.mentions[0])
		return out
	}
	for _, n := range r.Entities[x.Entity].Names {
		if m := (mention{r.Names[n].First, r.Names[n].End}); r.Slice(m.first, m.end) == x.Name {
			add(m)
			break
		}
	}
	return out
}
