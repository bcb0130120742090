package occasion

import (
	"quoth/annotate/scene"
	"quoth/model"
)

// setting is a place, occasion or channel, with all its names, that utterances
// may share.
type setting struct {
	where    []model.Where
	quote    int // whose clause tells of it, -1 where narration does
	sentence int // where it is told
	block    int
	hints    hint  // of the sentence, where narration tells of it
	mention  bool  // told by the way: a document or outlet that somebody may then be quoted from
	speakers int   // how many speakers share it
	users    []int // positions in Scene.Order of the utterances that share it
}

// kinds is the set of the kinds of a setting's names as bits.
func kinds(where []model.Where) uint32 {
	k := uint32(0)
	for _, w := range where {
		switch w.Kind {
		case model.WherePlace:
			k |= 1
		case model.WhereVenue:
			k |= 2
		case model.WhereMedium:
			k |= 4
		}
	}
	return k
}

// headOf gives the last word of the first venue or medium among a setting's
// names, else of the first name: what says most of who may share it.
func headOf(s *scene.Scene, where []model.Where) string {
	best := ""
	for _, w := range where {
		if best == "" || w.Kind != model.WherePlace {
			best = s.Low(s.TokenAt(w.Span.End - 1))
			if w.Kind != model.WherePlace {
				return best
			}
		}
	}
	return best
}

// nounKinds gives the kinds of the noun that heads a setting.
func nounKinds(s *scene.Scene, where []model.Where) scene.Noun {
	return s.Nouns.Of(headOf(s, where))
}
