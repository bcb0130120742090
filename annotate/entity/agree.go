package entity

import (
	"sort"

	"quoth/annotate/doc"
	"quoth/model"
)

// agree makes the names of a document agree with one another: a country is a
// place, a surname is the person's who bears it, one name has one type, and what
// was a name once is one again. The model looks at one sentence at a time and
// cannot know.
func agree(d *doc.Doc, g gazetteer) {
	a := agreement{d: d, gazetteer: g, types: map[uint64]*votes{}, surnames: map[uint64]bool{}}
	a.trim()
	a.vote()
	for i := range d.Names {
		a.settle(&d.Names[i])
	}
	a.repeat()
}

type agreement struct {
	d *doc.Doc
	gazetteer
	types    map[uint64]*votes // by the hash of the name in lower case
	surnames map[uint64]bool   // last words of persons with two names and more
}

// votes counts the mentions of one name by type.
type votes [len(types)]int

// key is the hash of the tokens from first to end, as the gazetteer has it.
func (a *agreement) key(first, end int) uint64 {
	h := uint64(0)
	for i := first; i < end; i++ {
		h = phrase(h, a.d.FormOf(i))
	}
	return h
}

func (a *agreement) vote() {
	for _, n := range a.d.Names {
		k := a.key(n.First, n.End)
		if a.types[k] == nil {
			a.types[k] = new(votes)
		}
		a.types[k][typeIndex(n.Type)]++
		if n.Type == model.Person && n.First+1 < n.End {
			a.surnames[a.key(n.End-1, n.End)] = true
		}
	}
}

// settle gives a name the type that it has in the document.
func (a *agreement) settle(n *doc.Name) {
	k := a.key(n.First, n.End)
	one := n.First+1 == n.End
	switch e := a.look(k); {
	case one && a.surnames[k] && n.Type != model.NORP:
		n.Type = model.Person
	case e.is(country) && (n.Type == model.Org || n.Type == model.Person):
		n.Type = model.Place
	default:
		if t := a.types[k].most(); t >= 0 {
			n.Type = types[t]
		}
	}
}

// clearly is the least number of mentions by which a type is settled.
const clearly = 3

// most gives the type of two thirds of the mentions, -1 where there is none or
// where they are too few.
func (v *votes) most() int {
	all, best := 0, 0
	for t, n := range v {
		all += n
		if n > v[best] {
			best = t
		}
	}
	if all < clearly || 3*v[best] < 2*all {
		return -1
	}
	return best
}

// repeat finds names again where the model has missed them.
func (a *agreement) repeat() {
	taken := make([]bool, len(a.d.Tokens))
	for _, n := range a.d.Names {
		for i := n.First; i < n.End; i++ {
			taken[i] = true
		}
	}
	found := len(a.d.Names)
	for _, s := range a.d.Sentences {
		for i := s.First; i < s.End; i++ {
			if taken[i] || !a.d.FormOf(i).Case.Capital() {
				continue
			}
			if n, ok := a.again(s, i, taken); ok {
				a.d.Names = append(a.d.Names, n)
				i = n.End - 1
			}
		}
	}
	if len(a.d.Names) > found {
		sort.Slice(a.d.Names, func(i, k int) bool { return a.d.Names[i].First < a.d.Names[k].First })
	}
}

// again reports whether a known name begins at token i: a whole name of several
// words, or a surname that stands alone.
func (a *agreement) again(s doc.Sentence, i int, taken []bool) (doc.Name, bool) {
	best := doc.Name{Entity: -1}
	h := uint64(0)
	for j := i; j < s.End && j < i+longestEntry && !taken[j]; j++ {
		h = phrase(h, a.d.FormOf(j))
		v := a.types[h]
		if v == nil || j == i || !a.d.FormOf(j).Case.Capital() {
			continue
		}
		best.First, best.End, best.Type = i, j+1, types[v.best()]
	}
	if best.End > 0 {
		return best, true
	}
	alone := (i == s.First || !a.d.FormOf(i-1).Case.Capital() || IsRole(a.d.Word(i-1)) || i-1 == s.First) &&
		(i+1 == s.End || !a.d.FormOf(i+1).Case.Capital())
	if alone && len(a.d.Word(i)) > 1 && a.surnames[a.key(i, i+1)] {
		return doc.Name{First: i, End: i + 1, Type: model.Person, Entity: -1}, true
	}
	return best, false
}

func (v *votes) best() int {
	best := 0
	for t, n := range v {
		if n > v[best] {
			best = t
		}
	}
	return best
}
