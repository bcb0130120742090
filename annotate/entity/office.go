package entity

import (
	"quoth/annotate/doc"
	"quoth/model"
)

// isQualifier reports whether w says what an office is about or whose it is:
// "Foreign" in "Foreign Minister", "Staff" in "Chief of Staff".
func isQualifier(w string) bool {
	switch w {
	case "Foreign", "Prime", "Supreme", "Vice", "Deputy", "Defense", "Defence", "Interior", "Finance", "Health", "Education", "Trade",
		"Energy", "Labour", "Labor", "Transport", "Treasury", "Home", "Press", "State", "Former", "Acting", "First", "Lady", "Staff",
		"Majority", "Minority", "House", "Executive", "Managing", "Lead", "Police", "Army", "of", "the", "for":
		return true
	}
	return false
}

// trim takes offices off persons' names: "Justice Lee" is Lee, "Turkish Foreign
// Minister Hakan Fidan" is a people and a person, "Supreme Leader" is no name.
func (a *agreement) trim() {
	kept := make([]doc.Name, 0, len(a.d.Names))
	for _, n := range a.d.Names {
		if n.Type != model.Person || n.First+1 == n.End {
			kept = append(kept, n)
			continue
		}
		office := a.office(n)
		if office > n.First && a.look(a.key(n.First, n.First+1)).is(people) {
			kept = append(kept, doc.Name{First: n.First, End: n.First + 1, Type: model.NORP, Entity: -1})
		}
		if n.First = office; n.First < n.End {
			kept = append(kept, n)
		}
	}
	a.d.Names = kept
}

// office gives the token after the office that a person's name begins with:
// n.First where it begins with none, n.End where it is nothing else.
func (a *agreement) office(n doc.Name) int {
	after, qualified := n.First, false
	for i := n.First; i < n.End; i++ {
		w := a.d.Word(i)
		switch {
		case IsRole(w):
			after = i + 1
		case isQualifier(w):
			qualified = true
		case i == n.First && a.look(a.key(i, i+1)).is(people):
			qualified = true
		default:
			return after
		}
	}
	// Only offices so far. "King Prince" may be a name all the same.
	if qualified && after > n.First {
		return n.End
	}
	return min(after, n.End-1)
}
