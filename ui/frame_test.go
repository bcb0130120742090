package ui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"
)

// sizes are the ones whose frames are kept and looked at.
func sizes() [][2]int { return [][2]int{{120, 36}, {80, 24}, {40, 12}, {20, 5}} }

func TestFrames(t *testing.T) {
	for _, size := range sizes() {
		for name, keys := range map[string]string{
			"shelf":    "q",
			"text":     "",
			"quote":    "9 )",
			"panel":    "9 ) tab",
			"speakers": "9 ) S tab",
			"alone":    "z z",
			"folded":   "Z",
			"why":      "1 2 ) i",
			"names":    "p j enter",
			"about":    "=",
			"help":     "?",
			"search":   "/ t r u m p",
			"command":  ": p e",
			"filter":   "F l a r",
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				d := start(t, newWorld(t, "seed.txt", "muscat-talks.md").options(t, 0), size[0], size[1])
				d.press(keys)
				golden.RequireEqual(t, []byte(plainBars(d.screen())+"\n"))
			})
		}
	}
}

// plainBars draws every speaker's bar alike: how many shapes take turns is for
// the theme to say.
func plainBars(screen string) string {
	return strings.NewReplacer("┆", "│", "║", "│", "╎", "│", "┊", "│", "┇", "▌", "█", "▌", "╏", "▌", "┋", "▌").Replace(screen)
}

// keyNames are the keys that random typing chooses from.
func keyNames() []string {
	return strings.Fields("j k d u space b g G { } ) ( ] [ s e ? q / n N m ' a z Z S F & p i # = + - enter o y J K : tab h l esc " +
		"up down left right home end pgup pgdown ctrl+o ctrl+d ctrl+u ctrl+l backspace f1 x 1 2 3 9 M % \" é 日 ; v V w a A t T H D U ctrl+r L W c x q 0 $")
}

func TestNoFrameIsEverTorn(t *testing.T) {
	w := newWorld(t, "seed.txt", "muscat-talks.md", "time-lady.md")
	rapid.Check(t, func(rt *rapid.T) {
		m := &memory{typed: "written"}
		d := start(t, m.options(w.options(t, rapid.IntRange(-1, 2).Draw(rt, "reading"))), 80, 24)
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			switch rapid.IntRange(0, 9).Draw(rt, "what") {
			case 0:
				d.resize(rapid.IntRange(0, 160).Draw(rt, "width"), rapid.IntRange(0, 50).Draw(rt, "height"))
			case 1:
				m := tea.Mouse{X: rapid.IntRange(-1, 170).Draw(rt, "x"), Y: rapid.IntRange(-1, 55).Draw(rt, "y"), Button: tea.MouseLeft}
				d.send(tea.MouseClickMsg(m))
			case 2:
				m := tea.Mouse{X: rapid.IntRange(0, 160).Draw(rt, "x"), Y: rapid.IntRange(0, 50).Draw(rt, "y"), Button: tea.MouseWheelDown}
				d.send(tea.MouseWheelMsg(m))
			case 3:
				m := tea.Mouse{X: rapid.IntRange(-1, 170).Draw(rt, "x"), Y: rapid.IntRange(-1, 55).Draw(rt, "y"), Button: tea.MouseLeft}
				d.send(tea.MouseMotionMsg(m))
			default:
				d.press(rapid.SampledFrom(keyNames()).Draw(rt, "key"))
			}
		}
	})
}

func FuzzKeys(f *testing.F) {
	f.Add(uint8(80), uint8(24), ")))zzp\r/trump\r")
	f.Add(uint8(20), uint8(5), "?/j\x1b:q")
	w := newWorld(f, "seed.txt", "muscat-talks.md")
	f.Fuzz(func(t *testing.T, width, height uint8, keys string) {
		d := start(t, w.options(t, 0), int(width), int(height))
		for i, r := range keys {
			if i > 200 || d.quit {
				return
			}
			switch r {
			case '\r':
				d.press("enter")
			case '\x1b':
				d.press("esc")
			case '\t':
				d.press("tab")
			default:
				d.write(string(r))
			}
		}
	})
}

func TestColourlessFramesTellTheSame(t *testing.T) {
	d := start(t, newWorld(t, "seed.txt").options(t, 0), 120, 36)
	d.press("9 )")
	before := d.row("WHO SAID WHAT")
	for _, p := range []colorprofile.Profile{colorprofile.ANSI256, colorprofile.ANSI, colorprofile.ASCII, colorprofile.NoTTY} {
		d.send(tea.ColorProfileMsg{Profile: p})
		d.send(tea.BackgroundColorMsg{Color: nil})
		for _, l := range strings.Split(d.app.View().Content, "\n") {
			if p <= colorprofile.ASCII && strings.Contains(l, "38;2") {
				t.Fatalf("a colour where there is none: %q", l)
			}
		}
		if d.row("WHO SAID WHAT") != before {
			t.Fatalf("profile %v draws something else:\n%s", p, d.screen())
		}
	}
}
