package plaintext

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The widths, in code points, between which the longest line of a text lies
// that an editor or a mailer has broken inside its paragraphs.
const (
	minWrapWidth = 45
	maxWrapWidth = 100
)

// A text counts as hard-wrapped when it has some line ends inside paragraphs,
// and nearly all of them stand where the next word would not have fitted.
const (
	minLineEnds  = 3
	wrappedShare = 0.8
)

// wrapWidth gives the width at which text is hard-wrapped, or 0. Only lines that
// could go on in the next one count: headlines and last lines may be longer.
func wrapWidth(text string) int {
	width := 0
	for line := range openLines(text) {
		width = max(width, line.width)
	}
	if width < minWrapWidth || width > maxWrapWidth {
		return 0
	}
	ends, wrapped := 0, 0
	for line := range openLines(text) {
		ends++
		if line.full(width) {
			wrapped++
		}
	}
	if ends < minLineEnds || float64(wrapped) < wrappedShare*float64(ends) {
		return 0
	}
	return width
}

// openLine is a line that may go on in the next one. Lengths are in code points.
type openLine struct {
	width int // of the line
	word  int // of the next line's first word
}

// full reports whether the next line's first word did not fit.
func (l openLine) full(width int) bool { return l.width+1+l.word > width }

// openLines gives the lines of text that may go on in the next one.
func openLines(text string) iter.Seq[openLine] {
	return func(yield func(openLine) bool) {
		for start := 0; start < len(text); {
			end := lineEnd(text, start)
			if line, open := lineAt(text, start, end); open && !yield(line) {
				return
			}
			start = end + 1
		}
	}
}

// lineAt measures the line text[start:end]. It is open unless it or the next
// one is blank, or the next one is indented or an item.
func lineAt(text string, start, end int) (openLine, bool) {
	if end >= len(text) || isBlank(text[start:end]) {
		return openLine{}, false
	}
	next := text[end+1 : lineEnd(text, end+1)]
	if isBlank(next) || next[0] == ' ' || next[0] == '\t' || isItem(next) {
		return openLine{}, false
	}
	line := strings.TrimRightFunc(text[start:end], unicode.IsSpace)
	word := next[:strings.IndexFunc(next+" ", unicode.IsSpace)]
	return openLine{utf8.RuneCountInString(line), utf8.RuneCountInString(word)}, true
}

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

// isItem reports whether a line begins an item of a list.
func isItem(line string) bool {
	for _, mark := range []string{"- ", "* ", "• ", "– ", "— "} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}
