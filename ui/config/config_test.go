package config_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/ui/config"
	"quoth/ui/intent"
	"quoth/ui/keymap"
)

func TestParse(t *testing.T) {
	c, faults := config.Parse("width = 60\ntheme = \"light\"\nmouse = true\n[keys]\npreset = \"vim\"\nhelp = \"H\"\nsearch = [\"s\", \"ctrl+s\"]\n")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if c.Width != 60 || c.Theme != "light" || !c.Mouse {
		t.Errorf("got %+v", c)
	}
	for id, want := range map[intent.ID][]string{
		intent.Help: {"H"}, intent.Search: {"s", "^S"}, intent.Top: {"gg", "Home"},
	} {
		if got := c.Keys.KeysFor(keymap.Text, id); !slices.Equal(got, want) {
			t.Errorf("keys of %v: got %q, want %q", id, got, want)
		}
	}
}

func TestParseTellsWhatIsWrong(t *testing.T) {
	for in, want := range map[string]string{
		`widht = 60`:              `no such setting: "widht"; "quoth config default" shows all`,
		`width = "wide"`:          `width: want a number from 20 to 200`,
		`width = 5`:               `width: want a number from 20 to 200`,
		`theme = 1`:               `theme: want "auto", "dark", "light" or the file of a Glamour style`,
		`mouse = "yes"`:           `mouse: want true or false`,
		`keys = "vim"`:            `keys: want a table: [keys]`,
		"[keys]\npreset = \"ed\"": `keys.preset: no such key preset: "ed" (there are default, vim, newsboat)`,
		"[keys]\npreset = 1":      `keys.preset: want a key or a list of them: ["n", "ctrl+n"]`,
		"[keys]\nhelp = 1":        `keys.help: want a key or a list of them: ["n", "ctrl+n"]`,
		"[keys]\nhlep = \"H\"":    `keys: no such command: "hlep"`,
		`highlights = ["a b"]`:    `highlights: want a list of single words, each with a colour where you like (blue, orange, green, pink, red, or as #56b4e9): ["idea", "source green"]`,
		"mouse = true\nwidth = ":  `line 2: unexpected EOF; expected value`,
	} {
		c, faults := config.Parse(in)
		if len(faults) != 1 || faults[0].Error() != want {
			t.Errorf("%s: got %v, want %s", in, faults, want)
		}
		if c.Width != 72 || c.Theme != "auto" || len(c.Keys.KeysFor(keymap.Text, intent.Help)) == 0 {
			t.Errorf("%s: got %+v, want the default", in, c)
		}
	}
}

func TestHighlights(t *testing.T) {
	c, faults := config.Parse(`highlights = ["idea", "source green", "follow #ff8800"]`)
	want := []config.Highlight{{Name: "idea"}, {Name: "source", Colour: "green"}, {Name: "follow", Colour: "#ff8800"}}
	if diff := cmp.Diff(want, c.Highlights); len(faults) > 0 || diff != "" {
		t.Errorf("%v %s", faults, diff)
	}
}

func TestOneFaultLeavesTheRest(t *testing.T) {
	c, faults := config.Parse("colour = 1\nwidth = 60\n")
	if len(faults) != 1 || c.Width != 60 {
		t.Errorf("got width %d, %v", c.Width, faults)
	}
	c, faults = config.Parse("[keys]\nnosuch = \"x\"\nnext-quote = \"Q\"\n")
	if got := c.Keys.KeysFor(keymap.Text, intent.NextQuote); len(faults) != 1 || !slices.Equal(got, []string{"Q"}) {
		t.Errorf("beside a command that there is not, the keys are %q, %v", got, faults)
	}
	c, faults = config.Parse("[keys]\ntop = \"g g\"\nbottom = \"g\"\n")
	if got := c.Keys.KeysFor(keymap.Text, intent.Top); len(faults) != 2 || faults[1].Error() != "keys: so the preset's keys stay" || !slices.Contains(got, "g") {
		t.Errorf("of keys of which one hides another, there are %q, %v", got, faults)
	}
}

// TestDefaultText holds the printed file to what the program does without one.
func TestDefaultText(t *testing.T) {
	bindings := regexp.MustCompile(`(?m)^# (.* = \[.*\]  #)`)
	text := bindings.ReplaceAllString(config.DefaultText(), "$1")
	if text == config.DefaultText() {
		t.Fatal("no bindings shown")
	}
	c, faults := config.Parse(text)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	want := config.Default()
	if c.Width != want.Width || c.Theme != want.Theme || c.Mouse != want.Mouse {
		t.Errorf("got %+v, want %+v", c, want)
	}
	for _, info := range intent.All() {
		for _, scope := range []keymap.Scope{keymap.Everywhere, keymap.Shelf, keymap.Text, keymap.Panel, keymap.Side, keymap.Page} {
			got, want := c.Keys.KeysFor(scope, info.ID), want.Keys.KeysFor(scope, info.ID)
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s in %s (-want +got):\n%s", info.Name, scope, diff)
			}
		}
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	if c, faults := config.Load(filepath.Join(dir, "none.toml")); len(faults) > 0 || c.Width != 72 {
		t.Errorf("no file: got width %d, %v", c.Width, faults)
	}
	file := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(file, []byte("x = 1"), 0o600); err != nil {
		t.Fatal(err)
	}
	want := file + `: no such setting: "x"; "quoth config default" shows all`
	if _, faults := config.Load(file); len(faults) != 1 || faults[0].Error() != want {
		t.Errorf("got %v, want %s", faults, want)
	}
	if _, faults := config.Load(dir); len(faults) != 1 {
		t.Errorf("a directory: got %v, want one error", faults)
	}
}
