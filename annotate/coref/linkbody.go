package coref

import (
	"strings"
	"unicode/utf8"

	"quoth/model"
)

// findBody gives the body whose initials or beginning the words are.
func (k *linker) findBody(n int, words []string) int {
	if e := k.inBrackets(n); e >= 0 {
		return e
	}
	return k.findIn(n, words, model.Org)
}

// inBrackets gives the body named right before a name in brackets: "Office for
// Budget Responsibility (OBR)".
func (k *linker) inBrackets(n int) int {
	x := &k.Names[n]
	if n == 0 || x.First == 0 || k.Word(x.First-1) != "(" || x.End >= len(k.Tokens) || k.Word(x.End) != ")" {
		return -1
	}
	if p := &k.Names[n-1]; p.End == x.First-1 && p.Type == x.Type {
		return p.Entity
	}
	return -1
}

// findIn gives the entity of a type that a one-word name is a short form of: its
// initials, its first word or its last, as "Chiefs" is of Kansas City Chiefs.
func (k *linker) findIn(n int, words []string, kind model.EntityType) int {
	if len(words) != 1 {
		return -1
	}
	short := strings.ReplaceAll(words[0], ".", "")
	upper := k.Word(k.Names[n].End-1) == strings.ToUpper(k.Word(k.Names[n].End-1)) && len(short) > 1
	for _, e := range k.byPart[part{kind, short}] {
		have := k.parts[e]
		switch {
		case len(have) < 2:
		case upper && acronym(have) == short:
			return e
		case !upper && kind == k.Names[n].Type && len(short) > 3 && (have[0] == short || have[len(have)-1] == short):
			return e
		}
	}
	return -1
}

// acronym gives the initials of words, function words left out.
func acronym(words []string) string {
	var b strings.Builder
	for _, w := range words {
		switch w {
		case "of", "the", "for", "and", "in", "on", "to", "at", "de", "la", "del", "des", "du":
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return b.String()
}
