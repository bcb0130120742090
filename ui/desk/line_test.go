package desk_test

import (
	"strings"
	"testing"

	"quoth/model"
	"quoth/ui/desk"
)

func TestParseLine(t *testing.T) {
	for line, want := range map[string]string{
		"ask for the tape #iran #b": "ask for the tape|b,iran",
		"  why?  ":                  "why?|",
		"#x in the middle":          "in the middle|x",
		"item #1 of # all":          "item #1 of # all|",
		"":                          "|",
	} {
		text, tags := desk.ParseLine(line)
		if got := text + "|" + strings.Join(tags, ","); got != want {
			t.Errorf("%q is %q, want %q", line, got, want)
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
