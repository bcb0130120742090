package where

import (
	"quoth/annotate/scene"
	"quoth/model"
)

// nearCue is how many words from the cue a bare place may stand.
const nearCue = 2

// accepts is what the rules say of a candidate. taken tells whether the phrase
// that it stands right behind was accepted.
func accepts(c *candidate, p scene.Position, taken bool) bool {
	if p.OtherCue && !p.Before || p.Relative && !p.Before || p.OtherOwner {
		return false
	}
	named := c.typ == model.Org || c.typ == model.Work
	switch {
	case c.lead == leadSource:
		return c.typ == "" && c.head&scene.Writing != 0
	case p.OwnSource:
		return false
	case c.lead == leadTold:
		if c.any&scene.Office != 0 && named && c.any&scene.Outlet == 0 {
			return false
		}
		return named || c.typ == "" && c.head&(scene.Medium|scene.Venue) != 0
	case taken && c.kind == model.WherePlace:
		return true
	case p.Verb && !p.Before:
		return false
	case c.typ == "" && c.head&scene.Medium != 0 && isOne(c.lead, "in", "on", "by", "via", "over", "through"),
		c.typ == "" && c.head&scene.Venue != 0 && isOne(c.lead, "at", "in", "during", "on"),
		named && c.lead == "on":
		return true
	}
	return c.kind == model.WherePlace && isOne(c.lead, "in", "at", "outside", "aboard", "inside") && !p.Before && p.Distance <= nearCue
}

func isOne(w string, words ...string) bool {
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}
