// Package notes is the list of what a reader wrote about an article, in the
// order of the text. It changes no note and goes nowhere: that is for the App.
package notes

import (
	"slices"
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
	"quoth/ui/desk"
	"quoth/ui/line"
	"quoth/ui/search"
	"quoth/ui/sheet"
	"quoth/ui/theme"
)

// Pane is the list. Make it with New.
type Pane struct {
	*sheet.Sheet

	desk   *desk.Desk
	kinds  []model.NoteKind // of highlights, in the order of their looks
	filter string
	state  string // what stands there where no notes can be kept
	shown  []int  // for each item its index into the notes and then the lost corrections, or -1
	hits   []desk.Hit
	all    bool // the hits are listed, not the desk
}

// New makes an empty list. The kinds of highlights stand in the order of their
// looks.
func New(styles *theme.Styles, kinds []model.NoteKind) *Pane {
	return &Pane{Sheet: sheet.New(styles, "NOTES"), kinds: kinds}
}

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
	if i < 0 || i >= p.count() || p.desk == nil {
		return desk.Note{}, false
	}
	if p.all {
		if i = p.desk.Find(p.hits[i].Note.ID); i < 0 {
			return desk.Note{}, false
		}
	}
	return p.desk.Notes[i], true
}

// Lost gives the chosen correction whose words are not in the text any more.
func (p *Pane) Lost() (model.Correction, bool) {
	i := p.index() - p.count()
	if i < 0 || i >= len(p.lost()) {
		return model.Correction{}, false
	}
	return p.lost()[i], true
}

// lost lists the corrections whose words are not in the text any more.
func (p *Pane) lost() []model.Correction {
	if p.all || p.desk == nil {
		return nil
	}
	return p.desk.Lost
}

// index gives the chosen item's index into the notes and the lost corrections,
// or -1.
func (p *Pane) index() int {
	i := p.Chosen()
	if i < 0 || i >= len(p.shown) {
		return -1
	}
	return p.shown[i]
}

// ChooseNote makes a note the chosen one.
func (p *Pane) ChooseNote(id string) {
	i := slices.IndexFunc(p.shown, func(i int) bool { return i >= 0 && i < p.count() && p.note(i).ID == id })
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

// note gives the i-th note.
func (p *Pane) note(i int) desk.Note {
	if p.all {
		return p.hits[i].Note
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
	return p.has(n.Text, n.Passage.Exact, string(n.Kind), p.article(i), "#"+strings.Join(n.Tags, " #"))
}

// has reports whether each word of the filter is in some of the words.
func (p *Pane) has(words ...string) bool {
	all := strings.Join(words, "\n")
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
			add(-1, plain(pen, styles.Strong, of, width, 2))
		}
		add(i, p.item(pen, styles, width, p.note(i)))
	}
	for i, c := range p.lost() {
		if p.has(desk.Words(c), desk.Told(c)) {
			add(p.count()+i, lostItem(pen, styles, width, c))
		}
	}
	if len(items) == 0 {
		add(-1, plain(pen, styles.Quiet, p.empty(), width, 0))
	}
	return items
}

// plain is words that cannot be chosen, on so many lines at most; 0 is as many as
// they take. They are one item, so that the others keep their numbers at any width.
func plain(pen line.Pen, style uv.Style, words string, width, most int) sheet.Item {
	var it sheet.Item
	for _, text := range pen.Wrap(words, width, most) {
		it.Lines = append(it.Lines, sheet.Line{Left: []sheet.Piece{{Style: style, Text: text}}})
	}
	return it
}

func (p *Pane) empty() string {
	switch {
	case p.state != "":
		return p.state
	case p.count()+len(p.lost()) > 0:
		return "No note has these words."
	case p.all:
		return "No notes yet, in no article."
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
