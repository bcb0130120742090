// Package correct lays a reader's corrections over what the engine says. It is a
// pure function of the text, the engine's annotations and the corrections, so
// that both outlive each other: a new engine is corrected as the old one was,
// and what is corrected can be undone. It also makes corrections; it keeps none.
package correct

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"quoth/model"
	"quoth/model/anchor"
)

// The rules that the evidence of what a reader says names: of the place, of the
// day, and of all else.
const (
	Rule      = "reader"
	WhereRule = "where-reader"
	WhenRule  = "when-reader"
)

// Result is what corrections make of annotations.
type Result struct {
	model.Annotations
	Lost []model.Correction // whose quotation is not in the text any more
}

// Apply lays corrections over the annotations of a text, in the order in which
// they were made. It changes none of its arguments.
func Apply(text string, ann model.Annotations, corrections []model.Correction) Result {
	if len(corrections) == 0 {
		return Result{Annotations: ann}
	}
	d := &draft{text: text, in: anchor.In(text), entities: slices.Clone(ann.Entities), quotes: slices.Clone(ann.Quotes)}
	for _, c := range corrections {
		if c.OfQuote() {
			d.correctQuote(c)
		} else {
			d.correctName(c)
		}
	}
	return Result{Annotations: d.annotations(), Lost: d.lost}
}

// draft is annotations while they are corrected. Entities keep the engine's ids
// until all is done.
type draft struct {
	text     string
	in       *anchor.Text
	entities []model.Entity
	quotes   []model.Quote
	made     int // entities that a reader's word made
	lost     []model.Correction
}

// annotations puts all in order and numbers it anew.
func (d *draft) annotations() model.Annotations {
	slices.SortStableFunc(d.entities, func(x, y model.Entity) int { return cmp.Compare(first(x.Mentions), first(y.Mentions)) })
	slices.SortStableFunc(d.quotes, func(x, y model.Quote) int { return cmp.Compare(first(x.Content), first(y.Content)) })
	number := make(map[string]string, len(d.entities))
	for i := range d.entities {
		id := "e" + strconv.Itoa(i+1)
		number[d.entities[i].ID], d.entities[i].ID = id, id
	}
	for i := range d.quotes {
		d.quotes[i].ID = "q" + strconv.Itoa(i+1)
		d.quotes[i].Speaker = number[d.quotes[i].Speaker]
	}
	return model.Annotations{Entities: d.entities, Quotes: d.quotes}
}

func first(spans []model.Span) int {
	if len(spans) == 0 {
		return 0
	}
	return spans[0].Start
}

// entity gives the entity with that name, or nil.
func (d *draft) entity(name string) *model.Entity {
	for i := range d.entities {
		if e := &d.entities[i]; e.Type != model.Date && e.Type != model.Time && strings.EqualFold(e.Name, name) {
			return e
		}
	}
	return nil
}

// newEntity adds an entity with an id of its own.
func (d *draft) newEntity(e model.Entity) *model.Entity {
	d.made++
	e.ID = "reader" + strconv.Itoa(d.made)
	d.entities = append(d.entities, e)
	return &d.entities[len(d.entities)-1]
}

// find finds passages in the text, those that are there.
func (d *draft) find(anchors []model.Anchor) []model.Span {
	var out []model.Span
	for _, a := range anchors {
		if s, fit := d.in.Find(a); fit != anchor.Lost {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(x, y model.Span) int { return cmp.Compare(x.Start, y.Start) })
	return out
}

// place finds one passage; its span is empty where it stands nowhere.
func (d *draft) place(a model.Anchor) model.Span {
	s, _ := d.in.Find(a)
	return s
}
