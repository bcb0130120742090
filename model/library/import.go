package library

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"quoth/model"
)

// Imported says what came of an import.
type Imported struct {
	New    int // articles that were not in the library
	Merged int // articles that were: texts, tags and marks that they lacked were added
	Faults []error
}

// Import reads what Export wrote. What the library already keeps stays and gains
// what it lacks: an article that is read, starred or archived in one of the two
// is so afterwards. A line that cannot be read is a fault, and the others are
// read. Each line is one transaction.
func (l *Library) Import(ctx context.Context, r io.Reader) (Imported, error) {
	var in Imported
	lines := bufio.NewReader(r)
	for n := 1; ; n++ {
		raw, err := lines.ReadBytes('\n')
		if len(raw) == 0 && err == io.EOF {
			return in, nil
		}
		if err != nil && err != io.EOF {
			return in, fmt.Errorf("import: line %d: %w", n, err)
		}
		var x line
		bad := json.Unmarshal(raw, &x)
		if n == 1 {
			switch {
			case bad != nil || x.Library == 0:
				return in, errors.New("import: this is no export of a library: its first line is not {\"library\": …}")
			case x.Library > exportVersion:
				return in, fmt.Errorf("import: the export has version %d, this program knows %d: use a newer quoth", x.Library, exportVersion)
			}
			continue
		}
		if bad != nil {
			in.Faults = append(in.Faults, fmt.Errorf("line %d: %w", n, bad))
			continue
		}
		switch err := l.importLine(ctx, x, &in); {
		case errors.Is(err, errLine):
			in.Faults = append(in.Faults, fmt.Errorf("line %d: %w", n, err))
		case err != nil:
			return in, fmt.Errorf("line %d: %w", n, err)
		}
	}
}

// errLine is the fault of a line that says too little.
var errLine = errors.New("the line lacks what it needs")

func (l *Library) importLine(ctx context.Context, x line, in *Imported) error {
	switch {
	case x.Feed != nil:
		if x.Feed.URL == "" {
			return fmt.Errorf("%w: a feed without url", errLine)
		}
		_, _, err := l.AddFeed(ctx, model.Feed{URL: x.Feed.URL, Title: x.Feed.Title, Site: x.Feed.Site, Folder: x.Feed.Folder, FullText: x.Feed.FullText})
		return err
	case x.Search != nil:
		if x.Search.Name == "" || x.Search.Query == "" {
			return fmt.Errorf("%w: a search without name or query", errLine)
		}
		_, err := l.SaveQuery(ctx, model.SavedQuery{Name: x.Search.Name, Query: x.Search.Query})
		return err
	case x.Correction != nil:
		return l.change(ctx, "import correction", func(tx *txn) error { return importCorrection(ctx, tx, "", *x.Correction) })
	case x.Article != nil:
		return l.importArticle(ctx, *x.Article, in)
	}
	return nil // of a later version
}

func (l *Library) importArticle(ctx context.Context, a articleLine, in *Imported) error {
	published, err := model.ParseStamp(a.Published)
	if err != nil {
		return fmt.Errorf("%w: %w", errLine, err)
	}
	if a.ID == "" || len(a.Texts) == 0 {
		return fmt.Errorf("%w: an article without id or texts", errLine)
	}
	x := model.Extract{GUID: a.GUID, Article: model.Article{
		ID: a.ID, Title: a.Title, Authors: a.Authors, Site: a.Site, Source: a.Source, Published: published, Tags: a.Tags,
	}}
	isNew := false
	err = l.change(ctx, "import "+a.ID, func(tx *txn) error {
		if a.Feed != "" {
			err := tx.row(ctx, "SELECT id FROM feed WHERE url = ?", a.Feed).Scan(&x.Feed)
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
		}
		p, err := l.importPlace(ctx, tx, x)
		if err != nil {
			return err
		}
		for _, t := range a.Texts {
			text, err := l.addText(ctx, tx, p.row, textOf(t))
			if err != nil {
				return err
			}
			if p.text == 0 { // the current one stands first
				if err := setCurrent(ctx, tx, p, text); err != nil {
					return err
				}
				p.text, isNew = text, true
			}
		}
		if err := mergeState(ctx, tx, p.row, a, isNew); err != nil {
			return err
		}
		return importMarks(ctx, tx, p.uid, a)
	})
	switch {
	case err != nil:
	case isNew:
		in.New++
	default:
		in.Merged++
	}
	return err
}

// importPlace finds the article of an export, by id or by its name in the feed,
// or makes it.
func (l *Library) importPlace(ctx context.Context, tx *txn, x model.Extract) (place, error) {
	p, err := find(ctx, tx, x)
	if err != nil || p.row != 0 {
		return p, err
	}
	if x.Feed != 0 && x.GUID != "" {
		byName := x
		byName.ID = ""
		if p, err = find(ctx, tx, byName); err != nil || p.row != 0 {
			return p, err
		}
	}
	return l.insert(ctx, tx, x)
}

func textOf(t textLine) model.Text {
	w := model.Text{
		Hash: TextHash(t.Plain), Format: t.Format, Origin: t.Origin, Original: t.Original, Warning: t.Warning,
		Fetched: unix(t.Fetched), Plain: t.Plain, Body: t.Body,
	}
	if w.Body == "" {
		w.Body = w.Plain
	}
	return w
}

func mergeState(ctx context.Context, tx *txn, row int64, a articleLine, isNew bool) error {
	if err := addTags(ctx, tx, row, a.Tags); err != nil {
		return err
	}
	if err := exec(ctx, tx, "UPDATE entry SET read = read OR ?, starred = starred OR ?, archived = archived OR ? WHERE id = ?",
		a.Read, a.Starred, a.Archived, row).err; err != nil || !isNew {
		return err
	}
	return exec(ctx, tx, "UPDATE entry SET added = ?, sort = iif(published = '', ?, sort), by_hand = ?, position = ?, position_of = ? WHERE id = ?",
		a.Added, a.Added, a.ByHand, a.Position, TextHash(a.Texts[0].Plain), row).err
}
