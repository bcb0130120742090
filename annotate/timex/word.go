package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/doc"
)

// word is what the grammar reads: a token, or a piece of one where the
// tokenizer keeps together what the grammar takes apart ("5pm", "mid-March").
type word struct {
	low      string // lower case, straight apostrophes, no full stop after an abbreviation
	start    int    // byte offset
	end      int
	token    int
	class    class
	val      int
	id       uint16
	verb     verb
	capital  bool // begins with an upper-case letter
	glued    bool // no space before
	block    int  // number of its block
	para     bool // first of a block
	sentence bool // first of a sentence
	quoted   bool // inside quotation marks
}

// lexer cuts tokens into words.
type lexer struct {
	g     *Grammar
	text  string
	words []word
}

func (g *Grammar) lex(d *doc.Doc) []word {
	l := lexer{g: g, text: d.Text, words: make([]word, 0, len(d.Tokens)+len(d.Tokens)/16)}
	firsts := boundaries(d)
	quoted, prevEnd, block := 0, 0, 0
	stopped := true // the words so far end a sentence, closing marks set aside
	for i := range d.Tokens {
		s := d.Tokens[i].Span
		first := len(l.words)
		l.token(i, s.In(d.Text), s.Start)
		if first == len(l.words) {
			continue
		}
		w := &l.words[first]
		if w.verb == verbFixture && d.Tokens[i].Tag == doc.TagNN { // "a clean report", "the vote"
			w.verb = verbNone
		}
		w.glued = prevEnd == s.Start && i > 0
		if w.para = i == 0 || firsts.block[i]; w.para {
			block++
		}
		// The sentences of one quotation may be one to the splitter; the tense of
		// a clause must not leak from one to the next.
		w.sentence = w.para || firsts.sentence[i] || stopped
		if w.capital && !w.sentence { // Air Force One, Seven Sisters
			w.class &^= clsHour | clsNumber
		}
		stopped = ends(l.words[len(l.words)-1].low, stopped)
		for quoted < len(d.Quoted) && d.Quoted[quoted].End <= i {
			quoted++
		}
		inside := quoted < len(d.Quoted) && d.Quoted[quoted].First <= i
		for k := first; k < len(l.words); k++ {
			l.words[k].quoted, l.words[k].block = inside, block
		}
		prevEnd = s.End
	}
	return l.words
}

// ends reports whether a sentence may end after w, where before tells it for
// the word before w.
func ends(w string, before bool) bool {
	switch w {
	case ".", "?", "!":
		return true
	case "”", "\"", "’", "'", ")", "''":
		return before
	}
	return false
}

type firstTokens struct{ block, sentence []bool }

func boundaries(d *doc.Doc) firstTokens {
	f := firstTokens{make([]bool, len(d.Tokens)), make([]bool, len(d.Tokens))}
	mark := func(at []bool, i int) {
		if i >= 0 && i < len(at) {
			at[i] = true
		}
	}
	for i := range d.Blocks {
		mark(f.block, d.Blocks[i].First)
	}
	for i := range d.Sentences {
		mark(f.sentence, d.Sentences[i].First)
	}
	return f
}

// token adds the words of one token.
func (l *lexer) token(n int, s string, at int) {
	if whole(s) {
		l.add(n, s, at)
		return
	}
	for i := 0; i < len(s); {
		j := piece(s, i)
		l.add(n, s[i:j], at+i)
		if w := &l.words[len(l.words)-1]; i > 0 && digit(s[i]) && named(s[:i]) {
			w.class = 0
		}
		i = j
	}
}

// named reports whether letters before a number make it part of a name: "B16",
// but not "Q4".
func named(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLetter(r) && before != "Q"
}

// whole reports whether s needs no cutting: letters with apostrophes or full
// stops between them, one punctuation mark, or one number.
func whole(s string) bool {
	if s == "" || digit(s[0]) {
		return s == "" || piece(s, 0) == len(s)
	}
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case digit(c), c == '-', c == '/':
			return false
		case c == '\'' && i == len(s)-2 && s[i+1] == 's': // the tokenizer left a possessive on
			return false
		}
	}
	return !strings.Contains(s, "–") && !strings.HasSuffix(s, "’s")
}

// piece gives the end of the piece of s that begins at i: a number, a run of
// letters, or one other character.
func piece(s string, i int) int {
	if digit(s[i]) {
		return i + numeral(s[i:])
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	j := i + n
	if (r == '\'' || r == '’') && strings.HasPrefix(s[j:], "s") {
		return j + 1
	}
	if !unicode.IsLetter(r) {
		return j
	}
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if strings.HasPrefix(s[j:], "'s") || strings.HasPrefix(s[j:], "’s") || !unicode.IsLetter(r) && r != '.' && r != '\'' && r != '’' {
			break
		}
		j += n
	}
	return j
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func (l *lexer) add(token int, s string, at int) {
	r, _ := utf8.DecodeRuneInString(s)
	w := word{low: lower(s), start: at, end: at + len(s), token: token, capital: unicode.IsUpper(r), glued: true}
	if len(w.low) > 1 && w.low[len(w.low)-1] == '.' {
		w.low = w.low[:len(w.low)-1]
	}
	if digit(s[0]) {
		w.class, w.val = classifyNumeral(w.low)
	}
	if x, ok := l.g.words[w.low]; ok {
		w.id, w.verb = x.id, x.verb
		// Names of days, months and zones are capitalised: "may", "sat", "et".
		if x.class != 0 && (w.capital || x.class&(clsWeekday|clsMonth|clsZone) == 0) {
			w.class |= x.class
			w.val = x.val
		}
	}
	l.words = append(l.words, w)
}

// lower is s in lower case with straight apostrophes; it copies only where
// something changes.
func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ReplaceAll(strings.ToLower(s), "’", "'")
		}
	}
	return s
}
