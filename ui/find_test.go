package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"quoth/ui/keymap"
)

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
	d.wantNot("^I") // which is Tab, as long as the terminal says nothing else
	d.send(tea.KeyboardEnhancementsMsg{Flags: ansi.KittyDisambiguateEscapeCodes})
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
	d.want("next may be next-paragraph, next-quote")
	d.wantStatus("next-article")
	d.press(":")
	d.write("fly")
	d.press("enter")
	d.wantStatus("no command fly: ? lists them")
	d.play(": 'export /tmp' enter")
	d.wantStatus("export takes no words")
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
