package library

import (
	"context"
	"errors"
	"fmt"

	"quoth/model"
)

// noteLine is a note in an export. Offsets are bytes of the text with the hash.
type noteLine struct {
	ID      string      `json:"id"`
	Passage *anchorLine `json:"passage,omitempty"` // none: on the whole article
	Kind    string      `json:"kind,omitempty"`
	Text    string      `json:"text,omitempty"`
	Tags    []string    `json:"tags,omitempty"`
	Created int64       `json:"created"` // Unix milliseconds
	Changed int64       `json:"changed"`
}

type anchorLine struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Hash   string `json:"hash,omitempty"`
	Twins  int    `json:"twins,omitempty"`
}

type correctionLine struct {
	ID          string        `json:"id"`
	Kind        string        `json:"kind"`
	Content     []*anchorLine `json:"content,omitempty"`
	Cue         *anchorLine   `json:"cue,omitempty"`
	Speaker     string        `json:"speaker,omitempty"`
	SpeakerKind string        `json:"speaker_kind,omitempty"`
	QuoteKind   string        `json:"quote_kind,omitempty"`
	Where       []whereLine   `json:"where,omitempty"`
	When        *whenLine     `json:"when,omitempty"`
	Name        string        `json:"name,omitempty"`
	Other       string        `json:"other,omitempty"`
	Type        string        `json:"type,omitempty"`
	Created     int64         `json:"created"` // Unix milliseconds
}

type whereLine struct {
	Kind  string      `json:"kind"`
	Name  string      `json:"name"`
	Words *anchorLine `json:"words,omitempty"`
}

type whenLine struct {
	Value string      `json:"value"`
	Words *anchorLine `json:"words,omitempty"`
}

func lineOfAnchor(a model.Anchor) *anchorLine {
	if !a.Known() {
		return nil
	}
	return &anchorLine{a.Exact, a.Prefix, a.Suffix, a.Start, a.End, a.Hash, a.Twins}
}

func (a *anchorLine) anchor() model.Anchor {
	if a == nil {
		return model.Anchor{}
	}
	return model.Anchor{
		Span: model.Span{Start: a.Start, End: a.End}, Hash: a.Hash,
		Exact: a.Exact, Prefix: a.Prefix, Suffix: a.Suffix, Twins: a.Twins,
	}
}

func lineOfNote(n model.Note) noteLine {
	return noteLine{n.ID, lineOfAnchor(n.Passage), string(n.Kind), n.Text, n.Tags, n.Created.UnixMilli(), n.Changed.UnixMilli()}
}

func (n noteLine) note(article string) model.Note {
	return model.Note{
		ID: n.ID, Article: article, Passage: n.Passage.anchor(), Kind: model.NoteKind(n.Kind), Text: n.Text,
		Tags: model.CleanTags(n.Tags), Created: milli(n.Created), Changed: milli(n.Changed),
	}
}

func lineOfCorrection(c model.Correction) *correctionLine {
	out := &correctionLine{
		ID: c.ID, Kind: string(c.Kind), Cue: lineOfAnchor(c.Cue), Speaker: c.Speaker, SpeakerKind: string(c.SpeakerKind),
		QuoteKind: string(c.QuoteKind), Name: c.Name, Other: c.Other, Type: string(c.Type), Created: c.Created.UnixMilli(),
	}
	for _, a := range c.Content {
		out.Content = append(out.Content, lineOfAnchor(a))
	}
	for _, w := range c.Where {
		out.Where = append(out.Where, whereLine{string(w.Kind), w.Name, lineOfAnchor(w.Words)})
	}
	if c.When != nil {
		out.When = &whenLine{c.When.Value, lineOfAnchor(c.When.Words)}
	}
	return out
}

func (c correctionLine) correction(article string) model.Correction {
	out := model.Correction{
		ID: c.ID, Article: article, Kind: model.CorrectionKind(c.Kind), Cue: c.Cue.anchor(),
		Speaker: c.Speaker, SpeakerKind: model.SpeakerKind(c.SpeakerKind), QuoteKind: model.QuoteKind(c.QuoteKind),
		Name: c.Name, Other: c.Other, Type: model.EntityType(c.Type), Created: milli(c.Created),
	}
	for _, a := range c.Content {
		out.Content = append(out.Content, a.anchor())
	}
	for _, w := range c.Where {
		out.Where = append(out.Where, model.SaidWhere{Kind: model.WhereKind(w.Kind), Name: w.Name, Words: w.Words.anchor()})
	}
	if c.When != nil {
		out.When = &model.SaidWhen{Value: c.When.Value, Words: c.When.Words.anchor()}
	}
	return out
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
		a.Corrections = append(a.Corrections, *lineOfCorrection(c))
	}
	if err != nil {
		return l.wrap("export", err)
	}
	names, err := l.QuoteNames(ctx, a.ID)
	for _, n := range names {
		a.QuoteNames = append(a.QuoteNames, quoteNameLine{n.ID, lineOfAnchor(n.Passage)})
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

func importCorrection(ctx context.Context, tx *txn, article string, c correctionLine) error {
	if c.ID == "" || c.Kind == "" {
		return fmt.Errorf("%w: a correction without id or kind", errLine)
	}
	if err := insertCorrection(ctx, tx, c.correction(article)); err != nil {
		if errors.Is(err, model.ErrChanged) {
			return nil
		}
		return err
	}
	return reindexCorrected(ctx, tx, c.correction(article))
}
