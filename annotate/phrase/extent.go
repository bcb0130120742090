package phrase

import (
	"quoth/annotate/doc"
	"quoth/annotate/view"
)

// extent gives the tokens of the phrase headed by i: its subtree and name
// without prepositions before it and clauses after it.
func extent(v *view.View, i int) (first, end int) {
	w := &v.Words[i]
	a, b := int(w.Left), int(w.Right)
	if w.Name >= 0 {
		a, b = min(a, v.Names[w.Name].First), max(b, v.Names[w.Name].End-1)
	}
	for k := range v.Kids(i) {
		c := &v.Words[k]
		switch c.Rel.Base() {
		case doc.RelCase, doc.RelCc, doc.RelMark, doc.RelPunct, doc.RelNsubj, doc.RelCop, doc.RelAux, doc.RelDiscourse:
			if k < i && int(c.Right)+1 > a && int(c.Right) < i {
				a = int(c.Right) + 1
			}
		}
		if k > i && int(c.Left)-1 < b && int(c.Left) > i && clausal(c) {
			b = int(c.Left) - 1
		}
	}
	relative := false
	for j := i + 1; j <= b; j++ {
		x := &v.Words[j]
		switch x.Tag {
		case doc.TagWP, doc.TagWDT, doc.TagWRB:
			relative = true
		}
		if !relative && x.Tag.Finite() && x.Name < 0 || x.Tag == doc.TagColon && v.Word(j) != "-" {
			b = j - 1
			break
		}
	}
	for b > i && (!v.Words[b].Wordly || v.Words[b].Tag == doc.TagCC) {
		b--
	}
	b = unbracketed(v, i, b)
	for a < i && !v.Words[a].Wordly {
		a++
	}
	a, b = unquoted(v, before(v, a, i), b, i)
	return a, b + 1
}

// unbracketed leaves out what stands behind head i in a bracket that does not end
// in the tokens up to b.
func unbracketed(v *view.View, i, b int) int {
	open := -1
	for j := i + 1; j <= b; j++ {
		switch v.Words[j].Tag {
		case doc.TagLRB:
			open = j
		case doc.TagRRB:
			open = -1
		}
	}
	if open > 0 {
		return open - 1
	}
	return b
}

// longQuote is how many tokens a quotation has, marks included, that is no part
// of a noun phrase around it.
const longQuote = 6

// unquoted narrows the tokens a to b to those on the head's side of the edges of
// quotations: all that is said stays on its side, a word or two in marks do not
// matter.
func unquoted(v *view.View, a, b, head int) (int, int) {
	if q := v.Words[head].Quote; q >= 0 {
		return max(a, v.Outer[q].First), min(b, v.Outer[q].End-1)
	}
	for j := head; j >= a; j-- {
		if long(v, j) {
			a = j + 1
		}
	}
	for j := head; j <= b; j++ {
		if long(v, j) {
			b = j - 1
		}
	}
	for a < head && !v.Words[a].Wordly {
		a++
	}
	for b > head && !v.Words[b].Wordly {
		b--
	}
	return a, b
}

// long reports whether token i is in a quotation that is long, or ends like speech.
func long(v *view.View, i int) bool {
	q := v.Words[i].Quote
	if q < 0 {
		return false
	}
	o := &v.Outer[q]
	return o.End-o.First >= longQuote || o.End-o.First > 2 && v.Words[o.End-2].Tag == doc.TagComma
}

// before widens a phrase that begins with token a to the determiner and the
// adjectives right before it that the parse gives to something else, and to an
// adjective that shares its noun: "U.S. and Israeli officials".
func before(v *view.View, a, head int) int {
	s := v.SentenceOf(a).First
	switch v.Words[a].Tag {
	case doc.TagDT, doc.TagPRPS, doc.TagPRP, doc.TagWP, doc.TagWDT, doc.TagPDT:
		return a
	}
	if a-2 >= s && v.Words[a-1].Tag == doc.TagCC && v.Words[head].Tag == doc.TagNNS && a < head && modifies(v, a) && modifies(v, a-2) {
		a -= 2
		if k := v.Words[a].Name; k >= 0 {
			a = v.Names[k].First
		}
	}
	for a > s && v.Words[a-1].Quote == v.Words[a].Quote {
		switch v.Words[a-1].Tag {
		case doc.TagDT, doc.TagPRPS:
			return a - 1
		case doc.TagJJ, doc.TagJJR, doc.TagJJS, doc.TagCD:
			a--
		default:
			return a
		}
	}
	return a
}
