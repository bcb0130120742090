package library

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"quoth/model"
	"quoth/model/correct"
	"quoth/model/jsonmark"
)

const correctionColumns = "SELECT c.uid, coalesce(e.uid, ''), c.data FROM correction c LEFT JOIN entry e ON e.id = c.entry_id "

// corrections gives those that a condition selects, in the order in which they
// were made.
func corrections(ctx context.Context, q querier, where string, args ...any) ([]model.Correction, error) {
	rows, err := q.QueryContext(ctx, correctionColumns+"WHERE "+where+" ORDER BY c.created, c.uid", args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []model.Correction
	for rows.Next() {
		switch c, err := scanCorrection(rows); {
		case errors.Is(err, ErrCorrupt): // the others stand; Check tells of it
		case err != nil:
			return nil, err
		default:
			out = append(out, c)
		}
	}
	return out, rows.Err()
}

func scanCorrection(row scanner) (model.Correction, error) {
	var uid, article, data string
	if err := row.Scan(&uid, &article, &data); err != nil {
		return model.Correction{}, err
	}
	var c jsonmark.Correction
	if err := json.Unmarshal([]byte(data), &c); err != nil {
		return model.Correction{}, fmt.Errorf("%w: correction %s: %w", ErrCorrupt, uid, err)
	}
	return c.Model(article), nil
}

// corrected lays the corrections of an article, and of all, over what the engine
// says of it.
func corrected(ctx context.Context, q querier, row int64, plain string, a *model.Annotations) (*model.Annotations, error) {
	list, err := corrections(ctx, q, "c.entry_id IS NULL OR c.entry_id = ?", row)
	if err != nil || len(list) == 0 {
		return a, err
	}
	ann := correct.Apply(plain, *a, list).Annotations
	return &ann, nil
}

// editCorrection carries out one edit of a correction, and makes findable what
// it says instead of what was said before.
func editCorrection(ctx context.Context, tx *txn, e model.Edit[model.Correction]) error {
	if e.Before != nil {
		have, err := scanCorrection(tx.row(ctx, correctionColumns+"WHERE c.uid = ?", e.Before.ID))
		switch {
		case errors.Is(err, sql.ErrNoRows) || err == nil && !have.Equal(*e.Before):
			return fmt.Errorf("correction %s: %w", e.Before.ID, model.ErrChanged)
		case err != nil:
			return err
		}
		if err := exec(ctx, tx, "DELETE FROM correction WHERE uid = ?", e.Before.ID).err; err != nil {
			return err
		}
	}
	if e.After != nil {
		if err := insertCorrection(ctx, tx, *e.After); err != nil {
			return err
		}
	}
	for _, c := range []*model.Correction{e.Before, e.After} {
		if c == nil {
			continue
		}
		if err := reindexCorrected(ctx, tx, *c); err != nil {
			return err
		}
	}
	return nil
}

func insertCorrection(ctx context.Context, tx *txn, c model.Correction) error {
	var row sql.NullInt64
	if c.Article != "" {
		err := tx.row(ctx, "SELECT id FROM entry WHERE uid = ?", c.Article).Scan(&row)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("correction of article %s: %w", c.Article, ErrNotFound)
		} else if err != nil {
			return err
		}
	}
	var taken int
	if err := tx.row(ctx, "SELECT count(*) FROM correction WHERE uid = ?", c.ID).Scan(&taken); err != nil {
		return err
	}
	if taken > 0 {
		return fmt.Errorf("correction %s: %w", c.ID, model.ErrChanged)
	}
	data, err := json.Marshal(jsonmark.OfCorrection(c))
	if err != nil {
		return err
	}
	return exec(ctx, tx, "INSERT INTO correction (uid, entry_id, data, created) VALUES (?, ?, ?, ?)", c.ID, row, string(data), c.Created.UnixMilli()).err
}

// reindexCorrected makes the quotations of the articles findable anew that a
// correction is about: its own, or those in which one of its names speaks.
func reindexCorrected(ctx context.Context, tx *txn, c model.Correction) error {
	where, args := "e.uid = ?", []any{c.Article}
	if c.Article == "" {
		where = "e.id IN (SELECT entry_id FROM quote WHERE id IN (SELECT rowid FROM quote_fts WHERE quote_fts MATCH ?))"
		args = []any{namesMatch(c.Name, c.Other)}
	}
	type article struct {
		row         int64
		hash, plain string
	}
	all, err := rowsOf(ctx, tx, func(row scanner) (a article, err error) { return a, row.Scan(&a.row, &a.hash, &a.plain) },
		"SELECT e.id, t.hash, t.plain FROM entry e JOIN text t ON t.id = e.text_id WHERE "+where, args...)
	if err != nil {
		return err
	}
	for _, a := range all {
		if err := unindexQuotes(ctx, tx, a.row); err != nil {
			return err
		}
		if err := reindexQuotes(ctx, tx, a.row, a.hash, a.plain); err != nil {
			return err
		}
	}
	return nil
}
