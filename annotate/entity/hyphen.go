package entity

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/model"
)

// longestSyllable is the most bytes of what follows the hyphen of a given name,
// as in Cheuk-yan, Geun-hye and Jong-un.
const longestSyllable = 6

// joinHyphen gives a person's name the whole of its hyphenated given name: "Lee
// Cheuk-yan", not "Lee Cheuk-". What is a word of its own makes an adjective, and
// the hyphen goes with it: "Donald Trump-backed".
func (a *agreement) joinHyphen(n *doc.Name) {
	if a.d.Word(n.End-1) == "-" {
		if n.End--; n.End == n.First {
			return
		}
	}
	if n.Type != model.Person || n.End-n.First < 2 || n.End+1 >= len(a.d.Tokens) || a.d.Word(n.End) != "-" {
		return
	}
	t := a.d.Tokens
	if t[n.End-1].End != t[n.End].Start || t[n.End].End != t[n.End+1].Start {
		return
	}
	w := a.d.FormOf(n.End + 1)
	if w.Case == doc.CaseLower && len(w.Text) <= longestSyllable && !qualifies(w.Text) {
		n.End += 2
	}
}

// qualifies reports whether w after a name and a hyphen makes an adjective of the
// two. It knows short words alone.
func qualifies(w string) bool {
	switch w {
	case "led", "era", "run", "like", "style", "born", "built", "made", "held", "free", "type", "wing", "only", "esque", "ally":
		return true
	}
	return strings.HasSuffix(w, "ed") || len(w) > 5 && strings.HasSuffix(w, "ing")
}
