// Package line builds the lines of the screen outside the article's text:
// pieces of styled words, cut to an exact number of cells and filled up with
// blanks. What comes in is made harmless on the way (page.Show), so that nothing
// an article says can forge the screen. It knows nothing of what the lines say.
package line

import (
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/ui/page"
	"quoth/ui/theme"
)

// Pen writes lines. Its Method is the renderer's way of counting cells.
type Pen struct{ Method ansi.Method }

// Line is a line being written. Whatever is put on it, it is never wider than
// its width.
type Line struct {
	pen    Pen
	width  int
	used   int
	ground uv.Style // laid over every piece and the blanks
	buf    strings.Builder
}

// Line starts a line of width cells on a ground.
func (p Pen) Line(width int, ground uv.Style) *Line {
	return &Line{pen: p, width: max(width, 0), ground: ground}
}

// Blank gives width blank cells.
func Blank(width int) string { return strings.Repeat(" ", max(width, 0)) }

// Put adds words. What does not fit is cut, with an ellipsis for the rest.
func (l *Line) Put(s uv.Style, text string) *Line {
	text = l.pen.Cut(text, l.width-l.used)
	l.used += l.pen.Cells(text)
	l.write(theme.Over(s, l.ground), text)
	return l
}

// Skip adds n blank cells.
func (l *Line) Skip(n int) *Line {
	n = min(n, l.width-l.used)
	l.used += max(n, 0)
	l.write(l.ground, Blank(n))
	return l
}

// Right adds words at the right edge, one blank or more after what stands
// before; nothing where there is no room for all of them.
func (l *Line) Right(s uv.Style, text string) *Line {
	n := l.pen.Cells(page.Show(text))
	if l.used+n+1 > l.width {
		return l
	}
	return l.Skip(l.width-l.used-n).Put(s, text)
}

// Room gives the cells that are left.
func (l *Line) Room() int { return l.width - l.used }

// Used gives the cells that are written.
func (l *Line) Used() int { return l.used }

// String gives the line, filled up to its width.
func (l *Line) String() string {
	l.Skip(l.width - l.used)
	return l.buf.String()
}

func (l *Line) write(s uv.Style, text string) {
	switch {
	case text == "":
	case s.IsZero():
		l.buf.WriteString(text)
	default:
		l.buf.WriteString(s.String())
		l.buf.WriteString(text)
		l.buf.WriteString(ansi.ResetStyle)
	}
}

// Cells counts the cells of a text that is shown as it is.
func (p Pen) Cells(text string) int {
	for i := range len(text) {
		if text[i] < ' ' || text[i] >= 0x7f {
			return p.Method.StringWidth(text)
		}
	}
	return len(text)
}

// Cut makes text harmless and shortens it to width cells, with an ellipsis in
// the place of what is left out.
func (p Pen) Cut(text string, width int) string {
	text = page.Show(text)
	switch {
	case width <= 0:
		return ""
	case p.Cells(text) <= width:
		return text
	}
	return p.Method.Truncate(text, width, "…")
}

// Fit cuts text to width cells, or fills it up with blanks.
func (p Pen) Fit(text string, width int) string {
	text = p.Cut(text, width)
	return text + Blank(width-p.Cells(text))
}

// Wrap breaks text into lines of at most width cells at blanks, and within a
// word only where it is wider than a line. Of more than most lines the last ends
// in an ellipsis; 0 means all.
func (p Pen) Wrap(text string, width, most int) []string {
	text = strings.Join(strings.Fields(page.Show(text)), " ")
	if width <= 0 || text == "" {
		return nil
	}
	if limit := 4 * width * (most + 1); most > 0 && len(text) > limit { // enough, whatever its characters
		text = strings.ToValidUTF8(text[:limit], "")
	}
	lines := strings.Split(p.Method.Wrap(text, width, ""), "\n")
	for i := range lines {
		lines[i] = p.Cut(strings.TrimRight(lines[i], " "), width)
	}
	if most > 0 && len(lines) > most {
		last := strings.TrimRight(lines[most-1], " ,;:.…")
		if p.Cells(last) >= width {
			last = p.Method.Truncate(last, width-1, "")
		}
		lines = append(lines[:most-1], last+"…")
	}
	return lines
}

// Blanks gives height lines of width blank cells.
func Blanks(width, height int) []string {
	out := make([]string, max(height, 0))
	for i := range out {
		out[i] = Blank(width)
	}
	return out
}

// Least is the width from which on a pane with a bar before its words is drawn.
const Least = 4
