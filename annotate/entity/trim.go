package entity

import (
	"quoth/annotate/doc"
	"quoth/model"
)

// trim takes off names what is none of theirs: offices, days before them,
// quotation marks that are open at their end, and half of a given name.
func (a *agreement) trim() {
	kept := make([]doc.Name, 0, len(a.d.Names))
	for _, n := range a.d.Names {
		a.trimDay(&n)
		a.trimMark(&n)
		a.joinHyphen(&n)
		a.head(&n)
		if n.First+1 < n.End && (n.Type == model.Person || n.Type == model.Org) {
			kept = a.trimOffice(kept, n)
		} else if n.First < n.End {
			kept = append(kept, n)
		}
	}
	a.d.Names = kept
}

// trimOffice appends to kept what a name is without its office: "Justice Lee" is
// Lee, "Turkish Foreign Minister Hakan Fidan" is a people and a person, "Iranian
// Supreme Leader" a people alone.
func (a *agreement) trimOffice(kept []doc.Name, n doc.Name) []doc.Name {
	office := a.office(n)
	if n.Type == model.Org && office < n.End {
		return append(kept, n)
	}
	if office > n.First && a.look(a.key(n.First, n.First+1)).is(people) {
		kept = append(kept, doc.Name{First: n.First, End: n.First + 1, Type: model.NORP, Entity: -1})
	}
	if n.First = office; n.First < n.End {
		kept = append(kept, n)
	}
	return kept
}

// trimDay takes a day or month off a name that follows it: "On Monday Ito left".
func (a *agreement) trimDay(n *doc.Name) {
	if n.First == 0 || !leadsToDay(a.d.Word(n.First-1)) {
		return
	}
	for _, t := range a.d.Times {
		if t.First <= n.First && n.First < t.End && t.End < n.End {
			n.First = t.End
			return
		}
	}
}

// leadsToDay reports whether a day is likely to follow w.
func leadsToDay(w string) bool {
	switch w {
	case "on", "On", "last", "Last", "next", "Next", "this", "This", "since", "Since", "until", "Until", "by", "By", "late", "Late", "early", "Early":
		return true
	}
	return false
}

// trimMark cuts a name at a quotation mark without its pair inside the name:
// `William Jones “Shorty`.
func (a *agreement) trimMark(n *doc.Name) {
	marks, at := 0, -1
	for i := n.First; i < n.End; i++ {
		if isQuote(a.d.Word(i)) {
			marks++
			at = i
		}
	}
	switch {
	case marks%2 == 0:
	case at == n.First:
		n.First++
	default:
		n.End = at
	}
}
