// Package namesake tells whether two written names may be of one, by their words
// alone: so answers are compared with what is marked, in teaching and in
// measuring. Which mentions of a text are of one is the business of package coref.
package namesake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Same reports whether the words of one name are among those of the other.
// Function words do not count, nor, where titles is set, do titles, unless a name
// has no other words; a plural counts as its singular. A name without words is
// like none.
func Same(a, b string, titles bool) bool {
	x, y := words(a, titles), words(b, titles)
	return len(x) > 0 && len(y) > 0 && (within(x, y) || within(y, x))
}

// words gives the words of a name that count.
func words(name string, titles bool) map[string]bool {
	some, all := map[string]bool{}, map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return !IsWord(r) }) {
		if utf8.RuneCountInString(w) > 3 {
			w = strings.TrimSuffix(w, "s")
		}
		all[w] = true
		if !IsFunction(w) && (!titles || !isTitle(w)) {
			some[w] = true
		}
	}
	if len(some) == 0 {
		return all
	}
	return some
}

// IsWord reports whether r is part of a word: a letter, a digit or an underscore.
func IsWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) || r == '_'
}

// IsFunction reports whether w, in lower case, says nothing of whose name it
// stands in.
func IsFunction(w string) bool {
	switch w {
	case "a", "an", "the", "of", "in", "on", "at", "for", "to", "from", "by", "with", "and", "or", "s", "t", "as", "that", "this", "these", "those":
		return true
	}
	return false
}

func isTitle(w string) bool {
	switch w {
	case "president", "prime", "minister", "mr", "mrs", "ms", "dr", "sen", "senator", "rep", "representative", "gov", "governor", "gen", "general",
		"secretary", "spokesman", "spokeswoman", "spokesperson", "former", "sir", "lord", "chief", "justice", "judge", "prof", "professor":
		return true
	}
	return false
}

// within reports whether every word of a is one of b.
func within(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}
