package page

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

func TestShow(t *testing.T) {
	for in, want := range map[string]string{
		"plain words":           "plain words",
		"Zoë Núñez":             "Zoë Núñez",
		"e\u0301 e\u0323\u0308": "e\u0301 e\u0323\u0308",
		"日本語、한글":                "日本語、한글",
		"\x1b[31mred\x1b[0m":    "[31mred[0m",
		"\u009b31m":             "31m",
		"bell\x07 null\x00":     "bell null",
		"user\u202eexe.cod":     "userexe.cod",
		"\u2066a\u2069\u200fb":  "ab",
		"zero\u200bwidth":       "zerowidth",
		"pa\u200dypal":          "paypal",
		"می\u200cخواهم":         "می\u200cخواهم",
		"क्\u200dष":             "क्\u200dष",
		"soft\u00adhyphen":      "softhyphen",
		"\ufeffmark":            "mark",
		"tab\tand\nline":        "tab and line",
		"👩\u200d👩\u200d👧":       "👩",
		"👍🏽":                    "👍",
		"❤\ufe0f":               "❤",
		"1\ufe0f\u20e3":         "1",
		"🇺🇦":                    "🇺🇦",
		" \u0301alone":          " alone",
		"bad \xff bytes":        "bad \ufffd bytes",
		"tag\U000e0041s":        "tags",
		"line\u2028end\u0085":   "lineend",
	} {
		if got := Show(in); got != want {
			t.Errorf("Show(%q) is %q, want %q", in, got, want)
		}
	}
}

// FuzzShow holds what is drawn to be harmless, the same when drawn again, and
// nothing of it to vanish that could be seen.
func FuzzShow(f *testing.F) {
	for _, s := range []string{"\x1b]8;;x\x07", "a\u202eb", "👩\u200d👧 \u0301", "\u0600 0", "क्षि", "\xff\xc2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Show(s)
		if again := Show(got); again != got {
			t.Errorf("Show(%q) is %q, and again %q", s, got, again)
		}
		for _, r := range got {
			if unicode.IsControl(r) || hidden(r) && r != '\u200c' && r != '\u200d' {
				t.Errorf("Show(%q) holds %q", s, r)
			}
		}
		if strings.ContainsFunc(s, unicode.IsLetter) && got == "" {
			// A letter may stand in for nothing but a filler or a sign that pulls.
			for _, r := range s {
				if unicode.IsLetter(r) && !hidden(r) && !attaches(r) && !pulls(string(r)) {
					t.Errorf("Show(%q) is empty", s)
				}
			}
		}
		if plain := ansi.Strip(got); plain != got {
			t.Errorf("Show(%q) holds a sequence: %q", s, got)
		}
	})
}
