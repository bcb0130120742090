package anchor_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/spantest"
)

const bridge = `Harbour bridge to stay closed

The bridge will stay closed until spring, the council said on Tuesday.

"We found cracks in three of the eleven piers," said Mara Lindqvist, the city's chief engineer.

The council said on Tuesday that repairs would cost about €14 million.`

func TestNew(t *testing.T) {
	got := anchor.New(bridge, spantest.Nth(t, bridge, "We found", 0))
	if got.Exact != "We found" || got.Prefix != "e council said on Tuesday.\n\n\"" && utf8.RuneCountInString(got.Prefix) != 32 || got.Suffix != " cracks in three of the eleven p" {
		t.Errorf("got %+v", got)
	}
	if a := anchor.New("€€ words", model.Span{Start: 7, End: 12}); a.Prefix != "€€ " || a.Suffix != "" {
		t.Errorf("at the ends of a text: %+v", a)
	}
	if a := anchor.New(bridge, spantest.Nth(t, bridge, "council said on Tuesday", 0)); a.Twins != 0 {
		t.Errorf("twins of words in other surroundings: %d", a.Twins)
	}
	title := "Bridge closed until spring\n\nBridge closed until spring\n\nThe bridge."
	if a := anchor.New(title, spantest.Nth(t, title, "closed", 0)); a.Twins != 1 {
		t.Errorf("twins of a title's word: %d, want 1", a.Twins)
	}
}

func TestFind(t *testing.T) {
	quote := "We found cracks in three of the eleven piers"
	for name, c := range map[string]struct {
		words string
		nth   int
		edit  []string // pairs for strings.NewReplacer
		want  string   // "" for lost
		fit   anchor.Fit
	}{
		"nothing changed":               {quote, 0, nil, quote, anchor.Same},
		"moved by a paragraph before":   {quote, 0, []string{"Harbour", "Update: new\n\nHarbour"}, quote, anchor.Same},
		"words that stand twice":        {"council said on Tuesday", 1, []string{"Harbour bridge", "Bridge"}, "council said on Tuesday", anchor.Same},
		"other marks and blanks":        {quote + `,"`, 0, []string{`"`, "”", "three of", "three\u00a0of"}, "We found cracks in three\u00a0of the eleven piers,”", anchor.Same},
		"a word changed":                {quote, 0, []string{"three", "four"}, "We found cracks in four of the eleven piers", anchor.Approximate},
		"words between surroundings":    {"cracks in three of", 0, []string{"cracks in three of", "damage at all"}, "damage at all", anchor.Approximate},
		"the same words, other place":   {"Tuesday", 0, []string{", the council said on Tuesday", ""}, "Tuesday", anchor.Approximate},
		"removed":                       {quote, 0, []string{`"` + quote + `,"`, ""}, "", anchor.Lost},
		"removed, and the text is gone": {quote, 0, []string{bridge, "Other news."}, "", anchor.Lost},
		"to an empty text":              {quote, 0, []string{bridge, ""}, "", anchor.Lost},
	} {
		text := strings.NewReplacer(c.edit...).Replace(bridge)
		s, fit := anchor.In(text).Find(anchor.New(bridge, spantest.Nth(t, bridge, c.words, c.nth)))
		if got := s.In(text); got != c.want || fit != c.fit {
			t.Errorf("%s: %q (%v), want %q (%v)", name, got, fit, c.want, c.fit)
		}
	}
}

// TestFindOfAPlaceOutsideTheText: a file may say anything of where words stand.
// TestFindAnOffsetThatIsNone: a file may say anything of where words stand.
func TestFindAnOffsetThatIsNone(t *testing.T) {
	for _, s := range []model.Span{{Start: 9, End: 3}, {Start: -1, End: 4}, {Start: 4, End: 1 << 20}, {Start: 1 << 20, End: 1 << 20}} {
		a := anchor.New(bridge, spantest.Nth(t, bridge, "cracks", 0))
		want := a.Span
		a.Span = s
		if got, fit := anchor.In(bridge).Find(a); got != want || fit == anchor.Lost {
			t.Errorf("at %v: %v (%v), want %v", s, got, fit, want)
		}
	}
}

func TestFindOfAPlaceOutsideTheText(t *testing.T) {
	for _, s := range []model.Span{{Start: -7, End: 7}, {Start: len(bridge) - 7, End: len(bridge) + 7}, {Start: 9, End: 3}} {
		a := anchor.New(bridge, model.Span{Start: max(s.Start, 0), End: min(max(s.End, s.Start+1), len(bridge))})
		want := a.Span
		a.Span = s
		if got, fit := anchor.In(bridge).Find(a); fit == anchor.Lost || got != want && got.In(bridge) != want.In(bridge) || got.Start < 0 || got.End > len(bridge) {
			t.Errorf("told to be at %v, found at %v (%v), want %v", s, got, fit, want)
		}
	}
}

func TestFindOfManyPlacesTheRightOne(t *testing.T) {
	text := strings.Repeat("he said and he said ", 400) + "she said. " + strings.Repeat("he said and he said ", 400)
	s := spantest.Nth(t, text, "she said", 0)
	s.Start += len("she ")
	moved := "New. " + text
	got, fit := anchor.In(moved).Find(anchor.New(text, s))
	if got.Start != s.Start+len("New. ") || fit == anchor.Lost {
		t.Errorf("found at %v (%v), want %d", got, fit, s.Start+len("New. "))
	}
}

func TestFindKeepsCharactersWhole(t *testing.T) {
	text := "首相は火曜日に橋を閉鎖すると述べた。e\u0301te\u0301 la\u0300. 市は春まで橋を開けない方針だ。"
	s := spantest.Nth(t, text, "春まで橋を開けない", 0)
	changed := strings.ReplaceAll(strings.ReplaceAll(text, "春まで", "夏まで"), "首相", "市長")
	got, fit := anchor.In(changed).Find(anchor.New(text, s))
	if fit != anchor.Approximate || !utf8.ValidString(got.In(changed)) || !strings.Contains(got.In(changed), "橋を開けない") {
		t.Errorf("%q (%v)", got.In(changed), fit)
	}
}

func TestFindLongPassageByItsEnds(t *testing.T) {
	long := strings.Join(samples(t), "\n\n")
	s := model.Span{Start: 5000, End: 9000}
	for !utf8.RuneStart(long[s.Start]) {
		s.Start++
	}
	for !utf8.RuneStart(long[s.End]) {
		s.End++
	}
	text := long[:7000] + " words that came in " + long[7000:]
	got, fit := anchor.In(text).Find(anchor.New(long, s))
	if want := (model.Span{Start: s.Start, End: s.End + 20}); got != want || fit != anchor.Approximate {
		t.Errorf("found at %v (%v), want %v", got, fit, want)
	}
}

func FuzzFind(f *testing.F) {
	f.Add(bridge, 3, 40, "Harbour bridge to reopen")
	f.Add("首相は", 0, 2, "首相")
	f.Fuzz(func(t *testing.T, text string, start, length int, other string) {
		if start < 0 || length < 0 || start > len(text) || length > len(text)-start {
			return
		}
		s, fit := anchor.In(other).Find(anchor.New(text, model.Span{Start: start, End: start + length}))
		if s.Start < 0 || s.End > len(other) || s.End < s.Start || (fit == anchor.Lost) != s.Empty() {
			t.Errorf("found at %v (%v) of %d bytes", s, fit, len(other))
		}
	})
}

// article20k is about 20,000 words.
func article20k(b *testing.B) string {
	b.Helper()
	var out strings.Builder
	for words := 0; words < 20_000; {
		for _, s := range samples(b) {
			out.WriteString(s)
			out.WriteString("\n\n")
			words += len(strings.Fields(s))
		}
	}
	return out.String()
}

// BenchmarkFind finds one note in 20,000 words: nothing is prepared beforehand.
func BenchmarkFind(b *testing.B) {
	text := article20k(b)
	long := model.Span{Start: strings.Index(text[len(text)/2:], "\n\n") + len(text)/2 + 2}
	for long.End = long.Start + 600; !utf8.RuneStart(text[long.End]); long.End++ {
	}
	words := long.In(text)
	word := model.Span{Start: strings.Index(text[len(text)/2:], "the ") + len(text)/2}
	word.End = word.Start + 3
	for _, c := range []struct {
		name, edited string
		note         model.Span
	}{
		{"same", "New.\n\n" + text, long},
		{"word", "New.\n\n" + text, word},
		{"approximate", strings.ReplaceAll(text, words, strings.ReplaceAll(words, "the", "that")), long},
		{"lost", strings.ReplaceAll(text, words, ""), long},
	} {
		a := anchor.New(text, c.note)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				anchor.In(c.edited).Find(a)
			}
		})
	}
}
