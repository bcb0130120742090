package occasion

import (
	"strings"

	"quoth/model"
)

// recalled completes the place of the utterance at position k where its clause
// speaks of an occasion told before: after "a news conference in Suva", "at the
// conference" is in Suva too.
func (r *reader) recalled(k int, where []model.Where) []model.Where {
	if kinds(where)&1 != 0 || !r.definite(where[0]) {
		return where
	}
	if p := r.antecedent(where[0], k); p >= 0 {
		for _, w := range r.settings[p].where {
			if w.Kind == model.WherePlace {
				w.Inherited = true
				where = append(where, w)
			}
		}
	}
	return where
}

// definite reports whether a place is told by "the" and a common noun.
func (r *reader) definite(w model.Where) bool {
	i := r.TokenAt(w.Span.Start)
	return i < len(r.Words) && r.Low(i-1) == "the" && r.Words[i].Name < 0 && !r.Words[i].Capital && w.Kind != model.WherePlace
}

// recalls is how many utterances back an occasion is spoken of again.
const recalls = 50

// antecedent gives the setting of the last clause before position k that names
// the same kind of occasion or channel, -1 for none.
func (r *reader) antecedent(w model.Where, k int) int {
	head := lastWord(w.Name)
	for j := k - 1; j >= max(0, k-recalls); j-- {
		p := r.place[r.Order[j]]
		if p < 0 {
			continue
		}
		for _, x := range r.settings[p].where {
			if x.Kind == w.Kind && lastWord(x.Name) == head {
				return p
			}
		}
	}
	return -1
}

func lastWord(s string) string { return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) }
