package cli

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/library"
	"quoth/model/notefile"
)

type importCommand struct {
	File string `arg:"" help:"W3C or Hypothesis JSON, Readwise CSV, KOReader JSON, Kindle clippings, or what quoth exported as json, jsonl or jsonld; - is standard input."`
}

// Run is called by kong.
func (c importCommand) Run(p *program) error {
	return p.read(c.File, func(r io.Reader) error {
		in := bufio.NewReader(r)
		const library = `{"library":`
		if head, err := in.Peek(len(library)); err == nil && string(head) == library {
			return p.importLibrary(c.File, in)
		}
		return p.importNotes(c.File, in)
	})
}

// importNotes reads a file of notes.
func (p *program) importNotes(name string, r io.Reader) error {
	notes, err := notefile.Read(r)
	if err != nil && (len(notes) == 0 || errors.Is(err, notefile.ErrUnknown)) {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err != nil { // what stands before the fault is read
		p.report(fmt.Errorf("%s: %w", name, err))
	}
	l, err := p.library()
	if err != nil {
		return err
	}
	in := importing{program: p, library: l, now: time.Now().UTC().Truncate(time.Second)}
	notes, everywhere := cutEverywhere(notes)
	for _, group := range byArticle(notes) {
		if ofNothing(group) {
			p.report(fmt.Errorf("%s: %s left out: neither an article nor a passage is named", name, count(len(group), "note")))
			continue
		}
		if err := in.article(group); err != nil {
			return err
		}
	}
	if err := in.everywhere(everywhere); err != nil {
		return err
	}
	p.say("%s new, %d known, %d not found in their article", count(in.made, "note"), in.known, in.lost)
	if in.put+in.stood > 0 {
		p.say("%s new, %d known", count(in.put, "correction"), in.stood)
	}
	return nil
}

// ofNothing reports whether notes say neither of what article nor of what words
// they are.
func ofNothing(notes []notefile.Note) bool {
	n := notes[0]
	return n.Article == "" && n.Source == "" && n.Title == "" && n.Text == "" &&
		!slices.ContainsFunc(notes, func(n notefile.Note) bool { return n.Passage.Known() })
}

// byArticle puts the notes of each article together, in the order of the file.
func byArticle(notes []notefile.Note) [][]notefile.Note {
	var out [][]notefile.Note
	at := map[[3]string]int{}
	for _, n := range notes {
		key := [3]string{n.Article, n.Source, n.Title}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key], out = i, append(out, nil)
		}
		out[i] = append(out[i], n)
	}
	return out
}

type importing struct {
	*program
	library           *library.Library
	now               time.Time
	made, known, lost int // notes
	put, stood        int // corrections: new, known
}

// article puts the notes of an article into the library, but for those that are
// there: all of them or, where it fails, none.
func (in *importing) article(notes []notefile.Note) error {
	id, err := in.find(notes)
	if err != nil {
		return err
	}
	text, err := in.library.Text(in.ctx, id)
	if err != nil {
		return err
	}
	marks, err := in.library.Marks(in.ctx, id)
	if err != nil {
		return err
	}
	b := batch{importing: in, article: id, in: anchor.In(text.Plain), clipped: text.Warning == onlyClippings}
	for _, n := range marks.Notes {
		b.remember(n)
	}
	corrections := corrections{importing: in, have: marks.Corrections}
	for _, n := range notes {
		if n.Correction != nil {
			corrections.add(n.Correction.Correction, id)
		} else if err := b.add(n); err != nil {
			return err
		}
	}
	b.action.Corrections = corrections.edits
	return in.act(b.action)
}

// act puts what is new into the library.
func (in *importing) act(a model.Action) error {
	if a.Empty() {
		return nil
	}
	if err := in.library.Act(in.ctx, a); err != nil {
		return err
	}
	in.made += len(a.Notes)
	in.put += len(a.Corrections)
	return nil
}

// batch is the new notes of one article.
type batch struct {
	*importing
	article string
	in      *anchor.Text
	have    []model.Note // with those that are new
	places  []model.Span // of those in the text; empty where they are lost
	clipped bool         // the text is onlyClippings
	action  model.Action
}

// remember takes note of one that the library has, or will have.
func (b *batch) remember(n model.Note) {
	place, _ := b.in.Find(n.Passage)
	b.have, b.places = append(b.have, n), append(b.places, place)
}

// add adds one note, unless it is there.
func (b *batch) add(n notefile.Note) error {
	note := n.Note
	note.Article, note.Tags = b.article, model.CleanTags(note.Tags)
	var fit anchor.Fit
	if b.clipped {
		if note.Passage.Hash == "" {
			note.Passage.Span = model.Span{} // in a text that is not here
		}
		_, fit = b.in.Find(note.Passage)
	} else {
		note.Passage, fit = n.Place(b.in)
	}
	if b.knows(note, n) {
		b.known++
		return nil
	}
	var err error
	if note.ID, err = b.name(n); err != nil {
		return err
	}
	if note.Created.IsZero() {
		note.Created = b.now
	}
	if note.Changed.IsZero() {
		note.Changed = note.Created
	}
	if fit == anchor.Lost && (n.Passage.Known() || n.At.Known()) {
		b.lost++
		b.warn(fmt.Errorf("%s: %.60q is not found in the article; the note is kept with its words", cmp.Or(n.Title, n.Source), note.Passage.Exact))
	}
	b.remember(note)
	b.action.Notes = append(b.action.Notes, model.Edit[model.Note]{After: &note})
	return nil
}

// knows reports whether the library has a note: under the name that this one
// would have, or, where another program wrote it, one that says all that this one
// says of the same place.
func (b *batch) knows(note model.Note, n notefile.Note) bool {
	id := firstID(n)
	place, _ := b.in.Find(note.Passage)
	for i, have := range b.have {
		if have.ID == id {
			if n.ID != "" && (have.Text != note.Text || have.Passage.Exact != note.Passage.Exact) {
				b.warn(fmt.Errorf("note %s differs from the one in the library, which stays as it is", id))
			}
			return true
		}
		if at := b.places[i]; !isID(n.ID) && says(have, note) && at == place && (!at.Empty() || have.Passage.Exact == note.Passage.Exact) {
			return true
		}
	}
	return false
}

// says reports whether one note says all that another one does.
func says(have, note model.Note) bool {
	return have.Text == note.Text && have.Whole() == note.Whole() && (note.Kind == model.NotePlain || note.Kind == have.Kind) &&
		!slices.ContainsFunc(note.Tags, func(t string) bool { return !slices.Contains(have.Tags, t) })
}

// firstID gives the name that a note gets where no other one has it: the same
// each time that its file is read, so that it is known again when the reader has
// changed it.
func firstID(n notefile.Note) string {
	if isID(n.ID) {
		return n.ID
	}
	key := cmp.Or(n.Key, n.ID)
	if key == "" {
		key = n.Title + "\n" + n.Note.Text
	}
	return model.NoteID(n.Source+"\n"+key, n.Passage, func(string) bool { return false })
}

func isID(s string) bool {
	return len(s) == model.IDLength && strings.Trim(s, "0123456789abcdef") == ""
}

// name names a new note.
func (b *batch) name(n notefile.Note) (string, error) {
	id := firstID(n)
	for {
		taken, err := b.library.HasNote(b.ctx, id)
		if err != nil {
			return "", err
		}
		if !taken && !slices.ContainsFunc(b.have, func(have model.Note) bool { return have.ID == id }) {
			return id, nil
		}
		id = library.TextHash(id)[:model.IDLength]
	}
}
