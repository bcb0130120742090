package line_test

import (
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/ui/line"
)

func methods() map[string]ansi.Method {
	return map[string]ansi.Method{"runes": ansi.WcWidth, "graphemes": ansi.GraphemeWidth}
}

func TestLine(t *testing.T) {
	bold := uv.Style{Attrs: uv.AttrBold}
	for name, c := range map[string]struct {
		width int
		draw  func(*line.Line)
		want  string
	}{
		"filled up":             {8, func(l *line.Line) { l.Put(bold, "abc") }, "abc     "},
		"cut":                   {4, func(l *line.Line) { l.Put(bold, "abcdef") }, "abc…"},
		"at the right":          {8, func(l *line.Line) { l.Put(bold, "ab").Right(bold, "xy") }, "ab    xy"},
		"no room at the right":  {5, func(l *line.Line) { l.Put(bold, "abc").Right(bold, "xy") }, "abc  "},
		"wide characters":       {5, func(l *line.Line) { l.Put(bold, "日本語") }, "日本…"},
		"half a wide character": {4, func(l *line.Line) { l.Put(bold, "日本語") }, "日… "},
		"harmless":              {7, func(l *line.Line) { l.Put(bold, "a\x1b[2Jb\nc") }, "a[2Jb c"},
		"no width":              {0, func(l *line.Line) { l.Put(bold, "a").Skip(3).Right(bold, "b") }, ""},
	} {
		for m, method := range methods() {
			l := line.Pen{Method: method}.Line(c.width, uv.Style{})
			c.draw(l)
			if got := ansi.Strip(l.String()); got != c.want {
				t.Errorf("%s, by %s: %q, want %q", name, m, got, c.want)
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for text, want := range map[string]string{
		"one two three four":             "one two/three/four",
		"  one \n two ":                  "one two",
		"abcdefghijkl":                   "abcdefgh/ijkl",
		"":                               "",
		"one two three four five, six s": "one two/three/four…",
	} {
		if got := strings.Join(line.Pen{}.Wrap(text, 8, 3), "/"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("some words 日本語 e\u0301 👩‍👩‍👧 \x1b[31m", 7, 2)
	f.Add("", 0, 0)
	f.Fuzz(func(t *testing.T, text string, width, most int) {
		if width > 200 || most > 50 || most < 0 || len(text) > 4000 {
			return // larger than any panel
		}
		for name, method := range methods() {
			pen := line.Pen{Method: method}
			lines := pen.Wrap(text, width, most)
			if most > 0 && len(lines) > most {
				t.Fatalf("%d lines, at most %d wanted", len(lines), most)
			}
			for _, l := range lines {
				if n := pen.Cells(l); n > width || strings.ContainsAny(l, "\x1b\n\r\x07\u009b") {
					t.Fatalf("by %s: %q is %d cells of %d", name, l, n, width)
				}
			}
		}
	})
}
