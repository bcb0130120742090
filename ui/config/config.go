// Package config holds the reader's settings: it reads config.toml and writes
// the commented one that shows every setting. It knows their names and bounds;
// what they do is elsewhere.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"quoth/ui/keymap"
	"quoth/ui/theme"
)

// Config is how the reader wants the program to be.
type Config struct {
	Width int    // cells of a line of text at most, MinWidth to MaxWidth
	Theme string // ThemeAuto, ThemeDark, ThemeLight, or the file of a Glamour style
	Mouse bool   // whether the program takes the mouse
	Keys  keymap.Map
	Sync  Sync

	Highlights []Highlight // the reader's own kinds
	Export     string      // the folder for exported notes; "" is notes in the data directory
}

// Highlight is a kind of highlights of the reader's own.
type Highlight struct {
	Name   string
	Colour string // as theme.IsColour takes it; "" leaves it to the theme
}

// The themes that are no files.
const (
	ThemeAuto  = "auto" // by the terminal's ground
	ThemeDark  = "dark"
	ThemeLight = "light"
)

// The bounds of Config.Width, in cells.
const (
	MinWidth = 20
	MaxWidth = 200
)

// Default gives the settings without a config.toml.
func Default() Config {
	keys, _ := keymap.Preset("")
	return Config{Width: 72, Theme: ThemeAuto, Keys: keys}
}

// Load reads the settings in file. A file that is not there gives the default
// ones. Each error is about one setting, which keeps its default, or about the
// whole file.
func Load(file string) (Config, []error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return Default(), nil
	}
	if err != nil {
		return Default(), []error{err}
	}
	c, faults := Parse(string(data))
	for i, fault := range faults {
		faults[i] = fmt.Errorf("%s: %w", file, fault)
	}
	return c, faults
}

// Parse reads settings as config.toml writes them.
func Parse(data string) (Config, []error) {
	c := Default()
	var table map[string]any
	if _, err := toml.Decode(data, &table); err != nil {
		var syntax toml.ParseError
		if errors.As(err, &syntax) {
			err = fmt.Errorf("line %d: %s", syntax.Position.Line, syntax.Message)
		}
		return c, []error{err}
	}
	var faults []error
	for _, key := range slices.Sorted(maps.Keys(table)) {
		faults = append(faults, c.set(key, table[key])...)
	}
	return c, faults
}

// set sets one setting.
func (c *Config) set(key string, value any) []error {
	switch key {
	case "width":
		n, ok := value.(int64)
		if !ok || n < MinWidth || n > MaxWidth {
			return wrong("width: want a number from %d to %d", MinWidth, MaxWidth)
		}
		c.Width = int(n)
	case "theme":
		name, ok := value.(string)
		if !ok || name == "" {
			return wrong(`theme: want "auto", "dark", "light" or the file of a Glamour style`)
		}
		c.Theme = name
	case "mouse":
		on, ok := value.(bool)
		if !ok {
			return wrong("mouse: want true or false")
		}
		c.Mouse = on
	case "highlights":
		kinds, ok := highlights(value)
		if !ok {
			return wrong(`highlights: want a list of single words, each with a colour where you like (%s, or as #56b4e9): ["idea", "source green"]`,
				strings.Join(theme.Colours(), ", "))
		}
		c.Highlights = kinds
	case "export":
		dir, ok := value.(string)
		if !ok {
			return wrong("export: want the name of a folder")
		}
		c.Export = dir
	case "sync":
		table, ok := value.(map[string]any)
		if !ok {
			return wrong("sync: want a table: [sync]")
		}
		return c.setSync(table)
	case "keys":
		table, ok := value.(map[string]any)
		if !ok {
			return wrong("keys: want a table: [keys]")
		}
		return c.setKeys(table)
	default:
		return wrong("no such setting: %q; \"quoth config default\" shows all", key)
	}
	return nil
}

// highlights reads the reader's own kinds of highlights.
func highlights(value any) ([]Highlight, bool) {
	kinds, ok := words(value)
	var out []Highlight
	for _, k := range kinds {
		parts := append(strings.Fields(k), "")
		if ok = ok && (len(parts) == 2 || len(parts) == 3 && theme.IsColour(parts[1])); ok {
			out = append(out, Highlight{parts[0], parts[1]})
		}
	}
	return out, ok
}

func wrong(format string, args ...any) []error { return []error{fmt.Errorf(format, args...)} }

// setKeys chooses the preset and binds keys anew.
func (c *Config) setKeys(table map[string]any) []error {
	var faults []error
	preset := ""
	bound := map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		keys, ok := words(table[name])
		switch {
		case name == "preset" && ok && len(keys) == 1:
			preset = keys[0]
		case !ok || name == "preset":
			faults = append(faults, fmt.Errorf(`keys.%s: want a key or a list of them: ["n", "ctrl+n"]`, name))
		default:
			bound[name] = keys
		}
	}
	keys, err := keymap.Preset(preset)
	if err != nil {
		return append(faults, fmt.Errorf("keys.preset: %w", err))
	}
	c.Keys, err = keys.Rebind(bound)
	if err != nil {
		for _, fault := range each(err) {
			faults = append(faults, fmt.Errorf("keys: %w", fault))
		}
	}
	return faults
}

// words reads a word or a list of words.
func words(value any) ([]string, bool) {
	switch v := value.(type) {
	case string:
		return []string{v}, true
	case []any:
		out := make([]string, len(v))
		for i, item := range v {
			word, ok := item.(string)
			if !ok {
				return nil, false
			}
			out[i] = word
		}
		return out, true
	}
	return nil, false
}

// each parts joined errors.
func each(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var out []error
	for _, part := range joined.Unwrap() {
		out = append(out, each(part)...)
	}
	return out
}
