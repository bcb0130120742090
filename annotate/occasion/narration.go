package occasion

import (
	"quoth/annotate/scene"
	"quoth/model"
)

// narrated gives the settings that sentence k tells of outside reported words:
// its occasions with the places right behind them, and its places.
func narrated(s *scene.Scene, k int) []setting {
	tokens := s.Narration(k)
	var out []setting
	add := func(where ...model.Where) {
		out = append(out, setting{where: where, quote: -1, sentence: k, block: s.Sentences[k].Block})
	}
	end := -1
	for _, i := range tokens {
		if i < end || s.Words[i].Cue >= 0 {
			continue
		}
		prep := scene.IsPreposition(s.Low(i)) && s.Words[i].Name < 0
		from := i
		if prep {
			from = i + 1
		}
		w, p, ok := place(s, from, prep, s.Low(i))
		if !ok {
			continue
		}
		end = p.End
		var places []model.Where
		for next := p.End; len(places) < 2 && scene.IsPreposition(s.Low(next)) && s.Low(next) != "of" && s.Low(next) != "to"; {
			x, q, ok := place(s, next+1, true, s.Low(next))
			if !ok || x.Kind != model.WherePlace {
				break
			}
			places = append(places, x)
			next, end = q.End, q.End
		}
		if len(places) > 0 {
			add(append([]model.Where{w}, places...)...)
		}
		if w.Kind != model.WherePlace || prep {
			add(w)
		}
	}
	return out
}

// place reads a noun phrase of a place or occasion at token i. Places need a
// preposition that says that something happens there.
func place(s *scene.Scene, i int, prep bool, lead string) (model.Where, scene.Phrase, bool) {
	if i >= len(s.Words) || s.Words[i].In >= 0 {
		return model.Where{}, scene.Phrase{}, false
	}
	p := s.PhraseAt(i)
	if p.End <= p.First || s.Words[p.Head].In >= 0 {
		return model.Where{}, p, false
	}
	head, any := s.Kinds(p)
	typ := s.HeadType(p)
	w := model.Where{Span: s.SpanOf(p.First, p.Head+1)}
	if p.Name >= 0 {
		n := s.Names[p.Name]
		w.Span = s.SpanOf(n.First, n.End)
	}
	w.Name = w.Span.In(s.Text)
	located := prep && isOne(lead, "in", "at", "outside", "aboard", "inside", "near", "on", "from", "across")
	switch {
	case typ == "" && head&scene.Venue != 0, typ == model.Event:
		w.Kind = model.WhereVenue
	case (typ == model.Place || typ == "" && head&scene.Place != 0) && located:
		w.Kind = model.WherePlace
	case typ == model.Org && (any&(scene.Crowd|scene.Venue) != 0):
		w.Kind = model.WhereVenue
	case typ == "" && head&scene.Medium != 0 && prep && isOne(lead, "in", "on", "by", "via", "over", "through"):
		w.Kind = model.WhereMedium
	default:
		return w, p, false
	}
	return w, p, true
}

func isOne(w string, words ...string) bool {
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}
