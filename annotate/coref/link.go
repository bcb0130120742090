// Package coref ties mentions to whom they stand for: the names of one person,
// body or place to one entity, and pronouns and descriptions ("the minister") to
// the entity or the unnamed person they take up. Finding the names is package
// entity's business; which of them speak is package quote's.
package coref

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/model"
)

// Link fills d.Entities: mentions of one name, of its parts, of its initials go
// together. It works from the longest names to the shortest, so that a surname
// finds its full name wherever in the text that stands.
func Link(d *doc.Doc, l *lexicon.Lexicon) {
	k := linker{Doc: d, lexicon: l, byName: map[string]int{}, byPart: map[part][]int{}}
	d.Entities = d.Entities[:0]
	order := make([]int, len(d.Names))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return k.words(order[a]) > k.words(order[b]) })
	for _, n := range order {
		k.link(n)
	}
	k.inOrder()
}

// maxSame bounds how many entities that share a word are compared, so that the
// time stays linear.
const maxSame = 16

// linker ties the names of one document.
type linker struct {
	*doc.Doc
	lexicon *lexicon.Lexicon
	parts   [][]string     // of each entity: the folded words of its name
	byName  map[string]int // type and folded name
	byPart  map[part][]int // entities that have the word
}

// part is a folded word of names of one type.
type part struct {
	kind model.EntityType
	word string
}

// words is the number of tokens of name n that count, for the order of linking.
func (k *linker) words(n int) int { return k.Names[n].End - k.Names[n].First }

// fold gives the words of name n in lower case, without titles before a
// person's name and without "the".
func (k *linker) fold(n int) []string {
	x := &k.Names[n]
	out := make([]string, 0, x.End-x.First)
	for i := x.First; i < x.End; i++ {
		w := strings.ToLower(strings.ReplaceAll(k.Word(i), "’", "'"))
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) || w == "the" && len(out) == 0 {
			continue
		}
		if x.Type == model.Person && len(out) == 0 && i+1 < x.End && k.lexicon.Of(lexicon.HashOf(w)).Has(lexicon.Honorific) {
			continue
		}
		out = append(out, w)
	}
	return out
}

// link finds or makes the entity of name n.
func (k *linker) link(n int) {
	words := k.fold(n)
	if len(words) == 0 {
		words = []string{k.Word(k.Names[n].First)}
	}
	kind := k.Names[n].Type
	key := string(kind) + " " + strings.Join(words, " ")
	e, ok := k.byName[key]
	if !ok || kind == model.Person && len(words) == 1 {
		if found := k.find(n, words); found >= 0 {
			e, ok = found, true
		}
	}
	if !ok {
		e = len(k.Entities)
		k.Entities = append(k.Entities, doc.Entity{Type: kind, Name: k.full(n)})
		k.parts = append(k.parts, words)
		for i, w := range words {
			if i < maxSame {
				k.tie(part{kind, w}, e)
			}
		}
		switch {
		case kind == model.Org && len(acronym(words)) > 1:
			k.tie(part{kind, acronym(words)}, e)
		case kind == model.Person && len(words) > 1:
			k.tie(part{kind, "." + initials(words)}, e)
		}
	}
	if _, taken := k.byName[key]; !taken {
		k.byName[key] = e
	}
	k.Names[n].Entity = e
	k.Entities[e].Names = append(k.Entities[e].Names, n)
}

// tie makes entity e one of those that have a word.
func (k *linker) tie(p part, e int) {
	if len(k.byPart[p]) < maxSame {
		k.byPart[p] = append(k.byPart[p], e)
	}
}

// full gives the words of name n without titles, as they stand in the text.
func (k *linker) full(n int) string {
	x := &k.Names[n]
	first := x.First
	for x.Type == model.Person && first+1 < x.End && k.lexicon.Of(lexicon.HashOf(k.Word(first))).Has(lexicon.Honorific) {
		first++
		if k.Word(first) == "." && first+1 < x.End {
			first++
		}
	}
	return strings.Join(strings.Fields(k.Text[k.Tokens[first].Start:k.Tokens[x.End-1].End]), " ")
}

// find gives the entity that a name with these words is another form of, or -1.
func (k *linker) find(n int, words []string) int {
	switch k.Names[n].Type {
	case model.Person:
		return k.findPerson(n, words)
	case model.Org:
		return k.findBody(n, words)
	case model.Place:
		if e := k.findIn(n, words, model.Org); e >= 0 {
			return e // a body's initials taken for a place
		}
	}
	return -1
}

// inOrder sorts the entities by their first mention, and each one's mentions.
func (k *linker) inOrder() {
	order := make([]int, len(k.Entities))
	for e := range order {
		order[e] = e
		sort.Ints(k.Entities[e].Names)
	}
	sort.Slice(order, func(a, b int) bool { return k.Entities[order[a]].Names[0] < k.Entities[order[b]].Names[0] })
	sorted := make([]doc.Entity, len(order))
	for i, e := range order {
		sorted[i] = k.Entities[e]
		for _, n := range sorted[i].Names {
			k.Names[n].Entity = i
		}
	}
	copy(k.Entities, sorted)
}
