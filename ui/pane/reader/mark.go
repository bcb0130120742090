package reader

import (
	"strings"
	"unicode/utf8"

	"quoth/model"
	"quoth/ui/page"
)

// mark makes the marks that stand until other annotations come: names, the
// ground of direct words, the bars of the speakers.
func (p *Pane) mark() {
	if p.page == nil {
		return
	}
	var marks []page.Mark
	for _, e := range p.ann.Entities {
		for _, s := range e.Mentions {
			if p.inHeadline(s) {
				continue // a headline is loud enough
			}
			marks = append(marks, page.Mark{Span: s, Channel: page.ChannelEntity, Kind: e.Type, Speaker: -1})
		}
	}
	for i, q := range p.ann.Quotes {
		for _, c := range q.Content {
			for _, s := range quoted(p.page.Article().Text, c) {
				marks = append(marks, page.Mark{Span: s, Channel: page.ChannelQuote, Speaker: p.speakerOf(i)})
			}
		}
		for _, h := range p.hullsOf(i) {
			marks = append(marks, page.Mark{Span: h, Channel: page.ChannelBar, Speaker: p.speakerOf(i)})
		}
	}
	p.base = page.NewMarks(marks)
	p.markNow()
}

// markNow makes the few marks that change with every step: they are kept apart,
// so that a step costs the same in an article of any length.
func (p *Pane) markNow() {
	var marks []page.Mark
	if p.current >= 0 {
		speaker := p.speakerOf(p.current)
		for _, c := range p.ann.Quotes[p.current].Content {
			marks = append(marks, page.Mark{Span: c, Channel: page.ChannelQuote, Speaker: speaker, Current: true})
		}
		for _, h := range p.hullsOf(p.current) {
			marks = append(marks, page.Mark{Span: h, Channel: page.ChannelBar, Speaker: speaker, Current: true})
		}
	}
	marks = append(marks, page.Mark{Span: p.focus, Channel: page.ChannelCursor, Speaker: -1})
	for _, s := range p.proof {
		marks = append(marks, page.Mark{Span: s, Channel: page.ChannelEvidence, Speaker: -1})
	}
	if p.hit >= 0 && p.hit < len(p.hits) {
		marks = append(marks, page.Mark{Span: p.hits[p.hit], Channel: page.ChannelSearch, Speaker: -1, Current: true})
	}
	p.now = page.NewMarks(marks)
}

func (p *Pane) inHeadline(s model.Span) bool {
	blocks := p.page.Article().Blocks
	if len(blocks) == 0 {
		return false
	}
	k := blocks[p.block(s.Start)].Kind
	return k == model.BlockTitle || k == model.BlockHeading
}

func (p *Pane) speakerOf(quote int) int {
	if quote < len(p.speaker) {
		return p.speaker[quote]
	}
	return -1
}

// hull is the stretch of one block that a quotation takes up, its cue and its
// speaker's name included: where its bar stands.
type hull struct {
	model.Span
	quote, block int
}

// hulls gives the hulls of all quotations, in their order.
func hulls(a *model.Article, quotes []model.Quote) []hull {
	var out []hull
	for i, q := range quotes {
		first := len(out)
		for _, spans := range [][]model.Span{q.Content, q.Cue, q.Source} {
			for _, s := range spans {
				out = addToHulls(out, first, a, i, s)
			}
		}
	}
	return out
}

// addToHulls grows the hulls from first on by a span, cut at the blocks.
func addToHulls(out []hull, first int, a *model.Article, quote int, s model.Span) []hull {
	for b := range a.Blocks {
		block := a.Blocks[b].Span
		if block.Start >= s.End {
			break
		}
		part := model.Span{Start: max(s.Start, block.Start), End: min(s.End, block.End)}
		if part.Empty() {
			continue
		}
		at := first
		for at < len(out) && out[at].block != b {
			at++
		}
		if at == len(out) {
			out = append(out, hull{part, quote, b})
			continue
		}
		out[at].Start, out[at].End = min(out[at].Start, part.Start), max(out[at].End, part.End)
	}
	return out
}

// hullsOf gives the hulls of one quotation, in the order of the text's blocks as
// far as its parts are.
func (p *Pane) hullsOf(quote int) []model.Span {
	var out []model.Span
	for _, h := range p.hulls {
		if h.quote == quote {
			out = append(out, h.Span)
		}
	}
	return out
}

// quoted gives the stretches of a span that stand in quotation marks; a stretch
// whose mark stays open reaches to the end of the span.
func quoted(text string, s model.Span) []model.Span {
	var out []model.Span
	open := -1
	for i, r := range s.In(text) {
		at := s.Start + i
		switch {
		case open < 0 && strings.ContainsRune("\"“„«‘", r) && (r != '‘' || i == 0):
			open = at
		case open >= 0 && strings.ContainsRune("\"”»", r):
			out = append(out, model.Span{Start: open, End: at + utf8.RuneLen(r)})
			open = -1
		}
	}
	if open >= 0 {
		out = append(out, model.Span{Start: open, End: s.End})
	}
	return out
}

// Speaker gives the number of a quotation's speaker, -1 for one without a name.
func (p *Pane) Speaker(quote int) int { return p.speakerOf(quote) }
