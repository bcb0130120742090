package page

import (
	"math/rand/v2"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"quoth/model"
)

// TestSimpleWordsHaveNoBreaks compares the short way of measuring words with the
// line breaker on words of all that the short way takes, but for digits: after a
// letter and a comma the breaker would part them from both.
func TestSimpleWordsHaveNoBreaks(t *testing.T) {
	letters := []rune("aZ.,;:'\"“”‘’éÀžŒßŁ")
	r := rand.New(rand.NewPCG(3, 9))
	for range 3000 {
		text := ""
		for range 1 + r.IntN(9) {
			text += string(letters[r.IntN(len(letters))])
		}
		p := &Page{article: &model.Article{Text: text}, method: methods()[r.IntN(2)]}
		long := p.segments(nil, 0, len(text))
		_, runes, kind := scanWord(text, 0, len(text))
		if kind == wordComplex {
			t.Errorf("%q is measured the long way", text)
		}
		if last := long[len(long)-1]; len(long) != 1 || int(last.width) != runes {
			t.Errorf("%q: %d words, %d cells, want 1 of %d", text, len(long), last.width, runes)
		}
	}
}

func TestScanWord(t *testing.T) {
	for text, want := range map[string]wordKind{
		"plain":       wordPlain,
		"“it’s,":      wordSimple,
		"Żółć":        wordSimple,
		"e\u0301":     wordComplex,
		"é\u0301":     wordComplex,
		"half-way":    wordComplex,
		"日本":          wordComplex,
		"—":           wordComplex,
		"no\u00adn":   wordComplex,
		"\xe2\x80":    wordComplex,
		"\xc3":        wordComplex,
		"tab\x0bhere": wordComplex,
	} {
		if _, _, kind := scanWord(text, 0, len(text)); kind != want {
			t.Errorf("%q is of kind %d, want %d", text, kind, want)
		}
	}
	if got := New(paragraphs("“é”"), ansi.WcWidth).blocks[0].words[0].width; got != 3 {
		t.Errorf("“é” takes %d cells, want 3", got)
	}
}
