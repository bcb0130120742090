package diff_test

import (
	"strings"
	"testing"

	"quoth/model"
	"quoth/model/diff"
)

func TestArticleShowsWhatChanged(t *testing.T) {
	older := "First.\n\nThree people died, he said.\n\nThird.\n\nFourth.\n\nThe end was here.\n"
	newer := "First.\n\nFour people died, he said.\n\nThird.\n\nFourth.\n\nThe end is here.\n\nAn addition."
	a := diff.Article("What changed", diff.Texts(older, newer))
	var got []string
	for _, b := range a.Blocks {
		var words strings.Builder
		at := b.Start
		for _, r := range a.Runs {
			if b.Covers(r.Span) {
				sign := map[model.RunStyle]string{model.RunStrike: "-", model.RunStrong: "+"}[r.Style]
				words.WriteString(a.Text[at:r.Start] + sign + r.In(a.Text) + sign)
				at = r.End
			}
		}
		got = append(got, words.String()+a.Text[at:b.End])
	}
	want := []string{"-Three- +Four+ people died, he said.", "…", "The end -was- +is+ here.", "+An addition.+"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
	if a := diff.Article("x", diff.Texts("same", "same")); a.Text != "" || len(a.Blocks) != 0 {
		t.Errorf("nothing changed, and %q is shown", a.Text)
	}
}
