package sentence

import "unicode"

// The longest datelines in tokens: one that begins with a place in capitals, and
// one in mixed case, which could be words of a sentence.
const (
	maxDateline = 18
	maxMixed    = 6
)

// dateline gives the end of the dateline that the block begins with, its dash
// included: "SEOUL, Nov. 27 (Yonhap) --", "Gulf News - A spokesman". Without one
// it is the block's first token.
func (s *splitter) dateline() int {
	if s.first == s.end {
		return s.first
	}
	capitals := isPlaceInCapitals(s.Word(s.first))
	longest := maxMixed
	if capitals {
		longest = maxDateline
	}
	inside := false
	for k := s.first; k < s.end-1 && k < s.first+longest; k++ {
		switch w := s.Word(k); {
		case isDash(w):
			if k > s.first && (s.spaced(k) || w == "—") && (capitals || s.spaced(k+1) && isCapital(s.Word(k+1)) && !s.aside(k)) {
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

func isDash(w string) bool { return w == "—" || w == "–" || w == "-" || w == "--" }

// aside reports whether the dash at token i opens an aside that another one
// closes: "Moreau — Duval's rival — said".
func (s *splitter) aside(i int) bool {
	for k := i + 1; k < s.end && s.Word(k) != "."; k++ {
		if isDash(s.Word(k)) && s.spaced(k) {
			return true
		}
	}
	return false
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
