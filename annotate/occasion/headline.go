package occasion

import (
	"sort"

	"quoth/annotate/scene"
	"quoth/model"
)

// headlines parts the utterances of headlines from those of the body. A headline
// is written last and sums up: its words were said where and when the body says,
// and tell nothing of how the body goes on.
func headlines(s *scene.Scene) (head, body []int) {
	for _, q := range s.Order {
		if b := s.Words[s.First(q)].Block; b >= 0 && (s.Blocks[b].Kind == model.BlockTitle || s.Blocks[b].Kind == model.BlockHeading) {
			head = append(head, q)
		} else {
			body = append(body, q)
		}
	}
	return head, body
}

// sumUp gives the utterances of headlines where and when of the words that they
// sum up.
func (r *reader) sumUp() {
	for _, q := range r.head {
		x := &r.Quotes[q]
		b := r.summed(q)
		if b < 0 {
			continue
		}
		y := &r.Quotes[b]
		if len(x.Where) == 0 {
			for _, w := range y.Where {
				w.Inherited = true
				x.Where = append(x.Where, w)
			}
		}
		if x.When == nil && y.When != nil {
			w := *y.When
			w.Inherited = true
			x.When = &w
		}
	}
}

// summing is how many utterances after a headline may be those that it sums up.
const summing = 40

// summed gives the utterance of the same speaker that shares the most words with
// the one of a headline, the first of equals; -1 where the speaker has none.
func (r *reader) summed(q int) int {
	words := map[string]bool{}
	for _, w := range r.contentWords(q) {
		words[w] = true
	}
	best, most := -1, -1
	from := sort.Search(len(r.Order), func(k int) bool { return r.First(r.Order[k]) > r.First(q) })
	for _, b := range r.Order[from:min(len(r.Order), from+summing)] {
		if !r.sameSpeaker(q, b) {
			continue
		}
		n := 0
		for _, w := range r.contentWords(b) {
			if words[w] {
				n++
			}
		}
		if n > most {
			best, most = b, n
		}
	}
	return best
}

// contentWords gives the longer words of an utterance.
func (r *reader) contentWords(q int) []string {
	var out []string
	for _, c := range r.Quotes[q].Content {
		for i := r.TokenAt(c.Start); i < len(r.Words) && r.Tokens[i].Start < c.End; i++ {
			if w := r.Low(i); len(w) >= 4 {
				out = append(out, w)
			}
		}
	}
	return out
}
