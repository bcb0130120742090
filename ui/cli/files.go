package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/export"
	"quoth/model/export/merge"
)

// files writes Markdown into a folder.
func (c *exportCommand) files(e *exporting, look *export.Look) error {
	folder, err := export.OpenFolder(c.Out)
	if err != nil {
		return err
	}
	e.folder = folder
	for _, err := range folder.Unread {
		e.report(err)
	}
	for d := range e.documents {
		var taken []string
		if c.Adopt {
			if d, taken, err = e.adopt(folder, d, look); err != nil {
				e.aside(err)
				continue
			}
		}
		out, err := folder.Write(d, look, export.WriteOptions{DryRun: c.DryRun, Force: c.Force, Taken: taken})
		switch {
		case setAside(err):
			e.aside(fmt.Errorf("%w; the file stays as it is", err))
			continue
		case errors.Is(err, export.ErrUnread):
			e.report(err)
			continue
		case err != nil:
			return err
		}
		for _, kept := range out.Kept {
			e.aside(fmt.Errorf("%s: %s is changed by you and left as it is; %s", out.File, kept, c.wayOut()))
		}
		switch {
		case c.DryRun:
			fmt.Fprint(e.stdout, out.Diff)
		case out.Written:
			fmt.Fprintln(e.stdout, filepath.Join(c.Out, out.File))
		}
	}
	return nil
}

// wayOut says what may be done of what the reader changed in a file.
func (c *exportCommand) wayOut() string {
	if c.Adopt {
		return "only notes and tags are taken over; --force writes over the rest"
	}
	return "--adopt takes your note over, --force writes over it"
}

// setAside reports whether an error is about a file that is left as it is.
func setAside(err error) bool {
	var damage *merge.DamageError
	return errors.As(err, &damage) || errors.Is(err, export.ErrTwice) || errors.Is(err, export.ErrMeanwhile)
}

// aside tells of something that an export left as it is.
func (p *program) aside(err error) {
	p.warn(err)
	p.status = max(p.status, statusAside)
}

// adopt takes the notes and tags that the reader changed in a file into the
// library, and gives the document as it is then, and whose changes they are.
func (e *exporting) adopt(folder *export.Folder, d export.Document, look *export.Look) (after export.Document, taken []string, err error) {
	items, err := folder.Adopted(d, look)
	if err != nil || len(items) == 0 {
		return d, nil, err
	}
	marks, err := e.library.Marks(e.ctx, d.Article.ID)
	if err != nil {
		return d, nil, err
	}
	var action model.Action
	for _, it := range items {
		action.Notes = append(action.Notes, adopted(marks, d, it, time.Now()))
		taken = append(taken, it.ID)
	}
	if err := e.library.Act(e.ctx, action); err != nil {
		return d, nil, err
	}
	after, err = e.document(d.Article.ID)
	return after, taken, err
}

// adopted gives the edit that makes a note what an item says.
func adopted(marks model.Marks, d export.Document, it export.Item, now time.Time) model.Edit[model.Note] {
	now = now.UTC().Truncate(time.Second)
	after := model.Note{ID: strings.TrimPrefix(it.ID, export.IDPrefix), Article: d.Article.ID, Passage: it.Passage, Created: now}
	var before *model.Note
	for i := range marks.Notes {
		if marks.Notes[i].ID == after.ID {
			before = &marks.Notes[i]
			after = *before
		}
	}
	after.Text, after.Tags, after.Changed = it.Note, model.CleanTags(it.Tags), now
	return model.Edit[model.Note]{Before: before, After: &after}
}
