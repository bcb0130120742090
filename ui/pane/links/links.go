// Package links is the numbered list of an article's links. It opens nothing.
package links

import (
	"strconv"

	"quoth/model"
	"quoth/ui/line"
	"quoth/ui/page"
	"quoth/ui/sheet"
	"quoth/ui/theme"
)

// Pane is the list. Make it with New.
type Pane struct {
	*sheet.Sheet

	links []link
}

type link struct {
	words  string
	target string
	safe   bool
}

// New makes an empty list.
func New(styles *theme.Styles) *Pane { return &Pane{Sheet: sheet.New(styles, "LINKS")} }

// SetArticle lists the links of an article in the order of the text, its source
// first where that is an address.
func (p *Pane) SetArticle(a *model.Article) {
	p.links = p.links[:0]
	if _, ok := page.SafeLink(a.Source); ok {
		p.add("the article itself", a.Source)
	}
	last := -1
	for _, r := range a.Runs {
		switch {
		case r.Link < 0 || r.Link >= len(a.Links) || r.Style&model.RunLink == 0:
			last = -1
		case r.Link == last: // a link goes on in another style
			p.links[len(p.links)-1].words += r.In(a.Text)
		default:
			p.add(r.In(a.Text), a.Links[r.Link])
			last = r.Link
		}
	}
	p.SetTitle("", strconv.Itoa(len(p.links)))
	p.Fill(p.build)
	p.Top()
}

func (p *Pane) add(words, target string) {
	safe, ok := page.SafeLink(target)
	if ok {
		target = safe
	}
	p.links = append(p.links, link{words, target, ok})
}

func (p *Pane) build(pen line.Pen, styles *theme.Styles, width int) []sheet.Item {
	if len(p.links) == 0 {
		return []sheet.Item{{Lines: []sheet.Line{{Left: []sheet.Piece{{Style: styles.Quiet, Text: "No links here."}}}}}}
	}
	var items []sheet.Item
	for i, l := range p.links {
		number := strconv.Itoa(i+1) + " "
		it := sheet.Item{Pick: true, Lines: []sheet.Line{{Left: []sheet.Piece{
			{Style: styles.Accent, Text: number}, {Style: styles.Text, Text: l.words},
		}}}}
		target := l.target
		if !l.safe {
			target += " (not opened: only http, https and mailto are)"
		}
		for _, words := range pen.Wrap(target, width-len(number), 2) {
			it.Lines = append(it.Lines, sheet.Line{Left: []sheet.Piece{
				{Style: styles.Quiet, Text: line.Blank(len(number)) + words},
			}})
		}
		items = append(items, it)
	}
	return items
}

// Target gives the address of link n, from 1, or of the chosen one where n is 0.
// ok is false where there is none, or none that may be opened.
func (p *Pane) Target(n int) (target string, ok bool) {
	if n == 0 {
		n = p.Chosen() + 1
	}
	if n < 1 || n > len(p.links) {
		return "", false
	}
	return p.links[n-1].target, p.links[n-1].safe
}

// Count gives the number of links.
func (p *Pane) Count() int { return len(p.links) }
