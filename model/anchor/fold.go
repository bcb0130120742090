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
	text     string
	original string
	from     []int32 // for each byte of text, the byte of the original it comes from, and one more for the end; made when first needed
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

func fold(s string) *folded { return &folded{text: string(foldInto(s, nil)), original: s} }

// foldInto gives the folded text, and adds to from, where it is not nil, which
// byte of s each of its bytes comes from.
func foldInto(s string, from *[]int32) []byte {
	text := make([]byte, 0, len(s)+8)
	blank := false
	for at := 0; at < len(s); {
		before, start := len(text), at
		if c := s[at]; c < utf8.RuneSelf && c != '`' && !asciiSpace(c) { // most of most texts
			for at < len(s) && s[at] < utf8.RuneSelf && s[at] != '`' && !asciiSpace(s[at]) {
				at++
			}
			text, blank = append(text, s[start:at]...), false
			if from != nil {
				for i := range at - start {
					*from = append(*from, int32(start+i))
				}
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		at += size
		out, folds := plain(r)
		switch {
		case unicode.IsSpace(r):
			if !blank {
				text = append(text, ' ')
			}
		case folds:
			text = append(text, out...)
		default:
			text = utf8.AppendRune(text, r)
		}
		blank = unicode.IsSpace(r)
		if from != nil {
			for range len(text) - before {
				*from = append(*from, int32(start))
			}
		}
	}
	return text
}

// asciiSpace reports whether unicode.IsSpace holds for a byte below 0x80.
func asciiSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// trimmed is the text without blanks at its ends.
func (f *folded) trimmed() string { return strings.TrimSpace(f.text) }

// origin gives the span of the original that a span of the folded text is from.
func (f *folded) origin(s model.Span) model.Span {
	if f.from == nil {
		f.from = make([]int32, 0, len(f.original)+8)
		foldInto(f.original, &f.from)
		f.from = append(f.from, int32(len(f.original)))
	}
	return model.Span{Start: int(f.from[s.Start]), End: int(f.from[s.End])}
}
