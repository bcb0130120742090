package ui_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
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

// playWhereAsked is play that writes words only where a prompt is open for them.
func (d *driver) playWhereAsked(keys string) {
	d.tb.Helper()
	for i, part := range strings.Split(keys, "'") {
		switch {
		case i%2 == 0:
			d.press(part)
		case d.app.View().Cursor == nil:
			return
		default:
			d.write(part)
		}
	}
}

// TestTwoHundredActions does 200 things of every kind, and takes them back one by
// one: after each the reader's marks are what they were, and at last the screen
// is, too. Then it does them again.
func TestTwoHundredActions(t *testing.T) {
	acts := []string{
		"a 'x #y' enter", "a 'z' enter", "A 'all' enter", "A 'none #w' enter", "] a D", "H 'imp' enter", "H 'doubt' enter", "H 'plain' enter", "t 'tag' enter", "T 'tag' enter", "e",
		"c c", "c x", "w 'lari' enter", "w 'Jo' enter", "w 'unknown' enter", "c k 'ind' enter", "c k 'dir' enter", "c p 'teh' enter", "c p enter",
		"c d '2026-01-30' enter", "c d enter", "W 'lari' enter enter", "W 'Ali L.' enter down enter", "p j j W enter enter", "c t 'body' enter enter", "c t 'pers' enter down enter",
		"v 3 e a 'words' enter", "v 2 ) H 'check' enter", "V j c q 'trump' enter", "v e c q 'Jo' enter", ": 'published 2026-03-04' enter", ": 'published 2026-01-04' enter", "s",
	}
	moves := []string{") )", "( ( (", "2 }", "3 {", "G", "g", "L j", "d"}
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 5))
		published, err := model.ParseStamp("2026-02-02")
		if err != nil {
			t.Fatal(err)
		}
		m := &memory{typed: "written", marks: model.Marks{
			Notes: []model.Note{{ID: "n1", Article: "a1", Text: "before"}}, Dating: model.Dating{Article: "a1", Published: published},
		}}
		w := newWorld(t, "seed.txt")
		o := m.options(w.options(t, 0))
		o.Annotate = func(*model.Article) model.Annotations { return w.found["seed.txt"] } // whatever its day
		o.Kinds = []model.NoteKind{"idea"}
		states := []model.Marks{m.marks}
		act := o.Act
		o.Act = func(a model.Action) error {
			err := act(a)
			states = append(states, m.marks)
			return err
		}
		d := start(t, o, 60, 16)
		first := d.screen()
		kinds := map[string]bool{}
		for tries := 0; len(states) <= 200; tries++ {
			if tries > 2000 {
				t.Fatalf("seed %d: only %d things were done", seed, len(states))
			}
			if r.IntN(2) == 0 {
				d.press("esc esc")
				d.play(moves[r.IntN(len(moves))])
			}
			n, one := len(states), acts[r.IntN(len(acts))]
			m.typed = fmt.Sprint("written ", tries)
			d.playWhereAsked(one)
			d.press("esc esc")
			kinds[one] = kinds[one] || len(states) > n
		}
		for _, one := range acts {
			if !kinds[one] {
				t.Errorf("seed %d: %q never did anything", seed, one)
			}
		}
		done := states
		for i := len(done) - 2; i >= 0; i-- {
			d.press("U")
			if diff := cmp.Diff(done[i], m.marks, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d: after undoing thing %d: %s", seed, i+1, diff)
			}
		}
		d.press("U")
		d.wantStatus("nothing to undo")
		d.press("esc esc g (")
		d.press("9 9 ( g esc")
		if diff := cmp.Diff(first, d.screen()); diff != "" {
			t.Errorf("seed %d: the screen: %s", seed, diff)
		}
		for i := range done[1:] {
			d.press("ctrl+r")
			if diff := cmp.Diff(done[i+1], m.marks, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d: after doing thing %d again: %s", seed, i+1, diff)
			}
		}
	}
}

// TestAnotherProgramChangedIt: a step that meets what another program made is
// told and let go; the article is read again, so that the next one works, and the
// older steps are undone as ever.
func TestAnotherProgramChangedIt(t *testing.T) {
	w := newWorld(t, "seed.txt")
	m := &memory{}
	d := start(t, m.options(w.options(t, 0)), 80, 20)
	d.play("A 'whole' enter")
	d.play(") a 'mine' enter")
	for i := range m.marks.Notes {
		if n := &m.marks.Notes[i]; n.Text == "mine" {
			n.Text = "theirs"
		}
	}
	d.press("U")
	d.wantStatus("changed meanwhile")
	d.press("L")
	d.want("theirs")
	d.press("esc U")
	if len(m.marks.Notes) != 1 || m.marks.Notes[0].Text != "theirs" {
		t.Errorf("after undoing the older one, the notes are %v", m.marks.Notes)
	}
}

// TestUndoneIsShown: what was undone is told, and where it was is shown.
func TestUndoneIsShown(t *testing.T) {
	d, _ := noting(t, 60, 16)
	d.play("9 ) c x")
	d.wantStatus("no quotation: kept")
	d.press("g U")
	d.wantStatus("undone: 1 correction “no quotation”")
	d.want("friendly")
	d.play("g 9 ) a 'why?' enter g U")
	d.wantStatus("undone: 1 note “why?”")
	d.want("friendly")
	d.play("g ctrl+r a ctrl+u 'because' enter g U")
	d.wantStatus("undone: 1 note “because” changed")
	d.play("D g U")
	d.wantStatus("undone: 1 note “why?” deleted")
}
