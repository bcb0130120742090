package overlay

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// direct gives the stretches of a quotation's content that are the speaker's own
// words: all of it, what stands in quotation marks, or nothing.
func direct(text string, s model.Span, kind model.QuoteKind) []model.Span {
	switch kind {
	case model.Direct:
		return []model.Span{s}
	case model.Mixed:
		return quoted(text, s)
	case model.Indirect:
	}
	return nil
}

// quoted gives the stretches of a span that stand in quotation marks. One whose
// mark stays open reaches to the end of the span.
func quoted(text string, s model.Span) []model.Span {
	var out []model.Span
	words := s.In(text)
	open, closers, before := -1, "", ' '
	for i, r := range words {
		switch {
		case open < 0:
			if c := closing(r); c != "" && (!straight(r) || opens(before)) {
				open, closers = i, c
			}
		case strings.ContainsRune(closers, r) && (!straight(r) || !letterAt(words[i+utf8.RuneLen(r):])):
			out = append(out, model.Span{Start: s.Start + open, End: s.Start + i + utf8.RuneLen(r)})
			open = -1
		}
		before = r
	}
	if open >= 0 {
		out = append(out, model.Span{Start: s.Start + open, End: s.End})
	}
	return out
}

// closing gives the marks that may close a quotation that r opens, "" where r
// opens none. Newsrooms mix straight and curly marks.
func closing(r rune) string {
	switch r {
	case '"', '“', '”', '„':
		return "\"”“"
	case '\'', '‘':
		return "'’"
	case '«':
		return "»"
	}
	return ""
}

// straight reports whether a mark looks the same at both ends.
func straight(r rune) bool { return r == '"' || r == '\'' || r == '’' || r == '”' }

// opens reports whether a straight mark after r opens a quotation: not one that
// closes, an apostrophe or the sign of inches.
func opens(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("([—–-‘“\"'", r) }

// letterAt reports whether s begins with a letter or digit.
func letterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
