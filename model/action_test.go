package model_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"quoth/model"
)

func TestActionOnAWholeArticle(t *testing.T) {
	day := func(d int) model.Stamp { return model.Stamp{Time: time.Date(2026, 2, d, 0, 0, 0, 0, time.UTC)} }
	before := model.Marks{State: model.State{Read: true}, Dating: model.Dating{Article: "a", Published: day(1)}, Tags: []string{"port"}}
	after := model.Dating{Article: "a", Published: day(2), ByHand: true}
	act := model.Action{
		Datings: []model.Edit[model.Dating]{{Before: &before.Dating, After: &after}},
		Changes: []model.Change{
			{Flag: model.FlagStarred, On: []string{"a"}},
			{Flag: model.FlagRead, Off: []string{"b", "a"}},
			{Flag: model.FlagArchived, On: []string{"b"}},
			{Flag: model.FlagDeleted, On: []string{"a"}},
			{Flag: model.FlagTag, Tag: "iran", On: []string{"a"}},
		},
	}
	got, err := before.With(act)
	want := model.Marks{State: model.State{Starred: true}, Dating: after, Tags: []string{"iran", "port"}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, (-want +got):\n%s", err, diff)
	}
	got, err = got.With(act.Inverse())
	if diff := cmp.Diff(before, got); err != nil || diff != "" {
		t.Errorf("undone: %v, (-want +got):\n%s", err, diff)
	}
	other := before
	other.Dating.Published = day(3)
	if _, err := other.With(act); err == nil {
		t.Error("a date is replaced that is another one meanwhile")
	}
}
