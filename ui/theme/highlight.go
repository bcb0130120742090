package theme

import (
	"image/color"
	"slices"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
)

// Highlight is how one kind of highlight is told from the others: the kind and
// colour of its underline, and its sign in the gutter.
type Highlight struct {
	Text  Pair
	Sign  Pair
	Glyph string // 1 cell
}

// Highlight gives the look of the i-th kind: the plain one, important, doubt,
// check, then the reader's own, which take turns.
func (s *Styles) Highlight(i int) Highlight {
	n := len(s.highlights)
	switch {
	case i < 0 || n == 0:
		i = 0
	case i >= n:
		i = named + (i-named)%(n-named)
	}
	if n == 0 {
		return Highlight{Glyph: "✎"}
	}
	return s.highlights[i]
}

// named is how many kinds have a look of their own.
const named = 4

// Colours are the names of colours that a kind of highlight can have.
func Colours() []string { return []string{"blue", "orange", "green", "pink", "red"} }

// IsColour reports whether a word is a name of Colours or a colour as "#56b4e9".
func IsColour(word string) bool {
	return slices.Contains(Colours(), word) || hexColour.MatchString(word)
}

// colour gives what a word of IsColour stands for; false where the terminal has no
// colours.
func (p palette) colour(word string, profile colorprofile.Profile) (color.Color, bool) {
	at := slices.Index(Colours(), word)
	switch {
	case len(p.speakers) == 0:
		return nil, false
	case word == "red":
		return p.alarm, true
	case at >= 0: // the first speakers have these hues on every ground
		return p.speakers[at], true
	case hexColour.MatchString(word):
		return profile.Convert(lipgloss.Color(word)), true
	}
	return nil, false
}

// highlights makes the looks of the kinds of highlights: the built-in ones, the
// user's own, and some to take turns where there are more.
func highlights(p palette, o Options) []Highlight {
	one := func(c color.Color, under uv.Underline, glyph string) Highlight {
		return Highlight{
			Text: Pair{
				Normal:  uv.Style{Underline: under, UnderlineColor: c},
				Current: uv.Style{Underline: under, UnderlineColor: c, Attrs: uv.AttrBold},
			},
			Sign:  Pair{Normal: ink(c), Current: ink(c, uv.AttrBold)},
			Glyph: glyph,
		}
	}
	hue := func(word string) color.Color {
		c, _ := p.colour(word, o.Profile)
		return c
	}
	all := []Highlight{
		one(p.accent, uv.UnderlineCurly, "✎"),
		one(p.alarm, uv.UnderlineDouble, "!"),
		one(hue("orange"), uv.UnderlineDotted, "?"),
		one(hue("green"), uv.UnderlineDashed, "✓"),
		one(hue("pink"), uv.UnderlineCurly, "•"),
		one(hue("orange"), uv.UnderlineCurly, "◦"),
		one(hue("green"), uv.UnderlineCurly, "▪"),
		one(hue("blue"), uv.UnderlineCurly, "▫"),
	}
	turns := len(all) - named
	for i, word := range o.Highlights {
		look := all[named+i%turns]
		if c, ok := p.colour(word, o.Profile); ok {
			look = one(c, uv.UnderlineCurly, look.Glyph)
		}
		if i < turns {
			all[named+i] = look
		} else {
			all = append(all, look)
		}
	}
	return all
}
