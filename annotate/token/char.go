package token

import (
	"unicode"
	"unicode/utf8"
)

// class is what the cutter asks of a character.
type class uint8

const (
	other  class = iota // punctuation and symbols
	letter              // letters, and marks that extend what stands before them
	digit
	space
)

// classAt gives the class and the length in bytes of the character at the
// beginning of s, which is not empty.
func classAt(s string) (class, int) {
	if b := s[0]; b < utf8.RuneSelf {
		switch {
		case 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z':
			return letter, 1
		case '0' <= b && b <= '9':
			return digit, 1
		case b <= ' ' || b == 0x7f:
			return space, 1
		}
		return other, 1
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsLetter(r) || extends(r):
		return letter, n
	case unicode.IsDigit(r):
		return digit, n
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return space, n
	}
	return other, n
}

// extends reports whether r belongs to the character before it: combining
// marks, joiners, variation selectors, emoji modifiers and tags, soft hyphens.
func extends(r rune) bool {
	return unicode.IsMark(r) || 0x1f3fb <= r && r <= 0x1f3ff ||
		unicode.Is(unicode.Cf, r) && r != '\u200b' && r != '\ufeff'
}

// classOf gives the class of the character at text[i:end], space at the end.
func classOf(text string, i, end int) class {
	if i >= end {
		return space
	}
	c, _ := classAt(text[i:end])
	return c
}

func isWord(c class) bool { return c == letter || c == digit }

// spaceLen is the length of a white-space character at the beginning of s, or 0.
func spaceLen(s string) int {
	if c, n := classAt(s); c == space {
		return n
	}
	return 0
}

// symbolLen is the length of the symbol at the beginning of s with all that
// extends it. Characters joined by U+200D are one symbol, flags are pairs.
func symbolLen(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	if isFlag(first) {
		if r, m := utf8.DecodeRuneInString(s[n:]); isFlag(r) {
			n += m
		}
	}
	for n < len(s) && s[n] >= utf8.RuneSelf {
		r, m := utf8.DecodeRuneInString(s[n:])
		if !extends(r) {
			break
		}
		n += m
		if r == '\u200d' && n < len(s) && s[n] >= utf8.RuneSelf {
			_, m := utf8.DecodeRuneInString(s[n:])
			n += m
		}
	}
	return n
}

// isFlag reports whether r is a regional indicator, two of which make a flag.
func isFlag(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// apostropheLen is the length of an apostrophe at the beginning of s, or 0.
func apostropheLen(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == '\'':
		return 1
	case len(s) >= 3 && s[:3] == "’":
		return 3
	}
	return 0
}

// okina is written for the glottal stop of Hawaiian and other languages where the
// letter U+02BB is not at hand: "Hawai‘i".
const okina = "‘"
