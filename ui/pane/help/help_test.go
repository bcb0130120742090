package help_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"quoth/ui/intent"
	"quoth/ui/keymap"
	"quoth/ui/pane/help"
	"quoth/ui/theme"
)

// shown gives the lines of the help screen that have the words.
func shown(keys keymap.Map, words string) []string {
	p := help.New(theme.New(theme.Options{}), keys, nil)
	p.Resize(120, 400)
	p.SetFilter(words)
	var out []string
	for _, l := range p.View() {
		if l = strings.TrimSpace(ansi.Strip(l)); l != "" {
			out = append(out, strings.Join(strings.Fields(l), " "))
		}
	}
	return out
}

// TestEachIntentTellsItsKeys: none of the presets leaves an intent without a
// sign of how to ask for it.
func TestEachIntentTellsItsKeys(t *testing.T) {
	for _, preset := range keymap.Presets() {
		keys, err := keymap.Preset(preset)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range shown(keys, "") {
			for _, info := range intent.All() {
				if strings.HasPrefix(l, info.Help) {
					t.Errorf("%s: no key: %q", preset, l)
				}
			}
		}
	}
}

// TestLegendHasEachBar: with colours and without.
func TestLegendHasEachBar(t *testing.T) {
	keys, err := keymap.Preset("")
	if err != nil {
		t.Fatal(err)
	}
	legend := strings.Join(shown(keys, "what you see"), "\n")
	for i, look := range theme.New(theme.Options{}).Bars() {
		for _, sign := range []string{look.Thin, look.Thick} {
			if !strings.Contains(legend, sign) {
				t.Errorf("%s, the bar of speaker %d, is not explained in\n%s", sign, i, legend)
			}
		}
	}
}

func TestKeysOfOtherScopes(t *testing.T) {
	keys, err := keymap.Preset("")
	if err != nil {
		t.Fatal(err)
	}
	unbound, err := keys.Rebind(map[string][]string{"archive": {}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		keys        keymap.Map
		words, want string
	}{
		{keys, "selecting next sentence", ") next sentence :next-sentence"},
		{keys, "selecting character left", "h ← one character left :left"},
		{keys, "the library archive", "A in the list into the archive, or out of it :archive"},
		{keys, "the library star", "s star the article, or take the star off; in the list, the marked ones"},
		{keys, "finding forward again", "Alt-→ forward again :jump-forward"},
		{keys, "list of articles search", "/ F & search as you type: words, \"a phrase\", title: feed: tag: is:unread"},
		{unbound, "the library archive", ":archive into the archive, or out of it"},
	} {
		if got := shown(c.keys, c.words); len(got) < 2 || got[1] != c.want {
			t.Errorf("%s: %q, want %q", c.words, got, c.want)
		}
	}
}

// TestKeysThatTheTerminalTellsApart: ^I is told only where it is not Tab.
func TestKeysThatTheTerminalTellsApart(t *testing.T) {
	keys, err := keymap.Preset("")
	if err != nil {
		t.Fatal(err)
	}
	p := help.New(theme.New(theme.Options{}), keys, nil)
	p.Resize(120, 400)
	for _, distinct := range []bool{true, false} {
		p.SetDistinct(distinct)
		if got := strings.Contains(strings.Join(p.View(), "\n"), "^I"); got != distinct {
			t.Errorf("told apart: %v; ^I is shown: %v", distinct, got)
		}
	}
}

// TestQuerySyntax: how to write a query is found by its fields.
func TestQuerySyntax(t *testing.T) {
	keys, err := keymap.Preset("default")
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"speaker:":    "speaker: said: somebody by that name is quoted",
		"after:":      "before: after: published then: 2026-02",
		"starred or":  "is: unread, read, starred or archived",
		"begins so":   "ferr* every word that begins so",
		"author:":     "title: author: in the title; in the name of who wrote it",
		"search of t": "WHAT A SEARCH OF THE LIST MAY SAY",
	} {
		if lines := shown(keys, words); !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, want) }) {
			t.Errorf("%s: %q, want %q", words, lines, want)
		}
	}
}
