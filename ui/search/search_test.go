package search_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"quoth/model"
	"quoth/ui/search"
)

const text = "The U.S. wants to “swallow” Iran,\nhe said. the U.S.\nWants it. It's re-opened; it’s re–opened."

func TestAll(t *testing.T) {
	for words, want := range map[string][]string{
		"the":           {"The", "the"},
		"The":           {"The"},
		"u.s. wants":    {"U.S. wants", "U.S.\nWants"},
		"iran,  he":     {"Iran,\nhe"},
		`"swallow"`:     {"“swallow”"},
		"it's re-opene": {"It's re-opene", "it’s re–opene"},
		"[a-z]+":        nil,
		"(":             nil,
		" ":             nil,
		"":              nil,
	} {
		got := search.All(text, words)
		if len(got) != len(want) {
			t.Errorf("%q: found %d, want %d", words, len(got), len(want))
			continue
		}
		for i, s := range got {
			if s.In(text) != want[i] {
				t.Errorf("%q: hit %d is %q, want %q", words, i, s.In(text), want[i])
			}
		}
	}
}

func TestHas(t *testing.T) {
	for words, want := range map[string]bool{"": true, "iran wants": true, "Iran wanted": false, "IRAN": false} {
		if got := search.Has(text, words); got != want {
			t.Errorf("Has(%q) = %v", words, got)
		}
	}
}

func TestNext(t *testing.T) {
	places := []int{5, 10, 20}
	start := func(i int) int { return places[i] }
	for _, c := range []struct {
		off, n, want int
		wrapped      bool
	}{
		{0, 1, 0, false},
		{5, 1, 1, false},
		{7, 2, 2, false},
		{20, 1, 0, true},
		{10, -1, 0, false},
		{11, -1, 1, false},
		{5, -1, 2, true},
		{0, 7, 0, true},
		{0, 0, -1, false},
	} {
		if got, wrapped := search.Next(len(places), start, c.off, c.n); got != c.want || wrapped != c.wrapped {
			t.Errorf("Next(%d, %d) = %d, %v; want %d, %v", c.off, c.n, got, wrapped, c.want, c.wrapped)
		}
	}
	if got, _ := search.Next(0, nil, 3, 1); got != -1 {
		t.Errorf("Next in nothing = %d", got)
	}
}

// oracle finds the same by a regular expression.
func oracle(text, words string) []model.Span {
	words = strings.ToValidUTF8(words, "")
	fields := strings.Fields(words)
	if len(fields) == 0 {
		return nil
	}
	for i, f := range fields {
		f = regexp.QuoteMeta(f)
		f = strings.ReplaceAll(f, `"`, `["“”„«»]`)
		f = strings.ReplaceAll(f, `'`, `['‘’]`)
		fields[i] = strings.ReplaceAll(f, `-`, `[-‐‑–—]`)
	}
	pattern := strings.Join(fields, `[\s\x0b\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+`)
	if strings.ToLower(words) == words {
		pattern = `(?i)` + pattern
	}
	var out []model.Span
	for _, f := range regexp.MustCompile(pattern).FindAllStringIndex(text, search.Most) {
		out = append(out, model.Span{Start: f[0], End: f[1]})
	}
	return out
}

func FuzzAll(f *testing.F) {
	f.Add("He said “no”.", `"no"`)
	f.Add("a\xff b", "\xff b")
	f.Add("Straße ΣΊΣΥΦΟΣ K", "σίσυφος k")
	f.Fuzz(func(t *testing.T, text, words string) {
		if !utf8.ValidString(text) || strings.ContainsRune(words, utf8.RuneError) {
			text, words = strings.ToValidUTF8(text, ""), "a"
		}
		if got, want := search.All(text, words), oracle(text, words); !slices.Equal(got, want) {
			t.Fatalf("%q in %q: %v, want %v", words, text, got, want)
		}
	})
}

func BenchmarkAll(b *testing.B) {
	text := strings.Repeat("A senior U.S. official told Axios that the administration has communicated to Iran. ", 1500)
	for _, words := range []string{"a", "iran", "Iran", "told axios that", "zebra"} {
		b.Run(words, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				search.All(text, words)
			}
		})
	}
}
