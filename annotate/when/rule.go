package when

import (
	"quoth/annotate/doc"
	"quoth/annotate/scene"
)

// accepts is what a rule says of a time: close behind the cue or at the head of
// the sentence, and not in the future.
func accepts(s *scene.Scene, x doc.Time, p scene.Position) bool {
	if p.OtherCue && !p.Before || p.Relative || p.OwnSource || p.Verb || ageOf(s, x.Value) == ageFuture || s.Low(x.End) == "'s" {
		return false
	}
	return !p.Before && p.Distance <= 6 || p.First
}
