package library

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/model"
)

// TestActOnAWholeArticle carries out changes of state and date, and undoes them.
func TestActOnAWholeArticle(t *testing.T) {
	l, _ := newLibrary(t)
	x := article("https://example.org/1", "A", "text")
	x.Published, x.Tags = day(5), []string{"\x1b[1mport"} // a tag has no escape sequence
	id := keep(t, l, x)
	before := marks(t, l, id)
	if before.State != (model.State{}) || !before.Dating.Equal(model.Dating{Article: id, Published: day(5)}) || !cmp.Equal(before.Tags, []string{"port"}) {
		t.Fatalf("marks are %+v", before)
	}
	after := model.Dating{Article: id, Published: day(9), ByHand: true}
	act := model.Action{
		Changes: []model.Change{
			{Flag: model.FlagStarred, On: []string{id}},
			{Flag: model.FlagTag, Tag: "iran", On: []string{id}},
			{Flag: model.FlagRead, On: []string{id}},
		},
		Datings: []model.Edit[model.Dating]{{Before: &before.Dating, After: &after}},
	}
	do(t, l, act)
	want, err := before.With(act)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, marks(t, l, id)); diff != "" {
		t.Errorf("after it (-want +got):\n%s", diff)
	}
	if got := titles(t, l, "is:starred tag:iran after:2026-01-09"); got != "A" {
		t.Errorf("found %q", got)
	}
	keep(t, l, x) // a source does not replace what the reader set
	if got := marks(t, l, id).Dating; !got.Equal(after) {
		t.Errorf("fetched again, its date is %+v", got)
	}
	if err := l.Act(t.Context(), act); !errors.Is(err, model.ErrChanged) {
		t.Errorf("a date that is another one meanwhile: %v", err)
	}
	do(t, l, act.Inverse())
	if diff := cmp.Diff(before, marks(t, l, id)); diff != "" {
		t.Errorf("undone (-want +got):\n%s", diff)
	}
}
