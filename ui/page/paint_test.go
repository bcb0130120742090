package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/ui/theme"
)

// newPainter makes a painter with all that it can draw.
func newPainter() *Painter {
	return &Painter{Styles: theme.New(theme.Options{Ground: theme.GroundDark, Profile: colorprofile.TrueColor}), Gutter: GutterFull, Links: true}
}

// checkPaint holds painted lines to the width they promise, and to sequences of
// our own.
func checkPaint(t *testing.T, l *Layout) {
	t.Helper()
	p := newPainter()
	var spans []Mark
	for i, s := range wordSpans(l.page.article.Text) {
		spans = append(spans, Mark{Span: s, Channel: Channel(i % 8), Kind: model.Person, Speaker: i, Current: i%3 == 0})
	}
	for y, line := range p.Window(l, 0, l.Height(), NewMarks(spans)) {
		if got, want := l.page.method.StringWidth(line), GutterFull.Width()+l.width; got != want {
			t.Errorf("width %d, line %d: painted %d cells, want %d: %q", l.width, y, got, want, line)
		}
		checkSequences(t, line)
	}
}

// checkSequences lets nothing pass but text, styles (SGR) and hyperlinks.
func checkSequences(t *testing.T, line string) {
	t.Helper()
	for rest := line; rest != ""; {
		seq, width, n, _ := ansi.DecodeSequence(rest, ansi.NormalState, nil)
		if n == 0 {
			t.Fatalf("no progress in %q", rest)
		}
		control := strings.ContainsFunc(seq, hidden)
		ours := strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m") || strings.HasPrefix(seq, "\x1b]8;")
		if control && !ours && !strings.ContainsAny(seq, "\u200c\u200d") {
			t.Errorf("%q in %q", seq, line)
		}
		_ = width
		rest = rest[n:]
	}
}

// TestPaintedCellsAreTheRectangles parses what is painted back into cells: each
// marked span has its ground where Rects says, and nowhere else.
func TestPaintedCellsAreTheRectangles(t *testing.T) {
	a := read(t, "nasty.md")
	for _, m := range methods() {
		for _, width := range []int{1, 2, 9, 20, 33, 61, 80, 119} {
			l := New(a, m).Layout(width)
			want := map[[2]int]bool{}
			var marks []Mark
			for i, s := range wordSpans(a.Text) {
				if i%4 != 0 {
					continue
				}
				marks = append(marks, Mark{Span: s, Channel: ChannelQuote})
				for _, r := range l.Rects(s) {
					for x := range r.Width {
						want[[2]int{r.Line, r.Col + x}] = true
					}
				}
			}
			p := newPainter()
			p.Gutter = GutterNone
			screen := uv.NewScreenBuffer(width+10, l.Height())
			screen.Method = m
			uv.NewStyledString(strings.Join(p.Window(l, 0, l.Height(), NewMarks(marks)), "\n")).Draw(screen, screen.Bounds())
			for y := range l.Height() {
				for x := range width + 10 {
					c := screen.CellAt(x, y)
					if c == nil || c.Width == 0 { // the right half of a wide character
						continue
					}
					if got := c.Style.Bg != nil; got != want[[2]int{y, x}] {
						t.Errorf("method %d, width %d: cell %d, %d of %q is marked: %v", m, width, x, y, l.Plain(y), got)
					}
				}
			}
		}
	}
}

func TestPaintKeepsWidthAndSafety(t *testing.T) {
	for _, name := range []string{"nasty.md", "hostile.md"} {
		for _, m := range methods() {
			p := New(read(t, name), m)
			for _, width := range []int{1, 2, 3, 5, 8, 13, 21, 34, 55, 72, 89, 144, 200} {
				checkPaint(t, p.Layout(width))
			}
		}
	}
}

// TestCurrentHitAmongAllHits marks one place as a hit and as the current one.
func TestCurrentHitAmongAllHits(t *testing.T) {
	l := New(paragraphs("the storm"), ansi.WcWidth).Layout(20)
	hit := Mark{Span: model.Span{Start: 4, End: 9}, Channel: ChannelSearch}
	current := hit
	current.Current = true
	p := newPainter()
	both := p.Window(l, 0, 1, NewMarks([]Mark{current}), NewMarks([]Mark{hit}))
	if one := p.Window(l, 0, 1, NewMarks([]Mark{current})); both[0] != one[0] {
		t.Errorf("a hit under the current one changes it: %q, want %q", both[0], one[0])
	}
}
