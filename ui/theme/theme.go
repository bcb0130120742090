// Package theme holds the one Styles value that everything on the screen is
// drawn with. It is made of a few palette tokens, for the terminal's ground and
// for what the terminal can show; no other package names a colour. It draws
// nothing itself.
package theme

import (
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
)

// Styles is how everything looks. Make it with New; it is not changed later.
type Styles struct {
	Ground  Ground
	Profile colorprofile.Profile // at most this is used, attributes carry the rest

	Text   uv.Style // the ink of what is read
	Quiet  uv.Style // secondary lines: day, place, counts
	Faint  uv.Style // rules and other lines that should hardly be seen
	Strong uv.Style // names, keys
	Accent uv.Style // the one accent: prompts, links, what is active
	Error  uv.Style // messages of failure

	Title uv.Style // the headline above the text
	Meta  uv.Style // outlet, day, length below it

	Article   Article
	Quote     Pair     // ground of a quotation
	Evidence  uv.Style // the words that an attribution rests on
	Search    Pair
	Selection uv.Style
	Cursor    uv.Style

	Panel  Panel
	Status Status
	Prompt Prompt
	Help   Help

	highlights []Highlight
	entities   map[model.EntityType]uv.Style
	speakers   []uv.Style
}

// Pair is a style and its stronger form, for the one where the reader is.
type Pair struct{ Normal, Current uv.Style }

// Article is the look of Markdown. A Glamour style sheet can give it.
type Article struct {
	Text, BlockQuote, CodeBlock, Footnote       uv.Style
	Title, Byline, Label                        uv.Style
	Heading                                     [6]uv.Style // by level
	Rule, QuoteBar, ListMark, TableHead         uv.Style
	Strong, Emphasis, Code, Strike, Link, Image uv.Style
	Comment, Keyword, Number, String            uv.Style // in a code block
}

// Panel is the look of the list of statements, beside the text or as a drawer.
type Panel struct {
	Heading  uv.Style // WHO SAID WHAT
	Count    uv.Style // 6 of 17
	How      uv.Style // the cue: told, added
	Doubt    uv.Style // probably
	Words    uv.Style // the words said
	Where    uv.Style // place or channel, and day
	Selected uv.Style // laid over the entry where the reader is
	Edge     uv.Style // the line above a drawer
	Match    uv.Style // what a filter matched
}

// Status is the look of the last line.
type Status struct{ Key, Text, Message, Error, Position uv.Style }

// Prompt is the look of search, filter and command line.
type Prompt struct{ Sign, Text, Hint, Selected, Error uv.Style }

// Help is the look of the list of keys.
type Help struct{ Heading, Key, Text, Match uv.Style }

// Entity gives the style of a kind of entity.
func (s *Styles) Entity(t model.EntityType) uv.Style { return s.entities[t] }

// Over lays style b over a: what b leaves unset shows through, and attributes
// add up. Reverse over reverse is not reversed, so that a cursor shows in a
// search hit.
func Over(a, b uv.Style) uv.Style {
	if b.Fg != nil {
		a.Fg = b.Fg
	}
	if b.Bg != nil {
		a.Bg = b.Bg
	}
	if b.Underline != 0 {
		a.Underline, a.UnderlineColor = b.Underline, b.UnderlineColor
	}
	reverse := (a.Attrs ^ b.Attrs) & uv.AttrReverse
	a.Attrs = (a.Attrs|b.Attrs)&^uv.AttrReverse | reverse
	return a
}
