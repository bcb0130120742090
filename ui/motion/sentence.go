package motion

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// Sentence gives the sentence that the character at off stands in.
func Sentence(text string, off int) model.Span {
	s := model.Span{Start: off, End: NextSentence(text, off)}
	for s.Start > 0 && !starts(text, s.Start) {
		s.Start = Previous(text, s.Start)
	}
	if s.End == off || !starts(text, s.End) {
		s.End = len(text)
	}
	s.End = s.Start + len(strings.TrimRightFunc(s.In(text), unicode.IsSpace))
	return s
}

// NextSentence gives the start of the next sentence: after a full stop and what
// closes with it, or at a new paragraph.
func NextSentence(text string, off int) int {
	for at := off; ; {
		next := Next(text, at)
		if next == at {
			return at
		}
		if starts(text, next) {
			return next
		}
		at = next
	}
}

// PreviousSentence gives the start of the sentence at off, or of the one before
// where off is its start.
func PreviousSentence(text string, off int) int {
	for off > 0 {
		off = Previous(text, off)
		if starts(text, off) {
			break
		}
	}
	return off
}

// starts reports whether a sentence starts at off.
func starts(text string, off int) bool {
	if off == 0 {
		return true
	}
	if classAt(text, off) == blank {
		return false
	}
	before := strings.TrimRightFunc(text[:off], unicode.IsSpace)
	gap := text[len(before):off]
	switch {
	case gap == "":
		return false
	case strings.Contains(gap, "\n\n"):
		return true
	}
	before = strings.TrimRight(before, `"'”’»)]`)
	r, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune(".!?…", r) && !abbreviated(before)
}

// abbreviated reports whether a text ends with a title or an initial, after which
// a name goes on: "Dr.", "St.", "William J.", "U.S.".
func abbreviated(text string) bool {
	word := strings.TrimLeftFunc(text[max(strings.LastIndexFunc(text, parts), 0):], parts)
	word, ok := strings.CutSuffix(word, ".")
	if !ok {
		return false
	}
	last := word[strings.LastIndexByte(word, '.')+1:]
	r, n := utf8.DecodeRuneInString(last)
	return unicode.IsUpper(r) && n == len(last) || slices.Contains(titles(), word)
}

// parts reports whether a character stands before a word.
func parts(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"'“‘(«[—–", r) }

// titles lists what stands before a name with a full stop.
func titles() []string {
	return []string{
		"Adm", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Fr", "Ft", "Gen", "Gov", "Hon", "Lt", "Maj", "Mme", "Mr", "Mrs", "Ms", "Msgr",
		"Mt", "Pres", "Prof", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Sr", "St", "Ste", "Supt", "vs",
	}
}
