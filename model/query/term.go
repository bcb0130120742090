package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

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
