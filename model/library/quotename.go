package library

import (
	"context"
	"encoding/json"

	"quoth/model"
	"quoth/model/jsonmark"
)

// quoteNameLine is a model.QuoteName in an export.
type quoteNameLine struct {
	ID      string           `json:"id"`
	Passage *jsonmark.Anchor `json:"passage"`
}

// QuoteNames gives the names under which quotations of an article were exported,
// in the order in which they were minted.
func (l *Library) QuoteNames(ctx context.Context, article string) ([]model.QuoteName, error) {
	rows, err := l.read.QueryContext(ctx, "SELECT q.uid, q.passage FROM quote_name q JOIN entry e ON e.id = q.entry_id WHERE e.uid = ? ORDER BY q.id", article)
	if err != nil {
		return nil, l.wrap("read names of quotations", err)
	}
	defer rows.Close()
	var out []model.QuoteName
	for rows.Next() {
		var n model.QuoteName
		var data string
		if err := rows.Scan(&n.ID, &data); err != nil {
			return nil, l.wrap("read names of quotations", err)
		}
		var passage *jsonmark.Anchor
		if json.Unmarshal([]byte(data), &passage) != nil {
			continue // damaged: the quotation gets another name
		}
		n.Passage = passage.Model()
		out = append(out, n)
	}
	return out, l.wrap("read names of quotations", rows.Err())
}

// KeepQuoteNames keeps names that were minted for quotations of an article. One
// that is kept already stays as it is.
func (l *Library) KeepQuoteNames(ctx context.Context, article string, names []model.QuoteName) error {
	if len(names) == 0 {
		return nil
	}
	return l.change(ctx, "keep names of quotations", func(tx *txn) error {
		for _, n := range names {
			if err := insertQuoteName(ctx, tx, article, n.ID, jsonmark.OfAnchor(n.Passage)); err != nil {
				return err
			}
		}
		return nil
	})
}

func insertQuoteName(ctx context.Context, tx *txn, article, id string, passage *jsonmark.Anchor) error {
	data, err := json.Marshal(passage)
	if err != nil {
		return err
	}
	return exec(ctx, tx, "INSERT OR IGNORE INTO quote_name (uid, entry_id, passage) SELECT ?, id, ? FROM entry WHERE uid = ?", id, string(data), article).err
}
