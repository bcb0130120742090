package token

import "strings"

// wordEnd gives the end of the word or number that begins at i. What stands
// between two characters of a word decides whether the word goes on.
func wordEnd(text string, i, end int) int {
	start := i
	for i < end {
		cl, n := classAt(text[i:end])
		if isWord(cl) {
			if cl == letter && clockFollows(text, start, i, end) {
				return i
			}
			i += n
			continue
		}
		if i == start {
			return i
		}
		switch next := classOf(text, i+n, end); {
		case text[i] == ':' && strings.HasPrefix(text[i:end], "://"):
			return addressEnd(text, i, end)
		case !isWord(next) && text[i] != '_' || !joins(text, start, i, i+n, end):
			if text[i] == '$' && i-start <= 2 && isUpper(text[start:i]) && isUpper(text[i-1:i]) {
				return i + 1 // US$, A$
			}
			return i
		}
		i += n
	}
	return i
}

// joins reports whether the character text[i:next] holds together the word that
// began at start and the word character that follows it.
func joins(text string, start, i, next, end int) bool {
	left, _ := classAt(text[i-1:])
	if text[i-1] >= 0x80 {
		left = letter
	}
	right := classOf(text, next, end)
	digits := left == digit && right == digit
	letters := left == letter && right == letter
	switch text[i] {
	case '_':
		return true
	case ',', ':':
		return digits
	case '/':
		return digits
	case '.':
		return digits || letters && periodJoins(text, start, i, end)
	case '-':
		return digits && numberHyphen(text, start, i, end) || right == letter && isPrefix(text, start, i, end)
	case '&':
		return letters && isUpper(text[i-1:]) && isUpper(text[next:])
	}
	return right == letter && (apostropheLen(text[i:end]) > 0 || left == letter && strings.HasPrefix(text[i:end], okina))
}

// periodJoins tells "U.S", "Ph.D" and "example.com" from a sentence end that
// lacks its space.
func periodJoins(text string, start, i, end int) bool {
	segment := i - 1 - strings.LastIndexByte(text[max(start, i-4):i], '.') - max(start, i-4)
	if segment == 1 {
		return true
	}
	n := 0
	for n < 6 && classOf(text, i+1+n, end) == letter {
		n += runeLen(text[i+1+n:])
	}
	if n == 1 && segment == 2 {
		return isUpper(text[i+1:])
	}
	return isDomainEnd(text[i+1 : i+1+n])
}

func isDomainEnd(s string) bool {
	switch s {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "news", "tv", "io", "ai", "uk", "co", "eu", "de", "fr", "ca", "au", "ru", "nz", "ie", "za", "ng", "ke":
		return true
	}
	return false
}

// numberHyphen keeps dates ("2026-02-01") and telephone numbers together; a
// range ("18-24", "2015-16") is three tokens.
func numberHyphen(text string, start, i, end int) bool {
	if strings.IndexByte(text[max(start, i-5):i], '-') >= 0 {
		return true
	}
	n := 0
	for i+1+n < end && n < 5 && '0' <= text[i+1+n] && text[i+1+n] <= '9' {
		n++
	}
	k := i + 1 + n
	return k+1 < end && text[k] == '-' && '0' <= text[k+1] && text[k+1] <= '9' || i-start == 3 && n == 4
}

// isPrefix reports whether text[start:i] is a prefix that the treebanks leave on
// its word ("co-owner", "non-profit"). Before a capital it is cut off, since a
// name begins there ("pro-Iranian").
func isPrefix(text string, start, i, end int) bool {
	if i-start > 7 || isUpper(text[i+1:end]) {
		return false
	}
	switch strings.ToLower(text[start:i]) {
	case "e", "co", "non", "pre", "post", "anti", "mid", "ex", "re", "pro", "semi", "sub", "multi", "inter", "counter", "mini", "un", "bi", "tri":
		return true
	}
	return false
}

// clockFollows reports whether the letters at i are the "am" or "pm" of a number
// ("8pm", "8.30am", "8p.m.").
func clockFollows(text string, start, i, end int) bool {
	if i == start || text[i-1] < '0' || text[i-1] > '9' || text[i] != 'a' && text[i] != 'p' && text[i] != 'A' && text[i] != 'P' {
		return false
	}
	s := text[i+1 : end]
	if s != "" && s[0] == '.' {
		s = s[1:]
	}
	return s != "" && (s[0] == 'm' || s[0] == 'M') && classOf(s, 1, len(s)) != letter
}

// mailSign gives the place of the sign in text[i:j] that may part a mailbox from
// its host, or -1.
func mailSign(text string, i, j int) int {
	k := strings.IndexByte(text[i:j], '@')
	if k <= 0 || !isWord(classOf(text, i+k+1, j)) {
		return -1
	}
	return i + k
}

// isMailbox reports whether s can stand before the sign of an e-mail address.
func isMailbox(s string) bool {
	for i := range len(s) {
		if c, _ := classAt(s[i:]); !isWord(c) && strings.IndexByte("._%+-", s[i]) < 0 {
			return false
		}
	}
	return true
}

// addressEnd gives the end of a URL or e-mail address: the end of the piece
// without the punctuation that follows an address in a sentence.
func addressEnd(text string, i, end int) int {
	for k := i; k < end; k++ {
		switch text[k] {
		case '"', '<', '>':
			end = k
		}
		if strings.HasPrefix(text[k:end], "”") || strings.HasPrefix(text[k:end], "“") {
			end = k
		}
	}
	for end > i+1 && strings.IndexByte(".,;:!?)]'", text[end-1]) >= 0 {
		end--
	}
	for end > i+3 && strings.HasSuffix(text[i:end], "’") {
		end -= len("’")
	}
	return end
}
