package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"quoth/model"
)

// SavedQueries lists the searches that have a name, by name.
func (l *Library) SavedQueries(ctx context.Context) ([]model.SavedQuery, error) {
	out, err := rowsOf(ctx, l.read, func(row scanner) (q model.SavedQuery, err error) { return q, row.Scan(&q.Name, &q.Query) },
		"SELECT name, query FROM saved_query ORDER BY name COLLATE NOCASE")
	return out, l.wrap("list searches", err)
}

// SaveQuery keeps a search under its name, in the place of another one of that
// name, and gives the search that the name stood for before. A search without
// words is forgotten: so what is given back undoes the call.
func (l *Library) SaveQuery(ctx context.Context, q model.SavedQuery) (before model.SavedQuery, err error) {
	if q.Name = strings.TrimSpace(q.Name); q.Name == "" {
		return before, errors.New("save search: it needs a name")
	}
	err = l.change(ctx, "save search", func(tx *txn) error {
		before, err = saveQuery(ctx, tx, q)
		return err
	})
	return before, err
}

// editSearch replaces a search by another one.
func editSearch(ctx context.Context, tx *txn, e model.Edit[model.SavedQuery]) error {
	before, after := model.SavedQuery{Name: e.Either().Name}, model.SavedQuery{Name: e.Either().Name}
	if e.Before != nil {
		before = *e.Before
	}
	if e.After != nil {
		after = *e.After
	}
	have, err := saveQuery(ctx, tx, after)
	if err == nil && have != before {
		err = fmt.Errorf("search %s: %w", after.Name, model.ErrChanged)
	}
	return err
}

func saveQuery(ctx context.Context, tx *txn, q model.SavedQuery) (before model.SavedQuery, err error) {
	before = model.SavedQuery{Name: q.Name}
	err = tx.row(ctx, "SELECT query FROM saved_query WHERE name = ?", q.Name).Scan(&before.Query)
	switch {
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return before, err
	case q.Query == "":
		return before, exec(ctx, tx, "DELETE FROM saved_query WHERE name = ?", q.Name).err
	}
	return before, exec(ctx, tx, "INSERT OR REPLACE INTO saved_query (name, query) VALUES (?, ?)", q.Name, q.Query).err
}
