// Package notes is the list of what a reader wrote about an article, in the
// order of the text. It changes no note and goes nowhere: that is for the App.
package notes

import (
	"slices"
	"strconv"
	"strings"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/ui/desk"
	"quoth/ui/line"
	"quoth/ui/page"
	"quoth/ui/search"
	"quoth/ui/sheet"
	"quoth/ui/theme"
)

// Pane is the list. Make it with New.
type Pane struct {
	*sheet.Sheet

	desk   *desk.Desk
	filter string
	state  string // what stands there where no notes can be kept
	shown  []int  // for each item its index into desk.Notes, or -1
}

// New makes an empty list.
func New(styles *theme.Styles) *Pane { return &Pane{Sheet: sheet.New(styles, "NOTES")} }

// SetDesk lists the notes of an article; nil lists none. The chosen note stays
// chosen where it is still there.
func (p *Pane) SetDesk(d *desk.Desk) {
	id := ""
	if n, ok := p.Note(); ok {
		id = n.ID
	}
	p.desk, p.state = d, ""
	p.fill()
	p.ChooseNote(id)
}

// SetState says why there is no list.
func (p *Pane) SetState(words string) {
	p.desk, p.state = nil, words
	p.fill()
}

// SetFilter shows only the notes with these words.
func (p *Pane) SetFilter(words string) {
	p.filter = words
	p.fill()
}

// Filter gives the words of the filter.
func (p *Pane) Filter() string { return p.filter }

// Note gives the chosen note.
func (p *Pane) Note() (desk.Note, bool) {
	i := p.Chosen()
	if i < 0 || i >= len(p.shown) || p.shown[i] < 0 || p.desk == nil {
		return desk.Note{}, false
	}
	return p.desk.Notes[p.shown[i]], true
}

// ChooseNote makes a note the chosen one.
func (p *Pane) ChooseNote(id string) {
	if p.desk == nil {
		return
	}
	i := slices.IndexFunc(p.shown, func(i int) bool { return i >= 0 && p.desk.Notes[i].ID == id })
	if i >= 0 {
		p.Choose(i)
	}
}

func (p *Pane) fill() {
	n := 0
	if p.desk != nil {
		for i := range p.desk.Notes {
			if p.fits(i) {
				n++
			}
		}
	}
	p.SetTitle(p.filter, strconv.Itoa(n))
	p.Fill(p.build)
}

// fits reports whether each word of the filter is in the note, its words, its
// kind or its tags.
func (p *Pane) fits(i int) bool {
	n := p.desk.Notes[i]
	all := strings.Join([]string{n.Text, n.Passage.Exact, string(n.Kind), "#" + strings.Join(n.Tags, " #")}, "\n")
	for word := range strings.FieldsSeq(p.filter) {
		if !search.Has(all, word) {
			return false
		}
	}
	return true
}

func (p *Pane) build(pen line.Pen, styles *theme.Styles, width int) []sheet.Item {
	p.shown = p.shown[:0]
	var items []sheet.Item
	add := func(note int, it sheet.Item) {
		items = append(items, it)
		p.shown = append(p.shown, note)
	}
	if p.desk != nil {
		for i := range p.desk.Notes {
			if p.fits(i) {
				add(i, p.item(pen, styles, width, p.desk.Notes[i]))
			}
		}
	}
	if len(items) == 0 {
		for _, words := range pen.Wrap(p.empty(), width, 0) {
			add(-1, sheet.Item{Lines: []sheet.Line{{Left: []sheet.Piece{{Style: styles.Quiet, Text: words}}}}})
		}
	}
	return items
}

func (p *Pane) empty() string {
	switch {
	case p.state != "":
		return p.state
	case p.desk != nil && len(p.desk.Notes) > 0:
		return "No note has these words."
	}
	return "No notes yet: a writes one on the quotation where you are, v selects other words."
}

// item draws a note: its words, what the reader says of them, tags and kind.
func (p *Pane) item(pen line.Pen, styles *theme.Styles, width int, n desk.Note) sheet.Item {
	look := styles.Highlight(p.desk.Look(n.Kind))
	it := sheet.Item{Pick: true}
	lead := sheet.Piece{Style: look.Sign.Current, Text: look.Glyph + " "}
	put := func(words string, most int, as sheet.Piece) {
		for _, text := range pen.Wrap(words, width-2, most) {
			as.Text = text
			it.Lines = append(it.Lines, sheet.Line{Left: []sheet.Piece{lead, as}})
			lead = sheet.Piece{Text: "  "}
		}
	}
	put(passage(n), 2, sheet.Piece{Style: styles.Quiet})
	put(n.Text, 4, sheet.Piece{Style: styles.Text})
	put(about(n), 0, sheet.Piece{Style: styles.Quiet})
	it.Lines = append(it.Lines, sheet.Line{})
	return it
}

// passage gives the words that a note is on.
func passage(n desk.Note) string {
	if n.Whole() {
		return "on the whole article"
	}
	return page.Show(strings.Join(strings.Fields(n.Passage.Exact), " "))
}

// about tells kind and tags, and where the words could not be found as they
// were.
func about(n desk.Note) string {
	var parts []string
	if n.Kind != model.NotePlain {
		parts = append(parts, string(n.Kind))
	}
	for _, t := range n.Tags {
		parts = append(parts, "#"+t)
	}
	switch {
	case n.Orphan():
		parts = append(parts, "· orphan: its words are not in the text any more")
	case n.Fit == anchor.Approximate:
		parts = append(parts, "· approximate: the words have changed")
	}
	return strings.Join(parts, " ")
}
