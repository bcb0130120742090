package library

import (
	"context"
	"database/sql"
	"errors"
	"slices"
)

// txn is a transaction. It keeps the statements that it is told to keep: SQLite
// takes longer to read a statement than to keep a short article.
type txn struct {
	*sql.Tx
	prepared map[string]*sql.Stmt // nil: none is kept
	unfound  []findable
}

// findable is what an article is to be found by.
type findable struct {
	row         int64
	title, body string
}

// many prepares the transaction for many articles: it keeps its statements up to
// its end, and makes articles findable only then. In between, each statement
// that may have to be undone by itself would write the full text index out.
func (t *txn) many() { t.prepared = make(map[string]*sql.Stmt) }

// index makes an article findable by its words that is not.
func (t *txn) index(ctx context.Context, w findable) error {
	if t.prepared != nil {
		t.unfound = append(t.unfound, w)
		return nil
	}
	return exec(ctx, t, "INSERT INTO entry_fts (rowid, title, body) VALUES (?, ?, ?)", w.row, spaced(w.title), spaced(w.body)).err
}

// unindex makes an article no longer findable by its words.
func (t *txn) unindex(ctx context.Context, row int64) error {
	for i, w := range t.unfound {
		if w.row == row {
			t.unfound = slices.Delete(slices.Clone(t.unfound), i, i+1)
			return nil
		}
	}
	return exec(ctx, t, "DELETE FROM entry_fts WHERE rowid = ?", row).err
}

// settle makes the articles findable that are to be.
func (t *txn) settle(ctx context.Context) error {
	for _, w := range t.unfound {
		if err := exec(ctx, t, "INSERT INTO entry_fts (rowid, title, body) VALUES (?, ?, ?)", w.row, spaced(w.title), spaced(w.body)).err; err != nil {
			return err
		}
	}
	t.unfound = nil
	return nil
}

func (t *txn) prepare(ctx context.Context, statement string) (*sql.Stmt, error) {
	if s, ok := t.prepared[statement]; ok {
		return s, nil
	}
	s, err := t.Tx.PrepareContext(ctx, statement)
	if err == nil {
		t.prepared[statement] = s // closed with the transaction
	}
	return s, err
}

// exec carries out a statement.
func (t *txn) exec(ctx context.Context, statement string, args ...any) (sql.Result, error) {
	if t.prepared == nil {
		return t.ExecContext(ctx, statement, args...)
	}
	s, err := t.prepare(ctx, statement) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// within carries out a part of the transaction: all of it, or nothing where it
// fails. The rest of the transaction goes on.
func (t *txn) within(ctx context.Context, f func() error) error {
	if _, err := t.exec(ctx, "SAVEPOINT part"); err != nil {
		return err
	}
	unfound := t.unfound // never written to where it stands
	fault := f()
	if fault != nil {
		t.unfound = unfound
		if _, err := t.exec(ctx, "ROLLBACK TO part"); err != nil {
			return errors.Join(fault, err)
		}
	}
	_, err := t.exec(ctx, "RELEASE part")
	return errors.Join(fault, err)
}

// rows gives the rows that a query finds.
func (t *txn) rows(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if t.prepared == nil {
		return t.QueryContext(ctx, query, args...)
	}
	s, err := t.prepare(ctx, query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// row gives the one row that a query finds.
func (t *txn) row(ctx context.Context, query string, args ...any) *sql.Row {
	if t.prepared == nil {
		return t.QueryRowContext(ctx, query, args...)
	}
	s, err := t.prepare(ctx, query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return t.QueryRowContext(ctx, query, args...) // which says what is wrong
	}
	return s.QueryRowContext(ctx, args...)
}
