package ui_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"quoth/model"
)

// TestUndoneToTheLast does things by chance, undoes all of them, and does them
// again.
func TestUndoneToTheLast(t *testing.T) {
	w := newWorld(t, "seed.txt")
	kept := model.Marks{Notes: []model.Note{{ID: "n1", Article: "a1", Text: "before"}}}
	acts := []string{
		"a 'x #y' enter", "A 'all' enter", "] a D", "H 'imp' enter", "H 'doubt' enter", "t 'tag' enter", "T 'tag' enter", "e",
		"c c", "c x", "w 'lari' enter", "w 'Jo' enter", "c k 'ind' enter", "c p 'teh' enter", "c d enter", "W 'lari' enter enter",
		"c t 'body' enter enter", "v 3 e a 'words' enter", "V j c q 'trump' enter", "2 U", "ctrl+r", ") )", "9 9 (", "2 }",
	}
	rapid.Check(t, func(rt *rapid.T) {
		m := &memory{typed: "written", marks: kept}
		d := start(t, m.options(w.options(t, 0)), 60, 16)
		for range rapid.IntRange(1, 15).Draw(rt, "steps") {
			d.play(rapid.SampledFrom(acts).Draw(rt, "act"))
			d.press("esc")
		}
		d.press("9 9 9 ctrl+r")
		after := m.marks
		d.press("9 9 9 U")
		if diff := cmp.Diff(kept.Notes, m.marks.Notes) + cmp.Diff(0, len(m.marks.Corrections)); diff != "" {
			rt.Fatalf("after undoing all: %s", diff)
		}
		d.press("9 9 9 ctrl+r")
		if diff := cmp.Diff(after, m.marks); diff != "" {
			rt.Fatalf("after doing all again: %s", diff)
		}
	})
}
