package scene

import "strings"

// Position is how a phrase stands to the report of an utterance.
type Position struct {
	Before     bool // it stands before the cue
	Distance   int  // tokens between it and the cue, what is reported and the source left out
	Commas     int  // between
	OtherCue   bool // between
	Verb       bool // another verb, between
	Relative   bool // a relative pronoun, between
	OwnSource  bool // it stands inside the source
	First      bool // it begins the sentence
	OtherOwner bool // the nearest cue to its left is another's
}

// reach is how far to the left another cue may stand to own a phrase.
const reach = 12

// Position tells how tokens [first, end) stand to the report of utterance q,
// which must have an anchor.
func (s *Scene) Position(q, first, end int) Position {
	a := s.Anchor[q]
	p := Position{Before: first < a, OwnSource: s.IsSource(end-1, q)}
	p.First = first-s.Sentences[s.Words[first].Sentence].First <= 1
	from, to := s.cueEnd(q), first
	if p.Before {
		from, to = end, a
	}
	for i := from; i < to; i++ {
		w := &s.Words[i]
		if w.In >= 0 && w.In != s.Words[a].In || s.IsSource(i, q) {
			continue
		}
		p.Distance++
		p.OtherCue = p.OtherCue || w.Cue >= 0 && !s.IsCue(i, q)
		switch w.Low {
		case ",", ";":
			p.Commas++
		case "who", "which", "where", "whose", "when":
			p.Relative = true
		case "was", "were", "is", "had", "has", "are":
			p.Verb = true
		}
		p.Verb = p.Verb || len(w.Low) > 4 && strings.HasSuffix(w.Low, "ed")
	}
	for i := first - 1; i >= 0 && i > first-reach && s.Words[i].Sentence == s.Words[first].Sentence; i-- {
		if s.Words[i].Cue >= 0 {
			p.OtherOwner = !s.IsCue(i, q)
			break
		}
	}
	return p
}

// cueEnd is the token after the cue, or after the anchor where there is no cue.
func (s *Scene) cueEnd(q int) int {
	if cue := s.Quotes[q].Cue; len(cue) > 0 {
		return s.TokenAt(cue[len(cue)-1].End-1) + 1
	}
	return s.Anchor[q] + 1
}
