package cli

import (
	"fmt"
	"strings"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/library"
)

type notesCommand struct {
	Query []string `arg:"" optional:"" help:"Words of the note, its passage, its tags or the article's title; tag: feed: speaker: and so on as for articles, dates are the note's."`
	Limit int      `short:"n" placeholder:"N" help:"At most so many."`
	listFlags
}

// Run is called by kong.
func (c notesCommand) Run(p *program) error {
	l, node, err := p.queried(c.Query)
	if err != nil {
		return err
	}
	hits, err := l.Notes(p.ctx, node, library.Window{Limit: c.Limit})
	if err != nil {
		return err
	}
	rows := make([]noteRow, len(hits))
	var text *anchor.Text
	var plain string
	for i, h := range hits {
		if i == 0 || h.Entry.ID != hits[i-1].Entry.ID {
			kept, err := l.Text(p.ctx, h.Entry.ID)
			if err != nil {
				return err
			}
			plain, text = kept.Plain, anchor.In(kept.Plain)
		}
		rows[i] = newNoteRow(h, plain, text)
	}
	return writeList(p, c.listFlags, rows)
}

// noteRow is a note as lists show it.
type noteRow struct {
	ID      string   `json:"id"`
	Article string   `json:"article"`
	Title   string   `json:"title"`
	Source  string   `json:"source"`
	Kind    string   `json:"kind"`
	Words   string   `json:"words"` // of the passage; empty for a note on the whole article
	Text    string   `json:"text"`
	Tags    []string `json:"tags"`
	Found   string   `json:"found"` // same, approximate, lost; empty for a note on the whole article
	Line    int      `json:"line"`  // of the present text, from 1
	Column  int      `json:"column"`
	Created string   `json:"created"`
	Changed string   `json:"changed"`
}

func newNoteRow(h library.NoteHit, plain string, text *anchor.Text) noteRow {
	n := h.Note
	r := noteRow{
		ID: n.ID, Article: h.Entry.ID, Title: h.Entry.Title, Source: h.Entry.Source, Kind: string(n.Kind), Words: n.Passage.Exact,
		Text: n.Text, Tags: listOf(n.Tags), Line: 1, Column: 1, Created: moment(n.Created), Changed: moment(n.Changed),
	}
	if n.Whole() {
		return r
	}
	s, fit := text.Find(n.Passage)
	r.Found = fit.String()
	if fit != anchor.Lost {
		r.Words = s.In(plain)
		r.Line += strings.Count(plain[:s.Start], "\n")
		r.Column = s.Start - strings.LastIndexByte(plain[:s.Start], '\n')
	}
	return r
}

func (r noteRow) line() []string {
	words := r.Words
	if r.Found == anchor.Lost.String() {
		words += " (not in the text any more)"
	}
	var tags []string
	for _, t := range r.Tags {
		tags = append(tags, "#"+strings.ReplaceAll(t, " ", "-"))
	}
	return []string{words, r.Text, strings.Join(tags, " "), model.Name(r.Title, r.Source)}
}

func (r noteRow) place() string {
	return fmt.Sprintf("%s:%d:%d", address(r.Source, r.Article), r.Line, r.Column)
}
