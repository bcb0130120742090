package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"quoth/model"
)

// Act carries out what a reader did, all of it or nothing. When it returns, the
// action is on the disk: neither the program's death nor the machine's undoes
// it.
func (l *Library) Act(ctx context.Context, a model.Action) error {
	return l.durable(ctx, whatOf(a), func(tx *txn) error {
		for _, e := range a.Notes {
			if err := editNote(ctx, tx, e); err != nil {
				return err
			}
		}
		for _, e := range a.Corrections {
			if err := editCorrection(ctx, tx, e); err != nil {
				return err
			}
		}
		for _, e := range a.Datings {
			if err := editDating(ctx, tx, e); err != nil {
				return err
			}
		}
		for _, c := range a.Changes {
			if _, err := l.carryOut(ctx, tx, c); err != nil {
				return err
			}
		}
		for _, e := range a.Searches {
			if err := editSearch(ctx, tx, e); err != nil {
				return err
			}
		}
		for _, e := range a.Feeds {
			if err := l.editFeed(ctx, tx, e); err != nil {
				return err
			}
		}
		return nil
	})
}

// whatOf names an action for the reader.
func whatOf(a model.Action) string {
	switch {
	case len(a.Datings) > 0:
		return "set date"
	case len(a.Changes) > 0:
		return "change " + string(a.Changes[0].Flag)
	case len(a.Searches) > 0:
		return "save search"
	case len(a.Feeds) > 0:
		return "change feed"
	}
	return "keep notes"
}

const standingColumns = "SELECT e.uid, e.read, e.starred, e.archived, e.published, e.by_hand, (" + tagNames + ") FROM entry e "

// standing reads what a reader made of an article as a whole; of one that is not
// kept it is nothing.
func standing(row scanner) (m model.Marks, err error) {
	var published, tags string
	err = row.Scan(&m.Dating.Article, &m.State.Read, &m.State.Starred, &m.State.Archived, &published, &m.Dating.ByHand, &tags)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return m, nil
	case err != nil:
		return m, err
	}
	m.Dating.Published, _ = model.ParseStamp(published) // a damaged one is none, and can be set anew
	return m, unlist(tags, &m.Tags)
}

// editDating replaces the date of an article by another one.
func editDating(ctx context.Context, tx *txn, e model.Edit[model.Dating]) error {
	have, err := standing(tx.row(ctx, standingColumns+"WHERE e.uid = ?", e.Before.Article))
	switch {
	case err != nil:
		return err
	case !have.Dating.Equal(*e.Before):
		return fmt.Errorf("date of article %s: %w", e.Before.Article, model.ErrChanged)
	}
	return setDating(ctx, tx, *e.After)
}

func setDating(ctx context.Context, tx *txn, d model.Dating) error {
	return exec(ctx, tx, "UPDATE entry SET published = ?, sort = iif(?, ?, added), by_hand = ? WHERE uid = ?",
		d.Published.String(), d.Published.Known(), d.Published.Time.Unix(), d.ByHand, d.Article).err
}
