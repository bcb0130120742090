package keymap

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// named lists the keys that have a name instead of a character.
func named() []string {
	return []string{
		"enter", "tab", "backspace", "esc", "space", "up", "down", "left", "right", "insert", "delete",
		"home", "end", "pgup", "pgdown", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
	}
}

// Parse reads keys as config.toml writes them: "j", "ctrl+d", "pgdown", and
// sequences, with blanks or without: "] s", "]s", "ctrl+w l".
func Parse(text string) ([]string, error) {
	var seq []string
	for _, word := range strings.Fields(text) {
		switch mods, key := split(word); {
		case isKey(key) && (mods != "" || utf8.RuneCountInString(word) == 1 || slices.Contains(named(), key)):
			seq = append(seq, mods+key)
		case mods == "":
			for _, r := range word {
				seq = append(seq, string(r))
			}
		default:
			return nil, fmt.Errorf("no such key: %q", word)
		}
	}
	if len(seq) == 0 {
		return nil, fmt.Errorf("no key in %q", text)
	}
	return seq, nil
}

// split parts the modifiers from a key, in the order Bubble Tea writes them.
func split(word string) (mods, key string) {
	key = word
	for _, mod := range []string{"ctrl+", "alt+", "shift+"} {
		if rest, ok := strings.CutPrefix(key, mod); ok && rest != "" {
			mods, key = mods+mod, rest
		}
	}
	return mods, key
}

func isKey(key string) bool {
	return utf8.RuneCountInString(key) == 1 || slices.Contains(named(), key)
}

// Label writes keys as the help screen shows them: "^D", "]s", "PgDn".
func Label(seq []string) string {
	var b strings.Builder
	for i, word := range seq {
		mods, key := split(word)
		if i > 0 && (len(key) > 1 || mods != "") {
			b.WriteByte(' ')
		}
		b.WriteString(label(mods, key))
	}
	return b.String()
}

func label(mods, key string) string {
	names := map[string]string{
		"enter": "Enter", "tab": "Tab", "backspace": "Backspace", "esc": "Esc", "space": "Space", "up": "↑", "down": "↓",
		"left": "←", "right": "→", "insert": "Ins", "delete": "Del", "home": "Home", "end": "End", "pgup": "PgUp", "pgdown": "PgDn",
	}
	if n, ok := names[key]; ok {
		key = n
	} else if mods != "" || utf8.RuneCountInString(key) > 1 {
		key = strings.ToUpper(key)
	}
	return strings.NewReplacer("ctrl+", "^", "alt+", "Alt-", "shift+", "Shift-").Replace(mods) + key
}

// Ambiguous reports whether a key, as Label writes it, is another one for most
// terminals: control is no more there than five bits less, so that ^I is Tab, ^M
// Enter and ^[ Esc. Those that speak the Kitty keyboard protocol tell them apart.
func Ambiguous(label string) bool {
	return slices.Contains([]string{"^I", "^M", "^["}, label)
}
