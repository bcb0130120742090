package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// author is who wrote an article: a person, whose name has parts, or what is
// named as it stands. Its fields are those of CSL-JSON.
type author struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Suffix  string `json:"suffix,omitempty"`
	Literal string `json:"literal,omitempty"`
}

// authors reads names as articles give them.
func authors(names []string) []author {
	var out []author
	for _, n := range names {
		if n = oneLine(n); n != "" {
			out = append(out, readAuthor(n))
		}
	}
	return out
}

const (
	// particles belong to the family name that follows them.
	particles = " af al bin da dal de del della den der di do dos du e el ibn la las le los ten ter van vom von y zu zum zur "
	// suffixes follow the name of a son or grandson.
	suffixes = " jr sr ii iii iv "
	// offices are words of those that are no person by name, in by-lines.
	offices = " admin agencies agency ap associated associates board broadcasting bureau columnist contributing contributor " +
		"contributors correspondent correspondents council desk digital editor editorial editors foreign freelance guest " +
		"health institute magazine media ministry national network news newspaper newsroom office online our political post " +
		"press producer radio redaction redaktion report reporter reporters reuters rédaction science service services " +
		"special sport sports staff team television the times tribune tv webdesk wire wires writer writers "
)

func listed(list, word string) bool {
	return strings.Contains(list, " "+strings.ToLower(strings.Trim(word, ".,"))+" ")
}

// readAuthor parts the name of a person. What may be none stays as it is: an
// office ("Special Correspondent"), a body ("Associated Press"), somebody with
// their bureau or place ("Mirsad Wire, Muscat bureau"), several people in one.
func readAuthor(name string) author {
	words, suffix, capitals := strings.Fields(name), "", name == strings.ToUpper(name)
	if last := len(words) - 1; last > 1 && listed(suffixes, words[last]) {
		words, suffix = words[:last], words[last]
		words[last-1] = strings.TrimSuffix(words[last-1], ",")
	}
	if len(words) < 2 || len(words) > 5 {
		return author{Literal: name}
	}
	for _, w := range words {
		if listed(offices, w) || !ofPerson(w, capitals) {
			return author{Literal: name}
		}
	}
	family := len(words) - 1
	for family > 1 && words[family-1] == strings.ToLower(words[family-1]) {
		family--
	}
	return author{Family: strings.Join(words[family:], " "), Given: strings.Join(words[:family], " "), Suffix: suffix}
}

// ofPerson reports whether a word may be one of a person's name: a name, an
// initial or a particle, and not "and", "24" or, unless all is in capitals, "BBC".
func ofPerson(word string, capitals bool) bool {
	const initials = 2 // "JD Vance"
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case strings.ContainsFunc(word, func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.M) && !strings.ContainsRune("'’.-‐", r)
	}):
		return false
	case unicode.IsLower(first):
		return listed(particles, word) || strings.ContainsAny(word, "'’") // d'Alembert
	case !unicode.IsUpper(first):
		return false // of a script in which the family name may stand first
	}
	return capitals || word != strings.ToUpper(word) || strings.Contains(word, ".") || utf8.RuneCountInString(word) <= initials
}
