package page

// Gutter says how much is drawn to the left of the text.
type Gutter uint8

// The gutters.
const (
	GutterNone Gutter = iota // nothing
	GutterBar                // the speaker's bar alone: 1 cell
	GutterFull               // a note's sign, the bar and a blank: 3 cells
)

// Width gives the cells that a gutter takes.
func (g Gutter) Width() int {
	switch g {
	case GutterBar:
		return 1
	case GutterFull:
		return 3
	case GutterNone:
	}
	return 0
}

// gutter draws what stands to the left of a line: the sign of a note that begins
// there, and the bar of the quotation that is current, else of the first one on
// the line.
func (p *Painter) gutter(ln *line) {
	if p.Gutter == GutterNone {
		return
	}
	var bar, note *Mark
	for _, h := range p.hits {
		switch {
		case h.Channel == ChannelBar && ln.kind == lineGap && !h.Has(int(ln.at)):
			continue // it ends with the block above
		case h.Channel == ChannelBar && (bar == nil || h.Current && !bar.Current || h.Current == bar.Current && h.Start < bar.Start):
			bar = h
		case h.Channel == ChannelNote && ln.kind == lineText && h.Start >= int(ln.at) && (note == nil || h.Current):
			note = h
		}
	}
	if p.Gutter == GutterFull {
		if note != nil {
			look := p.Styles.Highlight(note.Highlight)
			p.write(pick(look.Sign, note.Current), look.Glyph)
		} else {
			p.blank(1)
		}
	}
	if bar != nil {
		s := p.Styles.Speaker(bar.Speaker)
		p.write(s.Ink, s.Glyph(bar.Current))
	} else {
		p.blank(1)
	}
	if p.Gutter == GutterFull {
		p.blank(1)
	}
}
