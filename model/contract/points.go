package contract

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"quoth/model"
)

// stride is the distance in bytes between the places whose code point number is
// kept: a conversion counts at most this many bytes.
const stride = 256

// Points converts between byte offsets and code point offsets of one text. A
// byte that is no part of valid UTF-8 counts as one code point.
type Points struct {
	text   string
	before []int // before[i]: code points that begin before byte i*stride
}

// NewPoints counts text once.
func NewPoints(text string) *Points {
	p := &Points{text: text, before: make([]int, 1, len(text)/stride+2)}
	points, next := 0, stride
	for at := range text {
		for at >= next {
			p.before = append(p.before, points)
			next += stride
		}
		points++
	}
	p.before = append(p.before, points)
	return p
}

// Len is the length of the text in code points.
func (p *Points) Len() int { return p.before[len(p.before)-1] }

// FromByte gives the number of code points before the byte at off. An offset
// inside a character counts as its beginning, one outside the text as the
// text's nearer end.
func (p *Points) FromByte(off int) int {
	if off <= 0 {
		return 0
	}
	if off >= len(p.text) {
		return p.Len()
	}
	off, _ = p.char(off)
	i := off / stride
	return p.before[i] + utf8.RuneCountInString(p.text[p.first(i):off])
}

// char gives the beginning and the end of the character that holds the byte at
// off.
func (p *Points) char(off int) (start, end int) {
	for start = off; start >= 0 && off-start < utf8.UTFMax; start-- {
		if !utf8.RuneStart(p.text[start]) {
			continue
		}
		if _, size := utf8.DecodeRuneInString(p.text[start:]); start+size > off {
			return start, start + size
		}
		break
	}
	return off, off + 1
}

// first gives the first byte at or after i*stride where a character begins.
func (p *Points) first(i int) int {
	start, end := p.char(i * stride)
	if start < i*stride {
		return end
	}
	return start
}

// ToByte gives the offset in bytes of code point number n. It fails when the
// text has no such place; its end is one.
func (p *Points) ToByte(n int) (int, error) {
	if n < 0 || n > p.Len() {
		return 0, fmt.Errorf("offset %d: the text has %d code points", n, p.Len())
	}
	if n == p.Len() {
		return len(p.text), nil
	}
	i := sort.SearchInts(p.before, n+1) - 1
	from, points := p.first(i), p.before[i]
	for at := range p.text[from:] {
		if points == n {
			return from + at, nil
		}
		points++
	}
	return len(p.text), nil
}

func (p *Points) encode(s model.Span) span {
	return span{p.FromByte(s.Start), p.FromByte(s.End)}
}

func (p *Points) encodeAll(spans []model.Span) []span {
	out := make([]span, len(spans))
	for i, s := range spans {
		out[i] = p.encode(s)
	}
	return out
}

func (p *Points) decode(s span) (model.Span, error) {
	start, err := p.ToByte(s[0])
	if err != nil {
		return model.Span{}, err
	}
	end, err := p.ToByte(s[1])
	if err != nil {
		return model.Span{}, err
	}
	if end < start {
		return model.Span{}, fmt.Errorf("span [%d, %d]: ends before it begins", s[0], s[1])
	}
	return model.Span{Start: start, End: end}, nil
}
