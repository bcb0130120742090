package when

import (
	"quoth/annotate/choose"
	"quoth/annotate/scene"
	"quoth/model"
)

// Examples gives the choices of a marked article: for each time in the clause of
// each quote whether it is the time of the words. gold stands beside s.Quotes.
func Examples(s *scene.Scene, gold []model.Quote) []choose.Example {
	var out []choose.Example
	for q := range s.Quotes {
		all := candidates(s, q)
		for _, k := range all {
			x := s.Times[k]
			right := false
			if w := gold[q].When; w != nil {
				right = w.Span.Overlaps(s.SpanOf(x.First, x.End)) || w.Inherited && w.Value == x.Value
			}
			var yes choose.Tally
			features(s, q, x, len(all), &yes)
			out = append(out, choose.YesOrNo(&yes, right))
		}
	}
	return out
}
