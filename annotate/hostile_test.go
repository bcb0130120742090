package annotate_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"quoth/annotate"
	"quoth/model"
)

// hostile are texts that time or memory could run away on.
func hostile() map[string]string {
	return map[string]string{
		"quotation marks":      strings.Repeat(`" `, 100_000),
		"opening marks":        strings.Repeat("“a ", 100_000),
		"closing marks":        strings.Repeat("a” ", 100_000),
		"single marks":         strings.Repeat("'as as' ", 25_000),
		"short quotations":     strings.Repeat("“No,” he said. ", 50_000),
		"paragraphs":           strings.Repeat("“No way out of it\n\n", 50_000),
		"one word":             strings.Repeat("a", 1_000_000),
		"capitals":             strings.Repeat("ANNA BERG ", 100_000),
		"names":                strings.Repeat("Anna Berg said Tomas Dahl told Ida Moreau. ", 8_000),
		"one sentence":         strings.Repeat("he said, and she said that, ", 3_000),
		"loose quotations":     strings.Repeat("a “word of it” and ", 20_000),
		"colons":               strings.Repeat("a: b\n\n", 30_000),
		"invalid bytes":        strings.Repeat("\xff“\xfe said ", 4_000),
		"brackets and commas":  strings.Repeat("(a, b), ", 20_000) + "said Ida",
		"according to":         strings.Repeat("according to ", 20_000),
		"different surnames":   surnames(15_000),
		"one speaker":          strings.Repeat("He said “no.”\n\nJohn Smith told them that it was over.\n\n", 15_000),
		"unsourced utterances": strings.Repeat("Adding that it rained. ", 15_000),
	}
}

// surnames gives sentences about n people.
func surnames(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("Anna B")
		for k := i; k > 0; k /= 20 {
			b.WriteByte(byte('a' + k%20))
		}
		b.WriteString(" said so. ")
	}
	return b.String()
}

func open(t testing.TB) *annotate.Engine {
	t.Helper()
	e, err := annotate.New()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestHostile(t *testing.T) {
	engine := open(t)
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			a := &model.Article{Text: text}
			check(t, a, engine.Annotate(a))
		})
	}
}

// check fails where an annotation does not fit the text.
func check(t *testing.T, a *model.Article, found model.Annotations) {
	t.Helper()
	valid := utf8.ValidString(a.Text)
	inside := func(s model.Span) {
		if s.Start < 0 || s.End > len(a.Text) || s.Empty() {
			t.Fatalf("span %v of a text of %d bytes", s, len(a.Text))
		}
		if valid && (!utf8.RuneStart(a.Text[s.Start]) || s.End < len(a.Text) && !utf8.RuneStart(a.Text[s.End])) {
			t.Fatalf("span %v cuts a character", s)
		}
	}
	start := 0
	for _, q := range found.Quotes {
		end := 0
		for _, s := range q.Content {
			inside(s)
			if s.Start < end {
				t.Fatalf("%s: content %v overlaps", q.ID, q.Content)
			}
			end = s.End
		}
		if len(q.Content) == 0 || q.Content[0].Start < start {
			t.Fatalf("%s: content %v after one that begins at %d", q.ID, q.Content, start)
		}
		start = q.Content[0].Start
		for _, spans := range [][]model.Span{q.Cue, q.Source} {
			for _, s := range spans {
				inside(s)
			}
		}
		for _, e := range q.Evidence {
			inside(e.Span)
		}
		if q.Confidence < 0 || q.Confidence > 1 {
			t.Fatalf("%s: confidence %v", q.ID, q.Confidence)
		}
	}
	for _, e := range found.Entities {
		for _, s := range e.Mentions {
			inside(s)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	engine := open(f)
	f.Add("“We are close,” said Ida Moreau. “Very.”\n\n“And yet,” she added.")
	f.Add("According to a man, 'it' is «no» \"end\": a “b ‘c’ d.\n\n- X: y\n")
	f.Add("\xff”’“ said: \x00 e\u0301 said “ Ü ")
	f.Fuzz(func(t *testing.T, text string) {
		a := &model.Article{Text: text}
		found := engine.Annotate(a)
		check(t, a, found)
		if again := engine.Annotate(a); !reflect.DeepEqual(found, again) {
			t.Fatal("the same article was annotated in two ways")
		}
	})
}
