package config

import (
	"fmt"
	"strings"

	"quoth/ui/intent"
	"quoth/ui/keymap"
	"quoth/ui/theme"
)

// DefaultText gives a config.toml that sets everything to its default, with an
// explanation of each setting. Bindings are commented out, so that a change of
// the preset takes effect.
func DefaultText() string {
	c := Default()
	var out strings.Builder
	fmt.Fprintf(&out, `# Settings of quoth. Each is shown with its default; what you leave out keeps it.

# The longest line of text, in cells, from %d to %d.
width = %d

# "auto" follows the terminal's ground; "dark", "light", or the file of a
# Glamour style (JSON).
theme = %q

# Whether quoth takes the mouse: wheel and clicks. The terminal's own selection
# then needs Shift.
mouse = %t

# Kinds of highlights beside important, doubt and check, with colours where you
# like (%s, or as #56b4e9): ["idea", "source green"].
highlights = []

# The folder into which notes are exported; "" is notes in the data directory.
export = ""

[keys]
# The keys to begin with: %s.
preset = "default"

# Take the # off to bind keys anew; the keys that stand here are the only ones then.
# Keys are characters, names (enter, tab, esc, space, up, pgdown, f1), ctrl+ and
# alt+ with them, and sequences ("]q", "ctrl+w l"). [] leaves a thing without a
# key. A name may say where it holds: "shelf.filter", "panel.open"; the places are
# shelf, text, panel, side, help, selection.
`, MinWidth, MaxWidth, c.Width, c.Theme, c.Mouse, strings.Join(theme.Colours(), ", "), quoted(keymap.Presets()))
	group := intent.Group("")
	for _, info := range intent.All() {
		if info.Group != group {
			group = info.Group
			fmt.Fprintf(&out, "\n# %s\n", group)
		}
		for _, line := range bindings(c.Keys, info) {
			fmt.Fprintf(&out, "# %s  # %s\n", line, info.Help)
		}
	}
	out.WriteString(syncText)
	return out.String()
}

// bindings gives the lines that bind an intent: one for everywhere, and one for
// each place that has keys of its own for it.
func bindings(keys keymap.Map, info intent.Info) []string {
	var lines []string
	places := map[keymap.Scope][]string{keymap.Everywhere: {}}
	order := []keymap.Scope{keymap.Everywhere}
	for _, b := range keys.Bindings() {
		if b.ID != info.ID {
			continue
		}
		if places[b.Scope] == nil {
			order = append(order, b.Scope)
		}
		places[b.Scope] = append(places[b.Scope], strings.Join(b.Keys, " "))
	}
	for _, place := range order {
		name := info.Name
		if len(order) > 1 {
			name = fmt.Sprintf("%q", place.String()+"."+name)
		}
		lines = append(lines, fmt.Sprintf("%s = [%s]", name, quoted(places[place])))
	}
	return lines
}

func quoted(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = fmt.Sprintf("%q", w)
	}
	return strings.Join(out, ", ")
}
