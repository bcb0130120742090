package desk

import (
	"strings"
	"testing"

	"quoth/model"
	"quoth/model/anchor"
)

// TestNoteOnPieces: a note on a quotation in several pieces marks these, and the
// next quotation, which may stand between them, has its own note.
func TestNoteOnPieces(t *testing.T) {
	text := "“We have bread,” said Ida Moreau, “and post.”\n\nThe end.\n"
	at := func(words string) model.Span {
		i := strings.Index(text, words)
		return model.Span{Start: i, End: i + len(words)}
	}
	first, second := at("“We have bread,”"), at("“and post.”")
	cover := model.Span{Start: first.Start, End: second.End}
	inner := at("said Ida Moreau")
	ann := model.Annotations{Quotes: []model.Quote{
		{ID: "q1", Content: []model.Span{first, second}},
		{ID: "q2", Content: []model.Span{inner}},
	}}
	a := &model.Article{Text: text}
	marks := model.Marks{Notes: []model.Note{{ID: "n1", Passage: anchor.New(text, cover)}}}
	d := Lay("a", a, ann, marks, nil)
	var got []string
	for _, s := range d.pieces(d.Notes[0].Span) {
		got = append(got, s.In(text))
	}
	if strings.Join(got, "|") != "“We have bread,”|“and post.”" {
		t.Errorf("marked are %q", got)
	}
	if on, other := d.On(&d.Annotations.Quotes[0]), d.On(&d.Annotations.Quotes[1]); on != 0 || other != -1 {
		t.Errorf("the notes on the two quotations are %d and %d", on, other)
	}
}
