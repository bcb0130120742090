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
			if p := (part{kind, w}); i < maxSame && len(k.byPart[p]) < maxSame {
				k.byPart[p] = append(k.byPart[p], e)
			}
		}
		if a := acronym(words); len(a) > 1 && kind == model.Org {
			if p := (part{kind, a}); len(k.byPart[p]) < maxSame {
				k.byPart[p] = append(k.byPart[p], e)
			}
		}
	}
	if _, taken := k.byName[key]; !taken {
		k.byName[key] = e
	}
	k.Names[n].Entity = e
	k.Entities[e].Names = append(k.Entities[e].Names, n)
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

// findPerson gives the person whose name has all these words, its last one or
// its first among them. Of several, the one named last before is taken, and a
// surname goes before a given name.
func (k *linker) findPerson(n int, words []string) int {
	best, least := -1, 1<<30
	for _, e := range k.sharing(words) {
		have := k.parts[e]
		rank := 0
		switch {
		case !within(words, have):
			if !sameEnds(words, have) {
				continue
			}
		case words[len(words)-1] == have[len(have)-1]:
		case len(words) == 1 && words[0] == have[0]:
			rank = 1 << 20
		case len(words) == 1:
			rank = 1 << 21
		default:
			continue
		}
		if k.clash(n, e) {
			continue
		}
		if d := rank + k.distance(n, e); d < least {
			best, least = e, d
		}
	}
	return best
}

// sharing gives the persons that have the last of the words in their names, or
// the first.
func (k *linker) sharing(words []string) []int {
	last := k.byPart[part{model.Person, words[len(words)-1]}]
	if len(words) == 1 {
		return last
	}
	return append(last[:len(last):len(last)], k.byPart[part{model.Person, words[0]}]...)
}

// distance tells how far before name n, in names, entity e was last named; what
// comes only after counts as farther than anything before.
func (k *linker) distance(n, e int) int {
	best := 1 << 19
	for _, m := range k.Entities[e].Names {
		if m < n {
			best = min(best, n-m)
		} else {
			best = min(best, 1<<18+m-n)
		}
	}
	return best
}

// clash reports whether the word before name n tells another sex than a word
// before one of entity e's first names.
func (k *linker) clash(n, e int) bool {
	g := k.honorific(n)
	if g == doc.GenderUnknown {
		return false
	}
	for i, m := range k.Entities[e].Names {
		if i == maxSame {
			break
		}
		if o := k.honorific(m); o != doc.GenderUnknown {
			return o != g
		}
	}
	return false
}

// honorific gives the sex that the word before a name tells: "Mrs", "king".
func (k *linker) honorific(n int) doc.Gender {
	i := k.Names[n].First - 1
	if i > 0 && k.Word(i) == "." {
		i--
	}
	if i < 0 {
		return doc.GenderUnknown
	}
	return genderOf(k.lexicon.Of(lexicon.HashOf(strings.TrimSuffix(k.Word(i), "."))))
}

func genderOf(e *lexicon.Entry) doc.Gender {
	switch {
	case e.Has(lexicon.Female):
		return doc.GenderFemale
	case e.Has(lexicon.Male):
		return doc.GenderMale
	}
	return doc.GenderUnknown
}

// findBody gives the body whose initials or beginning the words are.
func (k *linker) findBody(n int, words []string) int {
	if e := k.inBrackets(n); e >= 0 {
		return e
	}
	return k.findIn(n, words, model.Org)
}

// inBrackets gives the body named right before a name in brackets: "Office for
// Budget Responsibility (OBR)".
func (k *linker) inBrackets(n int) int {
	x := &k.Names[n]
	if n == 0 || x.First == 0 || k.Word(x.First-1) != "(" || x.End >= len(k.Tokens) || k.Word(x.End) != ")" {
		return -1
	}
	if p := &k.Names[n-1]; p.End == x.First-1 && p.Type == x.Type {
		return p.Entity
	}
	return -1
}

// findIn gives the entity of a type that a one-word name is a short form of.
func (k *linker) findIn(n int, words []string, kind model.EntityType) int {
	if len(words) != 1 {
		return -1
	}
	short := strings.ReplaceAll(words[0], ".", "")
	upper := k.Word(k.Names[n].End-1) == strings.ToUpper(k.Word(k.Names[n].End-1)) && len(short) > 1
	for _, e := range k.byPart[part{kind, short}] {
		have := k.parts[e]
		switch {
		case len(have) < 2:
		case upper && acronym(have) == short:
			return e
		case !upper && kind == k.Names[n].Type && len(short) > 3 && have[0] == short:
			return e
		}
	}
	return -1
}

// acronym gives the initials of words, function words left out.
func acronym(words []string) string {
	var b strings.Builder
	for _, w := range words {
		switch w {
		case "of", "the", "for", "and", "in", "on", "to", "at", "de", "la", "del", "des", "du":
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return b.String()
}

// within reports whether every word of a is one of b.
func within(a, b []string) bool {
	for _, x := range a {
		found := false
		for _, y := range b {
			found = found || x == y || len(x) == 2 && x[1] == '.' && x[0] == y[0] || len(x) == 1 && x[0] == y[0]
		}
		if !found {
			return false
		}
	}
	return true
}

// sameEnds reports whether two names of at least two words begin alike and share
// another word: "Donald J. Trump" and "Donald Trump", "Odessa Mae Pruitt" and
// "Odessa Pruitt Lindqvist".
func sameEnds(a, b []string) bool {
	if len(a) < 2 || len(b) < 2 || a[0] != b[0] || junior(a) != junior(b) {
		return false
	}
	for _, x := range a[1:] {
		for _, y := range b[1:] {
			if x == y {
				return true
			}
		}
	}
	return false
}

// junior reports whether a name ends with what parts a son from his father.
func junior(words []string) bool {
	switch words[len(words)-1] {
	case "jr", "jr.", "sr", "sr.", "ii", "iii", "iv":
		return true
	}
	return false
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
