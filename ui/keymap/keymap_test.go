package keymap_test

import (
	"strings"
	"testing"

	"quoth/ui/intent"
	"quoth/ui/keymap"
)

func preset(t *testing.T, name string) keymap.Map {
	t.Helper()
	m, err := keymap.Preset(name)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// feed types keys and gives the last intent that came of them.
func feed(m keymap.Map, s keymap.Scope, keys ...string) (got intent.Intent, typed string) {
	var x keymap.Matcher
	for _, key := range keys {
		if in, ok := x.Feed(m, s, key); ok {
			got = in
		}
	}
	return got, x.Typed()
}

func TestKeysBecomeIntents(t *testing.T) {
	for _, c := range []struct {
		preset string
		scope  keymap.Scope
		keys   string
		want   intent.Intent
		typed  string
	}{
		{"default", keymap.Text, "j", intent.Intent{ID: intent.Down}, ""},
		{"default", keymap.Text, "1 0 j", intent.Intent{ID: intent.Down, Count: 10}, ""},
		{"default", keymap.Text, "3 )", intent.Intent{ID: intent.NextQuote, Count: 3}, ""},
		{"default", keymap.Text, "2 ] s", intent.Intent{ID: intent.NextSameSpeaker, Count: 2}, ""},
		{"default", keymap.Text, "2 ]", intent.Intent{}, "2]"},
		{"default", keymap.Text, "] x j", intent.Intent{ID: intent.Down}, ""},
		{"default", keymap.Text, "] x 3", intent.Intent{}, "3"},
		{"default", keymap.Text, "m a", intent.Intent{ID: intent.SetMark, Arg: "a"}, ""},
		{"default", keymap.Text, "' '", intent.Intent{ID: intent.GoToMark, Arg: "'"}, ""},
		{"default", keymap.Text, "m esc", intent.Intent{}, ""},
		{"default", keymap.Text, "9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 j", intent.Intent{ID: intent.Down, Count: 99999}, ""},
		{"default", keymap.Text, "/", intent.Intent{ID: intent.Search}, ""},
		{"default", keymap.Shelf, "/", intent.Intent{ID: intent.Filter}, ""},
		{"default", keymap.Shelf, "l", intent.Intent{ID: intent.Open}, ""},
		{"vim", keymap.Text, "g", intent.Intent{}, "g"},
		{"vim", keymap.Text, "g g", intent.Intent{ID: intent.Top}, ""},
		{"vim", keymap.Text, "ctrl+w l", intent.Intent{ID: intent.FocusPanel}, ""},
		{"newsboat", keymap.Text, "n", intent.Intent{ID: intent.NextArticle}, ""},
		{"newsboat", keymap.Text, "u", intent.Intent{ID: intent.Links}, ""},
	} {
		got, typed := feed(preset(t, c.preset), c.scope, strings.Fields(c.keys)...)
		if got != c.want || typed != c.typed {
			t.Errorf("%s, %s, %q: got %+v and %q waiting, want %+v and %q", c.preset, c.scope, c.keys, got, typed, c.want, c.typed)
		}
	}
}

func TestEveryPresetReachesEveryIntent(t *testing.T) {
	for _, name := range keymap.Presets() {
		m := preset(t, name)
		bound := map[intent.ID]bool{}
		for _, b := range m.Bindings() {
			bound[b.ID] = true
		}
		for _, info := range intent.All() {
			if !bound[info.ID] {
				t.Errorf("preset %s has no key for %s", name, info.Name)
			}
		}
	}
	if _, err := keymap.Preset("emacs"); err == nil {
		t.Error("an unknown preset was taken")
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"j": "j", "]s": "]s", "] s": "]s", "ctrl+d": "^D", "ctrl+w l": "^W l", "pgdown": "PgDn", "space": "Space", "gg": "gg", "+": "+",
		"alt+left": "Alt-←", "''": "''", "f1": "F1", "é": "é",
	} {
		seq, err := keymap.Parse(text)
		if err != nil || strings.ReplaceAll(keymap.Label(seq), " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Errorf("Parse(%q) = %q, %v; want %s", text, keymap.Label(seq), err, want)
		}
	}
	for _, text := range []string{"", "  ", "ctrl+banana"} {
		if seq, err := keymap.Parse(text); err == nil {
			t.Errorf("Parse(%q) = %q, want an error", text, seq)
		}
	}
}

func TestRebind(t *testing.T) {
	m, err := preset(t, "default").Rebind(map[string][]string{"next-quote": {"x", "g q"}, "top": {"gg"}, "panel.copy": {"c"}})
	if err != nil {
		t.Fatal(err)
	}
	for keys, want := range map[string]intent.ID{"x": intent.NextQuote, "g q": intent.NextQuote, "g g": intent.Top, ")": intent.None, "c": intent.None} {
		if got, _ := feed(m, keymap.Text, strings.Fields(keys)...); got.ID != want {
			t.Errorf("%q asks for %d, want %d", keys, got.ID, want)
		}
	}
	if got, _ := feed(m, keymap.Panel, "c"); got.ID != intent.Copy {
		t.Error("a key bound for the panel alone does not work there")
	}
	for name, keys := range map[string]map[string][]string{
		`no such command: "fly"`:                    {"fly": {"x"}},
		`no such part of the screen: "roof"`:        {"roof.top": {"x"}},
		`key g (top) is how another binding begins`: {"bottom": {"g e"}},
		`no such key: "ctrl+banana"`:                {"top": {"ctrl+banana"}},
	} {
		if _, err := preset(t, "default").Rebind(keys); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("rebinding %v: got %v, want %q", keys, err, name)
		}
	}
}

func TestKeysFor(t *testing.T) {
	m := preset(t, "default")
	if got := strings.Join(m.KeysFor(keymap.Shelf, intent.Filter), " "); got != "/ F &" {
		t.Errorf("filter on the shelf: %q", got)
	}
	if got := strings.Join(m.KeysFor(keymap.Shelf, intent.Search), " "); got != "" {
		t.Errorf("search on the shelf is hidden by the filter, got %q", got)
	}
}
