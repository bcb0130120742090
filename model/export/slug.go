package export

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	// slugLength is how many letters and dashes of a title stand in a file's name,
	// and then the rest of the word.
	slugLength = 60
	// slugBytes is how many bytes they may take. File systems take names of 255,
	// and day, id and number stand there as well.
	slugBytes = 180
)

// slug makes a title fit for a file's name everywhere: small letters and digits
// of any script, and dashes. Letters of European scripts lose their accents; in
// others the marks are part of the letter.
func slug(title string) string {
	var b strings.Builder
	length, dash, accents := 0, false, false
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		switch {
		case unicode.Is(unicode.M, r):
			if !accents && b.Len() > 0 && !dash {
				b.WriteRune(r)
			}
		case r == '\'' || r == '’':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if b.Len() >= slugBytes {
				return norm.NFC.String(b.String())
			}
			if dash && b.Len() > 0 {
				b.WriteByte('-')
				length++
			}
			dash, accents = false, unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
			b.WriteRune(r)
			length++
		case length >= slugLength:
			return norm.NFC.String(b.String())
		default:
			dash = true
		}
	}
	return norm.NFC.String(b.String())
}
