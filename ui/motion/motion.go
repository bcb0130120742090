// Package motion finds the places in a text that vi's keys go to: characters,
// words, sentences, paragraphs. Places are bytes at the boundaries of characters
// (grapheme clusters). It scrolls nothing and knows no lines of the screen.
package motion

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"quoth/model"
)

// Next gives the character after the one at off; off itself at the end.
func Next(text string, off int) int {
	if off >= len(text) {
		return off
	}
	c, _, _, _ := uniseg.FirstGraphemeClusterInString(text[off:], -1)
	if off+len(c) >= len(text) {
		return off
	}
	return off + len(c)
}

// End gives the byte after the character at off.
func End(text string, off int) int {
	if off >= len(text) {
		return len(text)
	}
	c, _, _, _ := uniseg.FirstGraphemeClusterInString(text[off:], -1)
	return off + len(c)
}

// Previous gives the character before off.
func Previous(text string, off int) int {
	const far = 64 // no character that people write is longer
	from := max(off-far, 0)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	at := from
	for next := at; next < off; next = End(text, next) {
		at = next
	}
	return at
}

// class tells blanks, marks and words apart, as vi does.
type class uint8

const (
	blank class = iota
	mark
	word
)

func classAt(text string, off int) class {
	if off >= len(text) {
		return blank
	}
	r, _ := utf8.DecodeRuneInString(text[off:])
	switch {
	case unicode.IsSpace(r):
		return blank
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '_':
		return word
	}
	return mark
}

// NextWord gives the start of the next word or run of marks.
func NextWord(text string, off int) int {
	for c := classAt(text, off); c != blank && classAt(text, off) == c; {
		next := Next(text, off)
		if next == off {
			return off
		}
		off = next
	}
	return skipBlanks(text, off)
}

func skipBlanks(text string, off int) int {
	for classAt(text, off) == blank {
		next := Next(text, off)
		if next == off {
			return off
		}
		off = next
	}
	return off
}

// PreviousWord gives the start of the word at off, or of the one before where
// off is its start.
func PreviousWord(text string, off int) int {
	off = Previous(text, off)
	for off > 0 && classAt(text, off) == blank {
		off = Previous(text, off)
	}
	for c := classAt(text, off); off > 0; {
		before := Previous(text, off)
		if classAt(text, before) != c {
			break
		}
		off = before
	}
	return off
}

// WordEnd gives the last character of the word at off, or of the next one where
// off is at its end.
func WordEnd(text string, off int) int {
	off = skipBlanks(text, Next(text, off))
	for c := classAt(text, off); ; {
		next := Next(text, off)
		if next == off || classAt(text, next) != c {
			return off
		}
		off = next
	}
}

// Paragraph gives the start of the n-th paragraph from the one that holds off;
// going back, the start of that one counts as the first.
func Paragraph(blocks []model.Block, off, n int) int {
	at := 0
	for i, b := range blocks {
		if b.Start <= off {
			at = i
		}
	}
	if n < 0 && len(blocks) > 0 && off > blocks[at].Start {
		n++
	}
	if len(blocks) == 0 {
		return off
	}
	return blocks[min(max(at+n, 0), len(blocks)-1)].Start
}
