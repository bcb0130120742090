package theme

import (
	"image/color"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
)

// Options say what the terminal is like and what the user wants.
type Options struct {
	Ground  Ground               // of the terminal
	Profile colorprofile.Profile // what the terminal can show
	Sheet   *Sheet               // the user's look of articles; nil for the built-in one
	// Highlights are the colours of the user's own kinds of highlights, in their
	// order, as IsColour takes them; "" leaves one to the theme.
	Highlights []string
}

// Ground is what the terminal draws its text on.
type Ground uint8

// The grounds.
const (
	GroundUnknown Ground = iota // the terminal has not told
	GroundDark
	GroundLight
)

// GroundOf gives the ground of a terminal that has told whether it is dark.
func GroundOf(dark bool) Ground {
	if dark {
		return GroundDark
	}
	return GroundLight
}

// New makes the styles.
func New(o Options) *Styles {
	p := newPalette(o.Ground, o.Profile)
	s := &Styles{Ground: o.Ground, Profile: o.Profile}
	s.Text = ink(p.ink)
	s.Strong = ink(p.ink, uv.AttrBold)
	s.Quiet = dim(p.quiet)
	s.Faint = dim(p.faint)
	s.Accent = ink(p.accent)
	s.Error = ink(p.alarm, uv.AttrBold)
	s.Title, s.Meta = s.Strong, s.Quiet
	s.marks(p)
	s.highlights = highlights(p, o)
	s.screen(p)
	s.article(p)
	if o.Sheet != nil {
		s.Article.apply(o.Sheet, o.Profile.Convert)
	}
	for _, c := range p.speakers {
		s.speakers = append(s.speakers, ink(c))
	}
	return s
}

// ink is a style of one colour, nil for the terminal's own.
func ink(c color.Color, attrs ...uint8) uv.Style {
	s := uv.Style{Fg: c}
	for _, a := range attrs {
		s.Attrs |= a
	}
	return s
}

// dim is a colour for what is secondary; without one the terminal dims its own.
func dim(c color.Color) uv.Style {
	if c == nil {
		return uv.Style{Attrs: uv.AttrFaint}
	}
	return uv.Style{Fg: c}
}

// on is a style of one ground, with the ink that it needs; without a ground the
// attributes carry the meaning.
func (p palette) on(ground color.Color, without uv.Style) uv.Style {
	if ground == nil {
		return without
	}
	return uv.Style{Fg: p.onGround, Bg: ground}
}

// marks makes the styles of what is laid over the text. People are bold, bodies
// slanted, places underlined, dates quiet.
func (s *Styles) marks(p palette) {
	line := func(c color.Color, u uv.Underline, attrs uint8) uv.Style {
		return uv.Style{Fg: c, Underline: u, UnderlineColor: p.quiet, Attrs: attrs}
	}
	s.entities = map[model.EntityType]uv.Style{
		model.Person: ink(p.ink, uv.AttrBold),
		model.Org:    ink(p.org, uv.AttrItalic),
		model.Place:  line(p.place, uv.UnderlineSingle, 0),
		model.NORP:   line(p.norp, uv.UnderlineDotted, 0),
		model.Event:  line(p.event, uv.UnderlineDotted, uv.AttrItalic),
		model.Work:   ink(p.event, uv.AttrItalic, uv.AttrBold),
		model.Date:   s.Quiet,
		model.Time:   s.Quiet,
	}
	under := uv.Style{Underline: uv.UnderlineSingle}
	reverse := uv.Style{Attrs: uv.AttrReverse}
	s.Quote = Pair{Normal: p.on(p.quote, uv.Style{}), Current: p.on(p.current, under)}
	s.Evidence = uv.Style{Underline: uv.UnderlineDashed, UnderlineColor: p.accent, Attrs: uv.AttrBold}
	s.Selection = p.on(p.selection, reverse)
	if p.onGround == nil {
		s.Selection.Fg = p.ink // what is quiet is not readable on this ground
	}
	s.Search = Pair{Normal: ink(p.ink, uv.AttrReverse), Current: ink(p.accent, uv.AttrReverse, uv.AttrBold)}
	if p.accent == nil {
		s.Search.Current.Underline = uv.UnderlineDouble
	}
	s.Cursor = reverse
}

// screen makes the styles of what is around the text.
func (s *Styles) screen(p palette) {
	match := uv.Style{Underline: uv.UnderlineSingle, Attrs: uv.AttrBold}
	s.Panel = Panel{
		Heading: s.Quiet, Count: s.Quiet, How: s.Quiet, Doubt: Over(s.Quiet, uv.Style{Attrs: uv.AttrItalic}),
		Words: s.Text, Where: s.Quiet, Selected: p.on(p.current, uv.Style{}), Edge: s.Faint, Match: match,
	}
	s.Status = Status{Key: s.Strong, Text: s.Quiet, Message: s.Text, Error: s.Error, Position: s.Quiet}
	s.Prompt = Prompt{
		Sign: ink(p.accent, uv.AttrBold), Text: s.Text, Hint: s.Quiet,
		Selected: p.on(p.current, uv.Style{Attrs: uv.AttrReverse}), Error: s.Error,
	}
	s.Help = Help{Heading: s.Quiet, Key: s.Strong, Text: s.Text, Match: match}
}

// article makes the built-in look of Markdown: one ink, told apart by weight and
// slant.
func (s *Styles) article(p palette) {
	bold, italic := uv.Style{Attrs: uv.AttrBold}, uv.Style{Attrs: uv.AttrItalic}
	third, fourth := Over(s.Strong, italic), Over(s.Text, italic)
	s.Article = Article{
		Text: s.Text, BlockQuote: s.Text, CodeBlock: s.Text, Footnote: s.Quiet,
		Title: s.Strong, Byline: s.Quiet, Label: s.Quiet,
		Heading: [6]uv.Style{s.Strong, s.Strong, third, fourth, fourth, fourth},
		Rule:    s.Faint, QuoteBar: s.Faint, ListMark: s.Quiet, TableHead: s.Strong,
		Strong: bold, Emphasis: italic, Code: dim(p.norp), Strike: uv.Style{Attrs: uv.AttrStrikethrough},
		Link: uv.Style{Fg: p.accent, Underline: uv.UnderlineSingle}, Image: Over(s.Quiet, italic),
		Comment: Over(s.Quiet, italic), Keyword: bold, Number: ink(p.norp), String: ink(p.place),
	}
}
