package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// pattern is what is searched for. It is a few times faster than the same as a
// regular expression, so that a search can follow each letter that is typed.
type pattern struct {
	words [][]rune
	fold  bool      // small letters find capitals too
	first [256]bool // the bytes that a hit can begin with
}

func compile(words string) *pattern {
	words = strings.ToValidUTF8(words, "")
	p := &pattern{fold: strings.ToLower(words) == words}
	for word := range strings.FieldsSeq(words) {
		p.words = append(p.words, []rune(word))
	}
	if len(p.words) == 0 {
		return p
	}
	r := p.words[0][0]
	p.canBegin(r)
	for _, like := range alike(r) {
		p.canBegin(like)
	}
	if p.fold {
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			p.canBegin(f)
		}
	}
	return p
}

func (p *pattern) canBegin(r rune) { p.first[string(r)[0]] = true }

// find gives the first hit from byte at on.
func (p *pattern) find(text string, at int) (model.Span, bool) {
	if len(p.words) == 0 {
		return model.Span{}, false
	}
	for i := at; i < len(text); i++ {
		if !p.first[text[i]] {
			continue
		}
		if n := p.match(text[i:]); n > 0 {
			return model.Span{Start: i, End: i + n}, true
		}
	}
	return model.Span{}, false
}

// match gives the length in bytes of a hit at the start of text, 0 for none.
func (p *pattern) match(text string) int {
	n := 0
	for i, word := range p.words {
		if i > 0 {
			blanks := blanks(text[n:])
			if blanks == 0 {
				return 0
			}
			n += blanks
		}
		for _, want := range word {
			r, size := utf8.DecodeRuneInString(text[n:])
			if size == 0 || (r == utf8.RuneError && size == 1) || !p.same(want, r) {
				return 0
			}
			n += size
		}
	}
	return n
}

// blanks gives the length in bytes of the blanks that text begins with.
func blanks(text string) int { return len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace)) }

// same reports whether a character of the text is one that is searched for.
func (p *pattern) same(want, r rune) bool {
	if want == r {
		return true
	}
	if p.fold {
		for f := unicode.SimpleFold(want); f != want; f = unicode.SimpleFold(f) {
			if f == r {
				return true
			}
		}
	}
	return strings.ContainsRune(alike(want), r)
}

// alike gives the typographic forms of a straight mark.
func alike(r rune) string {
	switch r {
	case '"':
		return "“”„«»"
	case '\'':
		return "‘’"
	case '-':
		return "‐‑–—"
	}
	return ""
}
