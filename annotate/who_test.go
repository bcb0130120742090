package annotate_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/annotate"
	"quoth/model"
)

// cases reads a file of examples: name, text, a line of dashes, what is expected.
func cases(t *testing.T, path string) (names, texts, wants []string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, all, _ := strings.Cut(string(raw), "\n\n")
	for strings.TrimSpace(all) != "" {
		name, rest, _ := strings.Cut(all, "\n")
		text, rest, ok := strings.Cut(rest, "\n----\n")
		if !ok {
			t.Fatalf("%s: case %q has no line of dashes", path, name)
		}
		want, rest, _ := strings.Cut(rest, "\n\n")
		names, texts, wants = append(names, name), append(texts, text), append(wants, strings.TrimSpace(want))
		all = rest
	}
	return names, texts, wants
}

// said prints the utterances of an article.
func said(text string, quotes []model.Quote) string {
	var lines []string
	for _, q := range quotes {
		speaker := q.SpeakerName
		if q.SpeakerKind == model.SpeakerUnnamed || q.SpeakerKind == model.SpeakerGroup && q.Speaker == "" {
			speaker = "[" + speaker + "]"
		}
		var words []string
		for _, s := range q.Content {
			words = append(words, s.In(text))
		}
		lines = append(lines, fmt.Sprintf("%s | %s | %s", speaker, q.Kind, strings.Join(words, " // ")))
	}
	return strings.Join(lines, "\n")
}

func TestWho(t *testing.T) {
	engine, err := annotate.New()
	if err != nil {
		t.Fatal(err)
	}
	names, texts, wants := cases(t, "testdata/who.txt")
	for i, name := range names {
		t.Run(name, func(t *testing.T) {
			a := &model.Article{Text: texts[i]}
			if d := cmp.Diff(wants[i], said(a.Text, engine.Annotate(a).Quotes)); d != "" {
				t.Error(d)
			}
		})
	}
}
