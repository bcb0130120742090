package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// isWord reports whether r is part of a word: a letter, a digit or an underscore.
func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) || r == '_'
}

func wordBefore(text string, i int) bool {
	r, n := utf8.DecodeLastRuneInString(text[:i])
	return n > 0 && isWord(r)
}

func wordAfter(text string, i int) bool {
	r, n := utf8.DecodeRuneInString(text[i:])
	return n > 0 && isWord(r)
}

// index is the words of a text.
type index struct {
	text  string
	words []model.Span
}

func indexOf(text string) *index {
	x := &index{text: text}
	start := -1
	for i, r := range text {
		switch in := isWord(r); {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			x.words = append(x.words, model.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		x.words = append(x.words, model.Span{Start: start, End: len(text)})
	}
	return x
}

// set is the numbers of some words of a text.
type set map[int]bool

// of gives the words that lie for at least half of their length in the spans.
func (x *index) of(spans []model.Span) set {
	out := set{}
	for _, s := range spans {
		for n, w := range x.words {
			if w.Start < s.End && w.End > s.Start && 2*(min(w.End, s.End)-max(w.Start, s.Start)) >= w.Len() {
				out[n] = true
			}
		}
	}
	return out
}

// meaning gives the words of a set that are no function words, all where there
// are no others.
func (x *index) meaning(s set) set {
	out := set{}
	for n := range s {
		if !isFunction(strings.ToLower(x.words[n].In(x.text))) {
			out[n] = true
		}
	}
	if len(out) == 0 {
		return s
	}
	return out
}

func shared(a, b set) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

// jaccard gives the words that two sets share as a part of all their words.
func jaccard(a, b set) float64 {
	n := shared(a, b)
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

func isFunction(w string) bool {
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

// nameWords gives the words of a name without function words and, where titles
// is set, without titles; all where there are no others. Plurals count as
// singulars.
func nameWords(name string, titles bool) map[string]bool {
	some, all := map[string]bool{}, map[string]bool{}
	lower := strings.ToLower(name)
	for _, s := range indexOf(lower).words {
		w := s.In(lower)
		if utf8.RuneCountInString(w) > 3 {
			w = strings.TrimSuffix(w, "s")
		}
		all[w] = true
		if !isFunction(w) && (!titles || !isTitle(w)) {
			some[w] = true
		}
	}
	if len(some) == 0 {
		return all
	}
	return some
}

// sameName reports whether the words of one name are among those of the other.
func sameName(a, b string, titles bool) bool {
	x, y := nameWords(a, titles), nameWords(b, titles)
	return len(x) > 0 && len(y) > 0 && (within(x, y) || within(y, x))
}

func within(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}
