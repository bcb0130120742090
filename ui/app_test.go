package ui_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
)

func seed(t *testing.T, w, h int) *driver {
	t.Helper()
	return start(t, newWorld(t, "seed.txt").options(t, 0), w, h)
}

func TestTextComesBeforeAnnotations(t *testing.T) {
	d := begin(t, newWorld(t, "seed.txt").options(t, 0))
	d.releaseAll(isAnnotated)
	d.want("A senior U.S. official told Axios", "Reading who said what")
	d.wantNot("18 statements")
	d.press(") i p esc /") // no key waits for the engine
	d.press("esc")
	d.release(0)
	d.want("18 statements", "a senior U.S. official  told")
}

func TestLateResultsAreDropped(t *testing.T) {
	w := newWorld(t, "seed.txt", "muscat-talks.md")
	d := begin(t, w.options(t, 0))
	d.releaseAll(isAnnotated)
	late := len(d.pending) - 1 // what the engine found in the first article
	d.press("J")
	held := d.pending[late]
	d.pending = append(d.pending[:late], d.pending[late+1:]...)
	d.releaseAll(isAnnotated)
	d.want("Tuna Crews", "Reading who said what")
	d.result(held())
	d.want("Reading who said what")
	d.wantNot("18 statements")
}

func TestUnreadableArticleIsTold(t *testing.T) {
	w := newWorld(t, "seed.txt")
	o := w.options(t, -1)
	o.Load = func(ref string) (*model.Article, error) { return nil, errors.New(ref + ": no such file") }
	d := start(t, o, 80, 24)
	d.press("enter")
	d.wantStatus("seed.txt: no such file")
	d.want("ARTICLES")
	d.press("j")
	d.wantStatus("read")
}

func TestResizeKeepsThePlace(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("d d")
	first := strings.Fields(d.first())[0]
	for _, size := range [][2]int{{60, 20}, {20, 5}, {100, 30}, {80, 24}, {120, 36}} {
		d.resize(size[0], size[1])
	}
	if got := strings.Fields(d.first())[0]; got != first {
		t.Fatalf("after resizing the first word is %q, it was %q:\n%s", got, first, d.screen())
	}
}

func TestLayouts(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("z")
	d.wantNot("WHO SAID WHAT")
	d.press("tab") // the panel comes when it is asked for
	d.want("WHO SAID WHAT", "Top News")
	d.press("esc")
	d.wantNot("WHO SAID WHAT")
	d.press("z")
	d.want("WHO SAID WHAT")
	d.wantNot("Top News")
	d.press("z")
	d.want("WHO SAID WHAT", "Top News")

	d = seed(t, 80, 24)
	d.wantNot("WHO SAID WHAT")
	d.want("▌ Axios") // the current statement
	d.press("tab")
	d.want("WHO SAID WHAT", "────")
	d.press("j enter")
	d.wantNot("WHO SAID WHAT")
}

func TestQuotesOnly(t *testing.T) {
	d := seed(t, 120, 36)
	d.want("This diplomatic effort")
	d.press("Z")
	d.wantNot("This diplomatic effort")
	d.want("⋯", "Things are going well")
	d.press("Z")
	d.want("This diplomatic effort")
}

func TestArticlesAndShelf(t *testing.T) {
	w := newWorld(t, "seed.txt", "muscat-talks.md", "time-lady.md")
	d := start(t, w.options(t, -1), 80, 24)
	d.want("ARTICLES", "fictional sample", "1 of 3")
	d.press("j enter")
	d.want("Tuna Crews")
	d.press("d")
	here := d.first()
	d.press("J")
	d.want("Odessa")
	d.press("J")
	d.wantStatus("no article after")
	d.press("K")
	if d.first() != here {
		t.Fatalf("came back to %q, not to %q", d.first(), here)
	}
	d.press("q")
	d.want("ARTICLES", "2 of 3")
	d.press("/")
	d.write("odess")
	d.want("1 of 1")
	d.press("enter enter")
	d.want("Odessa")
	d.press("q esc q")
	if !d.quit {
		t.Fatal("q on the shelf does not leave")
	}
}

func TestOneArticleLeavesAtOnce(t *testing.T) {
	d := seed(t, 80, 24)
	d.press("esc esc")
	if d.quit {
		t.Fatal("Esc left the program")
	}
	d.press("q")
	if !d.quit {
		t.Fatal("q did not leave")
	}
}

func TestMouse(t *testing.T) {
	w := newWorld(t, "seed.txt", "muscat-talks.md")
	o := w.options(t, 0)
	o.Mouse = true
	d := start(t, o, 120, 36)
	if d.app.View().MouseMode != tea.MouseModeCellMotion {
		t.Fatal("the mouse is not on")
	}
	y := d.row("a senior U.S. official  told")
	d.send(tea.MouseClickMsg{X: 100, Y: y, Button: tea.MouseLeft})
	d.want("3 of 18")
	y = d.row("A source from one of these countries said")
	d.send(tea.MouseClickMsg{X: 60, Y: y, Button: tea.MouseLeft})
	d.want("6 of 18")
	d.send(tea.MouseClickMsg{X: 20, Y: d.row("massive military") + 1, Button: tea.MouseLeft})
	d.wantStatus("Gulf, place: 1 of 1")
	d.send(tea.MouseWheelMsg{X: 20, Y: 10, Button: tea.MouseWheelDown})
	d.wantNot("published 2 February")
	d.send(tea.MouseWheelMsg{X: 100, Y: 10, Button: tea.MouseWheelDown})
	d.want("7 of 18")
	d.press("M")
	if d.app.View().MouseMode != tea.MouseModeNone {
		t.Fatal("the mouse is not off")
	}
}

func TestEmptyShelf(t *testing.T) {
	o := newWorld(t).options(t, -1)
	d := start(t, o, 80, 24)
	d.want("No articles")
	d.press("j enter / x enter esc J K z tab i p # = y o ) n G ' ' m a : t o p enter")
	d.want("No articles")
	d.press("? esc q")
	if !d.quit {
		t.Fatal("q did not leave")
	}
}

func TestFilterIsToldWithoutThePanel(t *testing.T) {
	d := seed(t, 80, 24)
	d.press(": f i l t e r space a r a q c h i enter")
	d.wantStatus("araqchi 1/3")
	d.press(")")
	d.wantStatus("araqchi 2/3")
	d.press("esc")
	d.wantStatus("11/18")
}

func TestNothingQuoted(t *testing.T) {
	w := newWorld(t, "seed.txt")
	w.found["seed.txt"] = model.Annotations{}
	d := start(t, w.options(t, 0), 120, 36)
	d.want("Nobody is quoted in this article", "0 statements")
	for _, keys := range []string{")", "] s", "] ?", "y", "i", "esc", "] e", "p", "enter", "esc"} {
		d.press(keys)
	}
}

func TestGraphemeWidths(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("d")
	before := d.screen()
	d.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	if d.screen() != before {
		t.Fatalf("another way of counting moved the text:\n%s", d.screen())
	}
}
