// Package export writes what a reader made of articles in the formats of other
// programs: Markdown for a folder of notes, a briefing by speaker, JSON, CSV,
// Org, W3C annotations, citations. It makes text of values: finding articles is
// the library's work, annotating them the engine's, and only Folder touches
// files.
package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/correct"
	"quoth/model/plaintext"
)

// Document is an article with what is exported of it.
type Document struct {
	Article     model.Entry
	Text        string             // the present text
	Annotations model.Annotations  // as corrected
	Corrections []model.Correction // all that are laid over it
	Items       []Item             // those on the whole article, then in reading order, then what is lost
	Lost        []model.Correction // corrections whose words are gone
	Minted      []model.QuoteName  // names that items got now; keep them for the next time

	since time.Time // as in Options
	names []string  // that the engine finds
}

// Item is a note, or a quotation, or a note on a quotation. Its fields are words
// to be written as they are; what is empty is not known.
type Item struct {
	ID        string       // "q-144a60bd": never changes
	Words     string       // of the passage, as they stand; empty for a note on the whole article
	Noted     string       // the words that the note was made of, where the text has others now
	Passage   model.Anchor // with its place in the present text
	Fit       anchor.Fit   // how the passage was found
	Paragraph int          // from 1; 0 for a passage that is lost

	Quote   *model.Quote // that the passage is of; nil for another one
	Speaker string       // name or description; "Unknown speaker" where the article does not say
	Role    string       // as the article gives it: "the city's chief engineer"
	Cue     string       // "told"
	Kind    string       // direct, mixed, indirect
	When    string       // as written and as resolved: "Tuesday 2026-11-17"; "2026-11-17 (carried over)"
	Where   string       // "CNN, Tehran (carried over)"
	Status  string       // "confirmed", "corrected", "auto 0.91"; empty for no quotation

	Highlight string // the kind of the reader's highlight
	Note      string // Markdown
	Tags      []string
	Made      bool      // the reader made a note of it
	Created   time.Time // of the note
	Changed   time.Time
	Link      string // to the words in the article's page

	anchored model.Anchor // as it was made; Passage has the present place
}

// marked reports whether the reader made a note of an item, or said of its
// quotation that it is right or wrong.
func (it Item) marked() bool {
	return it.Made || it.Quote != nil && it.Quote.Status != model.ByEngine
}

// Unknown stands for a speaker that the article does not give.
const Unknown = "Unknown speaker"

// IDPrefix begins the name of an item; the id of its note follows.
const IDPrefix = "q-"

// Options choose what is exported.
type Options struct {
	All   bool              // every quotation, and not only those that the reader touched
	Since time.Time         // only what was made or changed at or after; zero for all
	Names []model.QuoteName // under which quotations were exported before
}

// New puts an article together for export. ann is what the engine says, before
// corrections.
func New(article model.Entry, text string, ann model.Annotations, marks model.Marks, o Options) Document {
	laid := correct.Apply(text, ann, marks.Corrections)
	d := Document{Article: article, Text: text, Annotations: laid.Annotations, Corrections: marks.Corrections, Lost: laid.Lost, since: o.Since, names: namesIn(ann)}
	b := builder{Document: &d, in: anchor.In(text), ids: map[string]bool{}}
	b.names = Names(b.in, o.Names)
	noted := make([]bool, len(d.Annotations.Quotes))
	for _, n := range marks.Notes {
		b.ids[n.ID] = true
		if n.Changed.Before(o.Since) {
			continue
		}
		if i := b.note(n); i >= 0 {
			noted[i] = true
		}
	}
	for i := range d.Annotations.Quotes {
		q := &d.Annotations.Quotes[i]
		if !noted[i] && len(q.Content) > 0 && (o.All || q.Status != model.ByEngine) && (o.Since.IsZero() || b.checkedSince(q, o.Since)) {
			b.quote(q)
		}
	}
	slices.SortStableFunc(d.Items, inReadingOrder)
	return d
}

func inReadingOrder(x, y Item) int {
	rank := func(it Item) int {
		switch {
		case it.Words == "":
			return 0
		case it.Fit == anchor.Lost:
			return 2
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(rank(x), rank(y)), cmp.Compare(x.Passage.Start, y.Passage.Start), cmp.Compare(x.Passage.End, y.Passage.End),
		x.Created.Compare(y.Created), cmp.Compare(x.ID, y.ID),
	)
}

// builder adds items to a document.
type builder struct {
	*Document
	in    *anchor.Text
	names NameList
	ids   map[string]bool // that are given away
}

// note adds a note and gives the index of the quotation that it is about, or -1.
func (b *builder) note(n model.Note) int {
	it := Item{
		ID: IDPrefix + n.ID, Words: n.Passage.Exact, Passage: n.Passage, Highlight: string(n.Kind),
		Note: n.Text, Tags: n.Tags, Made: true, Created: n.Created, Changed: n.Changed, anchored: n.Passage,
	}
	at := -1
	if !n.Whole() {
		var s model.Span
		if s, it.Fit = b.in.Find(n.Passage); it.Fit != anchor.Lost {
			it.Passage.Span, it.Words = s, s.In(b.Text)
			if it.Fit == anchor.Approximate && n.Passage.Exact != it.Words {
				it.Noted = n.Passage.Exact
			}
			var whole bool
			if at, whole = b.quoteAt(s); at >= 0 {
				b.tell(&it, &b.Annotations.Quotes[at])
				if !whole {
					at = -1
				}
			}
		}
	}
	b.place(&it)
	b.Items = append(b.Items, it)
	return at
}

// checkedSince reports whether the reader put something of a quotation right, or
// confirmed it, at or after a time.
func (b *builder) checkedSince(q *model.Quote, since time.Time) bool {
	return slices.ContainsFunc(b.Corrections, func(c model.Correction) bool {
		if !c.OfQuote() || len(c.Content) == 0 || c.Created.Before(since) {
			return false
		}
		s, _ := b.in.Find(c.Content[0])
		return s.Overlaps(cover(q))
	})
}

// quoteAt gives the quotation that a passage is of, or -1: the one with which it
// shares most of its words, and then it is the whole of it, or else the first
// that holds it.
func (b *builder) quoteAt(s model.Span) (at int, whole bool) {
	at, best := -1, 0
	for i := range b.Annotations.Quotes {
		q := &b.Annotations.Quotes[i]
		if len(q.Content) == 0 {
			continue
		}
		both, all := shared(s, cover(q))
		switch {
		case 2*both >= all && (at < 0 || !whole || both > best):
			at, best, whole = i, both, true
		case at < 0 && 10*both >= 9*s.Len():
			at, best = i, both
		}
	}
	return at, whole
}

// cover is the stretch from the first word of a quotation to its last.
func cover(q *model.Quote) model.Span {
	return model.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End}
}

// quote adds a quotation that the reader made no note of.
func (b *builder) quote(q *model.Quote) {
	s := cover(q)
	it := Item{Words: s.In(b.Text), Passage: b.in.New(s), Fit: anchor.Same}
	taken := func(id string) bool { return b.ids[id] }
	id, ok := b.names.Of(s, taken)
	if !ok {
		id = model.NoteID(b.Article.Source, it.Passage, func(id string) bool { return taken(id) || b.names.has(id) })
		b.Minted = append(b.Minted, model.QuoteName{ID: id, Passage: it.Passage})
	}
	b.ids[id] = true
	it.ID = IDPrefix + id
	b.tell(&it, q)
	b.place(&it)
	b.Items = append(b.Items, it)
}

// tell says of an item what is known of its quotation.
func (b *builder) tell(it *Item, q *model.Quote) {
	it.Quote = q
	it.Speaker, it.Kind = oneLine(q.SpeakerName), string(q.Kind)
	if it.Speaker == "" {
		it.Speaker = Unknown
	}
	it.Role = role(b.Text, b.Annotations.Quotes, q)
	var cues, places []string
	for _, s := range q.Cue {
		cues = append(cues, oneLine(s.In(b.Text)))
	}
	it.Cue = strings.Join(cues, " … ")
	for _, w := range q.Where {
		name := oneLine(cmp.Or(w.Name, w.Span.In(b.Text)))
		if w.Inherited {
			name += carriedOver
		}
		places = append(places, name)
	}
	it.Where = strings.Join(places, ", ")
	it.When = when(b.Text, q.When)
	it.Status = string(q.Status)
	if q.Status == model.ByEngine {
		it.Status = fmt.Sprintf("auto %.2f", q.Confidence)
	}
}

// carriedOver marks a place or day that the article tells of an earlier quotation
// only, and that holds for this one as far as the engine can tell.
const carriedOver = " (carried over)"

// place says where an item stands and how to get there.
func (b *builder) place(it *Item) {
	if it.Words == "" || it.Fit == anchor.Lost {
		it.Link = pageOf(b.Article.Source)
		return
	}
	it.Paragraph = plaintext.Paragraph(b.Text, b.Article.Title, it.Passage.Start)
	it.Link = fragmentLink(b.Article.Source, b.Text, it.Passage.Span)
}

// oneLine folds blanks and drops control characters: what comes from an article
// must not break the line that it is written in.
func oneLine(s string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(clean), " ")
}

// Title is what a document is called: as its article, or "Untitled".
func (d Document) Title() string {
	return cmp.Or(oneLine(d.Article.Title), oneLine(d.Article.Name()), "Untitled")
}

// Speakers lists who speaks in the items, in the order in which they first do.
func (d Document) Speakers() []string {
	var out []string
	for _, it := range d.Items {
		if it.Quote != nil && it.Quote.SpeakerName != "" && !slices.Contains(out, it.Speaker) {
			out = append(out, it.Speaker)
		}
	}
	return out
}
