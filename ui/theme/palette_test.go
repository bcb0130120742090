package theme

import (
	"fmt"
	"image/color"
	"maps"
	"math"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/lucasb-eyer/go-colorful"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.Color) float64 {
	f, _ := colorful.MakeColor(c)
	r, g, b := f.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func hex(t *testing.T, s string) color.Color {
	t.Helper()
	c, err := colorful.Hex(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// grounds are those that terminals commonly have: none, and those of well-known
// colour schemes.
func grounds(g Ground) []string {
	switch g {
	case GroundDark:
		return []string{"#000000", "#1e1e2e", "#282828", "#002b36"}
	case GroundLight:
		return []string{"#ffffff", "#fdf6e3"}
	case GroundUnknown:
	}
	return []string{"#000000", "#ffffff"}
}

// TestInksAreReadable holds every ink to a contrast of 4.5:1 on every ground that
// it is drawn on. Between black and white, and in 256 colours, where many steps
// are lost, half of one is given away.
func TestInksAreReadable(t *testing.T) {
	for _, g := range []Ground{GroundDark, GroundLight, GroundUnknown} {
		for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			least := 4.5
			if g == GroundUnknown {
				least -= 0.5
			}
			if profile == colorprofile.ANSI256 {
				least -= 0.5
			}
			p := newPalette(g, profile)
			var under []color.Color
			for _, s := range grounds(g) {
				under = append(under, hex(t, s))
			}
			onOurs := p.onGround
			if onOurs == nil {
				under = append(under, p.quote, p.current)
				onOurs = p.ink
			}
			for name, c := range inks(p) {
				for i, u := range under {
					if got := contrast(c, u); got < least {
						t.Errorf("%d, %v: %s on ground %d: %.2f:1", g, profile, name, i, got)
					}
				}
			}
			for i, u := range []color.Color{p.quote, p.current, p.selection} {
				if got := contrast(onOurs, u); got < 4.5 {
					t.Errorf("%d, %v: ink on our ground %d: %.2f:1", g, profile, i, got)
				}
			}
		}
	}
}

// inks gives the colours of a palette that text is drawn in.
func inks(p palette) map[string]color.Color {
	out := map[string]color.Color{
		"ink": p.ink, "quiet": p.quiet, "accent": p.accent, "alarm": p.alarm,
		"org": p.org, "place": p.place, "norp": p.norp, "event": p.event,
	}
	for i, c := range p.speakers {
		out[fmt.Sprint("speaker ", i)] = c
	}
	maps.DeleteFunc(out, func(_ string, c color.Color) bool { return c == nil })
	return out
}

// deficiencies are what eyes without one kind of cone see, in linear RGB
// (Machado, Oliveira and Fernandes, 2009, severity 1.0).
func deficiencies() map[string][3][3]float64 {
	return map[string][3][3]float64{
		"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
		"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
		"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
}

// seen gives a colour as such eyes see it.
func seen(c color.Color, m [3][3]float64) colorful.Color {
	f, _ := colorful.MakeColor(c)
	r, g, b := f.LinearRgb()
	row := func(i int) float64 { return min(max(m[i][0]*r+m[i][1]*g+m[i][2]*b, 0), 1) }
	return colorful.LinearRgb(row(0), row(1), row(2))
}

// TestSpeakersStayApart holds any two speakers' colours to a difference of 10 in
// CIEDE2000 for every kind of eye.
func TestSpeakersStayApart(t *testing.T) {
	for _, g := range []Ground{GroundDark, GroundLight, GroundUnknown} {
		p := newPalette(g, colorprofile.TrueColor)
		for eyes, m := range deficiencies() {
			for i, a := range p.speakers {
				for j, b := range p.speakers[:i] {
					// go-colorful scales CIEDE2000 to 0..1.
					if d := 100 * seen(a, m).DistanceCIEDE2000(seen(b, m)); d < 10 {
						t.Errorf("ground %d, %s: speakers %d and %d differ by %.1f", g, eyes, j, i, d)
					}
				}
			}
		}
	}
}
