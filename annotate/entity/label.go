package entity

import "quoth/model"

// types are the types that the model tells apart. DATE and TIME are found by a
// grammar (package when), not learnt.
var types = [...]model.EntityType{model.Person, model.Org, model.Place, model.NORP, model.Event, model.Work}

// A label is outside (0), or the place in a name of one of the types: first,
// inside, last, or single (the BIOES scheme, Ratinov and Roth 2009).
const (
	outside = 0
	labels  = 1 + 4*len(types)
)

type place uint8

const (
	first place = iota
	inside
	last
	single
)

func labelOf(p place, typ int) int { return 1 + 4*typ + int(p) }

func placeOf(label int) place { return place((label - 1) & 3) }

func typeOf(label int) int { return (label - 1) / 4 }

// opens reports whether a label can stand where no name goes on.
func opens(label int) bool {
	return label == outside || placeOf(label) == first || placeOf(label) == single
}

// closes reports whether no name goes on after a label.
func closes(label int) bool {
	return label == outside || placeOf(label) == last || placeOf(label) == single
}

// mask is a set of labels.
type mask uint32

func (m mask) has(label int) bool { return m>>label&1 == 1 }

func maskOf(label int) mask { return 1 << label }

const anyLabel mask = 1<<labels - 1
