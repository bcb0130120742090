package library

import (
	"strings"
	"unicode"

	"quoth/model/query"
)

// unspaced are scripts that put no spaces between words. Each of their
// characters is indexed as a word, and a word that is asked for is a phrase of
// them: SQLite's own tokenizer would take a whole sentence for one word.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// spaced puts spaces around the characters of unspaced scripts.
func spaced(s string) string {
	if !strings.ContainsFunc(s, isUnspaced) {
		return s
	}
	var b strings.Builder
	b.Grow(2 * len(s))
	for _, r := range s {
		if isUnspaced(r) {
			b.WriteByte(' ')
			b.WriteRune(r)
			b.WriteByte(' ')
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isUnspaced(r rune) bool { return r >= 0x0E00 && unicode.In(r, unspaced...) }

// phrase writes a term as a phrase of FTS5, restricted to a column if one is
// given.
func phrase(t query.Term, column string) string {
	p := `"` + strings.ReplaceAll(spaced(t.Value), `"`, `""`) + `"`
	if t.Prefix {
		p += " *"
	}
	if column != "" {
		p = column + " : " + p
	}
	return p
}

// namesMatch writes the search for quotations of one of several speakers.
func namesMatch(names ...string) string {
	var parts []string
	for _, n := range names {
		if strings.TrimSpace(n) != "" {
			parts = append(parts, phrase(query.Term{Value: n}, query.Speaker.String()))
		}
	}
	return strings.Join(parts, " OR ")
}
