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
		c := firstCluster(s)
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

// firstCluster gives the first grapheme cluster of s. A blank is one by itself,
// whatever stands around it, because lines may break there.
func firstCluster(s string) string {
	if s[0] == ' ' {
		return s[:1]
	}
	c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if i := strings.IndexByte(c, ' '); i > 0 {
		c = c[:i]
	}
	if c == "" {
		return s[:1]
	}
	return c
}

// showCluster gives what is drawn for one grapheme cluster.
func showCluster(c string) string {
	r, n := utf8.DecodeRuneInString(c)
	switch {
	case r == utf8.RuneError && n == 1:
		return "\ufffd"
	case r == '\t' || r == '\n': // line ends stand inside pieces of wrapped text
		return " "
	case hidden(r) && n < len(c): // a sign that pulls a letter
		return showCluster(c[n:])
	case hidden(r) || attaches(r) || pulls(c):
		return ""
	case unicode.IsLetter(r): // cutting an Indic cluster would change the word
		return visible(c)
	}
	width := ansi.GraphemeWidth.StringWidth(c)
	switch {
	case width == 0:
		return ""
	case strings.ContainsAny(c, "\u200d\ufe0f\u20e3") || ansi.WcWidth.StringWidth(c) != width:
		return c[:n]
	}
	return visible(c)
}

// attaches reports whether r, at the start of a cluster, would be drawn onto
// whatever stands before it: a mark without its letter.
func attaches(r rune) bool {
	if r < 0x300 || !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Other_Grapheme_Extend, r) && !unicode.Is(unicode.Sk, r) {
		return false
	}
	c, _ := ansi.FirstGraphemeCluster(" "+string(r), ansi.GraphemeWidth)
	return len(c) > 1
}

// pulls reports whether c would be drawn together with whatever stands after it:
// a sign that is written before a letter, without one. Only Brahmic scripts have
// such letters.
func pulls(c string) bool {
	r, _ := utf8.DecodeLastRuneInString(c)
	if r != 0x0d4e && (r < 0x11000 || r > 0x11fff) {
		return false
	}
	joined, _ := ansi.FirstGraphemeCluster(c+" ", ansi.GraphemeWidth)
	return len(joined) > len(c)
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

// hidden reports whether r is never drawn: controls, separators of lines and
// paragraphs, format characters and fillers.
func hidden(r rune) bool {
	switch {
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return true
	case r == '\u2028' || r == '\u2029' || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0':
		return true
	}
	return unicode.Is(unicode.Cf, r)
}
