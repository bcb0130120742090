package query

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"quoth/model"
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

// term reads one word, phrase or field with its value. It gives nil for one
// that holds no letter and no digit.
func (p *parser) term() (Node, error) {
	start := p.at
	if p.terms++; p.terms > maxTerms {
		return nil, p.fail(start, "more than %d terms", maxTerms)
	}
	field, err := p.field()
	if err != nil {
		return nil, err
	}
	t := Term{Field: field}
	if t.Value, t.Prefix, err = p.value(); err != nil {
		return nil, err
	}
	t.Span = model.Span{Start: start, End: p.at}
	if !strings.ContainsFunc(t.Value, isWordRune) {
		if field == Word || p.typingAt(p.at) {
			return nil, nil
		}
		return nil, p.fail(start, "%s: needs a value right after it", field)
	}
	return p.meaning(t)
}

// typingAt reports whether what ends at the byte offset is still being typed.
func (p *parser) typingAt(end int) bool { return p.Typing && end == len(p.src) }

// meaning reads the value of is:, before: and after:.
func (p *parser) meaning(t Term) (Node, error) {
	valueAt := t.Span.Start
	if t.Field != Word {
		valueAt += len(t.Field.String()) + 1
	}
	switch t.Field {
	case Is:
		for s, name := range states {
			if strings.EqualFold(name, t.Value) {
				t.State = State(s)
				return t, nil
			}
		}
		if p.typingAt(t.Span.End) {
			return nil, nil
		}
		return nil, p.fail(valueAt, "is:%s is no state: unread, read, starred or archived", t.Value)
	case Before, After:
		var err error
		if t.Time, err = Date(t.Value, p.Now); err != nil {
			if p.typingAt(t.Span.End) {
				return nil, nil
			}
			return nil, p.fail(valueAt, "%s", err)
		}
	default:
	}
	return t, nil
}

// field reads "name:" where it is one of the fields. Letters and a colon that
// are none are a mistake, but "12:30" and "https://…" are words.
func (p *parser) field() (Field, error) {
	rest := p.src[p.at:]
	i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if i <= 0 || rest[i] != ':' || strings.HasPrefix(rest[i:], "://") {
		return Word, nil
	}
	name := rest[:i]
	for f := Title; int(f) < len(fields); f++ {
		if strings.EqualFold(name, f.String()) {
			p.at += i + 1
			return f, nil
		}
	}
	return Word, p.fail(p.at, "there is no field %s: (%s; put it in quotation marks to search for it)",
		name, strings.Join(fields[1:], ": ")+":")
}

// value reads a word or a phrase.
func (p *parser) value() (value string, prefix bool, err error) {
	start := p.at
	if p.at < len(p.src) {
		if r, size := utf8.DecodeRuneInString(p.src[p.at:]); isQuote(r) {
			p.at += size
			end := strings.IndexFunc(p.src[p.at:], isQuote)
			if end < 0 {
				if !p.Typing {
					return "", false, p.fail(start, "this quotation mark is not closed")
				}
				value, p.at = p.src[p.at:], len(p.src)
				return clean(value), true, nil
			}
			value = p.src[p.at : p.at+end]
			_, size = utf8.DecodeRuneInString(p.src[p.at+end:])
			p.at += end + size
			if strings.HasPrefix(p.src[p.at:], "*") {
				p.at++
				prefix = true
			}
			return clean(value), prefix, nil
		}
	}
	end := strings.IndexFunc(p.src[start:], func(r rune) bool {
		return unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r)
	})
	if end < 0 {
		end = len(p.src) - start
	}
	p.at = start + end
	value = p.src[start:p.at]
	if trimmed := strings.TrimRight(value, "*"); trimmed != value {
		return clean(trimmed), true, nil
	}
	return clean(value), p.typingAt(p.at), nil
}

// clean makes a value valid UTF-8 without control characters.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.TrimSpace(s)
}

func isQuote(r rune) bool {
	switch r {
	case '"', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb':
		return true
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
