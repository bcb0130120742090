package page

import (
	"strings"
	"testing"
)

func TestSafeLink(t *testing.T) {
	for target, want := range map[string]string{
		"https://example.org/a?b=1&c=2#d":      "https://example.org/a?b=1&c=2#d",
		"HTTP://Example.org":                   "http://Example.org",
		"mailto:ida@example.org":               "mailto:ida@example.org",
		"https://example.org/ä b":              "https://example.org/%C3%A4%20b",
		"javascript:alert(1)":                  "",
		"file:///etc/passwd":                   "",
		"data:text/html,x":                     "",
		"https:///no-host":                     "",
		"mailto:":                              "",
		"//example.org/no-scheme":              "",
		"relative/page.html":                   "",
		"#1":                                   "",
		"":                                     "",
		"https://example.org/\x1b]8;;evil\x07": "",
		"https://example.org/\u202egpj.exe":    "",
		"https://example.org/?q=\u009b":        "",
		"https://exa\nmple.org":                "",
		"https://example.org/%zz":              "",
		"https://" + strings.Repeat("a", 2100): "",
		"https://example.org/" + strings.Repeat("ä", 900): "",
	} {
		got, ok := SafeLink(target)
		if got != want || ok != (want != "") {
			t.Errorf("SafeLink(%.60q) is %q, %v; want %q", target, got, ok, want)
		}
	}
}

func FuzzSafeLink(f *testing.F) {
	f.Add("https://example.org/\x1b")
	f.Add("mailto:a b@example.org")
	f.Fuzz(func(t *testing.T, target string) {
		safe, ok := SafeLink(target)
		if !ok {
			if safe != "" {
				t.Errorf("SafeLink(%q) gives %q that is not safe", target, safe)
			}
			return
		}
		if !strings.HasPrefix(safe, "http://") && !strings.HasPrefix(safe, "https://") && !strings.HasPrefix(safe, "mailto:") {
			t.Errorf("SafeLink(%q) is %q", target, safe)
		}
		for i := range len(safe) {
			if safe[i] <= ' ' || safe[i] >= 0x7f {
				t.Errorf("SafeLink(%q) is %q", target, safe)
			}
		}
	})
}
