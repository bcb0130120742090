package scene

// maxClause is how many tokens before and after its report a clause may reach.
// It keeps the work on texts without full stops linear.
const maxClause = 300

// maxNesting is how deep utterances are followed inside one another.
const maxNesting = 16

// Clause gives the tokens of the sentence that reports utterance q, at the
// report's own level: what is reported is left out, and for a report inside an
// utterance the sentence ends with that utterance's words.
func (s *Scene) Clause(q int) []int {
	a := s.Anchor[q]
	if a < 0 {
		return nil
	}
	level := s.Words[a].In
	first := a
	for first > max(0, a-maxClause) && s.joined(first-1, first, level) {
		first--
	}
	end := a + 1
	for end < min(len(s.Words), a+maxClause) && s.joined(end-1, end, level) {
		end++
	}
	clause := make([]int, 0, end-first)
	for i := first; i < end; i++ {
		if s.Words[i].In == level {
			clause = append(clause, i)
		}
	}
	return clause
}

// joined reports whether tokens i and i+1 = j belong to one sentence at a level.
// A sentence boundary inside reported words is none outside them.
func (s *Scene) joined(i, j, level int) bool {
	a, b := &s.Words[i], &s.Words[j]
	if a.Block != b.Block {
		return false
	}
	if level >= 0 && (!s.inside(a.In, level) || !s.inside(b.In, level)) {
		return false
	}
	return a.Sentence == b.Sentence || b.In != level && a.In == b.In
}

// inside reports whether utterance q is outer or is reported inside it.
func (s *Scene) inside(q, outer int) bool {
	for n := 0; q >= 0 && n < maxNesting; n++ {
		if q == outer {
			return true
		}
		q = s.Parent[q]
	}
	return false
}

// Narration gives the tokens of sentence k that are no reported words.
func (s *Scene) Narration(k int) []int {
	if k < 0 || k >= len(s.Sentences) {
		return nil
	}
	var out []int
	for i := s.Sentences[k].First; i < s.Sentences[k].End; i++ {
		if s.Words[i].In < 0 {
			out = append(out, i)
		}
	}
	return out
}
