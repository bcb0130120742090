// Package sentence tells where sentences begin and end. It works on blocks and
// tokens by rule: no sentence crosses a block, a dateline is one of its own, and
// a quotation may hold several. It needs no parts of speech and no model.
package sentence

import (
	"quoth/annotate/doc"
	"quoth/annotate/token"
)

// Split fills d.Sentences. Time is linear in the number of tokens.
func Split(d *doc.Doc) {
	d.Sentences = make([]doc.Sentence, 0, len(d.Tokens)/16+len(d.Blocks))
	for i, b := range d.Blocks {
		s := splitter{Doc: d, block: i, first: b.First, end: b.End}
		s.split()
	}
}

// splitter finds the sentences of one block.
type splitter struct {
	*doc.Doc
	block      int
	first, end int  // tokens of the block
	casual     bool // its sentences begin in lower case
}

func (s *splitter) split() {
	start := s.first
	s.casual = s.end > s.first && startsLower(s.Word(s.first))
	if k := s.dateline(); k > start {
		s.add(start, k)
		start = k
	}
	for i := start; i < s.end; i++ {
		if !s.mayEnd(i) {
			continue
		}
		next, closed := s.closers(i + 1)
		if next >= s.end || !s.endsBefore(start, i, next, closed) {
			i = next - 1
			continue
		}
		s.add(start, next)
		start, i = next, next-1
	}
	s.add(start, s.end)
}

// Longest is how many tokens a sentence has at most. What goes on longer is no
// prose, and is cut there: the stages that compare the words of a sentence with
// one another stay linear in the length of the text.
const Longest = 250

func (s *splitter) add(first, end int) {
	for ; first < end; first += Longest {
		s.Sentences = append(s.Sentences, doc.Sentence{First: first, End: min(first+Longest, end), Block: s.block})
	}
}

// mayEnd reports whether token i is a mark or an abbreviation that can end a
// sentence.
func (s *splitter) mayEnd(i int) bool {
	w := s.Word(i)
	switch w[0] {
	case '.', '!', '?':
		return true
	}
	return w == "…" || w == "。" || s.period(i)
}

// period reports whether token i is an abbreviation or initial whose period may
// be the end of a sentence too.
func (s *splitter) period(i int) bool {
	w := s.Word(i)
	return len(w) > 1 && w[len(w)-1] == '.' && w[0] != '.' && token.KindOf(w) != token.Binding
}

// closers passes over the closing marks and brackets that go with the sentence
// which ends before token i, and tells whether a quotation mark was among them.
func (s *splitter) closers(i int) (next int, closed bool) {
	for ; i < s.end; i++ {
		switch w := s.Word(i); {
		case w[0] == '.':
		case w == ")" || w == "]" || w[0] == '!' || w[0] == '?':
			if s.spaced(i) {
				return i, closed
			}
		case w == "[" && s.reference(i):
			i += 2
		case isQuote(w):
			if w == "“" || w == "‘" || w == "``" || s.spaced(i) && !s.dangling(i) {
				return i, closed
			}
			closed = true
		default:
			return i, closed
		}
	}
	return i, closed
}

// reference reports whether token i begins a mark like "[17]".
func (s *splitter) reference(i int) bool {
	return i+2 < s.end && isNumber(s.Word(i+1)) && s.Word(i+2) == "]"
}

// spaced reports whether white space stands before token i.
func (s *splitter) spaced(i int) bool {
	return i == s.first || s.Tokens[i-1].End < s.Tokens[i].Start
}

// dangling reports whether the mark at token i has white space on both sides, as
// in tokenised text, so that only its shape could tell what it is.
func (s *splitter) dangling(i int) bool {
	return s.spaced(i) && i+1 < s.end && s.spaced(i+1) && s.Word(i) != "“"
}

// endsBefore decides whether the sentence that began at token start and may end
// with token i ends before token next.
func (s *splitter) endsBefore(start, i, next int, closed bool) bool {
	w, follow := s.Word(i), s.Word(next)
	switch {
	case !opens(follow):
		return s.casual && !closed && !s.period(i) && len(w) == 1 && startsLower(follow)
	case s.period(i):
		return s.startsSentence(next) || isHalfDay(w) && s.leavesHour(next)
	case w[0] == '.' && len(w) > 1 || w == "…":
		return isCapital(follow) || isQuote(follow) && next+1 < s.end && !startsLower(s.Word(next+1))
	case w == "." && i > start && isNumber(follow) && isNumbered(s.Word(i-1)):
		return false // "see p. 12"
	case w == "." && i == start+1 && isNumber(s.Word(start)):
		return false // "1. Wash the leaves"
	case closed && s.reported(next, w == "."):
		return false
	}
	return true
}

// startsSentence reports whether token i begins a sentence even after an
// abbreviation.
func (s *splitter) startsSentence(i int) bool {
	if isQuote(s.Word(i)) && i+1 < s.end {
		return isCapital(s.Word(i + 1))
	}
	return isStarter(s.Word(i))
}

// leavesHour reports whether token i does not go on with the hour before it, as a
// day does, a zone, or "Oslo time".
func (s *splitter) leavesHour(i int) bool {
	w := s.Word(i)
	return isCapital(w) && !datesHour(w) && (i+1 == s.end || s.Word(i+1) != "time")
}

// maxReport is how far, in tokens, the verb of a reporting clause is looked for
// after a closing mark.
const maxReport = 8

// reported reports whether the words from token i on are the reporting clause of
// the quotation that ended before it: `"Why?" Ms. Stowe asked.` After a full stop,
// which a reporting clause does not follow in print, only the shortest is one.
func (s *splitter) reported(i int, stop bool) bool {
	for k := i; k < s.end && k < i+maxReport; k++ {
		w := s.Word(k)
		if isQuote(w) || w == "." || w == "?" || w == "!" || w == ";" || w == ":" {
			return false
		}
		if k == i || !isReporting(w) {
			continue
		}
		short := k+1 < s.end && s.Word(k+1) == "."
		return !stop || short && k-i <= 3
	}
	return false
}
