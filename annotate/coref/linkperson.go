package coref

import (
	"strings"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/model"
)

// findPerson gives the person whose name has all these words, its last one or
// its first among them. Of several, the one named last before is taken, and a
// surname goes before a given name.
func (k *linker) findPerson(n int, words []string) int {
	if e := k.byInitials(n, words); e >= 0 {
		return e
	}
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
		if len(words) == 1 && k.honorific(n) == doc.GenderUnknown && k.kin(e) {
			rank += 1 << 22 // a surname alone is that of the one whose relative this is
		}
		if d := rank + k.distance(n, e); d < least {
			best, least = e, d
		}
	}
	return best
}

// byInitials gives the person whose initials a label like "LB:" is, or -1.
func (k *linker) byInitials(n int, words []string) int {
	w := k.Word(k.Names[n].First)
	if len(words) != 1 || len(w) < 2 || len(w) > 4 || w != strings.ToUpper(w) {
		return -1
	}
	if e := k.byPart[part{model.Person, "." + words[0]}]; len(e) == 1 {
		return e[0]
	}
	return -1
}

// kin reports whether an entity's full name is given as that of somebody's
// relative: "his daughter Comfort Osei-Tutu", "Ngo's mother, Thi Ngo".
func (k *linker) kin(e int) bool {
	n := k.fullest(e)
	i := k.Names[n].First - 1
	if i > 0 && k.Word(i) == "," {
		i--
	}
	if i < 1 || !k.lexicon.Of(k.lexicon.NounLemma(k.Word(i))).Has(lexicon.Kin) {
		return false
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if t := k.Tokens[j].Tag; t == doc.TagPRPS || t == doc.TagPOS {
			return true
		}
	}
	return false
}

// fullest gives the longest name of entity e so far, the first of equals.
func (k *linker) fullest(e int) int {
	best := -1
	for _, n := range k.Entities[e].Names {
		if best < 0 || k.words(n) > k.words(best) || k.words(n) == k.words(best) && n < best {
			best = n
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
	o := k.sexOf(e)
	return o != doc.GenderUnknown && o != g
}

// sexOf gives the sex that the article tells of entity e: by the word before one
// of its first names, by its given name, or by the relative that it is.
func (k *linker) sexOf(e int) doc.Gender {
	for i, m := range k.Entities[e].Names {
		if i == maxSame {
			break
		}
		if g := k.honorific(m); g != doc.GenderUnknown {
			return g
		}
	}
	full := &k.Names[k.fullest(e)]
	if full.End-full.First > 1 {
		switch given := k.lexicon.Of(lexicon.HashOf(k.Word(full.First))); {
		case given.Has(lexicon.GivenFemale):
			return doc.GenderFemale
		case given.Has(lexicon.GivenMale):
			return doc.GenderMale
		}
	}
	if i := full.First - 2; i >= 0 && k.Word(i+1) == "," {
		if w := k.lexicon.Of(k.lexicon.NounLemma(k.Word(i))); w.Has(lexicon.Kin) {
			return genderOf(w)
		}
	}
	return doc.GenderUnknown
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

// initials gives the first letters of a person's names, both of a double one.
func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		for x := range strings.SplitSeq(w, "-") {
			r, _ := utf8.DecodeRuneInString(x)
			b.WriteRune(r)
		}
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
