package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isQuote(w string) bool {
	switch w {
	case `"`, "“", "”", "„", "‟", "«", "»", "''", "``", "″", "＂", "'", "‘", "’":
		return true
	}
	return false
}

func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func startsLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

func isNumber(w string) bool {
	return strings.Trim(w, "0123456789") == ""
}

// opens reports whether a sentence can begin with w: not with a word in lower
// case, nor with a mark that goes on with the sentence.
func opens(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsLower(r):
		return false
	case unicode.IsLetter(r), unicode.IsDigit(r), isQuote(w):
		return true
	}
	return !strings.ContainsRune(",;:-–—)]}/%&=", r)
}

// isStarter reports whether w, with its capital, is a word that begins sentences
// and seldom a name, so that it tells the end of a sentence after "U.S." or "Inc.".
func isStarter(w string) bool {
	switch w {
	case "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "In", "On", "At", "But", "And", "Or", "So", "Yet", "This",
		"That", "These", "Those", "There", "Here", "His", "Her", "Its", "Their", "Our", "My", "Your", "As", "If", "When", "While", "Where",
		"After", "Before", "Since", "For", "From", "With", "Without", "By", "To", "Of", "What", "Who", "Why", "How", "Which", "Some",
		"Many", "Most", "Several", "Both", "All", "No", "Not", "One", "Two", "Three", "Other", "Others", "Another", "Each", "Every",
		"Although", "Though", "Because", "Despite", "Instead", "However", "Meanwhile", "Then", "Now", "Also", "Even", "Still", "Once",
		"Until", "Under", "Over", "During", "Among", "Between", "About", "According", "Asked", "Earlier", "Later", "Last", "Only",
		"More", "Mr.", "Mrs.", "Ms.", "Do", "Does", "Did", "Is", "Are", "Was", "Were", "Has", "Have", "Had", "Can", "Could", "Would",
		"Please", "Thanks", "Yes", "Let", "Just", "Like":
		return true
	}
	return false
}

// isReporting reports whether w is a verb that reports a question, a cry or an
// unfinished sentence before it.
func isReporting(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "wrote", "writes", "tweeted", "told", "tells", "added", "adds", "replied", "replies", "shouted",
		"yelled", "cried", "screamed", "exclaimed", "wondered", "demanded", "joked", "quipped", "explained", "continued", "concluded",
		"recalled", "remarked", "declared", "responded", "answered", "snapped", "chanted", "whispered", "inquired", "posted", "began":
		return true
	}
	return false
}
