// Package where finds the place, occasion and channel that the clause of a
// report names: "told CNN", "at a briefing in New York", "in a letter". What
// other sentences say of them is the business of package occasion.
package where

import (
	"quoth/annotate/choose"
	"quoth/annotate/scene"
	"quoth/model"
)

// Finder finds places with a model.
type Finder struct{ Model *choose.Model }

// bar is the score above which a candidate is taken. Below 0 more are: a wrong
// one costs less than the chain of utterances that hangs on a missing one.
const bar = -0.5

// Fill sets Where of the quotes of s whose own clause names one.
func (f *Finder) Fill(s *scene.Scene) {
	t := f.Model.Tally()
	for q := range s.Quotes {
		f.quote(s, q, &t)
	}
}

func (f *Finder) quote(s *scene.Scene, q int, t *choose.Tally) {
	all := candidates(s, q)
	taken := make(map[*candidate]bool, len(all))
	for k := range all {
		c := &all[k]
		t.Reset()
		features(s, q, c, standingOf(s, all, k, taken), t)
		taken[c] = t.Score() > bar
	}
	x := &s.Quotes[q]
	x.Where = nil
	for k := range all {
		if c := &all[k]; taken[c] && !outdone(s, all, c, taken) {
			span := c.span(s)
			x.Where = append(x.Where, model.Where{Kind: c.kind, Span: span, Name: span.In(s.Text)})
		}
	}
}

// outdone reports whether an accepted candidate says less than another one: the
// broadcast whose name stands behind it, the interview whose outlet is named.
func outdone(s *scene.Scene, all []candidate, c *candidate, taken map[*candidate]bool) bool {
	if c.typ != "" {
		return false
	}
	talk := scene.IsOne(s.Low(c.phrase.Head), "interview", "conversation", "appearance", "chat")
	for k := range all {
		o := &all[k]
		if o == c || !taken[o] {
			continue
		}
		if o.after == c && o.names() || talk && o.kind == model.WhereMedium && o.typ != "" {
			return true
		}
	}
	return false
}

// standingOf tells how candidate k stands to the others, where taken holds the
// accepted ones before it.
func standingOf(s *scene.Scene, all []candidate, k int, taken map[*candidate]bool) standing {
	c := &all[k]
	first := s.Sentences[s.Words[c.token].Sentence].First
	return standing{
		taken:   c.after != nil && taken[c.after],
		gives:   givesWay(all, k),
		fronted: c.token == first && s.Low(c.phrase.End) == ",",
	}
}

// givesWay reports whether the next candidate names what this one only
// describes: "in a post on X", "at the landing station in Sopu".
func givesWay(all []candidate, k int) bool {
	if k+1 >= len(all) || all[k+1].after != &all[k] || all[k].typ != "" {
		return false
	}
	a, b := &all[k], &all[k+1]
	return a.kind == model.WherePlace && b.kind == model.WherePlace || a.kind != model.WherePlace && b.kind == model.WhereMedium
}
