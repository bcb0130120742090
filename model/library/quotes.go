package library

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"quoth/model"
	"quoth/model/query"
)

// QuoteHit is a quotation that was found.
type QuoteHit struct {
	Entry model.Entry
	Quote model.Quote
	Words string // what was said, its stretches joined by a blank
	Told  string // the words that tell when, if any do
	Line  int    // of the text on which it begins, from 1
	Col   int    // byte of that line, from 1
}

// Quotes gives the quotations that a query asks for, by article, the newest
// first, and in an article in the order of the text. A query without speaker:,
// said: or place: gives every quotation of the articles it asks for.
func (l *Library) Quotes(ctx context.Context, n query.Node, w Window) ([]QuoteHit, error) {
	c := compiler{of: ofQuotes}
	where := c.condition(n)
	type found struct {
		id string
		n  int
	}
	all, err := rowsOf(ctx, l.read, func(row scanner) (f found, err error) { return f, row.Scan(&f.id, &f.n) },
		"SELECT e.uid, q.n FROM quote q JOIN entry e ON e.id = q.entry_id LEFT JOIN feed f ON f.id = e.feed_id WHERE "+where+
			" ORDER BY "+orders[w.Sort]+", q.n LIMIT ? OFFSET ?", append(c.args, limit(w.Limit), w.Offset)...)
	if err != nil {
		return nil, l.wrap("list quotations", err)
	}
	var out []QuoteHit
	var of quoted
	for _, f := range all {
		if of.entry.ID != f.id {
			of, err = l.quotesOf(ctx, f.id)
			switch {
			case errors.Is(err, ErrNotFound): // though it was listed: an index is damaged
				of = quoted{entry: model.Entry{ID: f.id}}
			case err != nil:
				return nil, err
			}
		}
		if f.n < len(of.quotes) {
			out = append(out, of.hit(f.n))
		}
	}
	return out, nil
}

// quoted is an article with its quotations.
type quoted struct {
	entry  model.Entry
	plain  string
	quotes []model.Quote
}

func (l *Library) quotesOf(ctx context.Context, id string) (quoted, error) {
	e, err := l.Entry(ctx, id)
	if err != nil {
		return quoted{}, err
	}
	of := quoted{entry: e}
	var data []byte
	var row int64
	err = l.read.QueryRowContext(ctx, `SELECT e.id, t.plain, a.data FROM entry e JOIN text t ON t.id = e.text_id
		JOIN annotation a ON a.hash = t.hash WHERE e.uid = ? ORDER BY a.published = e.published DESC, a.engine DESC LIMIT 1`, id).Scan(&row, &of.plain, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return of, nil
	}
	if err != nil {
		return of, l.wrap("read quotations", err)
	}
	if a, err := inflate(data); err == nil { // else the engine is asked again when the article is opened
		if a, err = corrected(ctx, l.read, row, of.plain, a); err != nil {
			return of, l.wrap("read corrections", err)
		}
		of.quotes = a.Quotes
	}
	return of, nil
}

func (q quoted) hit(n int) QuoteHit {
	h := QuoteHit{Entry: q.entry, Quote: q.quotes[n], Words: Said(q.quotes[n], q.plain), Line: 1, Col: 1}
	if when := q.quotes[n].When; when != nil {
		h.Told = when.Span.In(q.plain)
	}
	if content := q.quotes[n].Content; len(content) > 0 {
		before := model.Span{End: content[0].Start}.In(q.plain)
		h.Line += strings.Count(before, "\n")
		h.Col = len(before) - strings.LastIndexByte(before, '\n')
	}
	return h
}
