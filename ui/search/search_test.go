package search_test

import (
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
	spans := []model.Span{{Start: 5, End: 6}, {Start: 10, End: 12}, {Start: 20, End: 22}}
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
		if got, wrapped := search.Next(spans, c.off, c.n); got != c.want || wrapped != c.wrapped {
			t.Errorf("Next(%d, %d) = %d, %v; want %d, %v", c.off, c.n, got, wrapped, c.want, c.wrapped)
		}
	}
	if got, _ := search.Next(nil, 3, 1); got != -1 {
		t.Errorf("Next in nothing = %d", got)
	}
}

func FuzzAll(f *testing.F) {
	f.Add("He said “no”.", `"no"`)
	f.Add("a\xff b", "\xff b")
	f.Fuzz(func(t *testing.T, text, words string) {
		last := 0
		for _, s := range search.All(text, words) {
			if s.Start < last || s.End > len(text) || s.Empty() {
				t.Fatalf("span %v after %d in %d bytes", s, last, len(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(s.In(text)) {
				t.Fatalf("span %v cuts a character", s)
			}
			last = s.End
		}
	})
}
