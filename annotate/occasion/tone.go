package occasion

import (
	"quoth/annotate/choose"
	"quoth/annotate/scene"
)

// tone is how much an article sounds like an occasion at which several people
// speak to one another.
type tone struct {
	room   uint32         // share of utterances that sound so, and of those that stand apart
	crowd  uint32         // density of words for listeners and occasions
	around []uint32       // beside Scene.Order: the same of the utterances around
	counts map[string]int // words of the narration
	turns  bool           // most utterances are turns without a cue, as in a transcript
}

// neighbours is how many utterances on either side are looked at.
const neighbours = 3

func (r *reader) listen() tone {
	n := len(r.Order)
	room, apart := make([]int, n+1), make([]int, n+1)
	for k, q := range r.Order {
		room[k+1], apart[k+1] = room[k], apart[k]
		if r.facts[q].room {
			room[k+1]++
		}
		if r.facts[q].apart {
			apart[k+1]++
		}
	}
	t := tone{counts: map[string]int{}, around: make([]uint32, n)}
	cueless := 0
	for q := range r.facts {
		if r.facts[q].cue == 0 {
			cueless++
		}
	}
	t.turns = 2*cueless >= n
	crowd, words := 0, 0
	for i := range r.Words {
		if w := &r.Words[i]; w.In < 0 {
			words++
			t.counts[w.Low]++
			if r.Nouns.Of(w.Low)&scene.Crowd != 0 {
				crowd++
			}
		}
	}
	t.room = uint32(5*room[n]/max(1, n)) | uint32(5*apart[n]/max(1, n))<<8
	t.crowd = choose.Bin(200 * crowd / max(1, words))
	for k := range t.around {
		a, b := max(0, k-neighbours), min(n, k+neighbours+1)
		t.around[k] = uint32(room[b]-room[a]) | uint32(apart[b]-apart[a])<<8
	}
	return t
}
