package token

import "strings"

// isClitic reports whether w, in lower case, is what follows the apostrophe of a
// clitic.
func isClitic(w string) bool {
	switch w {
	case "s", "re", "ve", "ll", "d", "m":
		return true
	}
	return false
}

// maxClitics is how many clitics a word may bear ("wouldn't've").
const maxClitics = 3

// clitics emits the word text[i:j] with its clitics as tokens of their own:
// "do|n't", "Iran|'s", "can|not".
func (c *cutter) clitics(i, j int) {
	if j-i == len("cannot") && strings.EqualFold(c.text[i:j], "cannot") {
		c.emit(i, i+3)
		c.emit(i+3, j)
		return
	}
	var cuts [maxClitics]int
	n, end := 0, j
	for n < maxClitics {
		k := cliticStart(c.text, i, end)
		if k <= i {
			break
		}
		cuts[n], end = k, k
		n++
	}
	start := i
	for n--; n >= 0; n-- {
		c.emit(start, cuts[n])
		start = cuts[n]
	}
	c.emit(start, j)
}

// cliticStart gives the beginning of the last clitic of text[i:j], or -1.
func cliticStart(text string, i, j int) int {
	const longest = len("n’t")
	for k := max(i+1, j-longest-1); k < j; k++ {
		n := apostropheLen(text[k:j])
		if n == 0 {
			continue
		}
		if isClitic(strings.ToLower(text[k+n : j])) {
			return k
		}
		if j-k-n == 1 && (text[j-1] == 't' || text[j-1] == 'T') && (text[k-1] == 'n' || text[k-1] == 'N') {
			return k - 1
		}
	}
	return -1
}
