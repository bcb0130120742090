package main

import (
	"strings"
	"unicode/utf8"

	"quoth/annotate/namesake"
	"quoth/model"
)

func wordBefore(text string, i int) bool {
	r, n := utf8.DecodeLastRuneInString(text[:i])
	return n > 0 && namesake.IsWord(r)
}

func wordAfter(text string, i int) bool {
	r, n := utf8.DecodeRuneInString(text[i:])
	return n > 0 && namesake.IsWord(r)
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
		switch in := namesake.IsWord(r); {
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
		if !namesake.IsFunction(strings.ToLower(x.words[n].In(x.text))) {
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
