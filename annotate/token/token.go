// Package token cuts a text into blocks and tokens: words, numbers and
// punctuation marks, as the Penn Treebank and the English treebanks of Universal
// Dependencies cut them ("do|n't", "Iran|'s", "22|-|year|-|old", "U.S."), so
// that models trained on those see what they were trained on. It changes no
// byte of the text and decides nothing about sentences.
package token

import (
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/model"
	"quoth/model/plaintext"
)

// bytesPerToken is a low estimate for English, to size the token slice once.
const bytesPerToken = 5

// Split fills d.Blocks, d.Tokens and d.Forms from d.Text. The blocks given are
// those of the article, where the source knew them; without any, the text is
// taken for plain text. Time is linear in the length of the text.
func Split(d *doc.Doc, given []model.Block) {
	d.Blocks = d.Blocks[:0]
	d.Tokens = make([]doc.Token, 0, len(d.Text)/bytesPerToken+1)
	if len(given) == 0 {
		given = plaintext.Blocks(d.Text, d.Title)
	}
	d.Blocks = givenBlocks(d.Text, given)
	kept := d.Blocks[:0]
	for _, b := range d.Blocks {
		b.First = len(d.Tokens)
		d.Tokens = appendTokens(d.Tokens, d.Text, b.Start, b.Span.End)
		if b.End = len(d.Tokens); b.End > b.First {
			kept = append(kept, b)
		}
	}
	d.Blocks = kept
	Index(d)
}

// Words cuts one string without block structure and gives the spans of its
// tokens. Trainers use it to cut a corpus's words as texts are cut.
func Words(text string) []model.Span {
	tokens := appendTokens(nil, text, 0, len(text))
	spans := make([]model.Span, len(tokens))
	for i, t := range tokens {
		spans[i] = t.Span
	}
	return spans
}

// appendTokens cuts text[start:end] at white space and each piece into tokens.
func appendTokens(tokens []doc.Token, text string, start, end int) []doc.Token {
	c := cutter{text: text, tokens: tokens}
	for i := start; i < end; {
		n := spaceLen(text[i:end])
		if n > 0 {
			i += n
			continue
		}
		j := i
		for j < end && spaceLen(text[j:end]) == 0 {
			j += runeLen(text[j:end])
		}
		c.piece(i, j)
		i = j
	}
	return c.tokens
}

// runeLen is the length of the first character of s in bytes; 1 for a byte that
// is no UTF-8.
func runeLen(s string) int {
	if s[0] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}
