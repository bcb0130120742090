// Package when finds the time that the clause of a report gives for the words
// reported: "told CNN on Sunday", "wrote last week". What other sentences say
// of it is the business of package occasion.
package when

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/scene"
	"quoth/model"
)

// Finder finds times with a model.
type Finder struct{ Model *choose.Model }

// bar is the score above which a time is taken. Below 0 more are: most of what
// the chooser gives is right, and what it misses the article seldom says again.
const bar = -0.5

// Fill sets When of the quotes of s whose own clause names a time.
func (f *Finder) Fill(s *scene.Scene) {
	t := f.Model.Tally()
	for q := range s.Quotes {
		s.Quotes[q].When = nil
		best := float32(bar)
		all := candidates(s, q)
		for _, k := range all {
			x := s.Times[k]
			t.Reset()
			features(s, q, x, len(all), &t)
			if score := t.Score(); score > best {
				best = score
				s.Quotes[q].When = &model.When{Span: s.SpanOf(x.First, x.End), Value: valueAt(s, x)}
			}
		}
	}
}

// candidates lists the times in the clause of utterance q, as indexes into
// Doc.Times.
func candidates(s *scene.Scene, q int) []int {
	var out []int
	for _, i := range s.Clause(q) {
		if k := s.Words[i].Time; k >= 0 && s.Times[k].First == i {
			out = append(out, k)
		}
	}
	return out
}

// valueAt is the value of a time as that of an utterance: "early on Tuesday" is
// its morning.
func valueAt(s *scene.Scene, x doc.Time) string {
	if x.Type == model.Date && len(x.Value) == len("2006-01-02") && x.End-x.First > 1 {
		switch s.Low(x.First) {
		case "early":
			return x.Value + "TMO"
		case "late":
			return x.Value + "TEV"
		}
	}
	return x.Value
}
