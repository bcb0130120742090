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
	if r.bears(p, e) {
		return nil
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

// bears reports whether the fullest name of referent e stands in phrase p or
// around it.
func (r *Resolver) bears(p *phrase.Phrase, e int) bool {
	x := &r.Referents[e]
	for i := p.First; i < p.End && x.Entity >= 0; i++ {
		k := r.Words[i].Name
		if k < 0 || r.Names[k].Entity != x.Entity {
			continue
		}
		n := &r.Names[k]
		within := p.First <= n.First && n.End <= p.End
		around := n.First <= p.First && p.End <= n.End
		if (within || around) && r.Slice(n.First, n.End) == x.Name {
			return true
		}
	}
	return false
}
