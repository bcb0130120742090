package margin

import (
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"

	"quoth/model"
	"quoth/ui/search"
	"quoth/ui/statement"
)

// fits reports whether a statement fits all words of a filter: each has to be a
// kind or a doubt ("indirect", "probably", "unknown"), or letters of the
// speaker's name in their order, or to stand in the words, the cue, place or
// day. It gives the runes of the name that were found.
func fits(s *statement.Statement, filter string) (matched []int, ok bool) {
	for word := range strings.FieldsSeq(filter) {
		found := match(s.Speaker, word)
		switch {
		case isKind(s, strings.ToLower(word)):
		case slices.Contains(Kinds(), word):
			return nil, false
		case len(found) > 0:
			matched = append(matched, found...)
		case search.Has(strings.Join([]string{s.Words, s.How, s.Where, s.When, s.Written}, "\n"), word):
		default:
			return nil, false
		}
	}
	return matched, true
}

// match gives the runes of a name that a word finds.
func match(name, word string) []int {
	var runes []int
	for _, m := range fuzzy.Find(word, []string{name}) {
		n := 0
		for i := range name {
			for _, at := range m.MatchedIndexes {
				if at == i {
					runes = append(runes, n)
				}
			}
			n++
		}
	}
	return runes
}

// isKind reports whether a word names what kind of statement it is, in full or
// by its first letters.
func isKind(s *statement.Statement, word string) bool {
	for _, tag := range tags(s) {
		if len(word) >= 3 && strings.HasPrefix(tag, word) {
			return true
		}
	}
	return false
}

// tags lists the words that name what kind of statement it is.
func tags(s *statement.Statement) []string {
	out := []string{string(s.Kind)}
	if s.Doubt != "" {
		out = append(out, s.Doubt, "doubt")
	}
	switch {
	case s.Key == "":
		out = append(out, "unknown", "doubt")
	case !s.Named:
		out = append(out, "unnamed")
	}
	if s.Status != model.ByEngine {
		out = append(out, string(s.Status))
	}
	if s.Held {
		out = append(out, "inherited")
	}
	return out
}

// Kinds lists the words that a filter takes for kinds, whatever the statements
// say.
func Kinds() []string {
	return []string{
		string(model.Direct), string(model.Mixed), string(model.Indirect),
		"doubt", "probably", "perhaps", "unknown", "unnamed", "inherited",
		string(model.Confirmed), string(model.Corrected),
	}
}
