package where

import (
	"quoth/annotate/choose"
	"quoth/annotate/scene"
	"quoth/model"
)

// Examples gives the choices of a marked article: for each candidate of each
// quote whether it is the place, occasion or channel of the words. gold stands
// beside s.Quotes.
func Examples(s *scene.Scene, gold []model.Quote) []choose.Example {
	var out []choose.Example
	for q := range s.Quotes {
		all := candidates(s, q)
		taken := make(map[*candidate]bool, len(all))
		for k := range all {
			c := &all[k]
			taken[c] = isGold(c.span(s), gold[q].Where)
			var yes choose.Tally
			features(s, q, c, standingOf(s, all, k, taken), &yes)
			out = append(out, choose.YesOrNo(&yes, taken[c]))
		}
	}
	return out
}

// isGold reports whether a marked place of the clause itself overlaps a span.
func isGold(span model.Span, gold []model.Where) bool {
	for _, w := range gold {
		if !w.Inherited && w.Span.Overlaps(span) {
			return true
		}
	}
	return false
}
