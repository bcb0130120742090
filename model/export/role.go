package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// maxRole is the longest role in characters: a longer one is a sentence that the
// engine took for a mention.
const maxRole = 80

// role gives what the article calls a speaker beside the name, where it names
// the speaker as a source: "Iran's Foreign Minister" of "Iran's Foreign Minister
// Abbas Araqchi".
func role(text string, all []model.Quote, q *model.Quote) string {
	if q.Speaker == "" || q.SpeakerName == "" {
		return ""
	}
	for i := range all {
		if all[i].Speaker != q.Speaker {
			continue
		}
		for _, s := range all[i].Source {
			if r := besides(oneLine(s.In(text)), oneLine(q.SpeakerName)); r != "" {
				return r
			}
		}
	}
	return ""
}

// besides gives what stands before a name in a mention, or else behind it.
func besides(mention, name string) string {
	before, after, ok := strings.Cut(mention, name)
	if !ok {
		return ""
	}
	for _, part := range []string{before, after} {
		part = strings.Trim(part, " ,;:—–-“”\"'’")
		if n := utf8.RuneCountInString(part); n > 1 && n <= maxRole && !strings.ContainsAny(part, "\"“”") && tells(part) {
			return part
		}
	}
	return ""
}

// functionWords are those that tell no role by themselves: "the" of "the Karnataka
// High Court".
const functionWords = " a an the this that these those its his her their our my your s" +
	" of in at on by for from to with as and or but nor who whom whose which is was are were has had also both "

// tells reports whether some word of a part is more than a function word.
func tells(part string) bool {
	words := strings.FieldsFunc(strings.ToLower(part), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
	return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(functionWords, " "+w+" ") })
}
