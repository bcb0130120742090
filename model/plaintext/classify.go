package plaintext

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// What is no longer prose, counted in words.
const (
	maxHead      = 8  // blocks before the first paragraph of prose
	maxTitle     = 30 // words
	minTitle     = 4  // words of a headline that does not stand alone
	maxLabel     = 4  // words
	maxByline    = 15 // words
	maxDated     = 8  // words
	maxHeading   = 10 // words
	minNeighbour = 12 // words of a paragraph beside a heading
)

// classifyHead names what stands before the first paragraph of prose, and gives
// the index of that paragraph.
func classifyHead(text, title string, blocks []model.Block) int {
	titled := false
	i := 0
	for ; i < len(blocks) && i < maxHead; i++ {
		b := &blocks[i]
		words := b.Span.In(text)
		known := title
		if title == "" {
			known = Title(text, blocks[:i])
		}
		last := i == len(blocks)-1
		switch {
		case known != "" && sameWords(words, known):
			b.Kind, titled = model.BlockTitle, true
		case isByline(words):
			b.Kind = model.BlockByline
		case titled && isDated(words):
			b.Kind = model.BlockByline
		case isLabel(words) && !last && (titled || isTitle(blocks[i+1].Span.In(text))):
			b.Kind = model.BlockLabel
		case !titled && title == "" && !last && (isTitle(words) || i == 0 && isShortTitle(words, blocks[1], text)):
			b.Kind, titled = model.BlockTitle, true
		default:
			return i
		}
	}
	return i
}

// classifyBody names headings between paragraphs and the credits at the end.
func classifyBody(text string, blocks []model.Block) {
	for i := range blocks {
		b := &blocks[i]
		words := b.Span.In(text)
		switch {
		case i > 0 && i+1 < len(blocks) && isHeading(words) && !b.Tight && !blocks[i+1].Tight &&
			countWords(blocks[i-1].Span.In(text)) >= minNeighbour && countWords(blocks[i+1].Span.In(text)) >= minNeighbour:
			b.Kind, b.Level = model.BlockHeading, 2
		case i+2 >= len(blocks) && isCredit(words):
			b.Kind = model.BlockByline
		}
	}
}

// sameWords compares a line with a headline; a full stop at its end and
// differing white space do not count.
func sameWords(line, title string) bool {
	norm := func(s string) string {
		return strings.TrimSuffix(strings.Join(strings.Fields(s), " "), ".")
	}
	return strings.EqualFold(norm(line), norm(title))
}

// isTitle reports whether a line at the beginning reads as a headline: short,
// and not a sentence with its full stop.
func isTitle(line string) bool {
	n := countWords(line)
	return n >= minTitle && n <= maxTitle && !endsSentence(line) && !strings.ContainsAny(line[len(line)-1:], ",;:")
}

// isShortTitle reports whether the first line of a text is a headline though it
// is as short as a label: "Mayor quits". It stands alone, above a by-line, a date
// or a sentence.
func isShortTitle(line string, next model.Block, text string) bool {
	below := next.Span.In(text)
	return isHeading(line) && (isByline(below) || isDated(below) || !next.Tight && endsSentence(below))
}

// isLabel reports whether a line at the beginning reads as the name of a
// section: "Top News", "World | Asia".
func isLabel(line string) bool {
	return countWords(line) <= maxLabel && startsUpper(line) && endsInWord(line) && !strings.ContainsAny(line, "\"“”")
}

// isHeading reports whether a line between paragraphs reads as a heading.
func isHeading(line string) bool {
	return countWords(line) <= maxHeading && startsUpper(line) &&
		(endsInWord(line) || strings.HasSuffix(line, "?")) && !strings.ContainsAny(line, "\"“”:")
}

// isByline reports whether a line at the beginning names the writers.
func isByline(line string) bool {
	first, rest, _ := strings.Cut(line, " ")
	if countWords(line) > maxByline || !startsUpper(rest) || endsSentence(line) && !strings.HasSuffix(line, "r.") {
		return false
	}
	return first == "By" || first == "BY" || first == "by"
}

// isDated reports whether a line below the headline gives the day.
func isDated(line string) bool {
	return countWords(line) <= maxDated && year.MatchString(line) && !endsSentence(line)
}

var year = regexp.MustCompile(`\b(19|20)\d\d\b`)

// isCredit reports whether a line at the end names who worked on the text.
func isCredit(line string) bool {
	for _, start := range []string{"Reporting by ", "Additional reporting by ", "Editing by ", "Writing by "} {
		line = strings.TrimPrefix(line, "(")
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}

func countWords(s string) int { return len(strings.Fields(s)) }

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// endsSentence reports whether a line ends with a full stop, marks that close a
// quotation or bracket after it aside. Headlines may ask or exclaim.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)]")
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "…") || strings.HasSuffix(line, "。")
}
