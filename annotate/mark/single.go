package mark

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// elisions are words that begin with an apostrophe, after which no quotation
// begins.
var elisions = [...]string{"em", "til", "tis", "twas", "cause", "cos", "n", "bout", "round", "neath", "er", "im"}

// maxLook bounds how many marks are looked at for the end of a single-quoted
// stretch, so that the time stays linear.
const maxLook = 64

// stepSingle reads a single mark, which is an apostrophe more often than not. A
// quotation opens only where its closing mark is found.
func (s *scanner) stepSingle(i int) {
	if s.openOf(single) >= 0 || !s.opensSingle(i) {
		return
	}
	if j := s.doubleCloser(i); j >= 0 {
		s.push(i, j)
	} else if j := s.closer(i); j >= 0 {
		s.push(i, j)
	} else if s.signs[i].shape == opens && len(s.stack) == 0 && s.signs[i].start == s.block.Start {
		s.push(i, -1) // a British quotation that the next paragraph may reopen
	}
}

// opensSingle reports whether a quotation may begin at sign i.
func (s *scanner) opensSingle(i int) bool {
	g := &s.signs[i]
	afterMark := i > 0 && s.signs[i-1].end == g.start
	if !g.startsWord() && !(afterMark && !unicode.IsSpace(g.after)) {
		return false
	}
	if !wordly(g.after) && !strings.ContainsRune("“\"([$£€…", g.after) {
		return false
	}
	rest := s.text[g.end:s.block.End]
	if s.isYear(i) {
		return false
	}
	n := 0
	for n < len(rest) && n < 8 && (rest[n]|0x20 >= 'a' && rest[n]|0x20 <= 'z') {
		n++
	}
	for _, e := range elisions {
		if next, _ := utf8.DecodeRuneInString(rest[n:]); strings.EqualFold(rest[:n], e) && !wordly(next) {
			return false
		}
	}
	return true
}

// isYear reports whether sign i stands for the century of a year: ’90s, ’92. A
// straight mark before a number and a space may begin a quotation.
func (s *scanner) isYear(i int) bool {
	g := &s.signs[i]
	rest := s.text[g.end:s.block.End]
	if len(rest) < 2 || !isDigit(rest[0]) || !isDigit(rest[1]) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(rest[2:] + " ")
	return after == 's' || !wordly(after) && (s.text[g.start:g.end] == "’" || !unicode.IsSpace(after))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isAnd reports whether sign j ends the "and" of rock ’n’ roll.
func (s *scanner) isAnd(j int) bool {
	return s.signs[j-1].family == single && strings.EqualFold(s.text[s.signs[j-1].end:s.signs[j].start], "n")
}

// closer finds the mark that ends the single-quoted stretch begun at sign i, or
// -1. A plural possessive ("the boys' shoes") is passed over where a better one
// follows.
func (s *scanner) closer(i int) int {
	weak := -1
	inDouble := s.openOf(double) >= 0
	for j := i + 1; j < len(s.signs) && j < i+maxLook; j++ {
		g := &s.signs[j]
		if g.family != single {
			if inDouble && g.family == double && g.endsWord() && j > i+1 {
				break
			}
			continue
		}
		if g.start == s.signs[i].end {
			continue
		}
		if g.shape == opens || !g.endsWord() && s.opensSingle(j) {
			break
		}
		if !g.endsWord() || unicode.IsSpace(g.before) || s.isAnd(j) {
			continue // an apostrophe
		}
		if possessive := g.before == 's' && unicode.IsSpace(g.after) && s.lowerAfter(j); !possessive {
			return j
		}
		if weak < 0 {
			weak = j
		}
	}
	return weak
}

// doubleCloser finds the double mark that ends the stretch begun at sign i, a
// single one, at the head of a block: 'It is late," she said. It is -1 where there
// is none, or where that mark may have a pair.
func (s *scanner) doubleCloser(i int) int {
	if len(s.stack) > 0 || s.signs[i].start != s.block.Start {
		return -1
	}
	for j := i + 1; j < min(len(s.signs), i+maxLook); j++ {
		g := &s.signs[j]
		switch {
		case g.family == double && g.endsSpeech() && g.shape != opens:
			return j
		case g.family != single, s.opensSingle(j), g.endsSpeech():
			return -1
		}
	}
	return -1
}

// lowerAfter reports whether a lower-case word follows sign j.
func (s *scanner) lowerAfter(j int) bool {
	for _, r := range s.text[s.signs[j].end:s.block.End] {
		if !unicode.IsSpace(r) {
			return unicode.IsLower(r)
		}
	}
	return false
}
