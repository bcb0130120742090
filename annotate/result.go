package annotate

import (
	"sort"
	"strconv"

	"quoth/annotate/doc"
	"quoth/model"
)

// result turns an analysed document into annotations: entities in the order of
// their first mention, quotes in the order of their first content.
func result(d *doc.Doc) model.Annotations {
	r := resulting{Doc: d}
	r.names()
	r.times()
	ids := r.number()
	out := model.Annotations{Entities: r.entities, Quotes: make([]model.Quote, len(d.Quotes))}
	for i := range d.Quotes {
		q := d.Quotes[i].Quote
		q.ID = "q" + strconv.Itoa(i+1)
		if e := d.Quotes[i].Entity; e >= 0 {
			q.Speaker = ids[e]
		}
		out.Quotes[i] = q
	}
	return out
}

// resulting gathers the entities of a document.
type resulting struct {
	*doc.Doc
	entities []model.Entity
}

// span gives the bytes of the tokens [first, end).
func (r *resulting) span(first, end int) model.Span {
	return model.Span{Start: r.Tokens[first].Start, End: r.Tokens[end-1].Span.End}
}

func (r *resulting) names() {
	for _, e := range r.Entities {
		m := model.Entity{Type: e.Type, Name: e.Name}
		for _, n := range e.Names {
			m.Mentions = append(m.Mentions, r.span(r.Names[n].First, r.Names[n].End))
		}
		r.entities = append(r.entities, m)
	}
}

// times adds the dates and times, those of one value together.
func (r *resulting) times() {
	type key struct {
		kind  model.EntityType
		value string
	}
	seen := map[key]int{}
	for _, t := range r.Times {
		k := key{t.Type, t.Value}
		s := r.span(t.First, t.End)
		at, ok := seen[k]
		if !ok {
			at = len(r.entities)
			seen[k] = at
			r.entities = append(r.entities, model.Entity{Type: t.Type, Name: s.In(r.Text), Value: t.Value})
		}
		r.entities[at].Mentions = append(r.entities[at].Mentions, s)
	}
}

// number orders the entities by their first mention and gives them their IDs;
// what it returns are the IDs of Doc.Entities.
func (r *resulting) number() []string {
	order := make([]int, len(r.entities))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		return r.entities[order[a]].Mentions[0].Start < r.entities[order[b]].Mentions[0].Start
	})
	ids := make([]string, len(r.entities))
	sorted := make([]model.Entity, len(r.entities))
	for i, e := range order {
		ids[e] = "e" + strconv.Itoa(i+1)
		sorted[i] = r.entities[e]
		sorted[i].ID = ids[e]
	}
	r.entities = sorted
	return ids
}
