// Package evidence is the answer to "why": what the attribution of one
// quotation rests on, reason by reason, each with its place in the text.
package evidence

import (
	"strconv"

	"quoth/model"
	"quoth/ui/line"
	"quoth/ui/sheet"
	"quoth/ui/statement"
	"quoth/ui/theme"
)

// Pane is the list of reasons. Make it with New.
type Pane struct {
	*sheet.Sheet

	words   string
	reasons []statement.Reason
	place   []int // for each reason the number of its paragraph, 0 for none
	shown   []int // for each item its reason, or -1
}

// New makes an empty list.
func New(styles *theme.Styles) *Pane { return &Pane{Sheet: sheet.New(styles, "WHY")} }

// SetQuote shows the reasons of quotation i.
func (p *Pane) SetQuote(a *model.Article, ann *model.Annotations, s statement.Statement) {
	p.words = s.Words
	p.reasons = statement.Why(a, ann, s.Index)
	p.place = make([]int, len(p.reasons))
	for i, r := range p.reasons {
		if !r.Span.Empty() {
			p.place[i] = statement.Paragraph(a, r.Span.Start)
		}
	}
	p.Fill(p.build)
	p.Top()
}

// Clear empties the list.
func (p *Pane) Clear() {
	p.words, p.reasons, p.place = "", nil, nil
	p.Fill(p.build)
}

func (p *Pane) build(pen line.Pen, styles *theme.Styles, width int) []sheet.Item {
	p.shown = p.shown[:0]
	var items []sheet.Item
	add := func(reason int, it sheet.Item) {
		items = append(items, it)
		p.shown = append(p.shown, reason)
	}
	if p.reasons == nil {
		add(-1, quiet(styles, "No quotation is chosen."))
		return items
	}
	for _, words := range pen.Wrap(p.words, width, 3) {
		add(-1, sheet.Item{Lines: []sheet.Line{{Left: []sheet.Piece{{Style: styles.Panel.Words, Text: words}}}}})
	}
	add(-1, sheet.Item{Lines: []sheet.Line{{}}})
	for i, r := range p.reasons {
		right := ""
		if p.place[i] > 0 {
			right = "¶" + strconv.Itoa(p.place[i])
		}
		what := r.What
		if i > 0 && p.reasons[i-1].What == what {
			what = ""
		}
		add(i, sheet.Item{Lines: sheet.Labelled(pen, styles, width, what, r.Says, right), Pick: right != ""})
	}
	return items
}

func quiet(styles *theme.Styles, words string) sheet.Item {
	return sheet.Item{Lines: []sheet.Line{{Left: []sheet.Piece{{Style: styles.Quiet, Text: words}}}}}
}

// Span gives the place of the chosen reason in the text.
func (p *Pane) Span() (model.Span, bool) {
	at := p.Chosen()
	if at < 0 || p.shown[at] < 0 {
		return model.Span{}, false
	}
	return p.reasons[p.shown[at]].Span, true
}

// Spans lists the places of all reasons.
func (p *Pane) Spans() []model.Span {
	var out []model.Span
	for _, r := range p.reasons {
		if !r.Span.Empty() {
			out = append(out, r.Span)
		}
	}
	return out
}
