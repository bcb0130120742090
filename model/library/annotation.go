package library

import (
	"bytes"
	"compress/flate"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"quoth/model"
)

// Dated names a text and the day on which it was published: what the engine says
// hangs on both.
type Dated struct {
	Hash      string // of the text
	Published model.Stamp
}

// DatedOf gives the name of an article's text.
func DatedOf(a *model.Article) Dated { return Dated{TextHash(a.Text), a.Published} }

// Annotations gives what the engine of that version said of a text. It reports
// false where it has not been asked yet, or what it said is damaged.
func (l *Library) Annotations(ctx context.Context, of Dated, engine string) (*model.Annotations, bool, error) {
	var data []byte
	err := l.read.QueryRowContext(ctx, "SELECT data FROM annotation WHERE hash = ? AND published = ? AND engine = ?",
		of.Hash, of.Published.String(), engine).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, l.wrap("read annotations", err)
	}
	a, err := inflate(data)
	return a, err == nil, nil
}

// KeepAnnotations keeps what the engine of that version said of a text, in the
// place of what an older one said, and makes the quotations of articles that
// have this text findable.
func (l *Library) KeepAnnotations(ctx context.Context, of Dated, engine string, a *model.Annotations) error {
	data, err := deflate(a)
	if err != nil {
		return fmt.Errorf("keep annotations of %.12s: %w", of.Hash, err)
	}
	published := of.Published.String()
	return l.change(ctx, "keep annotations", func(tx *txn) error {
		if _, err := tx.exec(ctx, "DELETE FROM annotation WHERE hash = ? AND (published = ? OR engine <> ?)", of.Hash, published, engine); err != nil {
			return err
		}
		if _, err := tx.exec(ctx, "INSERT INTO annotation (hash, published, engine, data) VALUES (?, ?, ?, ?)",
			of.Hash, published, engine, data); err != nil {
			return err
		}
		rows, err := entriesWithText(ctx, tx, of.Hash, published)
		if err != nil {
			return err
		}
		for _, e := range rows {
			if err := unindexQuotes(ctx, tx, e.row); err != nil {
				return err
			}
			if err := indexQuotes(ctx, tx, e.row, e.plain, a); err != nil {
				return err
			}
		}
		return nil
	})
}

// NotAnnotated lists up to limit articles whose current text the engine of that
// version has not been asked about, newest first.
func (l *Library) NotAnnotated(ctx context.Context, engine string, limit int) ([]string, error) {
	return l.strings(ctx, "list articles to annotate", `SELECT e.uid FROM entry e JOIN text t ON t.id = e.text_id
		WHERE e.deleted = 0 AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.hash = t.hash AND a.published = e.published AND a.engine = ?)
		ORDER BY e.sort DESC, e.id DESC LIMIT ?`, engine, limit)
}

type entryText struct {
	row   int64
	plain string
}

// entriesWithText lists the articles of a day whose current text has that hash.
func entriesWithText(ctx context.Context, tx *txn, hash, published string) ([]entryText, error) {
	return rowsOf(ctx, tx, func(row scanner) (e entryText, err error) { return e, row.Scan(&e.row, &e.plain) },
		"SELECT e.id, t.plain FROM text t JOIN entry e ON e.text_id = t.id WHERE t.hash = ? AND e.published = ?", hash, published)
}

// reindexQuotes makes the quotations of a text findable that has just become an
// article's current one, where the engine has been asked about it before. Those
// of the text before must be gone.
func reindexQuotes(ctx context.Context, tx *txn, row int64, hash, plain string) error {
	var data []byte
	err := tx.row(ctx, `SELECT data FROM annotation WHERE hash = ?
		ORDER BY published = (SELECT published FROM entry WHERE id = ?) DESC, engine DESC LIMIT 1`, hash, row).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if a, err := inflate(data); err == nil {
		return indexQuotes(ctx, tx, row, plain, a)
	}
	return nil // damaged: the engine is asked again when the article is opened
}

// unindexQuotes makes an article's quotations and places no longer findable.
func unindexQuotes(ctx context.Context, tx *txn, row int64) error {
	for _, s := range []string{
		"DELETE FROM quote_fts WHERE rowid IN (SELECT id FROM quote WHERE entry_id = ?)",
		"DELETE FROM quote WHERE entry_id = ?",
		"DELETE FROM place_fts WHERE rowid = ?",
	} {
		if _, err := tx.exec(ctx, s, row); err != nil {
			return err
		}
	}
	return nil
}

// indexQuotes makes an article's quotations and places findable, as the reader
// corrected them.
func indexQuotes(ctx context.Context, tx *txn, row int64, plain string, a *model.Annotations) error {
	a, err := corrected(ctx, tx, row, plain, a)
	if err != nil {
		return err
	}
	var places []string
	for _, e := range a.Entities {
		if e.Type == model.Place {
			places = append(places, e.Name)
		}
	}
	for n, q := range a.Quotes {
		res, err := tx.exec(ctx, "INSERT INTO quote (entry_id, n) VALUES (?, ?)", row, n)
		if err != nil {
			return err
		}
		id, err := res.LastInsertId()
		if err != nil {
			return err
		}
		where := placesOf(q, plain)
		places = append(places, where)
		if _, err := tx.exec(ctx, "INSERT INTO quote_fts (rowid, said, speaker, place) VALUES (?, ?, ?, ?)",
			id, spaced(Said(q, plain)), spaced(q.SpeakerName), spaced(where)); err != nil {
			return err
		}
	}
	if len(places) == 0 {
		return nil
	}
	_, err = tx.exec(ctx, "INSERT INTO place_fts (rowid, place) VALUES (?, ?)", row, spaced(strings.Join(places, "\n")))
	return err
}

// Said gives the words of a quotation, its stretches joined by a blank.
func Said(q model.Quote, plain string) string {
	parts := make([]string, len(q.Content))
	for i, s := range q.Content {
		parts[i] = s.In(plain)
	}
	return strings.Join(parts, " ")
}

// placesOf gives where a quotation was said, as named and as written.
func placesOf(q model.Quote, plain string) string {
	var parts []string
	for _, w := range q.Where {
		parts = append(parts, w.Name)
		if words := w.Span.In(plain); words != w.Name {
			parts = append(parts, words)
		}
	}
	return strings.Join(parts, "\n")
}

func deflate(a *model.Annotations) ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(json.NewEncoder(w).Encode(a), w.Close()); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func inflate(data []byte) (*model.Annotations, error) {
	plain, err := io.ReadAll(flate.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil, err
	}
	a := new(model.Annotations)
	return a, json.Unmarshal(plain, a)
}
