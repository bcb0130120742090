package timex

import "strings"

// A pattern is one line of the grammar, elements parted by spaces:
//
//	word|word     one of these words
//	WD|MON        a word of one of these classes
//	x?            may be missing
//	~x            stands without a space after the word before
//	<x  <!x       the word before the expression is, is not, one of these
//	>x  >!x       the word after the expression is, is not, one of these
type pattern struct {
	source        string
	before, after []element
	body          []element
	act           action
	silent        bool // what it finds moves the story on but is not marked
}

// action computes the value of a match; false refuses it.
type action func(*match) (Value, bool)

type element struct {
	words    []uint16 // numbers of words
	class    class
	optional bool
	glued    bool
	not      bool
}

// capture is a word of a match that has a class.
type capture struct {
	class class
	val   int
	word  int
}

const maxCaptures = 10

// match is a pattern found at words from to to.
type match struct {
	*reader
	from, to int
	caps     [maxCaptures]capture
	ncaps    int
}

// nth gives the value of the n-th word of a class, counted from 0.
func (m *match) nth(c class, n int) (int, bool) {
	for _, k := range m.caps[:m.ncaps] {
		if k.class&c != 0 {
			if n == 0 {
				return k.val, true
			}
			n--
		}
	}
	return 0, false
}

// get gives the value of the first word of a class.
func (m *match) get(c class) (int, bool) { return m.nth(c, 0) }

// val gives the value of the first word of a class, 0 where there is none.
func (m *match) val(c class) int { v, _ := m.nth(c, 0); return v }

// has reports whether one of the listed words stands in the match.
func (m *match) has(words string) bool {
	for i := m.from; i < m.to; i++ {
		if among(m.words[i].low, words) {
			return true
		}
	}
	return false
}

// size is the number of words of the match.
func (m *match) size() int { return m.to - m.from }

// first is the first word of the match.
func (m *match) first() *word { return &m.words[m.from] }

// prev gives the k-th word before the match, next the one after it; "" at a
// border of the text.
func (m *match) prev(k int) string { return m.low(m.from - k) }
func (m *match) next() string      { return m.low(m.to) }

// follower is the word after the match in the same block, or nil.
func (m *match) follower() *word {
	if m.to < len(m.words) && !m.words[m.to].para {
		return &m.words[m.to]
	}
	return nil
}

// among reports whether s is one of the words of a list parted by spaces.
func among(s, list string) bool {
	if s == "" {
		return false
	}
	for i := 0; i+len(s) <= len(list); {
		k := strings.Index(list[i:], s)
		if k < 0 {
			return false
		}
		k += i
		if (k == 0 || list[k-1] == ' ') && (k+len(s) == len(list) || list[k+len(s)] == ' ') {
			return true
		}
		i = k + 1
	}
	return false
}

func (e *element) fits(w *word) bool {
	if e.glued && !w.glued {
		return false
	}
	if e.class&w.class != 0 {
		return true
	}
	for _, n := range e.words {
		if n == w.id {
			return true
		}
	}
	return false
}

// search is a backtracking walk over the elements of one pattern. Patterns have
// a dozen elements at most, so its cost is bounded at each word.
type search struct {
	pattern *pattern
	match   match // the path so far
	best    match
}

// run looks for the longest match of p at word i, which is then s.best.
func (s *search) run(p *pattern, r *reader, i int) bool {
	for k := range p.before {
		e := &p.before[k]
		fits := i > 0 && !r.words[i].para && e.fits(&r.words[i-1])
		if fits == e.not {
			return false
		}
	}
	s.pattern = p
	s.match.reader, s.match.from, s.match.ncaps = r, i, 0
	s.best.to = i
	s.try(0, i)
	return s.best.to > i
}

func (s *search) try(k, i int) {
	r := s.match.reader
	if k == len(s.pattern.body) {
		if i > s.best.to && s.followed(i) {
			s.best = s.match
			s.best.to = i
		}
		return
	}
	e := &s.pattern.body[k]
	if i < len(r.words) && (i == s.match.from || !r.words[i].para) && e.fits(&r.words[i]) {
		n := s.match.ncaps
		s.capture(e, i)
		s.try(k+1, i+1)
		s.match.ncaps = n
	}
	if e.optional {
		s.try(k+1, i)
	}
}

func (s *search) capture(e *element, i int) {
	m := &s.match
	w := &m.words[i]
	c := e.class & w.class
	if c == 0 {
		c = w.class
	}
	if c != 0 && m.ncaps < maxCaptures {
		m.caps[m.ncaps] = capture{c, w.val, i}
		m.ncaps++
	}
}

func (s *search) followed(i int) bool {
	r := s.match.reader
	for k := range s.pattern.after {
		e := &s.pattern.after[k]
		fits := i < len(r.words) && !r.words[i].para && e.fits(&r.words[i])
		if fits == e.not {
			return false
		}
	}
	return true
}
