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

	facts  []fact
	shares []share
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
		{"said", kinds(all)},
	}
	p.shares = ledger(all)
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

// share is how much of a say one speaker has.
type share struct {
	name              string
	statements, words int
}

// ledger adds up the statements by speaker, the one with the most words first.
func ledger(all []statement.Statement) []share {
	at := map[string]int{}
	var out []share
	for _, s := range all {
		i, ok := at[s.Key]
		if !ok {
			i = len(out)
			at[s.Key] = i
			out = append(out, share{name: s.Speaker})
		}
		out[i].statements++
		out[i].words += len(strings.Fields(s.Words))
	}
	slices.SortStableFunc(out, func(a, b share) int { return b.words - a.words })
	return out
}

func (p *Pane) build(pen line.Pen, styles *theme.Styles, width int) []sheet.Item {
	var items []sheet.Item
	for _, f := range p.facts {
		if f.says == "" {
			continue
		}
		items = append(items, sheet.Item{Lines: sheet.Labelled(pen, styles, width, f.what, f.says, "")})
	}
	for i, s := range p.shares {
		if i == 0 {
			items = append(items, sheet.Item{Lines: []sheet.Line{{}}},
				sheet.Item{Lines: []sheet.Line{{
					Left:  []sheet.Piece{{Style: styles.Quiet, Text: "Who speaks"}},
					Right: sheet.Piece{Style: styles.Quiet, Text: "said   words"},
				}}})
		}
		items = append(items, sheet.Item{Lines: []sheet.Line{{
			Left:  []sheet.Piece{{Style: styles.Text, Text: s.name}},
			Right: sheet.Piece{Style: styles.Quiet, Text: fmt.Sprintf("%d    %4d", s.statements, s.words)},
		}}})
	}
	return items
}
