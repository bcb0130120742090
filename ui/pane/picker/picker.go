// Package picker is a list of choices that gets shorter as one types: a speaker,
// a name, a kind. What is chosen, and what comes of it, is for the App.
package picker

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"

	"quoth/ui/line"
	"quoth/ui/sheet"
	"quoth/ui/theme"
)

// Choice is what can be chosen.
type Choice struct {
	Name string
	Note string // at the right edge: "person, said 3"
	Now  bool   // it is so now: the one that is chosen at first
}

// Pane is the list. Make it with New.
type Pane struct {
	*sheet.Sheet

	title   string
	choices []Choice
	free    string // what words mean that are no choice: "a new name"; "" where they mean nothing
	words   string
	shown   []int // indexes into choices; -1 for the words themselves
}

// New makes an empty list.
func New(styles *theme.Styles) *Pane { return &Pane{Sheet: sheet.New(styles, "")} }

// Open shows choices under a title.
func (p *Pane) Open(title string, choices []Choice, free string) {
	p.title, p.choices, p.free = title, choices, free
	p.SetWords("")
}

// SetWords shows only the choices that have the letters in their order: first
// those that have them as whole words, those that begin so, and those with a word
// that does, then the words themselves where they may be new. What has the letters
// only scattered comes last, so that a new name is not taken for it.
func (p *Pane) SetWords(words string) {
	p.words = strings.TrimSpace(words)
	p.shown = p.shown[:0]
	for i := range p.choices {
		if p.fits(i) {
			p.shown = append(p.shown, i)
		}
	}
	slices.SortStableFunc(p.shown, func(i, j int) int { return p.rank(i) - p.rank(j) })
	same := func(i int) bool { return strings.EqualFold(p.choices[i].Name, p.words) }
	if p.free != "" && p.words != "" && !slices.ContainsFunc(p.shown, same) {
		near := 0
		for near < len(p.shown) && p.rank(p.shown[near]) < scattered {
			near++
		}
		p.shown = slices.Insert(p.shown, near, -1)
	}
	p.SetHeading(p.title, strconv.Itoa(len(p.shown)))
	p.Fill(p.build)
	p.Top()
	if p.words == "" {
		p.Choose(max(slices.IndexFunc(p.choices, func(c Choice) bool { return c.Now }), 0))
	}
}

// How well a choice fits the words, the best first.
const (
	has        = iota // its name has them as whole words, and they are no mere "a" or "of"
	begins            // it begins with them
	wordBegins        // another word of it does
	scattered         // it has the letters in their order
)

func (p *Pane) rank(i int) int {
	name, words := strings.ToLower(p.choices[i].Name), strings.ToLower(p.words)
	switch {
	case len(words) > 2 && strings.Contains(" "+bare(name)+" ", " "+bare(words)+" "):
		return has
	case strings.HasPrefix(name, words):
		return begins
	case strings.Contains(name, " "+words):
		return wordBegins
	}
	return scattered
}

// bare gives words without the marks around them.
func bare(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("'’-.", r)
	}), " ")
}

func (p *Pane) fits(i int) bool {
	return p.words == "" || len(fuzzy.Find(p.words, []string{p.choices[i].Name})) > 0
}

func (p *Pane) build(_ line.Pen, styles *theme.Styles, _ int) []sheet.Item {
	var items []sheet.Item
	for _, i := range p.shown {
		c := Choice{Name: p.words, Note: p.free}
		if i >= 0 {
			c = p.choices[i]
		}
		items = append(items, sheet.Item{Pick: true, Lines: []sheet.Line{{
			Left:  []sheet.Piece{{Style: styles.Text, Text: c.Name}},
			Right: sheet.Piece{Style: styles.Quiet, Text: c.Note},
		}}})
	}
	if len(items) == 0 {
		items = append(items, sheet.Item{Lines: []sheet.Line{{Left: []sheet.Piece{{Style: styles.Quiet, Text: "None of these."}}}}})
	}
	return items
}

// Choice gives the index of the chosen one, -1 for the words that were typed
// where they may be new. ok is false where nothing is chosen.
func (p *Pane) Choice() (i int, ok bool) {
	at := p.Chosen()
	if at < 0 || at >= len(p.shown) {
		return 0, false
	}
	return p.shown[at], true
}
