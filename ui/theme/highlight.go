package theme

import (
	"image/color"

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

func highlights(p palette) []Highlight {
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
	return []Highlight{
		one(p.accent, uv.UnderlineCurly, "✎"),
		one(p.alarm, uv.UnderlineDouble, "!"),
		one(p.event, uv.UnderlineDotted, "?"),
		one(p.place, uv.UnderlineDashed, "✓"),
		one(p.org, uv.UnderlineCurly, "•"),
		one(p.norp, uv.UnderlineCurly, "◦"),
		one(p.event, uv.UnderlineCurly, "▪"),
		one(p.place, uv.UnderlineCurly, "▫"),
	}
}
