package library

import (
	"context"
	"errors"
	"fmt"

	"quoth/model"
	"quoth/model/jsonmark"
)

// noteLine is a note in an export. Offsets are bytes of the text with the hash.
type noteLine struct {
	ID      string           `json:"id"`
	Passage *jsonmark.Anchor `json:"passage,omitempty"` // none: on the whole article
	Kind    string           `json:"kind,omitempty"`
	Text    string           `json:"text,omitempty"`
	Tags    []string         `json:"tags,omitempty"`
	Created int64            `json:"created"` // Unix milliseconds
	Changed int64            `json:"changed"`
}

func lineOfNote(n model.Note) noteLine {
	return noteLine{n.ID, jsonmark.OfAnchor(n.Passage), string(n.Kind), n.Text, n.Tags, n.Created.UnixMilli(), n.Changed.UnixMilli()}
}

func (n noteLine) note(article string) model.Note {
	return model.Note{
		ID: n.ID, Article: article, Passage: n.Passage.Model(), Kind: model.NoteKind(n.Kind), Text: n.Text,
		Tags: model.CleanTags(n.Tags), Created: milli(n.Created), Changed: milli(n.Changed),
	}
}

// addMarks adds what the reader made of an article to its line.
func (l *Library) addMarks(ctx context.Context, a *articleLine, row int64) error {
	m, err := l.Marks(ctx, a.ID)
	if err != nil {
		return err
	}
	for _, n := range m.Notes {
		a.Notes = append(a.Notes, lineOfNote(n))
	}
	own, err := corrections(ctx, l.read, "c.entry_id = ?", row)
	for _, c := range own {
		a.Corrections = append(a.Corrections, *jsonmark.OfCorrection(c))
	}
	if err != nil {
		return l.wrap("export", err)
	}
	names, err := l.QuoteNames(ctx, a.ID)
	for _, n := range names {
		a.QuoteNames = append(a.QuoteNames, quoteNameLine{n.ID, jsonmark.OfAnchor(n.Passage)})
	}
	return err
}

// importMarks adds what a line says the reader made of the article with that id.
// What the library already has stays as it is.
func importMarks(ctx context.Context, tx *txn, article string, a articleLine) error {
	for _, n := range a.Notes {
		if n.ID == "" {
			return fmt.Errorf("%w: a note without id", errLine)
		}
		if err := insertNote(ctx, tx, n.note(article)); err != nil && !errors.Is(err, model.ErrChanged) {
			return err
		}
	}
	for _, c := range a.Corrections {
		if err := importCorrection(ctx, tx, article, c); err != nil {
			return err
		}
	}
	for _, n := range a.QuoteNames {
		if n.ID == "" || n.Passage == nil {
			return fmt.Errorf("%w: a name without quotation", errLine)
		}
		if err := insertQuoteName(ctx, tx, article, n.ID, n.Passage); err != nil {
			return err
		}
	}
	return nil
}

func importCorrection(ctx context.Context, tx *txn, article string, c jsonmark.Correction) error {
	if c.ID == "" || c.Kind == "" {
		return fmt.Errorf("%w: a correction without id or kind", errLine)
	}
	if err := insertCorrection(ctx, tx, c.Model(article)); err != nil {
		if errors.Is(err, model.ErrChanged) {
			return nil
		}
		return err
	}
	return reindexCorrected(ctx, tx, c.Model(article))
}
