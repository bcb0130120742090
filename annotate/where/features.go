package where

import (
	"quoth/annotate/choose"
	"quoth/annotate/lexicon"
	"quoth/annotate/scene"
	"quoth/model"
)

// position is how the candidate stands to the report.
func (c *candidate) position(s *scene.Scene, q int) scene.Position {
	return s.Position(q, c.token, c.phrase.End)
}

// class is one value for the kind of phrase.
func (c *candidate) class() uint32 {
	switch c.typ {
	case model.Person:
		return 100
	case model.Org:
		if c.chamber() {
			return 130
		}
		return 120 + choose.Bool(c.any&scene.Outlet != 0) + 2*choose.Bool(c.any&scene.Office != 0)
	case model.Place:
		return 110
	case model.NORP:
		return 111
	case model.Event:
		return 112
	case model.Work:
		return 113 + choose.Bool(c.any&scene.Outlet != 0)
	}
	return uint32(c.head & (scene.Medium | scene.Venue | scene.Place | scene.Crowd))
}

// Templates of features.
const (
	nBias choose.Name = iota + 1
	nLeadClass
	nHead
	nHeadLead
	nLead
	nClass
	nDistance
	nDistanceLead
	nDistanceClass
	nBetween
	nBetweenClass
	nCue
	nCueClass
	nOwnSource
	nFirst
	nNext
	nDetermined
	nAfter
	nAfterTaken
	nRule
	nRuleLead
	nNested
	nOutlet
	nGiven
	nFronted
	nReached
	nNames
)

// features describes candidate c of utterance q to the model.
func features(s *scene.Scene, q int, c *candidate, st standing, t *choose.Tally) {
	p := c.position(s, q)
	h := func(w string) uint32 { return uint32(lexicon.HashOf(w)) }
	lead, class, head := h(c.lead), c.class(), h(s.Low(c.phrase.Head))
	distance := choose.Bin(p.Distance)
	if p.Before {
		distance |= 128
	}
	between := choose.Bool(p.OtherCue) | choose.Bool(p.Verb)<<1 | choose.Bool(p.Relative)<<2 | choose.Bool(p.Commas > 0)<<3 | choose.Bool(p.OtherOwner)<<4
	cue := h(s.Low(s.Anchor[q]))
	outlet := uint32(c.any & (scene.Outlet | scene.Office))
	t.Bias(nBias)
	t.Two(nLeadClass, lead, class)
	t.One(nHead, head)
	t.Two(nHeadLead, head, lead)
	t.One(nLead, lead)
	t.One(nClass, class)
	t.One(nDistance, distance)
	t.Two(nDistanceLead, distance, lead)
	t.Two(nDistanceClass, distance, class)
	t.Two(nBetween, between, choose.Bool(p.Before))
	t.Two(nBetweenClass, between, class)
	t.Two(nCue, cue, lead)
	t.Three(nCueClass, cue, lead, class)
	t.Two(nOwnSource, choose.Bool(p.OwnSource), class)
	t.Two(nFirst, choose.Bool(p.First), lead)
	t.One(nNext, h(s.Low(c.phrase.End)))
	t.Two(nDetermined, choose.Bool(c.phrase.Determined), class)
	t.Three(nOutlet, outlet, lead, class)
	if c.after != nil {
		t.Three(nAfter, c.after.class(), h(c.gap), class)
		t.Three(nAfterTaken, choose.Bool(st.taken), h(c.gap), class)
	}
	t.Two(nGiven, choose.Bool(st.gives), class)
	rule := choose.Bool(accepts(c, p, st))
	t.One(nRule, rule)
	t.Three(nRuleLead, rule, lead, class)
	t.Three(nFronted, choose.Bool(st.fronted), lead, class)
	t.Two(nNames, choose.Bool(c.names()), choose.Bool(st.taken))
	t.Three(nReached, h(s.Low(c.token-1)), lead, uint32(c.head&(scene.Medium|scene.Venue|scene.Place)))
	t.Two(nNested, choose.Bool(s.Parent[q] >= 0), class)
}
