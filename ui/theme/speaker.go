package theme

import uv "github.com/charmbracelet/ultraviolet"

// Speaker is how one speaker is told from the others: a colour and a shape of
// the bar. When there are more speakers than colours the colours come again
// with another shape; without colour the shapes alone take turns.
type Speaker struct {
	Ink   uv.Style // of the bar, and of the name in the panel
	Thin  string   // the bar in the gutter, 1 cell
	Thick string   // the bar of the current quotation, 1 cell
}

// Glyph gives the bar's sign.
func (s Speaker) Glyph(current bool) string {
	if current {
		return s.Thick
	}
	return s.Thin
}

// bars are the shapes of the bar: of a quotation, and of the current one.
func bars() [][2]string {
	return [][2]string{{"│", "▌"}, {"┆", "▚"}, {"║", "█"}, {"┊", "▞"}, {"╎", "▐"}}
}

// Bars gives a look for each shape of the bar.
func (s *Styles) Bars() []Speaker {
	out := make([]Speaker, len(bars()))
	for i := range out {
		out[i] = s.Speaker(i * max(len(s.speakers), 1))
	}
	return out
}

// Speaker gives the look of the i-th speaker of an article, in the order of
// their first quotation. A negative i is a source without a name.
func (s *Styles) Speaker(i int) Speaker {
	shapes := bars()
	if i < 0 {
		return Speaker{Ink: s.Quiet, Thin: shapes[0][0], Thick: shapes[0][1]}
	}
	n := max(len(s.speakers), 1)
	shape := shapes[i/n%len(shapes)]
	out := Speaker{Ink: s.Text, Thin: shape[0], Thick: shape[1]}
	if len(s.speakers) > 0 {
		out.Ink = s.speakers[i%n]
	}
	return out
}
