package desk_test

import (
	"strings"
	"testing"

	"quoth/model"
	"quoth/ui/desk"
)

// wantParsed reads notes as they are written; what is wanted is the text and,
// behind a bar, the tags.
func wantParsed(t *testing.T, parse func(string) (string, []string), cases map[string]string) {
	t.Helper()
	for written, want := range cases {
		text, tags := parse(written)
		if got := text + "|" + strings.Join(tags, ","); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}

func TestParseLine(t *testing.T) {
	wantParsed(t, desk.ParseLine, map[string]string{
		"ask for the tape #iran #b": "ask for the tape|b,iran",
		"  why?  ":                  "why?|",
		"#x in the middle":          "in the middle|x",
		"item #1 of # all":          "item #1 of # all|",
		"":                          "|",
		"#a, #b; why #c, #d":        "why|a,b,c,d",
		"#a #b":                     "|a,b",
		"is it #oil?":               "is it #oil?|oil",
		"#oil: ask":                 "#oil: ask|oil",
		"see #c++ and #p2.5.":       "see #c++ and #p2.5.|c++,p2.5",
		"ask about #maps of 1904 and #x, issue #5":          "ask about #maps of 1904 and #x, issue #5|maps,x",
		"ask about #maps of 1904 and #x, issue #5 #maps #z": "ask about #maps of 1904 and #x, issue #5|maps,x,z",
	})
}

func TestParseText(t *testing.T) {
	wantParsed(t, desk.ParseText, map[string]string{
		"\nfirst #a line\n\n- second\n\n#b\n#c\n": "first #a line\n\n- second|a,b,c",
		"#a\n\nfirst  line\n\tsecond":             "first  line\n\tsecond|a",
		"# Heading\n\ntext\u00a0#b":               "# Heading\n\ntext|b",
	})
}

func TestParseTags(t *testing.T) {
	for words, want := range map[string]string{"two words, three": "three,two,words", "#a, #b.": "a,b", " , ": "", "c++": "c++"} {
		if got := strings.Join(desk.ParseTags(words), ","); got != want {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
}

func TestLineComesBackTheSame(t *testing.T) {
	for _, c := range []struct {
		note model.Note
		line string
		ok   bool
	}{
		{model.Note{Text: "why?", Tags: []string{"a", "b"}}, "why? #a #b", true},
		{model.Note{Text: "the #oil, then", Tags: []string{"b", "oil"}}, "the #oil, then #b", true},
		{model.Note{Text: "first\n\nsecond"}, "", false},
		{model.Note{Text: "why?", Tags: []string{"two words"}}, "", false},
		{model.Note{Text: "a #b is no tag here"}, "", false},
	} {
		line, ok := desk.Line(c.note)
		if ok != c.ok || ok && line != c.line {
			t.Errorf("%+v is %q, %t", c.note, line, ok)
		}
	}
}

func TestCompleteTags(t *testing.T) {
	known := []string{"iran", "israel", "oil"}
	for line, want := range map[string]string{"why #i": "why #iran,why #israel", "why i": "", "#oil": "", "#o": "#oil"} {
		if got := strings.Join(desk.CompleteTags(line, known, false), ","); got != want {
			t.Errorf("%q may become %q, want %q", line, got, want)
		}
	}
	if got := strings.Join(desk.CompleteTags("a is", known, true), ","); got != "a israel" {
		t.Errorf("a bare tag may become %q", got)
	}
}
