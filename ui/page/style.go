package page

import (
	"slices"

	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
	"quoth/ui/theme"
)

// base gives the style of a block's text.
func (p *Painter) base(l *Layout, ln *line) uv.Style {
	b, a := &l.page.blocks[ln.block], &p.Styles.Article
	switch b.Kind {
	case model.BlockHeading:
		return a.Heading[min(max(b.Level, 1), len(a.Heading))-1]
	case model.BlockCode:
		return a.CodeBlock
	case model.BlockTableHead:
		return a.TableHead
	case model.BlockTitle:
		return a.Title
	case model.BlockByline:
		return a.Byline
	case model.BlockLabel:
		return a.Label
	case model.BlockFootnote:
		return a.Footnote
	case model.BlockParagraph, model.BlockRule, model.BlockTableRow:
	}
	if slices.ContainsFunc(b.In, func(c model.Container) bool { return c.Kind == model.ContainerQuote }) {
		return a.BlockQuote
	}
	return a.Text
}

// run lays an inline style over s.
func (p *Painter) run(s uv.Style, r model.RunStyle) uv.Style {
	a := &p.Styles.Article
	for _, it := range [...]struct {
		bit   model.RunStyle
		style *uv.Style
	}{
		{model.RunStrong, &a.Strong},
		{model.RunEmphasis, &a.Emphasis},
		{model.RunCode, &a.Code},
		{model.RunStrike, &a.Strike},
		{model.RunLink, &a.Link},
		{model.RunImage, &a.Image},
	} {
		if r&it.bit != 0 {
			s = theme.Over(s, *it.style)
		}
	}
	return s
}

// mark lays a mark's style over s.
func (p *Painter) mark(s uv.Style, m *Mark) uv.Style {
	t := p.Styles
	switch m.Channel {
	case ChannelEntity:
		return theme.Over(s, t.Entity(m.Kind))
	case ChannelQuote:
		return theme.Over(s, pick(t.Quote, m.Current))
	case ChannelNote:
		return theme.Over(s, pick(t.Highlight(m.Highlight).Text, m.Current))
	case ChannelEvidence:
		return theme.Over(s, t.Evidence)
	case ChannelSelection:
		return theme.Over(s, t.Selection)
	case ChannelSearch:
		return theme.Over(s, pick(t.Search, m.Current))
	case ChannelCursor:
		return theme.Over(s, t.Cursor)
	case ChannelBar:
	}
	return s
}

func pick(s theme.Pair, current bool) uv.Style {
	if current {
		return s.Current
	}
	return s.Normal
}

// marked lays the marks that lie on s over a style, from the lowest channel to
// the highest. Names in names add up; of selections, hits and cursors on one
// place there is one, or reverse over reverse would hide both.
func (p *Painter) marked(style uv.Style, s model.Span) uv.Style {
	below, channel := style, ChannelEntity
	for _, h := range p.hits {
		if !h.Overlaps(s) {
			continue
		}
		if h.Channel != channel {
			below, channel = style, h.Channel
		}
		if channel >= ChannelSelection {
			style = below
		}
		style = p.mark(style, h)
	}
	return style
}
