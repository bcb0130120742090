package lexicon

import (
	"unicode"
	"unicode/utf8"
)

const (
	offset32 = 2166136261
	prime32  = 16777619
)

// HashOf gives the hash of a word: letters are folded to lower case and curly
// apostrophes to straight ones. It is never 0.
func HashOf(word string) Hash {
	h := uint32(offset32)
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			h = (h ^ uint32(c)) * prime32
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		if r == '’' || r == '‘' {
			h = (h ^ '\'') * prime32
			continue
		}
		var buf [utf8.UTFMax]byte
		for _, b := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
			h = (h ^ uint32(b)) * prime32
		}
	}
	if h == 0 {
		h = 1
	}
	return Hash(h)
}

// endings of verbs and nouns, and what to put in their place, in the order in
// which they are tried.
var (
	verbEndings = [...][2]string{{"ies", "y"}, {"ied", "y"}, {"es", "e"}, {"es", ""}, {"s", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}}
	nounEndings = [...][2]string{{"men", "man"}, {"ies", "y"}, {"es", ""}, {"s", ""}}
)

// VerbLemma gives the base form of a verb's form, or the form's own hash where
// none is known.
func (l *Lexicon) VerbLemma(form string) Hash {
	own := HashOf(form)
	if e := l.Of(own); e.verbLemma != 0 {
		return e.verbLemma
	}
	var buf [40]byte
	for _, e := range verbEndings {
		stem, ok := replaced(buf[:0], form, e)
		if !ok {
			continue
		}
		if h := HashOf(string(stem)); l.Of(h).IsVerb {
			return h
		}
		if n := len(stem); e[1] == "" && n > 2 && stem[n-1] == stem[n-2] {
			if h := HashOf(string(stem[:n-1])); l.Of(h).IsVerb {
				return h
			}
		}
	}
	return own
}

// NounLemma gives the singular of a noun's form, or the form's own hash where
// none is known.
func (l *Lexicon) NounLemma(form string) Hash {
	own := HashOf(form)
	e := l.Of(own)
	if e.IsNoun {
		return own
	}
	if e.nounLemma != 0 {
		return e.nounLemma
	}
	var buf [40]byte
	for _, e := range nounEndings {
		if stem, ok := replaced(buf[:0], form, e); ok {
			if h := HashOf(string(stem)); l.Of(h).IsNoun {
				return h
			}
		}
	}
	return own
}

// replaced puts form with its ending replaced into buf.
func replaced(buf []byte, form string, ending [2]string) ([]byte, bool) {
	n := len(form) - len(ending[0])
	if n < 1 || n+len(ending[1]) > cap(buf) || !hasFoldedSuffix(form[n:], ending[0]) {
		return nil, false
	}
	return append(append(buf, form[:n]...), ending[1]...), true
}

func hasFoldedSuffix(s, ending string) bool {
	for i := range len(ending) {
		if s[i]|0x20 != ending[i] {
			return false
		}
	}
	return true
}
