// Package about tells of the article as a whole: what it is, how long it is, and
// who has how much of a say in it.
package about

import (
	"fmt"
	"slices"
	"strings"

	"quoth/model"
	"quoth/ui/line"
	"quoth/ui/sheet"
	"quoth/ui/statement"
	"quoth/ui/theme"
)

// Pane is the list of facts. Make it with New.
type Pane struct {
	*sheet.Sheet

	facts []fact
}

type fact struct{ what, says string }

// New makes an empty list.
func New(styles *theme.Styles) *Pane { return &Pane{Sheet: sheet.New(styles, "ABOUT")} }

// SetArticle tells of an article; all is nil until it is annotated.
func (p *Pane) SetArticle(a *model.Article, all []statement.Statement) {
	words := len(strings.Fields(a.Text))
	p.facts = []fact{
		{"title", a.Title},
		{"by", strings.Join(a.Authors, ", ")},
		{"outlet", a.Site},
		{"published", statement.Stamp(a.Published)},
		{"source", a.Source},
		{"tags", strings.Join(a.Tags, ", ")},
		{"length", fmt.Sprintf("%d words, %s", words, statement.Minutes(words))},
		{"statements", kinds(all)},
	}
	for _, s := range ledger(all) {
		p.facts = append(p.facts, fact{s.name, s.says()})
	}
	p.Fill(p.build)
	p.Top()
}

func kinds(all []statement.Statement) string {
	count := map[model.QuoteKind]int{}
	doubt := 0
	for _, s := range all {
		count[s.Kind]++
		if s.Doubt != "" || s.Key == "" {
			doubt++
		}
	}
	text := fmt.Sprintf("%d: %d direct, %d mixed, %d indirect", len(all), count[model.Direct], count[model.Mixed], count[model.Indirect])
	if doubt > 0 {
		text += fmt.Sprintf("; %d in doubt", doubt)
	}
	return text
}

// source is one speaker's share.
type source struct {
	name              string
	statements, words int
}

func (s source) says() string {
	if s.statements == 1 {
		return fmt.Sprintf("1 statement, %d words", s.words)
	}
	return fmt.Sprintf("%d statements, %d words", s.statements, s.words)
}

// ledger adds up the statements by speaker, the one with the most words first.
func ledger(all []statement.Statement) []source {
	at := map[string]int{}
	var out []source
	for _, s := range all {
		i, ok := at[s.Key]
		if !ok {
			i = len(out)
			at[s.Key] = i
			out = append(out, source{name: s.Speaker})
		}
		out[i].statements++
		out[i].words += len(strings.Fields(s.Words))
	}
	slices.SortStableFunc(out, func(a, b source) int { return b.words - a.words })
	return out
}

func (p *Pane) build(pen line.Pen, styles *theme.Styles, width int) []sheet.Item {
	var items []sheet.Item
	for _, f := range p.facts {
		if f.says == "" {
			continue
		}
		it := sheet.Item{Lines: []sheet.Line{{Left: []sheet.Piece{{Style: styles.Quiet, Text: f.what}}}}}
		for _, words := range pen.Wrap(f.says, width, 0) {
			it.Lines = append(it.Lines, sheet.Line{Left: []sheet.Piece{{Style: styles.Text, Text: words}}})
		}
		items = append(items, it)
	}
	return items
}
