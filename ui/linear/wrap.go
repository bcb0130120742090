package linear

import (
	"iter"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// wrap gives the lines of s, none wider than width cells where the line breaking
// rules of Unicode (UAX 14) let it be broken. With width 0 it breaks only where s
// does.
func wrap(s string, width int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.SplitSeq(s, "\n") {
			for more := true; more; {
				cut := len(line)
				if width > 0 {
					cut = fitting(line, width)
				}
				if !yield(line[:cut]) {
					return
				}
				line, more = line[cut:], cut < len(line)
			}
		}
	}
}

// fitting gives the length in bytes of the part of line that fits into width
// cells, blanks at its end aside; at least one segment.
func fitting(line string, width int) int {
	cut, cells, state := 0, 0, -1
	for rest := line; rest != ""; {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		words := strings.TrimRightFunc(segment, unicode.IsSpace)
		if cut > 0 && cells+ansi.StringWidth(words) > width {
			return cut
		}
		cells += ansi.StringWidth(segment)
		cut += len(segment)
	}
	return cut
}
