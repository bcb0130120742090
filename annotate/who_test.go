package annotate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/annotate"
	"quoth/annotate/testcase"
	"quoth/model"
)

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
	for _, c := range testcase.Read(t, "testdata/who.txt") {
		t.Run(c.Name, func(t *testing.T) {
			a := &model.Article{Text: c.Text}
			if d := cmp.Diff(c.Want, said(a.Text, engine.Annotate(a).Quotes)); d != "" {
				t.Error(d)
			}
		})
	}
}
