package timex

import "strings"

// lexeme is what the lexicon knows of a word: its number, for patterns that
// name it, its class and value, and its tense.
type lexeme struct {
	id    uint16
	class class
	val   int
	verb  verb
}

// New compiles the grammar.
func New() *Grammar {
	g := &Grammar{words: map[string]lexeme{}, byWord: make([][]*pattern, 1)}
	lexicon(func(w string, c class, val int) {
		x := g.words[w]
		x.class, x.val = c, val
		g.words[w] = x
	})
	verbLexicon(func(w string, v verb) {
		x := g.words[w]
		x.verb = v
		g.words[w] = x
	})
	for _, line := range rules() {
		p := g.compile(line.pattern, line.act)
		p.silent = line.kind == silent
		g.add(p)
	}
	for _, h := range holidays() {
		g.add(g.compile(h.words, func(m *match) (Value, bool) { return m.holiday(h.on) }))
	}
	return g
}

// number gives a word its number; 0 is no number.
func (g *Grammar) number(w string) uint16 {
	x := g.words[w]
	if x.id == 0 {
		x.id = uint16(len(g.byWord))
		g.byWord = append(g.byWord, nil)
		g.words[w] = x
	}
	return x.id
}

func (g *Grammar) compile(source string, act action) *pattern {
	p := &pattern{source: source, act: act}
	for field := range strings.FieldsSeq(source) {
		switch field[0] {
		case '<':
			p.before = append(p.before, g.element(field[1:]))
		case '>':
			p.after = append(p.after, g.element(field[1:]))
		default:
			p.body = append(p.body, g.element(field))
		}
	}
	return p
}

func (g *Grammar) element(s string) element {
	var e element
	for ; len(s) > 1 && (s[0] == '~' || s[0] == '!'); s = s[1:] {
		e.glued = e.glued || s[0] == '~'
		e.not = e.not || s[0] == '!'
	}
	if len(s) > 1 && strings.HasSuffix(s, "?") {
		e.optional, s = true, s[:len(s)-1]
	}
	for alt := range strings.SplitSeq(s, "|") {
		if c := classNamed(alt); c != 0 {
			e.class |= c
		} else {
			e.words = append(e.words, g.number(alt))
		}
	}
	return e
}

// add files p under every word and class that it may begin with.
func (g *Grammar) add(p *pattern) {
	for k := range p.body {
		e := &p.body[k]
		for _, n := range e.words {
			g.byWord[n] = append(g.byWord[n], p)
		}
		for b := range g.byClass {
			if e.class&(1<<b) != 0 {
				g.byClass[b] = append(g.byClass[b], p)
			}
		}
		if !e.optional {
			return
		}
	}
}
