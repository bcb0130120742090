// Package diff compares two texts word by word, for readers: what is gone, what
// is new, and what stands around it. It knows no articles.
package diff

import (
	"regexp"
	"strings"
)

// Kind says what became of a piece of text.
type Kind uint8

// The kinds of pieces.
const (
	Same Kind = iota
	Gone
	New
)

// Piece is a stretch of one of the texts. The Same and New pieces together are
// the newer text, the Same and Gone ones the older, but for blanks.
type Piece struct {
	Kind Kind
	Text string
}

// most bounds the words that may differ before two stretches are held for
// different ones: time and memory go with its square.
const most = 1500

// Texts compares two texts.
func Texts(older, newer string) []Piece {
	a, b := tokens(older), tokens(newer)
	head := 0
	for head < len(a) && head < len(b) && a[head].word == b[head].word {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail].word == b[len(b)-1-tail].word {
		tail++
	}
	var out pieces
	out.add(Same, b[:head]...)
	out.compare(a[head:len(a)-tail], b[head:len(b)-tail])
	out.add(Same, b[len(b)-tail:]...)
	return out
}

// token is a word, or line ends. Two are the same whatever blanks follow them.
type token struct{ text, word string }

// tokens cuts a text into words, each with the blanks after it, and line ends.
func tokens(s string) []token {
	parts := cut.FindAllString(s, -1)
	out := make([]token, len(parts))
	for i, p := range parts {
		out[i] = token{p, strings.TrimRight(p, " \t")}
	}
	return out
}

var cut = regexp.MustCompile(`[\r\n]+|[^\s]+[^\S\r\n]*|[^\S\r\n]+`)

type pieces []Piece

// add appends words to the last piece if it is of the kind, else in a new one.
func (p *pieces) add(k Kind, words ...token) {
	if len(words) == 0 {
		return
	}
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.text)
	}
	text := b.String()
	if last := len(*p) - 1; last >= 0 && (*p)[last].Kind == k {
		(*p)[last].Text += text
		return
	}
	*p = append(*p, Piece{k, text})
}

// compare adds the shortest way from a to b: E. W. Myers, "An O(ND) Difference
// Algorithm and Its Variations", Algorithmica 1 (1986), the greedy form. The
// furthest points of each step are kept, to walk back along them.
func (p *pieces) compare(a, b []token) {
	limit := min(len(a)+len(b), most)
	furthest := make([]int32, 2*limit+3) // x by diagonal k = x-y, at limit+1+k
	var steps [][]int32
	for d := 0; d <= limit; d++ {
		for k := -d; k <= d; k += 2 {
			at := limit + 1 + k
			x := furthest[at-1] + 1 // a word of a is gone
			if k == -d || k != d && furthest[at-1] < furthest[at+1] {
				x = furthest[at+1] // a word of b is new
			}
			for int(x) < len(a) && int(x)-k < len(b) && a[x].word == b[int(x)-k].word {
				x++
			}
			furthest[at] = x
			if int(x) >= len(a) && int(x)-k >= len(b) {
				p.walk(a, b, steps)
				return
			}
		}
		steps = append(steps, append([]int32{}, furthest[limit-d:limit+d+3]...))
	}
	p.add(Gone, a...)
	p.add(New, b...)
}

// walk goes back from the ends of a and b along the furthest points of each
// step, and adds the words in their order.
func (p *pieces) walk(a, b []token, steps [][]int32) {
	type edit struct {
		kind Kind
		word token
	}
	var back []edit
	x, y := len(a), len(b)
	for d := len(steps); d > 0; d-- {
		before := steps[d-1] // its diagonals are -d to d, the outer two untouched
		k := x - y
		at := k + d
		isNew := k == -d || k != d && before[at-1] < before[at+1]
		fromX := int(before[max(at-1, 0)])
		fromK := k - 1
		if isNew {
			fromX, fromK = int(before[at+1]), k+1
		}
		fromY := fromX - fromK
		for x > fromX && y > fromY {
			x--
			y--
			back = append(back, edit{Same, b[y]})
		}
		if isNew {
			y--
			back = append(back, edit{New, b[y]})
		} else {
			x--
			back = append(back, edit{Gone, a[x]})
		}
	}
	for x > 0 {
		x--
		back = append(back, edit{Same, b[x]}) // before the first step both are the same
	}
	for i := len(back) - 1; i >= 0; i-- {
		p.add(back[i].kind, back[i].word)
	}
}
