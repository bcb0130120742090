package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// palette is the tokens that Styles is made of, as the terminal can show them.
// nil leaves a colour to the terminal.
type palette struct {
	ink, quiet, faint, accent, alarm color.Color
	onGround                         color.Color // ink on our own grounds, where ink is the terminal's
	quote, current                   color.Color // grounds of quotations, and of what is chosen in a list
	selection                        color.Color // ground of selected text, for ink alone
	org, place, norp, event          color.Color // tints of the ink
	speakers                         []color.Color
}

// hexes is a palette as it is written down.
type hexes struct {
	ink, quiet, faint, accent, alarm string
	onGround                         string
	quote, current, selection        string
	org, place, norp, event          string
	speakers                         []string
}

// Every ink here stands at 4.5:1 or more on each ground of its set (WCAG 2.2,
// success criterion 1.4.3), and on the usual grounds of terminals. The speakers
// are the hues of Okabe and Ito (Color Universal Design, 2008), tuned so that any
// two also differ by 10 or more in CIEDE2000 to eyes without one kind of cone
// (simulated after Machado, Oliveira and Fernandes, 2009).

func darkHexes() hexes {
	return hexes{
		ink: "#d8dee9", quiet: "#9aa0b8", faint: "#454b66", accent: "#56b4e9", alarm: "#ef8067",
		quote: "#262b3d", current: "#2e354c", selection: "#3b4a78",
		org: "#d3d3f5", place: "#c2e0d9", norp: "#e6dac3", event: "#eacfe0",
		speakers: []string{"#43aaf3", "#fcb215", "#8fd6b7", "#eab2dc", "#ef8067", "#fbf776"},
	}
}

func lightHexes() hexes {
	return hexes{
		ink: "#24273a", quiet: "#5a5f78", faint: "#c5c9d6", accent: "#0067a3", alarm: "#a3200d",
		quote: "#eef2f8", current: "#e2eaf5", selection: "#c6dbf4",
		org: "#383660", place: "#24494a", norp: "#54462b", event: "#573550",
		speakers: []string{"#1f6bb5", "#8d5418", "#07533d", "#bc216b", "#7f0a0c", "#312989"},
	}
}

// neutralHexes are for a terminal that does not tell its ground. What stands on
// it has a luminance of about 0.18, which is 4.5:1 to black and to white alike;
// the text keeps the terminal's own ink, and ours comes with our grounds.
func neutralHexes() hexes {
	dark := darkHexes()
	return hexes{
		quiet: "#757b8f", faint: "#6a7086", accent: "#2175e7", alarm: "#d14505",
		onGround: dark.ink, quote: dark.quote, current: dark.current, selection: dark.selection,
		speakers: []string{"#2175e7", "#d14505", "#228672", "#be419a", "#89744b"},
	}
}

// convert gives the palette as a terminal of 256 colours or more shows it.
func (h hexes) convert(p colorprofile.Profile) palette {
	c := func(s string) color.Color {
		if s == "" {
			return nil
		}
		return p.Convert(lipgloss.Color(s))
	}
	out := palette{
		ink: c(h.ink), quiet: c(h.quiet), faint: c(h.faint), accent: c(h.accent), alarm: c(h.alarm),
		onGround: c(h.onGround), quote: c(h.quote), current: c(h.current), selection: c(h.selection),
		org: c(h.org), place: c(h.place), norp: c(h.norp), event: c(h.event),
	}
	for _, s := range h.speakers {
		out.speakers = append(out.speakers, c(s))
	}
	return out
}

// newPalette gives the tokens for a terminal.
func newPalette(g Ground, p colorprofile.Profile) palette {
	if p <= colorprofile.ASCII {
		return palette{}
	}
	if p == colorprofile.ANSI {
		return sixteen(g)
	}
	h := neutralHexes()
	switch g {
	case GroundDark:
		h = darkHexes()
	case GroundLight:
		h = lightHexes()
	case GroundUnknown:
	}
	out := h.convert(p)
	if p == colorprofile.ANSI256 {
		out.greys(g)
	}
	return out
}

// sixteen gives the tokens of 16 colours. One cannot know what they look like, so
// that only those that every scheme keeps readable are used, and no ground.
func sixteen(g Ground) palette {
	if g == GroundDark {
		return palette{
			faint: ansi.BrightBlack, accent: ansi.BrightCyan, alarm: ansi.BrightRed,
			speakers: []color.Color{
				ansi.BrightBlue, ansi.BrightYellow, ansi.BrightGreen,
				ansi.BrightMagenta, ansi.BrightRed, ansi.BrightCyan,
			},
		}
	}
	return palette{
		faint: ansi.BrightBlack, accent: ansi.Blue, alarm: ansi.Red,
		speakers: []color.Color{ansi.Blue, ansi.Red, ansi.Green, ansi.Magenta, ansi.Cyan},
	}
}

// greys puts the greys of a terminal of 256 colours in the place of tokens whose
// nearest colours there would be too strong or have another hue.
func (p *palette) greys(g Ground) {
	grey := func(i ansi.IndexedColor) color.Color { return i }
	switch g {
	case GroundDark:
		p.ink, p.quiet, p.faint = grey(253), grey(247), grey(239)
	case GroundLight:
		p.ink, p.quiet, p.faint = grey(235), grey(240), grey(251)
		p.quote, p.current, p.selection = grey(255), grey(254), grey(251)
		return
	case GroundUnknown:
		p.quiet, p.faint = grey(243), grey(243)
	}
	p.quote, p.current, p.selection = grey(235), grey(236), grey(239)
}
