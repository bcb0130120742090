package sentence

import "unicode"

// maxDateline is the longest dateline in tokens.
const maxDateline = 18

// dateline gives the end of the dateline that the block begins with, its dash
// included: "SEOUL, Nov. 27 (Yonhap) --". Without one it is the block's first token.
func (s *splitter) dateline() int {
	if s.first == s.end || !isPlaceInCapitals(s.Word(s.first)) {
		return s.first
	}
	inside := false
	for k := s.first + 1; k < s.end-1 && k < s.first+maxDateline; k++ {
		switch w := s.Word(k); {
		case w == "—" || w == "–" || w == "-" || w == "--":
			if s.spaced(k) || w == "—" {
				return k + 1
			}
		case w == "(":
			inside = true
		case w == ")":
			inside = false
		case w == ":" || w == ";" || w == "?" || w == "!" || isQuote(w):
			return s.first
		case !inside && !belongsToDateline(w):
			return s.first
		}
	}
	return s.first
}

func isPlaceInCapitals(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) || unicode.IsDigit(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 2
}

// belongsToDateline reports whether w may stand in a dateline outside brackets:
// places, months, numbers, commas.
func belongsToDateline(w string) bool {
	switch w {
	case "de", "la", "le", "al", "du", "del", "and", "of":
		return true
	}
	return !unicode.IsLower([]rune(w)[0])
}
