// Package search finds words in an article as a reader means them: small
// letters find capitals too, a blank finds a line break, straight quotation
// marks find curly ones. It works on the plain text and gives spans of it; it
// keeps no state and draws nothing.
package search

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"quoth/model"
)

// Most is how many hits are looked for: more cannot be told apart on a screen,
// and one letter must not make a list as long as the text.
const Most = 10000

// All finds the words in text, in its order and without overlaps. Empty or
// blank words find nothing.
func All(text, words string) []model.Span {
	re := compile(words)
	if re == nil {
		return nil
	}
	found := re.FindAllStringIndex(text, Most)
	spans := make([]model.Span, len(found))
	for i, f := range found {
		spans[i] = model.Span{Start: f[0], End: f[1]}
	}
	return slices.DeleteFunc(spans, model.Span.Empty)
}

// Has reports whether text has all of the words in it, in any order, each by
// the same rules. No words are in every text.
func Has(text, words string) bool {
	for word := range strings.FieldsSeq(words) {
		if !compile(word).MatchString(text) {
			return false
		}
	}
	return true
}

func compile(words string) *regexp.Regexp {
	fields := strings.Fields(words)
	if len(fields) == 0 {
		return nil
	}
	for i, f := range fields {
		fields[i] = alike(f)
	}
	pattern := strings.Join(fields, `\s+`)
	if strings.ToLower(words) == words {
		pattern = `(?i)` + pattern
	}
	return regexp.MustCompile(pattern) // quoted, so it cannot fail
}

// alike quotes a word and lets a straight mark stand for its typographic forms.
func alike(word string) string {
	var b strings.Builder
	for _, r := range word {
		switch {
		case r == '"':
			b.WriteString(`["“”„«»]`)
		case r == '\'':
			b.WriteString(`['‘’]`)
		case r == '-':
			b.WriteString(`[-‐‑–—]`)
		case r == unicode.ReplacementChar:
			b.WriteString(`\x{FFFD}`)
		default:
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return b.String()
}

// Next gives the index of the n-th span of sorted spans that starts after off,
// or before it where n is negative, going round at the ends; wrapped tells
// whether it did. It is -1 where there are none.
func Next(spans []model.Span, off, n int) (index int, wrapped bool) {
	if len(spans) == 0 || n == 0 {
		return -1, false
	}
	at := sort.Search(len(spans), func(i int) bool { return spans[i].Start > off }) - 1 + n
	if n < 0 {
		at = sort.Search(len(spans), func(i int) bool { return spans[i].Start >= off }) + n
	}
	index = ((at % len(spans)) + len(spans)) % len(spans)
	return index, index != at
}
