package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestSelecting(t *testing.T) {
	for name, c := range map[string]struct{ keys, want string }{
		"words":                 {"9 ) v 2 w e", `that "friendly`},
		"the quotation's start": {"9 ) v", "t"},
		"back":                  {"9 ) v b b", "on Sunday t"},
		"a match":               {"/ L a r i j enter v e", "Larijani"},
		"the other end":         {"/ L a r i j enter v e o b", "Ali Larijani"},
		"a count with a nought": {"/ B e h i n d enter v 1 0 l", "Behind the"},
		"down and up again":     {"/ B e h i n d enter v e j k", "Behind"},
	} {
		t.Run(name, func(t *testing.T) {
			d, m := noting(t, 120, 36)
			d.press(c.keys)
			d.press("a")
			d.write("x")
			d.press("enter")
			d.wantStatus("note kept")
			if got := m.marks.Notes[0].Passage.Exact; got != c.want {
				t.Fatalf("the note is on %q, want %q", got, c.want)
			}
			d.press("j")
			d.wantStatus("next quote") // nothing is selected any more
		})
	}
}

// TestSelectedWordsAreCopiedAlone: Y gives what to cite them by.
func TestSelectedWordsAreCopiedAlone(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("/ B e h i n d enter v e y")
	d.wantStatus("sent to the clipboard: 1 word")
	if d.clip != "Behind" {
		t.Errorf("copied %q", d.clip)
	}
	d.press("g V } } } y")
	if !strings.Contains(d.clip, "Ankara\n\nSadaNews") {
		t.Errorf("paragraphs run together: %q", d.clip)
	}
}

func TestSelectLines(t *testing.T) {
	d, _ := noting(t, 120, 36)
	d.press("/ B e h i n d enter V j y")
	if d.clip != "Behind the scenes, Qatar, Egypt, and Turkey are conducting talks with both sides and coordinating their efforts, according to sources." {
		t.Fatalf("copied %q", d.clip)
	}
}

func TestMissedQuotation(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.press("/ h o s t e d enter v 3 e c q")
	d.want("WHO SAID IT")
	d.play("'fidan' enter")
	d.wantStatus("quotation kept: Hakan Fidan")
	d.want("Hakan Fidan  ○ corrected", "of 19", "hosted his Iranian")
	if got := m.corrections(); got != "add-quote Hakan Fidan person indirect" {
		t.Fatalf("kept %q", got)
	}
	d.press("U")
	d.want("of 18")
	d.press("c q")
	d.wantStatus("selects what was said first")
}

func TestSelectingWithTheMouse(t *testing.T) {
	m := &memory{}
	o := m.options(newWorld(t, "seed.txt").options(t, 0))
	o.Mouse = true
	d := start(t, o, 120, 36)
	y := d.row("Behind the scenes")
	if y < 0 {
		d.press("/ B e h i n d enter esc")
		y = d.row("Behind the scenes")
	}
	x := strings.Index(strings.Split(d.screen(), "\n")[y], "Behind")
	x = len([]rune(strings.Split(d.screen(), "\n")[y][:x]))
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: x + 4, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: x + 9, Y: y, Button: tea.MouseLeft})
	d.press("y")
	if d.clip != "Behind the" {
		t.Fatalf("copied %q", d.clip)
	}
}
