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
	shown  []int  // for each item its index into the notes, or -1
	hits   []desk.Hit
	all    bool // the hits are listed, not the desk
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
	p.desk, p.state, p.all, p.hits = d, "", false, nil
	p.fill()
	p.ChooseNote(id)
}

// SetState says why there is no list.
func (p *Pane) SetState(words string) {
	p.desk, p.state, p.all, p.hits = nil, words, false, nil
	p.fill()
}

// SetFilter shows only the notes with these words.
func (p *Pane) SetFilter(words string) {
	p.filter = words
	p.fill()
}

// Filter gives the words of the filter.
func (p *Pane) Filter() string { return p.filter }

// SetAll lists notes of several articles, those of each together.
func (p *Pane) SetAll(hits []desk.Hit) {
	p.hits, p.all, p.filter = hits, true, ""
	p.fill()
	p.Top()
}

// All reports whether the notes of all articles are listed.
func (p *Pane) All() bool { return p.all }

// Hit gives the chosen note of the list of all.
func (p *Pane) Hit() (desk.Hit, bool) {
	i := p.index()
	if i < 0 || !p.all {
		return desk.Hit{}, false
	}
	return p.hits[i], true
}

// Note gives the chosen note, where it is one of the open article.
func (p *Pane) Note() (desk.Note, bool) {
	i := p.index()
	if i < 0 || p.desk == nil {
		return desk.Note{}, false
	}
	if p.all {
		if i = p.desk.Find(p.hits[i].Note.ID); i < 0 {
			return desk.Note{}, false
		}
	}
	return p.desk.Notes[i], true
}

// index gives the chosen note's index, or -1.
func (p *Pane) index() int {
	i := p.Chosen()
	if i < 0 || i >= len(p.shown) {
		return -1
	}
	return p.shown[i]
}

// ChooseNote makes a note the chosen one.
func (p *Pane) ChooseNote(id string) {
	i := slices.IndexFunc(p.shown, func(i int) bool { return i >= 0 && p.note(i).ID == id })
	if i >= 0 {
		p.Choose(i)
	}
}

// count gives how many notes there are, whether they fit the filter or not.
func (p *Pane) count() int {
	switch {
	case p.all:
		return len(p.hits)
	case p.desk == nil:
		return 0
	}
	return len(p.desk.Notes)
}

// note gives the i-th note. Of one in another article nobody has looked whether
// its words are still there.
func (p *Pane) note(i int) desk.Note {
	if p.all {
		return desk.Note{Note: p.hits[i].Note, Fit: anchor.Same}
	}
	return p.desk.Notes[i]
}

func (p *Pane) fill() {
	n := 0
	for i := range p.count() {
		if p.fits(i) {
			n++
		}
	}
	title := "NOTES"
	if p.all {
		title = "ALL NOTES"
	}
	p.SetHeading(title, "")
	p.SetTitle(p.filter, strconv.Itoa(n))
	p.shown = nil // without a width nothing is built
	p.Fill(p.build)
}

// fits reports whether each word of the filter is in the note, its words, its
// kind or its tags.
func (p *Pane) fits(i int) bool {
	n := p.note(i)
	all := strings.Join([]string{n.Text, n.Passage.Exact, string(n.Kind), p.article(i), "#" + strings.Join(n.Tags, " #")}, "\n")
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
	last := ""
	for i := range p.count() {
		if !p.fits(i) {
			continue
		}
		if of := p.article(i); of != last {
			last = of
			for _, words := range pen.Wrap(of, width, 2) {
				add(-1, sheet.Item{Lines: []sheet.Line{{Left: []sheet.Piece{{Style: styles.Strong, Text: words}}}}})
			}
		}
		add(i, p.item(pen, styles, width, p.note(i)))
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
	case p.count() > 0:
		return "No note has these words."
	}
	return "No notes yet: a writes one on the quotation where you are, v selects other words."
}

// article names the article of a note where several are listed.
func (p *Pane) article(i int) string {
	if !p.all {
		return ""
	}
	return p.hits[i].Title
}

// item draws a note: its words, what the reader says of them, tags and kind.
func (p *Pane) item(pen line.Pen, styles *theme.Styles, width int, n desk.Note) sheet.Item {
	look := styles.Highlight(0)
	if p.desk != nil {
		look = styles.Highlight(p.desk.Look(n.Kind))
	}
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
