// Package desk puts together what lies before a reader: an article, what the
// engine says of it, what the reader made of it, and how the two look over the
// text. A Desk is not changed: what a reader does gives another one. It is made
// off the key path; it draws nothing and keeps nothing.
package desk

import (
	"cmp"
	"slices"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/correct"
	"quoth/ui/overlay"
	"quoth/ui/page"
	"quoth/ui/statement"
)

// Desk is an article with all that was made of it.
type Desk struct {
	ID      string // of the article in the library; "" where it is not kept
	Article *model.Article
	Engine  model.Annotations // as the engine gives them
	Marks   model.Marks       // what the reader made of the article
	Kinds   []model.NoteKind  // of highlights, in the order of their looks

	Annotations model.Annotations // the engine's with the reader's corrections
	Statements  []statement.Statement
	Overlay     *overlay.Overlay
	Lost        []model.Correction // whose quotation is not in the text any more
	Notes       []Note             // in the order of the text; what has no place comes last
	NoteMarks   *page.Marks        // of those that have a place
}

// Note is a note and where it stands in the text as it is now.
type Note struct {
	model.Note
	Span model.Span // empty for a note on the whole article, and for an orphan
	Fit  anchor.Fit // Lost for both
}

// New begins a note on a passage. It has no ID yet.
func New(a *model.Article, s model.Span) model.Note {
	return model.Note{Passage: anchor.New(a.Text, s)}
}

// Orphan reports whether the note's words are not in the text any more.
func (n Note) Orphan() bool { return n.Fit == anchor.Lost && !n.Whole() }

// Lay makes a desk.
func Lay(id string, a *model.Article, engine model.Annotations, marks model.Marks, kinds []model.NoteKind) *Desk {
	d := &Desk{ID: id, Article: a, Engine: engine, Marks: marks, Kinds: kinds}
	laid := correct.Apply(a.Text, engine, marks.Corrections)
	d.Annotations, d.Lost = laid.Annotations, laid.Lost
	d.Statements = statement.Of(a, &d.Annotations)
	d.Overlay = overlay.Of(a, &d.Annotations, statement.Speakers(d.Statements))
	d.place()
	return d
}

// With gives the desk after an action.
func (d *Desk) With(act model.Action) (*Desk, error) {
	marks, err := d.Marks.With(act)
	if err != nil {
		return d, err
	}
	if len(act.Corrections) > 0 {
		return Lay(d.ID, d.Article, d.Engine, marks, d.Kinds), nil
	}
	out := *d
	out.Marks = marks
	if len(act.Changes)+len(act.Datings) > 0 {
		out.Article = out.settled()
	}
	out.place()
	return &out, nil
}

// settled gives the article with the date and the tags that the reader made of
// it.
func (d *Desk) settled() *model.Article {
	a := *d.Article
	a.ID, a.Published, a.Tags = d.ID, d.Marks.Dating.Published, d.Marks.Tags
	return &a
}

// place finds the notes in the text: those on the whole article first, then in
// the order of the text, then orphans.
func (d *Desk) place() {
	in := anchor.In(d.Article.Text)
	d.Notes = make([]Note, len(d.Marks.Notes))
	for i, n := range d.Marks.Notes {
		d.Notes[i] = Note{Note: n}
		d.Notes[i].Span, d.Notes[i].Fit = in.Find(n.Passage)
	}
	rank := func(n Note) int {
		switch {
		case n.Whole():
			return 0
		case n.Orphan():
			return 2
		}
		return 1
	}
	slices.SortStableFunc(d.Notes, func(x, y Note) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Span.End, y.Span.End))
	})
	var marks []page.Mark
	for _, n := range d.Notes {
		for _, s := range d.pieces(n.Span) {
			marks = append(marks, page.Mark{Span: s, Channel: page.ChannelNote, Highlight: d.Look(n.Kind), Speaker: -1})
		}
	}
	d.NoteMarks = page.NewMarks(marks)
}

// Cover gives the stretch from the first word of a quotation to its last: what a
// note on it is anchored to.
func Cover(q *model.Quote) model.Span {
	if len(q.Content) == 0 {
		return model.Span{}
	}
	return model.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End}
}

// pieces gives what a note on a stretch marks: of a quotation in several pieces
// these, and not what the reporter says between them.
func (d *Desk) pieces(s model.Span) []model.Span {
	for i := range d.Annotations.Quotes {
		if q := &d.Annotations.Quotes[i]; len(q.Content) > 1 && Cover(q) == s {
			return q.Content
		}
	}
	return []model.Span{s}
}

// On gives the index of the note that is most of all on a quotation: the one on
// the whole of it, else the first within it, or -1. What is on another quotation
// that merely reaches into it is not meant.
func (d *Desk) On(q *model.Quote) int {
	at, whole := -1, Cover(q)
	for i, n := range d.Notes {
		switch {
		case n.Span.Empty():
		case n.Span == whole:
			return i
		case at < 0 && (whole.Covers(n.Span) || 2*min(n.Span.End, whole.End)-2*max(n.Span.Start, whole.Start) > max(n.Span.Len(), whole.Len())):
			at = i
		}
	}
	return at
}

// Look gives the number of a kind's look; one that is not set up looks as the
// plain kind does.
func (d *Desk) Look(k model.NoteKind) int { return max(slices.Index(d.Kinds, k), 0) }

// Find gives the index of the note with an id, or -1.
func (d *Desk) Find(id string) int {
	return slices.IndexFunc(d.Notes, func(n Note) bool { return n.ID == id })
}

// At gives the index of the first note that touches a stretch of the text, or
// -1.
func (d *Desk) At(s model.Span) int {
	return slices.IndexFunc(d.Notes, func(n Note) bool { return !n.Span.Empty() && n.Span.Overlaps(s) })
}

// Tags lists the tags in use, each once.
func (d *Desk) Tags() []string {
	var out []string
	for _, n := range d.Marks.Notes {
		out = append(out, n.Tags...)
	}
	return model.CleanTags(out)
}

// Hit is a note of any article in the library, with its place in the text that
// the article has now.
type Hit struct {
	Ref   string // opens the article
	Title string
	Note  Note
}
