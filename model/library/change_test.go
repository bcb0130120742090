package library

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"quoth/model"
)

func TestChangeAndInverse(t *testing.T) {
	l := shelf(t)
	all, err := l.IDs(t.Context(), parse(t, l, "after:2000"), Window{})
	if err != nil {
		t.Fatal(err)
	}
	inverse, err := l.Change(t.Context(), model.Change{Flag: model.FlagRead, On: append(all, "nope")})
	if err != nil {
		t.Fatal(err)
	}
	if len(inverse.Off) != 2 || len(inverse.On) != 0 {
		t.Errorf("two were unread, the inverse is %+v", inverse)
	}
	if got := titles(t, l, "is:unread"); got != "" {
		t.Errorf("unread are %s", got)
	}
	if _, err := l.Change(t.Context(), inverse); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, l, "is:unread"); got != "D B" {
		t.Errorf("undone, unread are %s", got)
	}
	sound(t, l)
}

func TestChangeRefusesWhatItDoesNotKnow(t *testing.T) {
	l := shelf(t)
	for _, c := range []model.Change{{Flag: "loved"}, {Flag: model.FlagTag, Tag: " \n"}, {}} {
		if _, err := l.Change(t.Context(), c); err == nil {
			t.Errorf("%+v is carried out", c)
		}
	}
}

// TestUndoBringsEverythingBack makes random changes and undoes them from the last
// to the first.
func TestUndoBringsEverythingBack(t *testing.T) {
	l := shelf(t)
	all, err := l.IDs(t.Context(), parse(t, l, "after:2000"), Window{})
	if err != nil {
		t.Fatal(err)
	}
	state := func() string {
		entries := make([]string, 0, len(all))
		for _, id := range all {
			e, err := l.Entry(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			entries = append(entries, fmt.Sprintf("%s %+v %q", e.Title, e.State, e.Tags))
		}
		feeds, err := l.Feeds(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(entries, feeds, titles(t, l, "after:2000"))
	}
	rapid.Check(t, func(r *rapid.T) {
		before := state()
		ids := rapid.SliceOf(rapid.SampledFrom(all))
		changes := rapid.SliceOfN(rapid.Custom(func(r *rapid.T) model.Change {
			return model.Change{
				Flag: rapid.SampledFrom([]model.Flag{model.FlagRead, model.FlagStarred, model.FlagArchived, model.FlagDeleted, model.FlagTag}).Draw(r, "flag"),
				Tag:  rapid.SampledFrom([]string{"water", "new", "AIR"}).Draw(r, "tag"),
				On:   ids.Draw(r, "on"),
				Off:  ids.Draw(r, "off"),
			}
		}), 1, 10).Draw(r, "changes")
		var undo []model.Change
		for _, c := range changes {
			inverse, err := l.Change(t.Context(), c)
			if err != nil {
				r.Fatal(err)
			}
			undo = append(undo, inverse)
		}
		for i := len(undo) - 1; i >= 0; i-- {
			if _, err := l.Change(t.Context(), undo[i]); err != nil {
				r.Fatal(err)
			}
		}
		if after := state(); after != before {
			r.Fatalf("undone, the library is\n%s\nwas\n%s", after, before)
		}
	})
	sound(t, l)
}
