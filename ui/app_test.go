package ui_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/ui/keymap"
)

func seed(t *testing.T, w, h int) *driver {
	t.Helper()
	return start(t, newWorld(t, "seed.txt").options(t, 0), w, h)
}

func TestTextComesBeforeAnnotations(t *testing.T) {
	d := &driver{tb: t, hold: true}
	d.app = newApp(t, newWorld(t, "seed.txt"))
	d.resize(120, 36)
	d.drain(d.app.Init())
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
	d := &driver{tb: t, hold: true}
	d.app = newApp(t, w)
	d.resize(120, 36)
	d.drain(d.app.Init())
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

func TestQuotationsOneAfterTheOther(t *testing.T) {
	d := seed(t, 120, 36)
	d.want("1 of 18")
	d.press(")")
	d.want("2 of 18")
	d.press("3 )")
	d.want("5 of 18")
	d.press("2 (")
	d.want("3 of 18")
	d.press("9 9 )")
	d.want("18 of 18")
	d.press(")")
	d.wantStatus("none after this one")
	d.press("9 9 9 (")
	d.want("1 of 18")
}

func TestSameSpeakerAndDoubt(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("9 )")
	d.want("10 of 18", "▌ Abbas Araqchi  told")
	d.press("] s")
	d.want("11 of 18")
	d.press("] s")
	d.want("12 of 18", "▌ Abbas Araqchi  added")
	d.press("] s")
	d.wantStatus("none after this one")
	d.press("2 [ s")
	d.want("10 of 18")
	d.press("] ?")
	d.want("14 of 18", "▌ Abdel Fattah el-Sisi", "probably")
	d.press("[ ?")
	d.want("7 of 18")
}

func TestPanelAndTextFollowEachOther(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("tab 9 j")
	d.want("10 of 18", `told CNN on Sunday that "friendly`)
	d.press("3 j")
	d.want("13 of 18", "Larijani wrote on X")
	if d.row("Top News") >= 0 {
		t.Fatal("the text did not follow the panel")
	}
	d.press("esc")
	d.want("Top News") // back where the text stood
	d.press("tab 1 2 j enter")
	d.want("13 of 18", "Larijani wrote on X")
	d.wantStatus("next quote") // the text has the keys
	d.press("' '")
	d.want("Top News")
	d.press("ctrl+i")
	d.want("Larijani wrote on X")
	d.press("G")
	d.want("18 of 18")
	d.press("g")
	d.want("1 of 18", "Top News")
}

func TestFilterAsOneTypes(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("F")
	d.write("arqch") // letters of a name in their order
	d.want("WHO SAID WHAT  arqch", "1 of 3", "Abbas Araqchi")
	d.wantNot("Axios  told")
	d.press("enter")
	d.wantStatus("go there")
	d.press("j j")
	d.want("3 of 3", "added")
	d.press("esc")
	d.want("of 18")
	d.press("F")
	d.write("direct")
	d.want("2 of 5", "▌ Abbas Araqchi  added") // letters on the way do not lead away
	d.press("esc")
	d.want("of 18")
	d.press("F")
	d.write("zzzz")
	d.want("No statement fits", "0 of 0")
	d.press("enter )")
	d.wantStatus("none after this one")
	d.press(":")
	d.write("filter tehran mixed")
	d.press("enter")
	d.want("1 of 1", "claiming")
}

func TestGroupBySpeaker(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("S")
	d.wantStatus("by speaker")
	d.press("tab g")
	d.want("Axios")
	d.press("9 )")
	if first, second := d.row("told reporters"), d.row("Ali Larijani"); first >= 0 && first < second {
		t.Fatalf("not grouped:\n%s", d.screen())
	}
	d.press("S")
	d.want("WHO SAID WHAT")
}

func TestSearch(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("/")
	d.write("united")
	d.wantStatus("1 of")
	d.write(" states")
	d.wantStatus("/united states")
	d.press("enter")
	d.wantStatus("1 of 2") // one of them over a line break
	d.press("n")
	d.wantStatus("united states: 2 of 2")
	d.press("n")
	d.wantStatus("round the end")
	d.press("N")
	d.wantStatus("2 of 2")
	d.press("esc")
	d.wantStatus("next quote")

	d.press("g /")
	d.write("United states")
	d.wantStatus("not found")
	d.press("enter")
	d.wantStatus("not found: United states")
	d.want("Top News")

	d.press("/")
	d.write("swallow")
	d.wantNot("Top News")
	d.press("esc")
	d.want("Top News") // Esc comes back
}

func TestSearchHint(t *testing.T) {
	d := seed(t, 80, 24)
	d.press("n")
	d.wantStatus("/ searches")
}

func TestMarksAndJumps(t *testing.T) {
	d := seed(t, 80, 24)
	d.press("' a")
	d.wantStatus("no mark a")
	d.press("d m a")
	top := d.line(1)
	d.press("G ' a")
	if d.line(1) != top {
		t.Fatalf("mark a is at %q, not at %q", d.line(1), top)
	}
	d.press("ctrl+o")
	d.wantStatus("100 %")
	d.press("ctrl+o")
	if d.line(1) != top {
		t.Fatalf("back at %q, not at %q", d.line(1), top)
	}
	d.press("ctrl+o")
	d.wantStatus("no jump to go back to")
}

func TestResizeKeepsThePlace(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("d d")
	first := strings.Fields(d.line(1))[0]
	for _, size := range [][2]int{{60, 20}, {20, 5}, {100, 30}, {80, 24}, {120, 36}} {
		d.resize(size[0], size[1])
	}
	if got := strings.Fields(d.line(1))[0]; got != first {
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

func TestNames(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("p")
	d.want("NAMES", "People", "Bodies", "Places")
	d.press("enter")
	d.wantStatus("Trump, person: 1 of 8")
	d.press("enter enter")
	d.wantStatus("3 of 8")
	d.press("/")
	d.write("larij")
	d.press("enter enter")
	d.wantStatus("Ali Larijani, person: 1 of 2")
	d.press("esc esc")
	d.want("WHO SAID WHAT")
	d.press("g ] e")
	d.wantStatus("1 of")
	d.press("2 ] e [ e")
	d.wantStatus(", ")
}

func TestEvidence(t *testing.T) {
	d := seed(t, 120, 40)
	d.press("1 1 ) i")
	d.want("WHY", "“He” ← Abbas Araqchi", "“added”", "direct: in quotation", "¶13", "↑ from", "Araqchi told CNN")
	d.press(")")
	d.want("Ali Larijani")
	d.press("j enter")
	d.press("i")
	d.want("WHO SAID WHAT")
}

func TestLinks(t *testing.T) {
	w := newWorld(t, "muscat-talks.md")
	w.articles["muscat-talks.md"].Source = "https://wire.example.org/x"
	d := start(t, w.options(t, 0), 120, 36)
	d.press("#")
	d.want("LINKS", "1 the article itself")
	d.press("enter")
	d.press("esc o")
	d.press("1 #")
	if got := strings.Join(d.browsed, " "); got != "https://wire.example.org/x https://wire.example.org/x https://wire.example.org/x" {
		t.Fatalf("browsed %q", got)
	}
	d.press("9 9 #")
	d.wantStatus("no link 99")

	w.articles["muscat-talks.md"].Source = "file.md"
	d = start(t, w.options(t, 0), 120, 36)
	d.press("o")
	d.wantStatus("no address")
}

func TestCopy(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("1 1 ) y")
	want := "— Abbas Araqchi, CNN, Sun 1 Feb 2026\n"
	if !strings.HasPrefix(d.clip, "“I see the possibility") || !strings.Contains(d.clip, want) {
		t.Fatalf("copied %q", d.clip)
	}
	d.wantStatus("clipboard")
}

func TestArticlesAndShelf(t *testing.T) {
	w := newWorld(t, "seed.txt", "muscat-talks.md", "time-lady.md")
	d := start(t, w.options(t, -1), 80, 24)
	d.want("ARTICLES", "fictional sample", "1 of 3")
	d.press("j enter")
	d.want("Tuna Crews")
	d.press("d")
	here := d.line(1)
	d.press("J")
	d.want("Odessa")
	d.press("J")
	d.wantStatus("no article after")
	d.press("K")
	if d.line(1) != here {
		t.Fatalf("came back to %q, not to %q", d.line(1), here)
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

func TestHelpFollowsTheKeys(t *testing.T) {
	w := newWorld(t, "seed.txt")
	o := w.options(t, 0)
	keys, err := o.Keys.Rebind(map[string][]string{"next-quote": {"x"}})
	if err != nil {
		t.Fatal(err)
	}
	o.Keys = keys
	d := start(t, o, 120, 36)
	d.wantStatus("x next quote")
	d.press("x")
	d.want("2 of 18")
	d.press("?")
	d.want("WHAT YOU SEE", "a person")
	d.press("/")
	d.write("next-quote")
	d.want("x", ":next-quote")
	d.wantNot("WHAT YOU SEE")
	d.press("enter esc")
	d.want("WHAT YOU SEE")
	d.press("esc")
	d.want("WHO SAID WHAT")
}

func TestEveryIntentHasHelp(t *testing.T) {
	d := seed(t, 120, 200)
	d.press("?")
	for _, b := range mustPreset(t, "default").Bindings() {
		if b.Scope == keymap.Everywhere && !strings.Contains(d.screen(), keymap.Label(b.Keys)) {
			t.Errorf("help does not tell of %s", keymap.Label(b.Keys))
		}
	}
}

func TestCommandLine(t *testing.T) {
	d := seed(t, 120, 36)
	d.press(":")
	d.write("next-q")
	d.want("next-quote") // completed
	d.press("tab enter")
	d.want("2 of 18")
	d.press(":")
	d.write("peo")
	d.press("enter")
	d.want("NAMES")
	d.press("esc :")
	d.write("next")
	d.press("enter")
	d.wantStatus("next may be next-paragraph, next-quote")
	d.press(":")
	d.write("fly")
	d.press("enter")
	d.wantStatus("no command fly: ? lists them")
	d.press(": 1 0 0 enter")
	d.wantStatus("100 %")
	d.press(":")
	d.write("search Larijani")
	d.press("enter")
	d.wantStatus("of 2")
	d.press(": up")
	d.want(":search Larijani")
	d.press("esc : q enter")
	if !d.quit {
		t.Fatal(":q did not leave")
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
