package entity

import "quoth/annotate/doc"

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
