package cli

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"quoth/model"
	"quoth/model/library"
	"quoth/model/notefile"
)

// find gives the article of some notes, and keeps one where there is none: with
// the text that the file holds, else with the passages.
func (in *importing) find(notes []notefile.Note) (string, error) {
	n := notes[0]
	id, err := in.kept(n)
	if err != nil {
		return "", err
	}
	words := model.Text{Format: model.FormatText, Origin: model.FromFile, Plain: n.Text}
	x := model.Extract{Article: model.Article{
		ID: cmp.Or(id, n.Article), Title: n.Title, Authors: n.Authors, Site: n.Site, Source: n.Source, Published: n.Published,
	}}
	old := ""
	if id != "" {
		text, err := in.library.Text(in.ctx, id)
		if err != nil {
			return "", err
		}
		if text.Warning != onlyClippings {
			return id, nil
		}
		old = text.Plain
	}
	if words.Plain == "" {
		words.Plain, words.Warning = clippings(cmp.Or(old, n.Title, n.Source), notes), onlyClippings
	}
	if words.Plain == old {
		return id, nil
	}
	if x.ID == "" && n.Source == "" {
		x.ID = library.TextHash("import\n" + n.Title + "\n" + strings.Join(n.Authors, "\n"))[:16]
	}
	words.Body, x.Text, x.Words = words.Plain, words.Plain, words
	kept, err := in.library.Keep(in.ctx, x)
	return kept.ID, err
}

// kept gives the article of a note where the library has it, else "".
func (in *importing) kept(n notefile.Note) (string, error) {
	if n.Article != "" {
		e, err := in.library.Entry(in.ctx, n.Article)
		if err == nil || !errors.Is(err, library.ErrNotFound) {
			return e.ID, err
		}
	}
	return in.library.ArticleOf(in.ctx, n.Source, n.Title)
}

// onlyClippings is the warning of a text that is made of the passages of notes,
// because the file of notes does not hold the article.
const onlyClippings = "only the passages of imported notes are here, not the article"

// clippings adds passages to a text, each with what the file knows of its
// surroundings, so that they are found by them here as in the article.
func clippings(text string, notes []notefile.Note) string {
	clips := slices.Clone(notes)
	slices.SortStableFunc(clips, func(x, y notefile.Note) int {
		if !x.At.Known() || !y.At.Known() {
			return 0
		}
		return cmp.Compare(x.At.Start, y.At.Start)
	})
	for _, n := range clips {
		passages := []model.Anchor{n.Passage}
		if n.Correction != nil {
			passages = n.Correction.Content
		}
		for _, p := range passages {
			if words := p.Prefix + p.Exact + p.Suffix; p.Known() && !strings.Contains(text, words) {
				text += "\n\n" + words
			}
		}
	}
	return strings.TrimLeft(text, "\n")
}
