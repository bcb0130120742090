package mark

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/model"
)

// maxDepth bounds nesting; deeper marks are taken for noise.
const maxDepth = 4

// scanner reads the marks of one paragraph. Opened marks wait on a stack for
// the one that closes them.
type scanner struct {
	text  string
	block model.Span
	signs []sign
	stack []int // indexes into signs
	until []int // beside stack: the sign chosen to close a single mark, -1 for the others
	out   []doc.Quoted
}

// scan finds the stretches of one paragraph. stray is the end of a closing mark
// before which nothing was open, or -1.
func scan(text string, b model.Span) (found []doc.Quoted, stray int) {
	s := scanner{text: text, block: b, signs: signs(text, b.Start, b.End)}
	stray = -1
	for i := range s.signs {
		if end := s.step(i); end >= 0 && stray < 0 && len(s.out) == 0 && len(s.stack) == 0 {
			stray = end
		}
	}
	for len(s.stack) > 0 {
		s.giveUp(len(s.stack)-1, len(s.signs), b.End)
	}
	sort.SliceStable(s.out, func(i, j int) bool { return s.out[i].Start < s.out[j].Start })
	return s.out, stray
}

// step reads sign i. It gives the sign's end where it closes what is not open.
func (s *scanner) step(i int) int {
	g := &s.signs[i]
	for k := len(s.until) - 1; k >= 0; k-- {
		if s.until[k] == i {
			s.popTo(k, g.end, true)
			return -1
		}
	}
	if g.family == single {
		s.stepSingle(i)
		return -1
	}
	top := s.openOf(g.family)
	switch s.facing(i, top >= 0) {
	case opens:
		if top >= 0 && !s.nests(i) {
			s.giveUp(top, i, g.start) // the earlier mark was never closed
		}
		s.push(i, -1)
	case closes:
		if top < 0 {
			if g.shape == closes || g.endsWord() {
				return g.end
			}
			return -1
		}
		s.popTo(top, g.end, true)
	}
	return -1
}

// facing decides which way a double or angled mark faces; either stands for a
// mark that is none, as in 5".
func (s *scanner) facing(i int, open bool) shape {
	g := &s.signs[i]
	switch {
	case g.shape == opens && open && g.endsWord() && !g.startsWord():
		return closes // “…“ and „…“
	case g.shape == closes && !open && g.startsWord():
		return opens // ”…”
	case g.shape == closes && g.family >= angle && !open && s.laterLooks(i, opens):
		return opens // »…«
	case g.shape == opens && g.family >= angle && open && !g.startsWord():
		return closes
	case g.shape != either:
		return g.shape
	case !open:
		if unicode.IsSpace(g.after) {
			if g.spaced() && i+1 < len(s.signs) && s.signs[i+1].spaced() && g.start != s.block.Start {
				return opens
			}
			return closes
		}
		if wordly(g.before) && !wordly(g.after) {
			return closes
		}
		return opens
	case g.startsWord() && unicode.IsSpace(g.before) && s.laterLooks(i, closes):
		return opens
	case unicode.IsDigit(g.before) && unicode.IsSpace(g.after) && s.inches(i):
		return either
	}
	return closes
}

// inches reports whether sign i, after a number and before a lower-case word,
// measures a length: the next mark closes and could not if this one did.
func (s *scanner) inches(i int) bool {
	rest := strings.TrimLeft(s.text[s.signs[i].end:s.block.End], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	for _, g := range s.signs[i+1:] {
		if g.family == double {
			return unicode.IsLower(r) && g.endsWord() && !g.startsWord()
		}
	}
	return false
}

// laterLooks reports whether the next mark of the same family as sign i could
// face that way. Only the nearest few are looked at.
func (s *scanner) laterLooks(i int, way shape) bool {
	for _, g := range s.signs[i+1 : min(len(s.signs), i+9)] {
		if g.family == s.signs[i].family {
			return g.shape == way || g.shape == either && (way == closes || g.startsWord())
		}
	}
	return false
}

// nests reports whether the opening sign i stands inside the open quotation
// rather than after one whose closing mark is missing: the next two marks of
// its family must close.
func (s *scanner) nests(i int) bool {
	n := 0
	for _, g := range s.signs[i+1 : min(len(s.signs), i+9)] {
		if g.family != s.signs[i].family {
			continue
		}
		if g.shape == opens || g.shape == either && !g.endsWord() {
			return false
		}
		if n++; n == 2 {
			return true
		}
	}
	return false
}

// openOf gives the place on the stack of the innermost open mark of a family.
func (s *scanner) openOf(f family) int {
	for k := len(s.stack) - 1; k >= 0; k-- {
		if s.signs[s.stack[k]].family == f {
			return k
		}
	}
	return -1
}

func (s *scanner) push(i, until int) {
	if len(s.stack) < maxDepth {
		s.stack = append(s.stack, i)
		s.until = append(s.until, until)
	}
}

// giveUp ends the mark at place k of the stack, which no mark of its family
// closes before sign next: with a mark of the other family that can only close,
// else unclosed at byte end.
func (s *scanner) giveUp(k, next, end int) {
	open := s.stack[k]
	if s.signs[open].family == double {
		for j := open + 1; j < min(next, open+maxLook); j++ {
			if s.signs[j].family == single && s.opensSingle(j) {
				break
			}
			if s.signs[j].family == single && s.signs[j].endsSpeech() {
				s.popTo(k, s.signs[j].end, true)
				return
			}
		}
	}
	s.popTo(k, end, false)
}

// popTo ends the marks on the stack from place k on; those above k were not closed.
func (s *scanner) popTo(k, end int, closed bool) {
	for len(s.stack) > k+1 {
		s.drop()
	}
	s.pop(end, closed)
}

// drop forgets the innermost open mark: an inner one that was never closed
// within the outer is no quotation.
func (s *scanner) drop() {
	s.stack, s.until = s.stack[:len(s.stack)-1], s.until[:len(s.until)-1]
}

// pop ends the innermost open mark at byte end.
func (s *scanner) pop(end int, closed bool) {
	g := &s.signs[s.stack[len(s.stack)-1]]
	depth := len(s.stack) - 1
	s.drop()
	if !closed {
		if depth > 0 {
			return
		}
		end = g.end + len(strings.TrimRightFunc(s.text[g.end:end], unicode.IsSpace))
	}
	if strings.TrimFunc(s.text[g.end:end], func(r rune) bool { return !wordly(r) }) == "" && depth == 0 && !closed {
		return
	}
	if closed && strings.IndexFunc(s.text[g.end:end], wordly) < 0 {
		return
	}
	s.out = append(s.out, doc.Quoted{Span: model.Span{Start: g.start, End: end}, Depth: depth, Closed: closed})
}
