// Package search finds words in an article as a reader means them: small
// letters find capitals too, a blank finds a line break, straight quotation
// marks find curly ones. It works on the plain text and gives spans of it; it
// keeps no state and draws nothing.
package search

import (
	"sort"
	"strings"

	"quoth/model"
)

// Most is how many hits are looked for: more cannot be told apart on a screen,
// and one letter must not make a list as long as the text.
const Most = 10000

// All finds the words in text, in its order and without overlaps. Empty or
// blank words find nothing.
func All(text, words string) []model.Span {
	p := compile(words)
	var spans []model.Span
	for at := 0; len(spans) < Most; {
		s, ok := p.find(text, at)
		if !ok {
			break
		}
		spans = append(spans, s)
		at = s.End
	}
	return spans
}

// Has reports whether text has all of the words in it, in any order, each by
// the same rules. No words are in every text.
func Has(text, words string) bool {
	for word := range strings.FieldsSeq(words) {
		p := compile(word)
		if _, ok := p.find(text, 0); !ok {
			return false
		}
	}
	return true
}

// Next gives the index of the n-th of count places that come after off, or
// before it where n is negative, going round at the ends; wrapped tells whether
// it did. The places are start(0) ≤ start(1) ≤ … It is -1 where there are none.
func Next(count int, start func(int) int, off, n int) (index int, wrapped bool) {
	if count == 0 || n == 0 {
		return -1, false
	}
	at := sort.Search(count, func(i int) bool { return start(i) > off }) - 1 + n
	if n < 0 {
		at = sort.Search(count, func(i int) bool { return start(i) >= off }) + n
	}
	index = ((at % count) + count) % count
	return index, index != at
}
