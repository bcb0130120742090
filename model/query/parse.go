package query

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Limits keep hostile input from growing the tree, and with it the SQL that is
// made of it, without bound.
const (
	maxTerms = 200
	maxDepth = 50
)

// Error is what is wrong with a query, and where.
type Error struct {
	At  int // byte offset in what was typed
	col int // the same in characters, from 1
	msg string
}

// Error gives one line for the reader.
func (e *Error) Error() string { return fmt.Sprintf("query, character %d: %s", e.col, e.msg) }

// Options are the circumstances of a query.
type Options struct {
	Now time.Time // what relative dates count from; its zone is the reader's
	// Typing says that the query is still being typed: its last word may go on,
	// and a quotation mark or parenthesis at the end need not be closed yet.
	Typing bool
}

// Parse reads a query. Its errors are *Error.
func Parse(s string, o Options) (Node, error) {
	p := &parser{src: s, Options: o}
	n, err := p.any(0)
	if err != nil {
		return nil, err
	}
	if p.peek() == ')' {
		return nil, p.fail(p.at, "this parenthesis closes nothing")
	}
	return n, nil
}

type parser struct {
	Options
	src   string
	at    int
	terms int
}

func (p *parser) fail(at int, format string, args ...any) *Error {
	return &Error{At: at, col: utf8.RuneCountInString(p.src[:at]) + 1, msg: fmt.Sprintf(format, args...)}
}

// peek gives the next character after white space, 0 at the end.
func (p *parser) peek() rune {
	for p.at < len(p.src) {
		r, size := utf8.DecodeRuneInString(p.src[p.at:])
		if !unicode.IsSpace(r) {
			return r
		}
		p.at += size
	}
	return 0
}

// any reads alternatives up to the end or a closing parenthesis.
func (p *parser) any(depth int) (Node, error) {
	if depth > maxDepth {
		return nil, p.fail(p.at, "more than %d parentheses deep", maxDepth)
	}
	var or Or
	for {
		n, err := p.all(depth)
		if err != nil {
			return nil, err
		}
		or = append(or, n)
		at := p.at
		word := p.operator("OR")
		if Empty(n) && (len(or) > 1 || word) && !(p.Typing && !word && p.peek() == 0) {
			return nil, p.fail(at, "OR needs something on both sides")
		}
		if !word {
			break
		}
	}
	if last := len(or) - 1; last > 0 && Empty(or[last]) {
		or = or[:last] // "a OR", still being typed
	}
	if len(or) == 1 {
		return or[0], nil
	}
	return or, nil
}

// all reads terms that stand side by side.
func (p *parser) all(depth int) (Node, error) {
	and := And{}
	for {
		r := p.peek()
		if r == 0 || r == ')' || p.isOperator("OR") {
			break
		}
		if len(and) > 0 && p.operator("AND") {
			continue
		}
		n, err := p.one(depth)
		if err != nil {
			return nil, err
		}
		if n != nil {
			and = append(and, n)
		}
	}
	if len(and) == 1 {
		return and[0], nil
	}
	return and, nil
}

// one reads a term, its negation, or a parenthesis. It gives nil for a minus
// sign that stands alone.
func (p *parser) one(depth int) (Node, error) {
	switch p.peek() {
	case '-', '\u2212':
		at := p.at
		_, size := utf8.DecodeRuneInString(p.src[at:])
		p.at += size
		if next, _ := utf8.DecodeRuneInString(p.src[p.at:]); p.at == len(p.src) || unicode.IsSpace(next) || next == ')' {
			return nil, nil // a dash between words
		}
		if depth >= maxDepth {
			return nil, p.fail(at, "more than %d minus signs and parentheses deep", maxDepth)
		}
		n, err := p.one(depth + 1)
		if err != nil || n == nil {
			return nil, err
		}
		return Not{n}, nil
	case '(':
		at := p.at
		p.at++
		n, err := p.any(depth + 1)
		if err != nil {
			return nil, err
		}
		if p.peek() == ')' {
			p.at++
		} else if !p.Typing {
			return nil, p.fail(at, "this parenthesis is not closed")
		}
		if Empty(n) {
			return nil, nil
		}
		return n, nil
	}
	return p.term()
}

// isOperator reports whether the next word is op, in capitals and alone.
func (p *parser) isOperator(op string) bool {
	rest := p.src[p.at:]
	if !strings.HasPrefix(rest, op) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest[len(op):])
	return len(rest) == len(op) || unicode.IsSpace(r) || r == '(' || r == ')'
}

func (p *parser) operator(op string) bool {
	p.peek()
	if !p.isOperator(op) {
		return false
	}
	p.at += len(op)
	return true
}
