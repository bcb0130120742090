package theme

import (
	"encoding/json"
	"fmt"
	"image/color"
	"io"
	"regexp"
	"strconv"

	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// Sheet is a style sheet of Glamour, the JSON format of
// github.com/charmbracelet/glamour. Its colours and attributes give the article
// its look. Prefixes, suffixes, margins and templates are not taken over: where
// text stands is the page's matter. Glamour itself is not linked in, because the
// start of its highlighter would cost each start of the program 10 ms.
type Sheet struct {
	Document   primitive     `json:"document"`
	Paragraph  primitive     `json:"paragraph"`
	BlockQuote primitive     `json:"block_quote"`
	Heading    primitive     `json:"heading"`
	H1         primitive     `json:"h1"`
	H2         primitive     `json:"h2"`
	H3         primitive     `json:"h3"`
	H4         primitive     `json:"h4"`
	H5         primitive     `json:"h5"`
	H6         primitive     `json:"h6"`
	Text       primitive     `json:"text"`
	Strike     primitive     `json:"strikethrough"`
	Emphasis   primitive     `json:"emph"`
	Strong     primitive     `json:"strong"`
	Rule       primitive     `json:"hr"`
	Item       primitive     `json:"item"`
	Link       primitive     `json:"link"`
	LinkText   primitive     `json:"link_text"`
	Image      primitive     `json:"image"`
	ImageText  primitive     `json:"image_text"`
	Code       primitive     `json:"code"`
	CodeBlock  codePrimitive `json:"code_block"`
	Table      primitive     `json:"table"`
}

// codePrimitive is the look of code blocks, with that of some kinds of tokens.
type codePrimitive struct {
	primitive
	Chroma struct {
		Text    primitive `json:"text"`
		Comment primitive `json:"comment"`
		Keyword primitive `json:"keyword"`
		Number  primitive `json:"literal_number"`
		String  primitive `json:"literal_string"`
	} `json:"chroma"`
}

// primitive is what Glamour says of one element. Unset is not the same as false:
// h6 may take back the weight that all headings have.
type primitive struct {
	Color      hue   `json:"color"`
	Background hue   `json:"background_color"`
	Underline  *bool `json:"underline"`
	Bold       *bool `json:"bold"`
	Italic     *bool `json:"italic"`
	CrossedOut *bool `json:"crossed_out"`
	Faint      *bool `json:"faint"`
	Inverse    *bool `json:"inverse"`
}

// hue is a colour as a style sheet writes it: "#rgb", "#rrggbb", or a number of
// the terminal's 256 colours.
type hue string

var hexColour = regexp.MustCompile(`^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

// UnmarshalText checks the notation of a colour.
func (h *hue) UnmarshalText(text []byte) error {
	s := string(text)
	if n, err := strconv.Atoi(s); s != "" && !hexColour.MatchString(s) && (err != nil || n < 0 || n > 255) {
		return fmt.Errorf("colour %q: want #rrggbb or a number from 0 to 255", s)
	}
	*h = hue(s)
	return nil
}

// ReadSheet reads a Glamour style sheet. Elements that it does not name keep
// the built-in look.
func ReadSheet(r io.Reader) (*Sheet, error) {
	var s Sheet
	if err := json.NewDecoder(r).Decode(&s); err != nil {
		return nil, fmt.Errorf("style sheet: %w", err)
	}
	return &s, nil
}

// lay lays what a sheet says of one element over a style.
func (p primitive) lay(s uv.Style, convert func(color.Color) color.Color) uv.Style {
	if p.Color != "" {
		s.Fg = convert(lipgloss.Color(string(p.Color)))
	}
	if p.Background != "" {
		s.Bg = convert(lipgloss.Color(string(p.Background)))
	}
	set := func(on *bool, attr uint8) {
		switch {
		case on == nil:
		case *on:
			s.Attrs |= attr
		default:
			s.Attrs &^= attr
		}
	}
	set(p.Bold, uv.AttrBold)
	set(p.Italic, uv.AttrItalic)
	set(p.CrossedOut, uv.AttrStrikethrough)
	set(p.Faint, uv.AttrFaint)
	set(p.Inverse, uv.AttrReverse)
	if p.Underline != nil {
		s.Underline, s.UnderlineColor = uv.UnderlineNone, nil
		if *p.Underline {
			s.Underline = uv.UnderlineSingle
		}
	}
	return s
}

// apply lays a sheet over the built-in look of the article.
func (a *Article) apply(s *Sheet, convert func(color.Color) color.Color) {
	all := func(base uv.Style, layers ...primitive) uv.Style {
		for _, p := range layers {
			base = p.lay(base, convert)
		}
		return base
	}
	a.Text = all(a.Text, s.Document, s.Paragraph, s.Text)
	a.BlockQuote = all(a.BlockQuote, s.Document, s.BlockQuote)
	a.Footnote = all(a.Footnote, s.Paragraph)
	for i, h := range [...]primitive{s.H1, s.H2, s.H3, s.H4, s.H5, s.H6} {
		a.Heading[i] = all(a.Heading[i], s.Document, s.Heading, h)
	}
	a.Title = all(a.Title, s.Document, s.Heading, s.H1)
	a.Rule = all(a.Rule, s.Rule)
	a.ListMark = all(a.ListMark, s.Item)
	a.TableHead = all(a.TableHead, s.Document, s.Table)
	a.Strong = all(a.Strong, s.Strong)
	a.Emphasis = all(a.Emphasis, s.Emphasis)
	a.Strike = all(a.Strike, s.Strike)
	a.Link = all(a.Link, s.Link, s.LinkText)
	a.Image = all(a.Image, s.Image, s.ImageText)
	a.Code = all(a.Code, s.Code)
	chroma := s.CodeBlock.Chroma
	a.CodeBlock = all(a.CodeBlock, s.CodeBlock.primitive, chroma.Text)
	a.Comment = all(a.Comment, chroma.Comment)
	a.Keyword = all(a.Keyword, chroma.Keyword)
	a.Number = all(a.Number, chroma.Number)
	a.String = all(a.String, chroma.String)
}
