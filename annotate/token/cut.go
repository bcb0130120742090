package token

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/model"
)

// cutter cuts pieces of text without white space and collects the tokens.
type cutter struct {
	text   string
	tokens []doc.Token
}

func (c *cutter) emit(i, j int) {
	c.tokens = append(c.tokens, doc.Token{Span: model.Span{Start: i, End: j}, Head: -1})
}

// piece cuts text[i:j], which holds no white space.
func (c *cutter) piece(i, j int) {
	at := mailSign(c.text, i, j)
	for start := i; i < j; {
		if isWord(classOf(c.text, i, j)) {
			if i < at && isMailbox(c.text[i:at]) || strings.HasPrefix(c.text[i:j], "www.") {
				end := addressEnd(c.text, i, j)
				c.emit(i, end)
				i, at = end, -1
				continue
			}
			i, at = c.word(i, j), -1
			continue
		}
		i = c.mark(start, i, j)
	}
}

// mark emits the punctuation mark or symbol at i and gives its end. The piece
// begins at start and ends at j.
func (c *cutter) mark(start, i, j int) int {
	end := c.markEnd(start, i, j)
	c.emit(i, end)
	return end
}

func (c *cutter) markEnd(start, i, j int) int {
	s := c.text[i:j]
	afterWord := i > start && isWord(c.before(i))
	switch s[0] {
	case '\'', '`':
		if len(s) > 1 && s[1] == s[0] {
			return i + 2
		}
	case '.':
		if n := run(s, "."); n > 1 {
			return i + n
		}
		if !afterWord && classOf(c.text, i+1, j) == digit {
			return wordEnd(c.text, i+1, j)
		}
	case '!', '?':
		return i + run(s, "!?")
	case '-', '=', '*', '_', '~', '<', '>', '+', '|':
		return i + run(s, s[:1])
	case '@', '#':
		if !afterWord && (classOf(c.text, i+1, j) == letter || s[0] == '@' && len(s) > 1 && s[1] == '_') {
			return i + 1 + handleLen(s[1:])
		}
	}
	if n := apostropheLen(s); n > 0 {
		return i + n + elided(s[n:], i > start)
	}
	return i + symbolLen(s)
}

// before is the class of the byte before i; bytes of longer characters count as
// letters.
func (c *cutter) before(i int) class {
	if c.text[i-1] >= 0x80 {
		return letter
	}
	cl, _ := classAt(c.text[i-1 : i])
	return cl
}

// run is the length of the beginning of s that holds only bytes of set.
func run(s, set string) int {
	n := 0
	for n < len(s) && strings.IndexByte(set, s[n]) >= 0 {
		n++
	}
	return n
}

// handleLen is the length of a user name or hashtag without its sign.
func handleLen(s string) int {
	n := 0
	for n < len(s) {
		cl, m := classAt(s[n:])
		if !isWord(cl) && s[n] != '_' {
			break
		}
		n += m
	}
	return n
}

// elided is the length of what an apostrophe takes with it: the "s" of a clitic
// after a mark ("U.S.'s"), the rest of a shortened word ('em, '90s). Within a
// piece only clitics are taken.
func elided(s string, inside bool) int {
	n := 0
	for n < len(s) && n < 6 && isWord(classOf(s, n, len(s))) && s[n] < 0x80 {
		n++
	}
	w := strings.ToLower(s[:n])
	if inside {
		if isClitic(w) {
			return n
		}
		return 0
	}
	switch w {
	case "em", "til", "tis", "twas", "cause", "n":
		return n
	}
	if n >= 2 && n <= 3 && '0' <= w[0] && w[0] <= '9' && '0' <= w[1] && w[1] <= '9' && (n == 2 || w[2] == 's') {
		return n
	}
	return 0
}

// word emits the word or number at i, its clitics apart, and gives its end.
func (c *cutter) word(i, j int) int {
	end := wordEnd(c.text, i, j)
	if end < j && c.text[end] == '.' && takesPeriod(c.text, i, end) {
		end++
	}
	c.clitics(i, end)
	return end
}

// takesPeriod reports whether the period at end belongs to the word before it:
// abbreviations, letters with periods between them, initials. A single letter at
// the very end of the text or paragraph is no initial, nor is the X on which
// people write.
func takesPeriod(text string, i, end int) bool {
	w := text[i:end]
	if strings.HasPrefix(text[end:], "..") {
		return false
	}
	if len(w) == 1 && 'A' <= w[0] && w[0] <= 'Z' {
		rest := text[end+1:]
		return rest != "" && rest[0] != '\n' && w != "I" && !(w == "X" && strings.HasSuffix(text[:i], " on "))
	}
	return dotted(w) || KindOf(text[i:end+1]) != NoAbbreviation
}

// dotted reports whether w is letters with periods between them: "U.S", "a.m",
// "Ph.D", but no domain and no number.
func dotted(w string) bool {
	k := strings.LastIndexByte(w, '.')
	return k > 0 && len(w)-k <= 3 && len(w) <= 12 && classOf(w, 0, len(w)) == letter && classOf(w, k+1, len(w)) == letter && !isDomainEnd(w[k+1:])
}
