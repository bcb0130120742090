package reader

import (
	"quoth/model"
	"quoth/ui/page"
)

// markNow makes the few marks that change with every step: they are kept apart
// from the overlay, so that a step costs the same in an article of any length.
func (p *Pane) markNow() {
	var marks []page.Mark
	if p.current >= 0 {
		speaker := p.over.Speaker(p.current)
		for _, c := range p.ann.Quotes[p.current].Content {
			marks = append(marks, page.Mark{Span: c, Channel: page.ChannelQuote, Speaker: speaker, Current: true})
		}
		for _, h := range p.over.HullsOf(p.current) {
			marks = append(marks, page.Mark{Span: h.Span, Channel: page.ChannelBar, Speaker: speaker, Current: true})
		}
	}
	marks = append(marks, page.Mark{Span: p.focus, Channel: page.ChannelCursor, Speaker: -1})
	for _, s := range p.proof {
		marks = append(marks, page.Mark{Span: s, Channel: page.ChannelEvidence, Speaker: -1})
	}
	if p.hit >= 0 && p.hit < len(p.hits) {
		marks = append(marks, page.Mark{Span: p.hits[p.hit], Channel: page.ChannelSearch, Speaker: -1, Current: true})
	}
	marks = append(marks, p.sel.marks(p)...)
	p.now = page.NewMarks(marks)
}

// SetHits marks what a search found; i is the current one, or -1.
func (p *Pane) SetHits(hits []model.Span, i int) {
	p.hits, p.hit = hits, i
	marks := make([]page.Mark, len(hits))
	for j, s := range hits {
		marks[j] = page.Mark{Span: s, Channel: page.ChannelSearch, Speaker: -1}
	}
	p.search = page.NewMarks(marks)
	p.markNow()
}
