package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/token"
)

func isQuote(w string) bool {
	switch w {
	case `"`, "“", "”", "„", "‟", "«", "»", "‹", "›", "''", "``", "″", "＂", "'", "‘", "’":
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

// isNumber reports whether w is digits alone.
func isNumber(w string) bool {
	return strings.Trim(w, "0123456789") == ""
}

// isNumbered reports whether w, before a period and a number, is an abbreviation
// of what is numbered.
func isNumbered(w string) bool {
	switch w {
	case "p", "vol", "ch", "fig", "figs", "sec", "art", "para", "no", "nos", "ed", "b", "d":
		return true
	}
	return false
}

func isHalfDay(w string) bool { return w == "a.m." || w == "p.m." }

// datesHour reports whether w, with its capital, goes on with an hour before it:
// a day, a month, a zone.
func datesHour(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December", "Eastern", "Central", "Mountain", "Pacific", "Greenwich":
		return true
	}
	return token.KindOf(w) != token.NoAbbreviation || len(w) > 1 && strings.ToUpper(w) == w
}

// isMixed reports whether w has a capital behind small letters: "iPhone".
func isMixed(w string) bool { return startsLower(w) && strings.ToLower(w) != w }

// opens reports whether a sentence can begin with w: not with a word in lower
// case, nor with a mark that goes on with the sentence.
func opens(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsLower(r):
		return isMixed(w)
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
		"Please", "Thanks", "Yes", "Let", "Just", "Like", "Nobody", "Everybody", "Somebody", "Everyone", "Someone", "Anyone", "Nothing",
		"Everything", "Something", "Neither", "Either", "Never", "Perhaps", "Maybe", "Today", "Yesterday":
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
