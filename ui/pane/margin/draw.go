package margin

import (
	"strconv"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"

	"quoth/ui/line"
	"quoth/ui/page"
	"quoth/ui/theme"
)

// part is a line of an item before it is drawn.
type part struct {
	kind partKind
	text string
}

type partKind uint8

const (
	partGroup partKind = iota // the heading of a speaker's statements
	partWho                   // speaker, cue, doubt
	partHow                   // cue and doubt alone, below a heading
	partWords
	partWhere
	partNote
	partGap // the blank line after it
)

// wordRows is how many lines of a statement's words are shown.
const wordRows = 2

// lines gives the lines of an item.
func (p *Pane) lines(i int) []part {
	it := p.items[i]
	s := &p.all[it.statement]
	var out []part
	switch {
	case !p.grouped:
		out = append(out, part{partWho, s.Speaker})
	case it.heading > 0:
		out = append(out, part{partGroup, s.Speaker})
		fallthrough
	default:
		if s.How != "" || s.Whose() != "" {
			out = append(out, part{partHow, ""})
		}
	}
	most := wordRows
	if p.full {
		most = 0
	}
	for _, words := range p.pen.Wrap(s.Words, p.width-indent, most) {
		out = append(out, part{partWords, words})
	}
	out = append(out, p.where(i)...)
	if n, ok := p.notes[it.statement]; ok {
		out = append(out, part{partNote, page.Show(n.Text)})
	}
	if p.height >= tall {
		out = append(out, part{partGap, ""})
	}
	return out
}

// where gives place and day, resolved and as written, on as many lines as they
// need.
func (p *Pane) where(i int) []part {
	s := &p.all[p.items[i].statement]
	var out []part
	add := func(sep, text string) {
		last := len(out) - 1
		switch {
		case text == "":
		case last >= 0 && p.pen.Cells(out[last].text+sep+text) <= p.width-indent:
			out[last].text += sep + text
		default:
			out = append(out, part{partWhere, text})
		}
	}
	add("", page.Show(s.Where))
	add(" · ", page.Show(s.When))
	if s.Written != "" {
		add(" ", "“"+page.Show(s.Written)+"”")
	}
	if s.Held {
		add(" ", "↑")
	}
	return out
}

// draw draws an item.
func (p *Pane) draw(i int) []string {
	parts := p.lines(i)
	out := make([]string, len(parts))
	for j, k := range parts {
		out[j] = p.drawPart(i, k)
	}
	return out
}

func (p *Pane) drawPart(i int, k part) string {
	it := p.items[i]
	s := &p.all[it.statement]
	number := -1
	if it.statement < len(p.speaker) {
		number = p.speaker[it.statement]
	}
	look := p.styles.Speaker(number)
	switch k.kind {
	case partGap:
		return line.Blank(p.width)
	case partGroup:
		return p.pen.Line(p.width, uv.Style{}).Put(p.name(number, look), k.text).
			Right(p.styles.Panel.Count, strconv.Itoa(it.heading)).String()
	case partWho, partHow, partWords, partWhere, partNote:
	}
	chosen := i == p.roll.Chosen
	ground := uv.Style{}
	if chosen {
		ground = p.styles.Panel.Selected
	}
	bar := p.pen.Line(indent, uv.Style{}).Put(look.Ink, look.Glyph(chosen)).String()
	l := p.pen.Line(p.width-indent, ground)
	switch k.kind {
	case partWho:
		p.matched(l, p.name(number, look), p.pen.Cut(k.text, l.Room()-doubtRoom(s.Whose())), it.matched)
		if s.How != "" && p.cueRoom(l, s.Whose()) > 4 {
			l.Put(p.styles.Panel.How, line.Blank(gap)+p.pen.Cut(s.How, p.cueRoom(l, s.Whose())))
		}
	case partHow:
		l.Put(p.styles.Panel.How, p.pen.Cut(s.How, p.cueRoom(l, s.Whose())))
	case partWords:
		l.Put(p.styles.Panel.Words, k.text)
	case partWhere:
		l.Put(p.styles.Panel.Where, k.text)
	case partNote:
		sign := p.styles.Highlight(p.notes[it.statement].Kind)
		l.Put(sign.Sign.Normal, sign.Glyph+" ").Put(p.styles.Panel.Words, p.pen.Cut(k.text, l.Room()))
	case partGroup, partGap:
	}
	if (k.kind == partWho || k.kind == partHow) && s.Whose() != "" {
		if l.Used() > 0 {
			l.Skip(gap)
		}
		l.Put(p.styles.Panel.Doubt, s.Whose())
	}
	return bar + l.String()
}

// cueRoom gives the cells for a cue, so that a word of doubt behind it is never
// cut.
func (p *Pane) cueRoom(l *line.Line, doubt string) int {
	return l.Room() - gap - doubtRoom(doubt)
}

// doubtRoom gives the cells that a word of doubt takes.
func doubtRoom(doubt string) int {
	if doubt == "" {
		return 0
	}
	return gap + utf8.RuneCountInString(doubt)
}

// gap is the cells between speaker, cue and doubt.
const gap = 2

// name gives the style of a speaker's name: bold in the speaker's colour, plain
// where the source has none.
func (p *Pane) name(number int, look theme.Speaker) uv.Style {
	if number < 0 {
		return p.styles.Text
	}
	return theme.Over(look.Ink, uv.Style{Attrs: uv.AttrBold})
}

// matched writes a name, the runes that the filter found marked.
func (p *Pane) matched(l *line.Line, style uv.Style, name string, at []int) {
	if len(at) == 0 {
		l.Put(style, name)
		return
	}
	found := map[int]bool{}
	for _, i := range at {
		found[i] = true
	}
	n := 0
	for _, r := range name {
		s := style
		if found[n] {
			s = theme.Over(style, p.styles.Panel.Match)
		}
		l.Put(s, string(r))
		n++
	}
}
