package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"quoth/model"
	"quoth/ui/theme"
)

// TestLayoutGolden compares the nasty article, as it stands at five widths, with
// what was looked at and found right.
func TestLayoutGolden(t *testing.T) {
	p := New(read(t, "nasty.md"), ansi.WcWidth)
	for _, width := range []int{9, 20, 40, 72, 120} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			l := p.Layout(width)
			painter := newPainter()
			painter.Gutter, painter.Links = GutterNone, false
			var b strings.Builder
			for _, line := range painter.Window(l, 0, l.Height()) {
				b.WriteString(strings.TrimRight(ansi.Strip(line), " ") + "\n")
			}
			golden.RequireEqual(t, b.String())
		})
	}
}

// distinct is a style sheet in which no element looks like another one.
const distinct = `{
	"heading": {"color": "1"}, "strong": {"color": "2"}, "emph": {"color": "3"}, "code": {"color": "4"},
	"link": {"color": "5"}, "image": {"color": "6"}, "item": {"color": "7"}
}`

// named gives every style that the painted golden can hold a name, keyed by the
// sequence that it is written with.
func named(s *theme.Styles) map[string]string {
	type layer struct {
		name  string
		style uv.Style
	}
	a := &s.Article
	bases := []layer{
		{"text", a.Text}, {"heading1", a.Heading[0]}, {"footnote", a.Footnote}, {"mark", a.ListMark}, {"quotebar", a.QuoteBar},
	}
	runs := []layer{{}, {"strong", a.Strong}, {"emphasis", a.Emphasis}, {"code", a.Code}, {"link", a.Link}, {"image", a.Image}}
	entities := []layer{{}}
	for _, k := range []model.EntityType{model.Person, model.Org, model.Place, model.NORP, model.Date} {
		entities = append(entities, layer{strings.ToLower(string(k)), s.Entity(k)})
	}
	quotes := []layer{{}, {"quote", s.Quote.Normal}, {"QUOTE", s.Quote.Current}}
	notes := []layer{{}, {"note", s.Highlight(0).Text.Normal}, {"NOTE", s.Highlight(0).Text.Current}, {"evidence", s.Evidence}}
	selections := []layer{{}, {"selected", s.Selection}}
	hits := []layer{{}, {"hit", s.Search.Normal}, {"HIT", s.Search.Current}}
	cursors := []layer{{}, {"cursor", s.Cursor}}

	out := map[string]string{}
	var lay func(name string, style uv.Style, rest ...[]layer)
	lay = func(name string, style uv.Style, rest ...[]layer) {
		if len(rest) == 0 {
			if seq := style.String(); out[seq] == "" || len(name) < len(out[seq]) {
				out[seq] = name
			}
			return
		}
		for _, next := range rest[0] {
			joined := strings.Trim(name+"+"+next.name, "+")
			lay(strings.TrimPrefix(joined, "text+"), theme.Over(style, next.style), rest[1:]...)
		}
	}
	for _, b := range bases {
		lay(b.name, b.style, runs, entities, quotes, notes, selections, hits, cursors)
	}
	sign := s.Highlight(0).Sign
	out[sign.Normal.String()], out[sign.Current.String()] = "sign", "SIGN"
	for i := range 3 {
		ink := s.Speaker(i).Ink
		out[ink.String()] = fmt.Sprint("speaker", i)
	}
	return out
}

// spell replaces the sequences of a painted line with the names of their styles;
// what is drawn like any text stands bare.
func spell(t *testing.T, line string, names map[string]string) string {
	t.Helper()
	var b strings.Builder
	for line != "" {
		seq, _, n, _ := ansi.DecodeSequence(line, ansi.NormalState, nil)
		line = line[n:]
		switch name, known := names[seq]; {
		case seq == ansi.ResetStyle:
			b.WriteString("}")
		case strings.HasPrefix(seq, "\x1b]8;"):
			b.WriteString("<" + strings.Trim(seq, "\x1b]8;\x07") + ">")
		case known:
			b.WriteString("{" + name + ":")
		case strings.HasPrefix(seq, "\x1b"):
			t.Errorf("a style without a name: %q", seq)
		default:
			b.WriteString(seq)
		}
	}
	return strings.TrimRight(strings.ReplaceAll(b.String(), "{text:", "{"), " ")
}

// TestPaintGolden compares an article with marks in every channel with what was
// looked at and found right, the names of styles in place of colours.
func TestPaintGolden(t *testing.T) {
	a := read(t, "marked.md")
	at := func(words string, n int) model.Span {
		from := 0
		for ; n > 0; n-- {
			from += strings.Index(a.Text[from:], words) + len(words)
		}
		i := strings.Index(a.Text[from:], words)
		if i < 0 {
			t.Fatalf("%q is not in the text", words)
		}
		return model.Span{Start: from + i, End: from + i + len(words)}
	}
	marks := []Mark{
		{Span: at("Ada Obuya", 0), Channel: ChannelEntity, Kind: model.Person},
		{Span: at("Weather Union", 0), Channel: ChannelEntity, Kind: model.Org},
		{Span: at("Geneva", 0), Channel: ChannelEntity, Kind: model.Place},
		{Span: at("Geneva", 1), Channel: ChannelEntity, Kind: model.Place},
		{Span: at("Swiss", 0), Channel: ChannelEntity, Kind: model.NORP},
		{Span: at("Friday", 0), Channel: ChannelEntity, Kind: model.Date},
		{Span: at("“The storm over Geneva is not ours,”", 0), Channel: ChannelQuote, Speaker: 0, Current: true},
		{Span: at("“We only count them.”", 0), Channel: ChannelQuote, Speaker: 0, Current: true},
		{Span: a.Blocks[1].Span, Channel: ChannelBar, Speaker: 0, Current: true},
		{Span: at("that nobody had asked", 0), Channel: ChannelQuote, Speaker: 1},
		{Span: a.Blocks[2].Span, Channel: ChannelBar, Speaker: 1},
		{Span: at("over Geneva", 0), Channel: ChannelNote, Current: true},
		{Span: at("had asked", 0), Channel: ChannelNote},
		{Span: at("said", 0), Channel: ChannelEvidence},
		{Span: at("storm", 0), Channel: ChannelSearch, Current: true},
		{Span: at("storm", 1), Channel: ChannelSearch},
		{Span: at("count the", 1), Channel: ChannelSelection},
		{Span: at("count", 1), Channel: ChannelCursor},
	}
	sheet, err := theme.ReadSheet(strings.NewReader(distinct))
	if err != nil {
		t.Fatal(err)
	}
	p := newPainter()
	p.Styles = theme.New(theme.Options{Ground: theme.GroundDark, Profile: colorprofile.TrueColor, Sheet: sheet})
	names := named(p.Styles)
	l := New(a, ansi.WcWidth).Layout(44)
	var b strings.Builder
	for _, line := range p.Window(l, 0, l.Height(), NewMarks(marks)) {
		b.WriteString(spell(t, line, names) + "\n")
	}
	golden.RequireEqual(t, b.String())
}
