package coref

import "quoth/annotate/phrase"

// Range is a stretch of tokens.
type Range struct{ First, End int }

// Chain gives the mentions that tie phrase p to the name of referent e: the last
// one before p, and the first that bears the fullest name. p itself and what
// stands in it are left out.
func (r *Resolver) Chain(e int, p *phrase.Phrase) []Range {
	x := &r.Referents[e]
	var out []Range
	add := func(m mention) {
		if m.first < p.End && p.First < m.end {
			return
		}
		if len(out) == 0 || out[0] != (Range{m.first, m.end}) {
			out = append(out, Range{m.first, m.end})
		}
	}
	whole := func(m mention) bool {
		return m.first <= p.First && p.End <= m.end || p.First <= m.first && m.end <= p.End && r.Slice(m.first, m.end) == x.Name
	}
	if x.Entity >= 0 {
		for _, n := range r.Entities[x.Entity].Names {
			if whole(mention{r.Names[n].First, r.Names[n].End}) && r.Slice(r.Names[n].First, r.Names[n].End) == x.Name {
				return nil // the phrase bears the name itself
			}
		}
	}
	if m, ok := r.before(e, p.First); ok {
		add(m)
	}
	if x.Entity < 0 {
		add(x.mentions[0])
		return out
	}
	for _, n := range r.Entities[x.Entity].Names {
		if m := (mention{r.Names[n].First, r.Names[n].End}); r.Slice(m.first, m.end) == x.Name {
			add(m)
			break
		}
	}
	return out
}
