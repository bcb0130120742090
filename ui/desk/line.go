package desk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// ParseLine reads a note as it is written on one line: words that begin with #
// and a letter are its tags, the others its text.
func ParseLine(line string) (text string, tags []string) {
	var words []string
	for word := range strings.FieldsSeq(line) {
		if isTag(word) {
			tags = append(tags, word)
		} else {
			words = append(words, word)
		}
	}
	return strings.Join(words, " "), model.CleanTags(tags)
}

func isTag(word string) bool {
	rest, hash := strings.CutPrefix(word, "#")
	r, _ := utf8.DecodeRuneInString(rest)
	return hash && unicode.IsLetter(r)
}

// Line writes a note on one line, as ParseLine reads it. ok is false for a note
// that would not come back the same: of several lines, or with a tag of several
// words.
func Line(n model.Note) (line string, ok bool) {
	words := strings.Fields(n.Text)
	for _, t := range n.Tags {
		words = append(words, "#"+t)
	}
	line = strings.Join(words, " ")
	text, tags := ParseLine(line)
	return line, text == n.Text && strings.Join(tags, "\n") == strings.Join(n.Tags, "\n")
}

// CompleteTags lists what a line may become when the tag that is being typed at
// its end is completed. Without a # all words are tags.
func CompleteTags(line string, known []string, bare bool) []string {
	at := strings.LastIndexByte(line, ' ') + 1
	word, hash := strings.CutPrefix(line[at:], "#")
	if !hash && !bare {
		return nil
	}
	var out []string
	for _, t := range known {
		if strings.HasPrefix(t, word) && t != word {
			out = append(out, strings.TrimSuffix(line, word)+t)
		}
	}
	return out
}
