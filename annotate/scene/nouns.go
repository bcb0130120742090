package scene

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed nouns.txt
var nounsFile string

// Noun is a set of the kinds of nouns that tell where words are said.
type Noun uint8

// The kinds of nouns.
const (
	Medium  Noun = 1 << iota // statement, Facebook
	Venue                    // hearing, rally
	Place                    // car park, doorstep
	Outlet                   // a word of an outlet's name: Times, Radio
	Office                   // a word of a body's name that is no outlet: ministry
	Writing                  // letter, post
	Crowd                    // reporters, the House
	Role                     // judge, moderator, senator
)

// Nouns is the list of nouns, read-only after LoadNouns.
type Nouns struct{ kinds map[string]Noun }

// LoadNouns reads the embedded list.
func LoadNouns() (*Nouns, error) {
	n := &Nouns{kinds: map[string]Noun{}}
	for number, line := range strings.Split(nounsFile, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		kind, words, _ := strings.Cut(line, ":")
		k := nounNamed(kind)
		if k == 0 {
			return nil, fmt.Errorf("nouns.txt:%d: unknown kind %q", number+1, kind)
		}
		for w := range strings.FieldsSeq(words) {
			n.kinds[w] |= k
		}
	}
	return n, nil
}

func nounNamed(kind string) Noun {
	switch kind {
	case "medium":
		return Medium
	case "venue":
		return Venue
	case "place":
		return Place
	case "outlet":
		return Outlet
	case "office":
		return Office
	case "writing":
		return Writing
	case "crowd":
		return Crowd
	case "role":
		return Role
	}
	return 0
}

// Of gives the kinds of a noun in lower case, singular or plural.
func (n *Nouns) Of(w string) Noun {
	if k, ok := n.kinds[w]; ok {
		return k
	}
	if s, ok := strings.CutSuffix(w, "s"); ok && len(s) > 2 {
		return n.kinds[s]
	}
	return 0
}
