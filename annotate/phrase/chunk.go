package phrase

import (
	"quoth/annotate/doc"
	"quoth/annotate/view"
)

// chunked adds the phrases of a sentence without a parse: runs of determiners,
// adjectives and nouns.
func chunked(v *view.View, s *doc.Sentence, out []Phrase) []Phrase {
	for i := s.First; i < s.End; i++ {
		if t := v.Words[i].Tag; t == doc.TagPRP || t == doc.TagWP {
			out = append(out, phrase(v, i, i+1, i))
			continue
		}
		if head := chunk(v, i, s.End); head >= 0 {
			out = append(out, phrase(v, i, head+1, head))
			i = head
		}
	}
	return out
}

// chunk gives the head of the run that begins at token i, or -1.
func chunk(v *view.View, i, end int) int {
	head := -1
	for j := i; j < end && j < i+longest; j++ {
		w := &v.Words[j]
		switch {
		case w.Tag.Noun(), w.Tag == doc.TagCD, w.Tag == doc.TagDT && j == i:
			head = j
		case head >= 0 && v.Words[head].Tag.Noun() && w.Tag != doc.TagPOS && w.Name < 0:
			return head
		case w.Name >= 0, w.Tag == doc.TagDT, w.Tag == doc.TagPRPS, w.Tag == doc.TagJJ, w.Tag == doc.TagJJR, w.Tag == doc.TagJJS,
			w.Tag == doc.TagPOS, w.Tag == doc.TagHYPH, w.Tag == doc.TagVBN && j > i:
		default:
			return head
		}
	}
	return head
}
