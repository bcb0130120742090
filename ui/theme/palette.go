package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
)

// palette is the tokens that Styles is made of, as the terminal can show them;
// nil leaves a colour to the terminal.
type palette struct {
	ink, quiet, faint, accent, alarm color.Color
	quote, quoteCurrent, selection   color.Color // grounds
	person, org, place, norp, event  color.Color // tints of the ink
	speakers                         []color.Color
}

// Options say what the terminal is like and what the user wants.
type Options struct {
	Dark    bool                 // the ground of the terminal
	Profile colorprofile.Profile // what it can show
}

// New makes the styles.
func New(o Options) *Styles {
	p := tokens(o)
	ink := func(c color.Color) uv.Style { return uv.Style{Fg: c} }
	with := func(s uv.Style, attrs uint8) uv.Style { s.Attrs |= attrs; return s }
	text, quiet, strong := ink(p.ink), ink(p.quiet), with(ink(p.ink), uv.AttrBold)
	if p.quiet == nil {
		quiet.Attrs = uv.AttrFaint
	}
	s := &Styles{
		Dark: o.Dark, Profile: o.Profile,
		Text: text, Quiet: quiet, Faint: ink(p.faint), Strong: strong,
		Accent: ink(p.accent), Error: with(ink(p.alarm), uv.AttrBold),
		Title: strong, Meta: quiet, NoteGlyph: "✎",
	}
	if p.faint == nil {
		s.Faint.Attrs = uv.AttrFaint
	}
	s.marks(p)
	s.article()
	for _, c := range p.speakers {
		s.speakers = append(s.speakers, Speaker{Ink: ink(c)})
	}
	selected := uv.Style{Bg: p.selection}
	s.Panel = Panel{
		Heading: quiet, Count: quiet, How: quiet, Doubt: with(quiet, uv.AttrItalic), Words: text, Where: quiet,
		Selected: selected, Edge: s.Faint, Match: uv.Style{Underline: uv.UnderlineSingle, Attrs: uv.AttrBold},
	}
	s.Status = Status{Key: strong, Text: quiet, Message: text, Error: s.Error, Position: quiet}
	s.Prompt = Prompt{Sign: with(s.Accent, uv.AttrBold), Text: text, Hint: quiet, Selected: selected, Error: s.Error}
	s.Help = Help{Heading: quiet, Key: strong, Text: text, Match: s.Panel.Match}
	return s
}

// marks makes the styles of what is laid over the text.
func (s *Styles) marks(p palette) {
	s.entities = map[model.EntityType]uv.Style{
		model.Person: {Fg: p.person, Attrs: uv.AttrBold},
		model.Org:    {Fg: p.org, Attrs: uv.AttrItalic},
		model.Place:  {Fg: p.place, Underline: uv.UnderlineSingle, UnderlineColor: p.quiet},
		model.NORP:   {Fg: p.norp, Underline: uv.UnderlineDotted, UnderlineColor: p.quiet},
		model.Event:  {Fg: p.event, Attrs: uv.AttrItalic, Underline: uv.UnderlineDotted, UnderlineColor: p.quiet},
		model.Work:   {Fg: p.event, Attrs: uv.AttrItalic | uv.AttrBold},
		model.Date:   s.Quiet,
		model.Time:   s.Quiet,
	}
	s.Quote = Pair{Normal: uv.Style{Bg: p.quote}, Current: uv.Style{Bg: p.quoteCurrent}}
	s.Note = Pair{
		Normal:  uv.Style{Underline: uv.UnderlineCurly, UnderlineColor: p.accent},
		Current: uv.Style{Underline: uv.UnderlineDouble, UnderlineColor: p.accent},
	}
	s.NoteSign = Pair{Normal: s.Quiet, Current: s.Accent}
	s.Evidence = uv.Style{Underline: uv.UnderlineDashed, UnderlineColor: p.accent, Attrs: uv.AttrBold}
	s.Search = Pair{Normal: uv.Style{Attrs: uv.AttrReverse}, Current: uv.Style{Fg: p.accent, Attrs: uv.AttrReverse | uv.AttrBold}}
	s.Selection = uv.Style{Bg: p.selection}
	s.Cursor = uv.Style{Attrs: uv.AttrReverse}
	if p.selection == nil {
		s.Selection.Attrs = uv.AttrReverse
	}
}

// article makes the built-in look of Markdown.
func (s *Styles) article() {
	bold, italic := uv.Style{Attrs: uv.AttrBold}, uv.Style{Attrs: uv.AttrItalic}
	s.Article = Article{
		Text: s.Text, BlockQuote: s.Text, CodeBlock: s.Text, Footnote: s.Quiet,
		Title: s.Strong, Byline: s.Quiet, Label: s.Quiet,
		Heading: [6]uv.Style{s.Strong, s.Strong, s.Strong, Over(s.Text, bold), Over(s.Text, italic), Over(s.Text, italic)},
		Rule:    s.Faint, QuoteBar: s.Faint, ListMark: s.Quiet, TableHead: s.Strong,
		Strong: bold, Emphasis: italic, Code: uv.Style{Fg: s.Quiet.Fg}, Strike: uv.Style{Attrs: uv.AttrStrikethrough},
		Link: uv.Style{Fg: s.Accent.Fg, Underline: uv.UnderlineSingle}, Image: Over(s.Quiet, italic),
	}
}

// tokens gives the palette for a terminal.
func tokens(o Options) palette {
	hex := func(s string) color.Color { return o.Profile.Convert(lipgloss.Color(s)) }
	list := func(in ...string) (out []color.Color) {
		for _, s := range in {
			out = append(out, hex(s))
		}
		return out
	}
	switch {
	case o.Profile <= colorprofile.ASCII:
		return palette{}
	case o.Profile == colorprofile.ANSI:
		return palette{quiet: ansi.BrightBlack, faint: ansi.BrightBlack, accent: ansi.Cyan, alarm: ansi.Red,
			speakers: []color.Color{ansi.Cyan, ansi.Yellow, ansi.Green, ansi.Magenta, ansi.Blue, ansi.Red}}
	case o.Dark:
		return palette{
			ink: hex("#d8dee9"), quiet: hex("#8a90a8"), faint: hex("#3b4058"), accent: hex("#56b4e9"), alarm: hex("#e8743b"),
			quote: hex("#262b3d"), quoteCurrent: hex("#313850"), selection: hex("#313850"),
			speakers: list("#56b4e9", "#e69f00", "#2bb894", "#f0a0c8", "#f0e442", "#e8743b", "#9db8e8"),
		}
	}
	return palette{
		ink: hex("#24273a"), quiet: hex("#6b7089"), faint: hex("#c5c9d6"), accent: hex("#0072b2"), alarm: hex("#b34000"),
		quote: hex("#eef2f8"), quoteCurrent: hex("#dde6f3"), selection: hex("#dde6f3"),
		speakers: list("#0072b2", "#a35c00", "#00705a", "#a83279", "#6b6400", "#b34000", "#3b5b92"),
	}
}
