package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Show gives what is drawn for a piece of text that came from outside. Control
// characters, bidirectional overrides and invisible characters, which could
// forge the screen, are left out. Joined emoji, keycaps and flags of tags are
// drawn as their first rune, because terminals, multiplexers and the renderer
// disagree about their width.
func Show(s string) string {
	if !risky(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		if c == "" {
			c = s[:1]
		}
		b.WriteString(showCluster(c))
		s = s[len(c):]
	}
	return b.String()
}

// risky reports whether s holds a byte of a character that Show may change.
// ASCII, Latin, Greek, Cyrillic and Hebrew are told to be harmless by their
// bytes alone.
func risky(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == 0x7f || c == 0xc2 || c >= 0xcc && c <= 0xcd || c >= 0xd8 {
			return true
		}
	}
	return !utf8.ValidString(s)
}

// showCluster gives what is drawn for one grapheme cluster.
func showCluster(c string) string {
	r, n := utf8.DecodeRuneInString(c)
	switch {
	case r == utf8.RuneError && n == 1:
		return "\ufffd"
	case r == '\t':
		return " "
	case hidden(r):
		return ""
	case unicode.IsLetter(r): // cutting an Indic cluster would change the word
		return visible(c)
	}
	width := ansi.GraphemeWidth.StringWidth(c)
	switch {
	case width == 0: // a mark without a letter would land on a strange one
		return ""
	case strings.ContainsAny(c, "\u200d\ufe0f\u20e3") || ansi.WcWidth.StringWidth(c) != width:
		return c[:n]
	}
	return visible(c)
}

// visible leaves the hidden characters of a cluster out. The two joiners stay
// after letters of scripts that are shaped by them, from Arabic to Mongolian.
func visible(c string) string {
	first, n := utf8.DecodeRuneInString(c)
	if n == len(c) {
		return c
	}
	shaped := first >= 0x0600 && first < 0x1900
	return strings.Map(func(r rune) rune {
		if hidden(r) && !(shaped && (r == '\u200c' || r == '\u200d')) {
			return -1
		}
		return r
	}, c)
}

// hidden reports whether r is never drawn: controls, and format characters
// but for those that have a shape of their own (signs that stand before Arabic,
// Kaithi and Egyptian numbers).
func hidden(r rune) bool {
	switch {
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return true
	case r == '\u2028' || r == '\u2029' || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0':
		return true
	case unicode.Is(unicode.Cf, r):
		return !unicode.Is(unicode.Prepended_Concatenation_Mark, r) && (r < 0x13430 || r > 0x1343f)
	}
	return false
}
