package desk

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// ParseLine reads a note as it is written on one line.
func ParseLine(line string) (text string, tags []string) {
	return ParseText(strings.Join(strings.Fields(line), " "))
}

// ParseText reads a note as it is written: words that begin with # and a letter are
// its tags. Those at its beginning and end are none of its text, those within a
// sentence stay there.
func ParseText(s string) (text string, tags []string) {
	for word := range strings.FieldsSeq(s) {
		if tag, _, ok := cutTag(word); ok {
			tags = append(tags, tag)
		}
	}
	return withoutLast(withoutFirst(strings.TrimSpace(s))), model.CleanTags(tags)
}

// Rewrite gives a note other words, which do not tell all its tags. It loses those
// that only the old words told.
func Rewrite(n *model.Note, words string) {
	_, old := ParseText(n.Text)
	text, tags := ParseText(words)
	for _, t := range n.Tags {
		if !slices.Contains(old, t) {
			tags = append(tags, t)
		}
	}
	n.Text, n.Tags = text, model.CleanTags(tags)
}

func withoutFirst(s string) string {
	for {
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			end = len(s)
		}
		if !onlyTag(s[:end]) {
			return s
		}
		s = strings.TrimSpace(s[end:])
	}
}

func withoutLast(s string) string {
	for {
		word := strings.TrimSpace(s[max(0, strings.LastIndexFunc(s, unicode.IsSpace)):])
		if !onlyTag(word) {
			return s
		}
		s = strings.TrimSpace(strings.TrimSuffix(s, word))
	}
}

// onlyTag reports whether a word is a tag and tells nothing else: the sign that
// ends a sentence is the sentence's.
func onlyTag(word string) bool {
	_, after, ok := cutTag(word)
	return ok && strings.Trim(after, ",;") == ""
}

// cutTag cuts a tag from the punctuation behind it.
func cutTag(word string) (tag, after string, ok bool) {
	rest, hash := strings.CutPrefix(word, "#")
	r, _ := utf8.DecodeRuneInString(rest)
	tag = strings.TrimRight(rest, punctuation)
	return tag, rest[len(tag):], hash && unicode.IsLetter(r)
}

// punctuation is what ends a clause and no tag.
const punctuation = ".,;:!?…)]}\"'”’»"

// ParseTags reads tags that are written beside each other, with or without # and
// with or without commas.
func ParseTags(words string) []string {
	tags := strings.Fields(words)
	for i, t := range tags {
		tags[i] = strings.TrimRight(t, punctuation)
	}
	return model.CleanTags(tags)
}

// Line writes a note on one line, as ParseLine reads it. ok is false for a note
// that would not come back the same: of several lines, or with a tag of several
// words.
func Line(n model.Note) (line string, ok bool) {
	words := strings.Fields(n.Text)
	_, within := ParseText(n.Text)
	for _, t := range n.Tags {
		if !slices.Contains(within, t) {
			words = append(words, "#"+t)
		}
	}
	line = strings.Join(words, " ")
	text, tags := ParseLine(line)
	return line, text == n.Text && slices.Equal(tags, n.Tags)
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
