package library

import (
	"context"
	"database/sql"
	"errors"

	"quoth/model"
)

const textColumns = "SELECT t.hash, t.format, t.origin, t.original, t.warning, t.fetched, t.plain, t.body FROM text t JOIN entry e ON "

// Text gives the current text of an article.
func (l *Library) Text(ctx context.Context, id string) (model.Text, error) {
	t, err := scanText(l.read.QueryRowContext(ctx, textColumns+"t.id = e.text_id WHERE e.uid = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return t, l.notFound(id)
	}
	return t, l.wrap("read article", err)
}

// Texts gives every version of an article's text, the one fetched last first.
func (l *Library) Texts(ctx context.Context, id string) ([]model.Text, error) {
	out, err := rowsOf(ctx, l.read, scanText, textColumns+"t.entry_id = e.id WHERE e.uid = ? ORDER BY t.fetched DESC, t.id DESC", id)
	if err != nil {
		return nil, l.wrap("read article", err)
	}
	if len(out) == 0 {
		return nil, l.notFound(id)
	}
	return out, nil
}

func scanText(row scanner) (model.Text, error) {
	var t model.Text
	var fetched int64
	if err := row.Scan(&t.Hash, &t.Format, &t.Origin, &t.Original, &t.Warning, &fetched, &t.Plain, &t.Body); err != nil {
		return t, err
	}
	t.Fetched = unix(fetched)
	if t.Body == "" {
		t.Body = t.Plain
	}
	return t, nil
}

// Position gives the byte of the current text up to which an article was read, 0
// where the text is another one by now.
func (l *Library) Position(ctx context.Context, id string) (int, error) {
	var at int
	err := l.read.QueryRowContext(ctx, `SELECT iif(e.position_of = t.hash, e.position, 0)
		FROM entry e JOIN text t ON t.id = e.text_id WHERE e.uid = ?`, id).Scan(&at)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, l.notFound(id)
	}
	return at, l.wrap("read position", err)
}

// SetPosition keeps up to which byte of the text with that hash an article was
// read.
func (l *Library) SetPosition(ctx context.Context, id, hash string, at int) error {
	return l.change(ctx, "keep position", func(tx *txn) error {
		return l.one(id, exec(ctx, tx, "UPDATE entry SET position = ?, position_of = ? WHERE uid = ?", at, hash, id))
	})
}

// SetPublished sets an article's date of publication by hand, so that no source
// replaces it any more, and gives what was before. The zero Stamp leaves the
// date to the sources again.
func (l *Library) SetPublished(ctx context.Context, id string, date model.Stamp) (before model.Dating, err error) {
	err = l.change(ctx, "set date", func(tx *txn) error {
		have, err := standing(tx.row(ctx, standingColumns+"WHERE e.uid = ?", id))
		switch {
		case err != nil:
			return err
		case have.Dating.Article == "":
			return l.notFound(id)
		}
		before = have.Dating
		return setDating(ctx, tx, model.Dating{Article: id, Published: date, ByHand: date.Known()})
	})
	return before, err
}

// done is what a statement did.
type done struct {
	rows int64
	err  error
}

func exec(ctx context.Context, tx *txn, statement string, args ...any) done {
	res, err := tx.exec(ctx, statement, args...)
	if err != nil {
		return done{err: err}
	}
	n, err := res.RowsAffected()
	return done{n, err}
}

// one reports an article that is not there.
func (l *Library) one(id string, d done) error {
	if d.err == nil && d.rows == 0 {
		return l.notFound(id)
	}
	return d.err
}
