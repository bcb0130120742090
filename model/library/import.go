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

// Lines of an import are carried out in transactions of so many, or of so many
// bytes: SQLite takes longer to end a transaction than to keep an article.
const (
	batchLines = 256
	batchBytes = 8 << 20
)

// Import reads what Export wrote. What the library already keeps stays and gains
// what it lacks: an article that is read, starred or archived in one of the two
// is so afterwards. A line that cannot be read is a fault, and the others are
// read. Each line is kept as a whole or not at all, and what was counted is kept
// whatever happens then.
func (l *Library) Import(ctx context.Context, r io.Reader) (Imported, error) {
	var in Imported
	lines := bufio.NewReaderSize(r, longestHead)
	if err := importHead(lines); err != nil {
		return in, err
	}
	for from := 2; ; {
		batch, err := readBatch(lines)
		if len(batch) > 0 {
			if err := l.importBatch(ctx, from, batch, &in); err != nil {
				return in, err
			}
			from += len(batch)
		}
		switch {
		case errors.Is(err, io.EOF):
			return in, nil
		case err != nil:
			return in, fmt.Errorf("line %d: %w", from, err)
		}
	}
}

// longestHead bounds the first line, in bytes.
const longestHead = 64 << 10

// importHead reads the first line, which says what the others are.
func importHead(r *bufio.Reader) error {
	raw, err := r.ReadSlice('\n')
	var x line
	switch {
	case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull):
		return fmt.Errorf("line 1: %w", err)
	case json.Unmarshal(raw, &x) != nil || x.Library == 0:
		return errors.New("no export of a library: its first line is not {\"library\": …}")
	case x.Library > exportVersion:
		return fmt.Errorf("the export has version %d, this program knows %d: use a newer quoth", x.Library, exportVersion)
	}
	return nil
}

// readBatch reads the next lines. Those that were read before an error, which may
// be io.EOF, are given with it.
func readBatch(r *bufio.Reader) (batch [][]byte, err error) {
	for bytes := 0; err == nil && len(batch) < batchLines && bytes < batchBytes; {
		raw, n, fault := readLine(r)
		if err = fault; n > 0 && (err == nil || errors.Is(err, io.EOF)) {
			batch = append(batch, raw)
			bytes += n
		}
	}
	return batch, err
}

// longestLine bounds a line, in bytes: an article of the greatest size that is
// opened, in several versions.
const longestLine = 64 << 20

// readLine reads a line of n bytes. Of a longer one than is taken it gives nil.
func readLine(r *bufio.Reader) (line []byte, n int, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if n += len(part); n <= longestLine {
			line = append(line, part...)
		} else {
			line = nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, n, err
		}
	}
}

// importBatch carries out lines, the first of them with the number from, in one
// transaction. Where one fails because of the library, those before it are kept.
func (l *Library) importBatch(ctx context.Context, from int, batch [][]byte, in *Imported) error {
	done := *in
	var fault error
	err := l.change(ctx, "import", func(tx *txn) error {
		tx.many()
		for i, raw := range batch {
			err := tx.within(ctx, func() error { return l.importLine(ctx, tx, raw, &done) })
			switch {
			case errors.Is(err, errLine):
				done.Faults = append(done.Faults, fmt.Errorf("line %d: %w", from+i, err))
			case err != nil:
				fault = l.wrap(fmt.Sprintf("import: line %d", from+i), err)
				return nil
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	*in = done
	return fault
}

// errLine is the fault of a line that says too little, or nothing.
var errLine = errors.New("not as an export has it")

func (l *Library) importLine(ctx context.Context, tx *txn, raw []byte, in *Imported) error {
	var x line
	if raw == nil {
		return fmt.Errorf("%w: longer than %d MiB", errLine, longestLine>>20)
	}
	if err := json.Unmarshal(raw, &x); err != nil {
		return fmt.Errorf("%w: %w", errLine, err)
	}
	switch {
	case x.Feed != nil:
		if x.Feed.URL == "" {
			return fmt.Errorf("%w: a feed without url", errLine)
		}
		_, _, err := addFeed(ctx, tx, model.Feed{URL: x.Feed.URL, Title: x.Feed.Title, Site: x.Feed.Site, Folder: x.Feed.Folder, FullText: x.Feed.FullText})
		return err
	case x.Search != nil:
		if x.Search.Name == "" || x.Search.Query == "" {
			return fmt.Errorf("%w: a search without name or query", errLine)
		}
		_, err := saveQuery(ctx, tx, model.SavedQuery{Name: x.Search.Name, Query: x.Search.Query})
		return err
	case x.Correction != nil:
		return importCorrection(ctx, tx, "", *x.Correction)
	case x.Article != nil:
		isNew, err := l.importArticle(ctx, tx, *x.Article)
		switch {
		case err != nil:
			return err
		case isNew:
			in.New++
		default:
			in.Merged++
		}
	}
	return nil // of a later version
}

// importArticle keeps an article, and reports whether it was not in the library.
func (l *Library) importArticle(ctx context.Context, tx *txn, a articleLine) (isNew bool, err error) {
	published, err := model.ParseStamp(a.Published)
	if err != nil {
		return false, fmt.Errorf("%w: %w", errLine, err)
	}
	if a.ID == "" || len(a.Texts) == 0 {
		return false, fmt.Errorf("%w: an article without id or texts", errLine)
	}
	x := model.Extract{GUID: a.GUID, Article: model.Article{
		ID: a.ID, Title: a.Title, Authors: a.Authors, Site: a.Site, Source: a.Source, Published: published, Tags: a.Tags,
	}}
	if a.Feed != "" {
		err := tx.row(ctx, "SELECT id FROM feed WHERE url = ?", a.Feed).Scan(&x.Feed)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return false, err
		}
	}
	p, err := l.importPlace(ctx, tx, x)
	if err != nil {
		return false, err
	}
	for _, t := range a.Texts {
		text, err := l.addText(ctx, tx, p.row, textOf(t))
		if err != nil {
			return false, err
		}
		if p.text == 0 { // the current one stands first
			if err := setCurrent(ctx, tx, p, text); err != nil {
				return false, err
			}
			p.text, isNew = text, true
		}
	}
	if err := mergeState(ctx, tx, p.row, a, isNew); err != nil {
		return false, err
	}
	return isNew, importMarks(ctx, tx, p.uid, a)
}

// importPlace finds the article of an export, by id or by its name in the feed,
// or makes it.
func (l *Library) importPlace(ctx context.Context, tx *txn, x model.Extract) (place, error) {
	p, err := find(ctx, tx, &x, nil)
	if err != nil || p.row != 0 {
		return p, err
	}
	if x.Feed != 0 && x.GUID != "" {
		byName := x
		byName.ID = ""
		if p, err = find(ctx, tx, &byName, nil); err != nil || p.row != 0 {
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
