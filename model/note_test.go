package model_test

import (
	"slices"
	"testing"

	"quoth/model"
)

func TestNoteID(t *testing.T) {
	free := func(string) bool { return false }
	a := model.Anchor{Exact: "We found cracks", Prefix: "Tuesday.\n\n\""}
	first := model.NoteID("https://example.org/a", a, free)
	if len(first) != 8 || model.NoteID("https://example.org/a", a, free) != first {
		t.Errorf("id %q is not of 8 digits and always the same", first)
	}
	other := a
	other.Prefix = "Monday.\n\n\""
	for name, id := range map[string]string{
		"another prefix": model.NoteID("https://example.org/a", other, free),
		"another source": model.NoteID("https://example.org/b", a, free),
		"taken":          model.NoteID("https://example.org/a", a, func(id string) bool { return id == first }),
	} {
		if id == first || len(id) != 8 {
			t.Errorf("%s: id %q", name, id)
		}
	}
}

func TestCleanTags(t *testing.T) {
	got := model.CleanTags([]string{"water", "#safety", " ", "big  bridge", "water", "a\xff"})
	if want := []string{"a\uFFFD", "big bridge", "safety", "water"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestActionThatNoLongerFits(t *testing.T) {
	before := model.Note{ID: "1", Text: "a"}
	after := model.Note{ID: "1", Text: "b"}
	m := model.Marks{Notes: []model.Note{{ID: "1", Text: "c"}}}
	for name, a := range map[string]model.Action{
		"change of a note that was changed": {Notes: []model.Edit[model.Note]{{Before: &before, After: &after}}},
		"a new note with an old id":         {Notes: []model.Edit[model.Note]{{After: &after}}},
	} {
		got, err := m.With(a)
		if err == nil || len(got.Notes) != 1 || got.Notes[0].Text != "c" {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}
