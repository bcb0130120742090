package anchor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// folded is a text in which what differs between two extractions of one page is
// the same: blanks are one space, quotation marks and dashes straight.
type folded struct {
	text string
	from []int32 // for each byte of text, the byte of the original it comes from; one more for the end
}

// plain gives what is written for a mark; "" drops it.
func plain(r rune) (string, bool) {
	switch r {
	case '‘', '’', '‚', '‛', '′', '`':
		return "'", true
	case '“', '”', '„', '‟', '«', '»', '″':
		return `"`, true
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return "-", true
	case '…':
		return "...", true
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff': // soft hyphen, marks without width
		return "", true
	}
	return "", false
}

func fold(s string) *folded {
	text, from := make([]byte, 0, len(s)+8), make([]int32, 0, len(s)+8)
	blank := false
	for at, r := range s {
		if unicode.IsSpace(r) {
			if !blank {
				text, from = append(text, ' '), append(from, int32(at))
			}
			blank = true
			continue
		}
		blank = false
		if r < utf8.RuneSelf && r != '`' {
			text, from = append(text, byte(r)), append(from, int32(at))
			continue
		}
		before := len(text)
		if out, ok := plain(r); ok {
			text = append(text, out...)
		} else {
			text = utf8.AppendRune(text, r)
		}
		for range len(text) - before {
			from = append(from, int32(at))
		}
	}
	return &folded{text: string(text), from: append(from, int32(len(s)))}
}

// trimmed is the text without blanks at its ends.
func (f *folded) trimmed() string { return strings.TrimSpace(f.text) }

// origin gives the span of the original that a span of the folded text is from.
func (f *folded) origin(s model.Span) model.Span {
	return model.Span{Start: int(f.from[s.Start]), End: int(f.from[s.End])}
}
