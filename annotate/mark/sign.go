package mark

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// family says which marks may close one another.
type family uint8

const (
	double  family = iota // " “ ” „ ‟ `` ''
	single                // ' ‘ ’ ‚
	angle                 // « » and the corner brackets 「 」 『 』
	pointed               // ‹ ›
)

// shape is the way a mark faces by its looks alone.
type shape uint8

const (
	either shape = iota
	opens
	closes
)

// sign is one quotation mark, or a character that may be one.
type sign struct {
	start, end    int // bytes
	family        family
	shape         shape
	before, after rune // the characters around it; a space at the edges of the block
}

// signs lists the marks of text[lo:hi], which is one block.
func signs(text string, lo, hi int) []sign {
	var out []sign
	for i := lo; i < hi; {
		if c := text[i]; c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			i++
			continue
		}
		n, f, s, ok := signAt(text[i:hi])
		if !ok {
			i += n
			continue
		}
		g := sign{start: i, end: i + n, family: f, shape: s, before: ' ', after: ' '}
		if i > lo {
			g.before, _ = utf8.DecodeLastRuneInString(text[lo:i])
		}
		if g.end < hi {
			g.after, _ = utf8.DecodeRuneInString(text[g.end:])
		}
		out = append(out, g)
		i += n
	}
	return out
}

// signAt reads the mark that t begins with: its length, family and shape.
// Where there is none, the length is that of the first character.
func signAt(t string) (int, family, shape, bool) {
	r, n := utf8.DecodeRuneInString(t)
	switch r {
	case '"', '″', '＂':
		return n, double, either, true
	case '“', '„', '‟':
		return n, double, opens, true
	case '”':
		return n, double, closes, true
	case '«', '「', '『':
		return n, angle, opens, true
	case '»', '」', '』':
		return n, angle, closes, true
	case '‹':
		return n, pointed, opens, true
	case '›':
		return n, pointed, closes, true
	case '`':
		if strings.HasPrefix(t, "``") {
			return 2, double, opens, true
		}
		return n, single, opens, true
	case '\'':
		if strings.HasPrefix(t, "''") && !strings.HasPrefix(t, "'''") {
			return 2, double, either, true
		}
		return n, single, either, true
	case '‘', '‚':
		if strings.HasPrefix(t, "‘‘") {
			return 2 * n, double, opens, true
		}
		return n, single, opens, true
	case '’':
		if strings.HasPrefix(t, "’’") && !strings.HasPrefix(t, "’’’") {
			return 2 * n, double, closes, true
		}
		return n, single, either, true
	}
	return n, 0, 0, false
}

// startsWord reports whether s stands where a quotation may begin: after a
// space or an opening sign, and right before something.
func (s *sign) startsWord() bool {
	return (unicode.IsSpace(s.before) || strings.ContainsRune("([{-–—/", s.before)) && !unicode.IsSpace(s.after)
}

// spaced reports whether s stands between spaces.
func (s *sign) spaced() bool { return unicode.IsSpace(s.before) && unicode.IsSpace(s.after) }

// endsWord reports whether s stands where a quotation may end: right after
// something, and not right before a word.
func (s *sign) endsWord() bool { return !unicode.IsSpace(s.before) && !wordly(s.after) }

// endsSpeech reports whether s stands where speech ends: behind a stop or comma,
// before a space.
func (s *sign) endsSpeech() bool {
	return strings.ContainsRune(",.?!…", s.before) && unicode.IsSpace(s.after)
}

// wordly reports whether r is part of a word.
func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }
