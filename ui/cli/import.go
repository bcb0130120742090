package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/library"
	"quoth/model/notefile"
)

type importCommand struct {
	File string `arg:"" help:"W3C or Hypothesis JSON, Readwise CSV, KOReader JSON, Kindle clippings, or quoth's JSON; - is standard input."`
}

// Run is called by kong.
func (c importCommand) Run(p *program) error {
	var data []byte
	err := p.read(c.File, func(r io.Reader) (err error) {
		data, err = io.ReadAll(r)
		return err
	})
	if err != nil {
		return err
	}
	notes, err := notefile.Read(data)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	l, err := p.library()
	if err != nil {
		return err
	}
	in := importing{program: p, library: l, clips: clippings(notes)}
	for _, n := range notes {
		if err := in.note(n); err != nil {
			return err
		}
	}
	p.say("%s new, %d known, %d not found in their article", count(in.made, "note"), in.known, in.lost)
	return nil
}

type importing struct {
	*program
	library           *library.Library
	clips             map[string]string
	made, known, lost int
}

// clippings gathers the passages of each article, for those that the library
// does not have and of which the file holds no text.
func clippings(notes []notefile.Note) map[string]string {
	out := map[string]string{}
	for _, n := range notes {
		key := n.Source + "\n" + n.Title
		if n.Passage.Known() && !strings.Contains(out[key], n.Passage.Exact) {
			out[key] += n.Passage.Exact + "\n\n"
		}
	}
	return out
}

// article gives the article of a note, and keeps one where there is none.
func (in *importing) article(n notefile.Note) (string, error) {
	if n.Article != "" {
		if e, err := in.library.Entry(in.ctx, n.Article); err == nil {
			return e.ID, nil
		} else if !errors.Is(err, library.ErrNotFound) {
			return "", err
		}
	}
	if id, err := in.library.ArticleOf(in.ctx, n.Source, n.Title); err != nil || id != "" {
		return id, err
	}
	text := cmp.Or(n.Text, in.clips[n.Source+"\n"+n.Title], n.Title)
	kept, err := in.library.Keep(in.ctx, model.Extract{
		Article: model.Article{ID: n.Article, Title: n.Title, Authors: n.Authors, Source: cmp.Or(n.Source, "import: "+n.Title), Text: text},
		Words:   model.Text{Format: model.FormatText, Origin: model.FromFile},
	})
	return kept.ID, err
}

var ownID = regexp.MustCompile(`^[0-9a-f]{8}$`)

// note puts one note into the library, unless it is there.
func (in *importing) note(n notefile.Note) error {
	id, err := in.article(n)
	if err != nil {
		return err
	}
	marks, err := in.library.Marks(in.ctx, id)
	if err != nil {
		return err
	}
	note := n.Note
	note.Article, note.Tags = id, model.CleanTags(note.Tags)
	for _, have := range marks.Notes {
		same := have.Passage.Exact == note.Passage.Exact && (have.Text == note.Text || note.Passage.Known() && strings.Contains(note.Text, have.Text))
		if have.ID == note.ID || same {
			in.known++
			return nil
		}
	}
	if !ownID.MatchString(note.ID) {
		if note.ID, err = in.library.NoteID(in.ctx, n.Source+n.Title+note.Text, note.Passage); err != nil {
			return err
		}
	}
	if note.Created.IsZero() {
		note.Created = time.Now().UTC().Truncate(time.Second)
	}
	if note.Changed.IsZero() {
		note.Changed = note.Created
	}
	if err := in.place(&note); err != nil {
		return err
	}
	if err := in.library.Act(in.ctx, model.Action{Notes: []model.Edit[model.Note]{{After: &note}}}); err != nil {
		return err
	}
	in.made++
	return nil
}

// place looks a note's passage up in the text of its article.
func (in *importing) place(note *model.Note) error {
	if note.Whole() {
		return nil
	}
	text, err := in.library.Text(in.ctx, note.Article)
	if err != nil {
		return err
	}
	s, fit := anchor.In(text.Plain).Find(note.Passage)
	if fit == anchor.Lost {
		in.lost++
		in.warn(fmt.Errorf("%.60q is not found in its article; the note is kept with its words", note.Passage.Exact))
		return nil
	}
	note.Passage.Span = s
	return nil
}
