package coref

import (
	"slices"
	"sort"

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
	mentions []mention  // in order: of a described one, and of an entity those that are no names
	gender   genderVote // reckoned once
	known    bool       // gender is reckoned
	profile  *profile   // read once
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
	byNoun    map[lexicon.Hash][]int // entities, by the nouns that they are called by
}

type forms struct {
	comma, stop, he, his, him, she, her, it, its, by, from, a, an, be, i lexicon.Hash

	inTitles []lexicon.Hash // prepositions: "head of the bank NAME"
}

// NewResolver begins a document whose names are linked.
func NewResolver(v *view.View, phrases []phrase.Phrase) *Resolver {
	h := lexicon.HashOf
	r := &Resolver{View: v, phrases: phrases, stood: map[int]bool{}, form: forms{
		comma: h(","), stop: h("."), he: h("he"), his: h("his"), him: h("him"), she: h("she"), her: h("her"), it: h("it"), its: h("its"),
		by: h("by"), from: h("from"), a: h("a"), an: h("an"), be: h("be"), i: h("i"),
		inTitles: []lexicon.Hash{h("of"), h("for"), h("at"), h("in")},
	}}
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
	if k := sort.Search(len(x.mentions), func(k int) bool { return x.mentions[k].end > i }); k > 0 {
		if m := x.mentions[k-1]; !found || m.end > best.end {
			best, found = m, true
		}
	}
	return best, found
}

// Mention remembers that phrase p stands for referent e.
func (r *Resolver) Mention(e int, p *phrase.Phrase) {
	x := &r.Referents[e]
	k := len(x.mentions)
	for k > 0 && x.mentions[k-1].end > p.End {
		k--
	}
	x.mentions = slices.Insert(x.mentions, k, mention{p.First, p.End})
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

// Named gives the referent that phrase k, or whoever speaks through it, is named
// as outright, or -1.
func (r *Resolver) Named(k int) int { return r.named(r.Bearer(k)) }

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
