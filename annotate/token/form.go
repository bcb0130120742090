package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/annotate/linear"
)

// Index fills d.Forms and tells each token its form. Split does so itself; it is
// for documents whose tokens come from a corpus.
func Index(d *doc.Doc) {
	known := make(map[uint64]int32, len(d.Tokens)/3+8)
	d.Forms = make([]doc.Form, 0, len(d.Tokens)/3+8)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		w := d.Text[t.Start:t.End]
		key := linear.Hash(w)
		f, ok := known[key]
		if !ok {
			f = int32(len(d.Forms))
			known[key] = f
			d.Forms = append(d.Forms, FormOf(w))
		}
		t.Form = f
	}
}

// longestForm is how many bytes of a word its form looks at. Longer "words" are
// noise.
const longestForm = 64

// FormOf gives what the models see of a word.
func FormOf(w string) doc.Form {
	f := doc.Form{Text: w}
	s := plain(clip(w))
	lower := strings.ToLower(s)
	f.Exact = linear.Hash(s)
	f.Lower = lowerHash(lower)
	affixes(&f, lower)
	f.Shape, f.Case = shape(s)
	return f
}

// clip cuts an overlong word at a character.
func clip(w string) string {
	if len(w) <= longestForm {
		return w
	}
	n := longestForm
	for n > 0 && !utf8.RuneStart(w[n]) {
		n--
	}
	return w[:n]
}

// plain writes quotation marks, apostrophes, dashes and dots as the corpora do.
func plain(w string) string {
	switch w {
	case "“", "”", "„", "‟", "«", "»", "``", "''", "″", "＂":
		return `"`
	case "‘", "’", "`":
		return "'"
	case "—", "–", "---":
		return "--"
	case "…":
		return "..."
	}
	if strings.Contains(w, "’") {
		return strings.ReplaceAll(w, "’", "'")
	}
	return w
}

// lowerHash is the hash of a word in lower case. Numbers are told apart by their
// number of digits alone.
func lowerHash(lower string) uint64 {
	digits := 0
	for i := range len(lower) {
		if '0' <= lower[i] && lower[i] <= '9' {
			digits++
		}
	}
	if 2*digits < len(lower) || digits == 0 {
		return linear.Hash(lower)
	}
	return linear.Mix(linear.Hash("0"), uint64(digits))
}

// affixes fills the prefixes and suffixes; a shorter word repeats itself whole.
func affixes(f *doc.Form, lower string) {
	i, j := 0, len(lower)
	for n := range f.Prefix {
		if i < len(lower) {
			_, size := utf8.DecodeRuneInString(lower[i:])
			i += size
		}
		if j > 0 {
			_, size := utf8.DecodeLastRuneInString(lower[:j])
			j -= size
		}
		f.Prefix[n] = linear.Hash(lower[:i])
		f.Suffix[n] = linear.Hash(lower[j:])
	}
}

// shape writes each letter as X or x and each digit as d, runs cut to two, and
// tells how the word uses capitals.
func shape(w string) (uint64, doc.Case) {
	var out [longestForm]byte
	n, upper, lower := 0, 0, 0
	for _, r := range w {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
			upper++
		case unicode.IsLetter(r):
			c = 'x'
			lower++
		case unicode.IsDigit(r):
			c = 'd'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if n > 1 && out[n-1] == c && out[n-2] == c {
			continue
		}
		out[n] = c
		n++
	}
	return linear.Hash(string(out[:n])), caseOf(w, upper, lower)
}

func caseOf(w string, upper, lower int) doc.Case {
	first, _ := utf8.DecodeRuneInString(w)
	switch {
	case upper+lower == 0:
		return doc.CaseNone
	case upper == 0:
		return doc.CaseLower
	case !unicode.IsUpper(first):
		return doc.CaseMixed
	case lower == 0:
		return doc.CaseUpper
	case upper == 1:
		return doc.CaseInitial
	}
	return doc.CaseMixed
}
