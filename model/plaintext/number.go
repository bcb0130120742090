package plaintext

import "strings"

// Paragraph gives the number by which the paragraph at a byte of text is cited,
// from 1. What stands between blank lines is a paragraph, but for the headline at
// the top.
func Paragraph(text, title string, at int) int {
	n, start := 0, 0
	for i, p := range strings.SplitAfter(text, "\n\n") {
		if start > at {
			break
		}
		if words := folded(p); words != "" && (i > 0 || words != folded(title)) {
			n++
		}
		start += len(p)
	}
	return n
}

func folded(s string) string { return strings.Join(strings.Fields(s), " ") }
