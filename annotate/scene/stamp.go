package scene

import "quoth/model"

// A line that dates the article stands among the first words of a paragraph.
const (
	stampReach = 14 // tokens of a paragraph that such a line may have
	stampGap   = 5  // tokens between its day and the dash after it
)

// stamps reports whether time k dates the article and nothing in it: the day of
// publication at the head of a paragraph, alone or before a dash, as in “FLINT,
// Mich., Oct. 4 (UPI) —”. Nothing was said then for all that it tells.
func (s *Scene) stamps(k int) bool {
	t := s.Times[k]
	if t.Type != model.Date || !s.Published.Known() || t.Value != s.Published.Day().Format("2006-01-02") {
		return false
	}
	first := t.First
	for first > 0 && t.First-first < stampReach && s.Words[first-1].Block == s.Words[t.First].Block {
		first--
	}
	if first > 0 && s.Words[first-1].Block == s.Words[first].Block {
		return false
	}
	if first == t.First && t.End-t.First > 2 { // written in full
		return true
	}
	for i := t.End; i <= t.End+stampGap && i < len(s.Words) && s.Words[i].Block == s.Words[t.First].Block; i++ {
		switch s.Words[i].Low {
		case "—", "–", "-", "--":
			return true
		}
	}
	return false
}
