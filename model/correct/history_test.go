package correct_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"quoth/model"
	"quoth/model/correct"
)

// act invents something that a reader may do.
func act(r *rand.Rand, m model.Marks, now time.Time) model.Action {
	if n := len(m.Notes); n > 0 && r.IntN(3) > 0 {
		before := m.Notes[r.IntN(n)]
		if r.IntN(3) == 0 {
			return model.Action{Notes: []model.Edit[model.Note]{{Before: &before}}}
		}
		after := before
		after.Text, after.Tags, after.Changed = fmt.Sprint("text ", r.IntN(100)), []string{strconv.Itoa(r.IntN(9))}, now
		return model.Action{Notes: []model.Edit[model.Note]{{Before: &before, After: &after}}}
	}
	if r.IntN(2) == 0 {
		n := model.Note{ID: fmt.Sprint("n", now.UnixNano()), Article: "a1", Created: now, Changed: now}
		return model.Action{Notes: []model.Edit[model.Note]{{After: &n}}}
	}
	if n := len(m.Corrections); n > 0 && r.IntN(4) == 0 {
		before := m.Corrections[r.IntN(n)]
		return model.Action{Corrections: []model.Edit[model.Correction]{{Before: &before}}}
	}
	kinds := []model.CorrectionKind{model.Confirm, model.SetSpeaker, model.SetKind, model.SetWhen, model.Dismiss}
	c := about(kinds[r.IntN(len(kinds))], r.IntN(3))
	c.Speaker, c.SpeakerKind, c.QuoteKind = []string{"", "Jo Lee", "Mara Lindqvist"}[r.IntN(3)], model.SpeakerPerson, model.Mixed
	if r.IntN(4) == 0 {
		c = model.Correction{Kind: model.OneName, Name: "the engineer", Other: "Mara Lindqvist"}
	}
	return correct.Make(m, c, now)
}

// TestUndo does 200 things, undoes and redoes some on the way, and undoes all.
func TestUndo(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		now := time.Date(2026, 2, 2, 12, 0, 0, 0, time.UTC)
		start := model.Marks{Notes: []model.Note{{ID: "old", Article: "a1", Text: "before", Created: now}}}
		m, states, h := start, []model.Marks{start}, correct.History{}
		carry := func(a model.Action) {
			var err error
			if m, err = m.With(a); err != nil {
				t.Fatal(err)
			}
		}
		for len(states) <= 200 {
			now = now.Add(time.Duration(1+r.IntN(1000)) * time.Millisecond)
			if back := r.IntN(10); back == 0 && len(states) > 3 {
				for range 3 {
					a, _ := h.Undo()
					carry(a)
				}
				for range 3 {
					a, _ := h.Redo()
					carry(a)
				}
				same(t, m, states[len(states)-1])
			}
			a := act(r, m, now)
			carry(a)
			h.Did(a)
			states = append(states, m)
		}
		for i := len(states) - 2; i >= 0; i-- {
			a, ok := h.Undo()
			if !ok {
				t.Fatal("nothing left to undo")
			}
			carry(a)
			same(t, m, states[i])
			got, want := correct.Apply(text, engine(), m.Corrections), correct.Apply(text, engine(), states[i].Corrections)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatal(diff)
			}
		}
		if _, ok := h.Undo(); ok {
			t.Error("more can be undone than was done")
		}
		same(t, m, start)
	}
}

func same(t *testing.T, got, want model.Marks) {
	t.Helper()
	if len(got.Notes) != len(want.Notes) || len(got.Corrections) != len(want.Corrections) {
		t.Fatalf("%d notes and %d corrections, want %d and %d", len(got.Notes), len(got.Corrections), len(want.Notes), len(want.Corrections))
	}
	for i := range got.Notes {
		if !got.Notes[i].Equal(want.Notes[i]) {
			t.Fatalf("note %+v, want %+v", got.Notes[i], want.Notes[i])
		}
	}
	for i := range got.Corrections {
		if !got.Corrections[i].Equal(want.Corrections[i]) {
			t.Fatalf("correction %+v, want %+v", got.Corrections[i], want.Corrections[i])
		}
	}
}
