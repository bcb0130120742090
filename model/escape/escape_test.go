package escape_test

import (
	"strings"
	"testing"

	"quoth/model/escape"
)

func TestStrip(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "Ferry “stops”\n\ttoday", "Ferry “stops”\n\ttoday"},
		{"colour", "\x1b[31mred\x1b[0m, \x1b[38;2;1;2;3mred\x1b[m", "red, red"},
		{"private mode", "a\x1b[?1049hb\x1b[2 qc", "abc"},
		{"window title", "Title \x1b]0;pwn\x07 x", "Title  x"},
		{"window title with ST", "Title \x1b]0;pwn – ün\x1b\\ x", "Title  x"},
		{"link", "\x1b]8;;https://a.example\x1b\\here\x1b]8;;\x1b\\", "here"},
		{"picture", "a\x1bPq#0;2\n#0~~\x1b\\b", "ab"},
		{"program command", "a\x1b_Gf=100;AAAA\x1b\\b\x1b^x\x1b\\c\x1bXy\x1b\\d", "abcd"},
		{"character set", "\x1b(Ba\x1b)0b", "ab"},
		{"reset", "a\x1bcb\x1b7c\x1b=d", "abcd"},
		{"alone", "a \x1b b\x1b", "a  b"},
		{"doubled", "\x1b\x1b[31mred", "red"},
		{"string without end", "a \x1b]0;Ann Lee said\n\nmore", "a 0;Ann Lee said\n\nmore"},
		{"string that ends too late", "a \x1b]0;Ann Lee said\n\nmore\x07", "a 0;Ann Lee said\n\nmore\x07"},
		{"string ended by another", "a\x1b]0;b\x1b[31mc", "a0;bc"},
		{"command without end", "a\x1b[31", "a31"},
		{"other controls and 8-bit forms", "a\x07\u0093b\u0094\r\n", "a\x07\u0093b\u0094\r\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := escape.Strip(c.in); got != c.want {
				t.Errorf("Strip(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func BenchmarkStrip(b *testing.B) {
	for name, unit := range map[string]string{
		"none":      "Ferry services stop today, she said. ",
		"colours":   "Ferry \x1b[31mservices\x1b[0m stop today, she said. ",
		"unended":   "\x1b]",
		"no final":  "\x1b[000000000000",
		"few":       strings.Repeat("Ferry services stop today. ", 400) + "\x1b[31m",
		"last only": "",
	} {
		s := strings.Repeat(unit, 1<<20/max(1, len(unit)))
		if unit == "" {
			s = strings.Repeat("\x1b]0;", 1) + strings.Repeat("Ferry services stop today. ", 1<<20/27)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				escape.Strip(s)
			}
		})
	}
}
