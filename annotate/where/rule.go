package where

import (
	"quoth/annotate/scene"
	"quoth/model"
)

// nearCue is how many words from the cue a bare place may stand.
const nearCue = 2

// standing is how a candidate stands to its neighbours.
type standing struct {
	taken   bool // the phrase that it stands right behind was accepted
	gives   bool // the phrase right behind it names what it only describes
	fronted bool // it opens the sentence and a comma follows
}

// accepts is what the rules say of a candidate.
func accepts(c *candidate, p scene.Position, st standing) bool {
	if p.OtherCue && !p.Before || p.Relative && !p.Before || p.OtherOwner {
		return false
	}
	named := c.typ == model.Org || c.typ == model.Work
	switch {
	case st.gives && c.kind == model.WhereMedium:
		return false
	case c.names() && !p.OwnSource:
		return true
	case c.lead == leadSource:
		return c.typ == "" && c.head&scene.Writing != 0
	case p.OwnSource:
		return false
	case c.lead == leadTold && c.chamber(), st.fronted && c.kind != model.WhereMedium && scene.IsOne(c.lead, "in", "at", "outside", "aboard", "inside", "on"):
		return true
	case c.lead == leadTold:
		if c.any&scene.Office != 0 && named && c.any&scene.Outlet == 0 {
			return false
		}
		return named || c.typ == "" && c.head&(scene.Medium|scene.Venue) != 0
	case st.taken && c.kind == model.WherePlace:
		return true
	case p.Verb && !p.Before:
		return false
	case c.typ == "" && c.head&scene.Medium != 0 && scene.IsOne(c.lead, "in", "on", "by", "via", "over", "through"),
		c.typ == "" && c.head&scene.Venue != 0 && scene.IsOne(c.lead, "at", "in", "during", "on"),
		named && c.lead == "on":
		return true
	}
	return c.kind == model.WherePlace && scene.IsOne(c.lead, "in", "at", "outside", "aboard", "inside") && !p.Before && p.Distance <= nearCue
}
