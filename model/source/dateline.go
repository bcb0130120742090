package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
	"quoth/model/source/date"
)

// The bounds of a dateline, in bytes.
const (
	longestDate     = 40  // by itself, after "Published"
	longestDateline = 120 // with places and names
)

// longestLine is the most words of a line that is no paragraph of prose.
const longestLine = 12

// headLines is among how many blocks at the beginning of an article the day of
// publication is looked for.
const headLines = 8

// headDay gives the day of publication that the head of an article tells, zero
// for none. Where the lines of several days follow one another, as in a
// chronicle, it is none of them.
func headDay(text string, blocks []model.Block) model.Stamp {
	var found model.Stamp
	prose := false
	for _, b := range blocks[:min(len(blocks), headLines)] {
		if b.Kind == model.BlockTitle || b.Kind == model.BlockHeading {
			continue
		}
		words := b.Span.In(text)
		_, day, ok := dateline(words)
		if !ok && b.Kind == model.BlockParagraph && !prose && !found.Known() {
			day, ok = opening(words)
			prose = len(strings.Fields(words)) > longestLine
		}
		switch {
		case !ok:
		case !found.Known():
			found = day
		case !day.Day().Equal(found.Day()) && undated(words) == words:
			return model.Stamp{}
		}
	}
	return found
}

// dateline reads a line at the head of an article that gives the day of
// publication: by itself, after "Published", after the place ("GOTHENBURG,
// Sweden — Saturday, 14 March 2026"), or in the by-line. It gives what stands
// before the day, too. A day inside a sentence is none, nor is one of a span of
// days.
func dateline(line string) (before string, day model.Stamp, ok bool) {
	if alone := undated(line); len(alone) <= longestDate && strings.ContainsAny(alone, "0123456789") {
		if day, err := date.Parse(alone); err == nil {
			return "", day, true
		}
	}
	at := fullDate.FindStringSubmatchIndex(line)
	if at == nil || len(line) > longestDateline || !afterDate.MatchString(line[at[1]:]) {
		return "", model.Stamp{}, false
	}
	before = strings.TrimRight(line[:at[0]], " "+separators)
	if !introduces(before, line[len(before):at[0]]) {
		return "", model.Stamp{}, false
	}
	day, err := date.Parse(line[at[2]:at[3]])
	return before, day, err == nil
}

// opening reads the dateline that begins the first paragraph of agencies'
// articles: "LONDON, March 14, 2026 (Reuters) — ".
func opening(paragraph string) (model.Stamp, bool) {
	paragraph = paragraph[:min(len(paragraph), longestDateline)]
	at := fullDate.FindStringSubmatchIndex(paragraph)
	if at == nil || !afterOpening.MatchString(paragraph[at[1]:]) || !isPlace(strings.TrimRight(paragraph[:at[0]], " "+separators)) {
		return model.Stamp{}, false
	}
	day, err := date.Parse(paragraph[at[2]:at[3]])
	return day, err == nil
}

// separators are the marks that part a day from what stands before it.
const separators = ",;:|·•—–-"

const (
	month = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
	numb  = `\d{1,2}(?:st|nd|rd|th)?`
	clock = `(?:,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?`
	// agency is who spread the text: "(Reuters)", "/PRNewswire/".
	agency = `(?: ?\([\pL .]+\)| ?/[\pL ]+/)?`
)

// fullDate finds a day with its month and year; its group leaves the weekday out.
var fullDate = regexp.MustCompile(`(?i)\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?` +
	`(` + numb + ` ` + month + `,? \d{4}|` + month + ` ` + numb + `,? \d{4}|\d{4}-\d{2}-\d{2})\b`)

// afterDate accepts what may follow the day on its line.
var afterDate = regexp.MustCompile(`^` + clock + agency + `(?:[ ,;|·•—–-]+(?i:last )?(?i:updated|modified)\b.*)?\.?$`)

// afterOpening accepts what follows the day where the paragraph goes on.
var afterOpening = regexp.MustCompile(`^` + clock + agency + ` ?(?:—|–|--| -) ?[^\s—–-]`)

// introduces reports whether words may stand before the day of publication,
// from which a separator parts them.
func introduces(words, separator string) bool {
	switch marks := strings.TrimSpace(separator); {
	case words == "" || undated(words) == "":
		return true
	case marks == "":
		return false
	case strings.EqualFold(firstWord(words), "by"):
		return allNames(strings.TrimSpace(words[len("by"):]))
	case isPlace(words):
		return true
	default: // a name, or that of the outlet
		return strings.ContainsAny(marks, "|·•") && allNames(words)
	}
}

// isPlace reports whether words are the place of a dateline, whose city is
// written in capitals: "GOTHENBURG, Sweden".
func isPlace(words string) bool {
	city := strings.Trim(firstWord(words), ",.")
	return utf8.RuneCountInString(city) > 1 && city == strings.ToUpper(city) && allNames(words)
}

// particles are the words of names, and between them, that have no capital.
var particles = regexp.MustCompile(`^(?:and|for|in|of|de|la|le|da|del|van|von|der)$`)

// allNames reports whether words are names only.
func allNames(words string) bool {
	for i, w := range strings.Fields(words) {
		first, _ := utf8.DecodeRuneInString(strings.Trim(w, `("'`))
		if !unicode.IsUpper(first) && w != "&" && !strings.Contains(separators, w) && (i == 0 || !particles.MatchString(w)) {
			return false
		}
	}
	return words != "" && !strings.ContainsAny(words, "?!“”")
}

// undated takes the words off a line that announce the day of publication.
func undated(line string) string { return announced.ReplaceAllLiteralString(line, "") }

var announced = regexp.MustCompile(`^(?i:(?:(?:first|last) )?(?:published|updated|posted)(?: on)?|date)\b[: ]*`)

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}
