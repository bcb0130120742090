package query

import "strings"

// Settle gives the query that one is which was being typed, once it is done, so
// that it goes on finding what it found: a last word that might have gone on gets
// its *, and an open quotation mark is closed.
func Settle(s string) string {
	n, err := Parse(s, Options{Typing: true})
	if err != nil {
		return s
	}
	t, ok := last(n)
	if !ok || !t.Prefix || t.Span.End != len(s) || strings.HasSuffix(s, "*") || t.Field == Is || t.Field == Before || t.Field == After {
		return s
	}
	at := t.Span.Start
	if t.Field != Word {
		at += len(t.Field.String()) + 1
	}
	if strings.IndexFunc(s[at:], isQuote) == 0 {
		return s + `"*`
	}
	return s + "*"
}

// last gives the term that stands last.
func last(n Node) (Term, bool) {
	switch n := n.(type) {
	case Term:
		return n, true
	case Not:
		return last(n.Node)
	case And:
		if len(n) > 0 {
			return last(n[len(n)-1])
		}
	case Or:
		return last(n[len(n)-1])
	}
	return Term{}, false
}
