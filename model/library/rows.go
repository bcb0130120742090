package library

import (
	"context"
	"database/sql"
)

// querier is what reads: the library or a transaction in it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// scanner is a row of one or of many.
type scanner interface{ Scan(...any) error }

// rowsOf reads what a query finds, each row by scan. With an error it gives what
// stands before it.
func rowsOf[T any](ctx context.Context, on querier, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	rows, err := on.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return out, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}
