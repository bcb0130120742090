package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"quoth/model"
)

// word is a stretch of text that is not broken unless it is wider than a line.
type word struct {
	start, end int32 // bytes; end leaves the blanks after the word out
	width      int32 // cells of the word
	gap        int32 // cells of the blanks after it
	plain      bool  // printable ASCII alone, its blanks too: one byte is one cell
	must       bool  // the line ends here
}

// words finds the words of a span. Lines may break at blanks and where UAX 14
// (Unicode line breaking) allows it. They break at line ends too, unless the
// text is wrapped: then a line end is a blank.
func (p *Page) words(s model.Span, wrapped bool) []word {
	text := p.article.Text
	end := min(s.End, len(text))
	out := make([]word, 0, s.Len()/6+1)
	for i := s.Start; i < end; {
		j, runes, kind := scanWord(text, i, end)
		k := j
		for k < end && (text[k] == ' ' || text[k] == '\t' || wrapped && text[k] == '\n') {
			k++
		}
		must := k < end && text[k] == '\n'
		switch {
		case j == i && must: // a blank line within the block
			out = append(out, word{start: int32(i), end: int32(i), plain: true, must: true})
		case j > i:
			if kind == wordComplex {
				out = p.segments(out, i, j)
			} else {
				out = append(out, word{start: int32(i), end: int32(j), width: int32(runes), plain: kind == wordPlain})
			}
			last := &out[len(out)-1]
			last.gap += int32(k - j)
			last.must = must
			last.plain = last.plain && isPlain(text[j:k])
		}
		i = k
		if must {
			i++
		}
	}
	return out
}

// wordKind says how a word is measured.
type wordKind uint8

const (
	wordPlain   wordKind = iota // ASCII: one byte is one cell
	wordSimple                  // Latin letters and quotation marks: one rune is one cell
	wordComplex                 // may hold a place to break at, or characters of other widths
)

// scanWord gives the end of the word at i, its runes, and how it is to be
// measured. Most words of news are plain or simple, which saves the time of
// finding their line breaks: there are none.
func scanWord(text string, i, end int) (j, runes int, kind wordKind) {
	for j = i; j < end; runes++ {
		switch c := text[j]; {
		case c == ' ' || c == '\n' || c == '\t':
			return j, runes, kind
		case c >= 0x7f:
			n := simpleRune(text[j:end])
			kind = max(kind, wordSimple)
			if n == 0 {
				n, kind = 1, wordComplex
			}
			j += n
		case c < ' ' || c == '-' || c == '/' || c == '?' || c == '|' || c == '{' || c == '}':
			kind = wordComplex
			j++
		default:
			j++
		}
	}
	return j, runes, kind
}

// simpleRune gives the length of the Latin letter (U+00C0 to U+017F) or curved
// quotation mark at the start of s, 0 where there is another character.
func simpleRune(s string) int {
	switch {
	case len(s) >= 2 && s[0] >= 0xc3 && s[0] <= 0xc5 && s[1] >= 0x80 && s[1] <= 0xbf:
		return 2
	case len(s) >= 3 && s[0] == 0xe2 && s[1] == 0x80 && (s[2] == 0x98 || s[2] == 0x99 || s[2] == 0x9c || s[2] == 0x9d):
		return 3
	}
	return 0
}

// segments appends the unbreakable pieces of text[from:to], which holds no
// plain blanks.
func (p *Page) segments(out []word, from, to int) []word {
	text := p.article.Text[from:to]
	rest, at, state := text, from, -1
	for rest != "" {
		var seg string
		seg, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		for rest != "" && strings.HasSuffix(seg, softHyphen) { // it is not drawn, so that no line may end in it
			var more string
			more, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			seg = text[at-from : at-from+len(seg)+len(more)]
		}
		core := strings.TrimRightFunc(seg, breakingBlank)
		w := word{start: int32(at), end: int32(at + len(core)), width: int32(p.cells(core)), plain: isPlain(seg)}
		w.gap = int32(p.cells(seg[len(core):]))
		out = append(out, w)
		at += len(seg)
	}
	return out
}

const softHyphen = "\u00ad"

// breakingBlank reports whether r is a blank that may hang past the end of a
// line: not one that forbids a break.
func breakingBlank(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u2007' && r != '\u202f'
}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// codeLines takes each line of a code block as one word, so that its blanks
// survive.
func (p *Page) codeLines(s model.Span) []word {
	text := s.In(p.article.Text)
	var out []word
	at := s.Start
	for line := range strings.SplitAfterSeq(text, "\n") {
		body := strings.TrimSuffix(line, "\n")
		out = append(out, word{
			start: int32(at), end: int32(at + len(body)), width: int32(p.cells(body)),
			plain: isPlain(body), must: len(body) < len(line),
		})
		at += len(line)
	}
	return out
}

// cells counts the cells that a piece of text takes as it is drawn.
func (p *Page) cells(s string) int {
	if isPlain(s) {
		return len(s)
	}
	return p.method.StringWidth(Show(s))
}

// cluster measures the first character of s as it is drawn: its length in bytes
// and its width in cells, which is 0 for what is not drawn.
func (p *Page) cluster(s string) (size, width int) {
	if s[0] >= ' ' && s[0] < 0x7f && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	c := firstCluster(s)
	return len(c), p.method.StringWidth(showCluster(c))
}
