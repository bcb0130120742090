package library

import (
	"context"
	"errors"
	"fmt"

	"quoth/model"
)

// Change carries out a change of state and gives its inverse: the change that
// brings back exactly what was before. Articles that already are as asked, or
// are not in the library, have no part in the inverse.
func (l *Library) Change(ctx context.Context, c model.Change) (inverse model.Change, err error) {
	err = l.change(ctx, "change "+string(c.Flag), func(tx *txn) error {
		inverse, err = l.carryOut(ctx, tx, c)
		return err
	})
	return inverse, err
}

func (l *Library) carryOut(ctx context.Context, tx *txn, c model.Change) (inverse model.Change, err error) {
	if c.Flag == model.FlagTag {
		if c.Tag = cleanTag(c.Tag); c.Tag == "" {
			return inverse, errors.New("a tag needs a name")
		}
	}
	set, clear, err := l.statements(c)
	if err != nil {
		return inverse, err
	}
	inverse = model.Change{Flag: c.Flag, Tag: c.Tag}
	if c.Flag == model.FlagTag && len(c.On) > 0 {
		if err := exec(ctx, tx, "INSERT OR IGNORE INTO tag (name) VALUES (?)", c.Tag).err; err != nil {
			return inverse, err
		}
	}
	if inverse.Off, err = changeEach(ctx, tx, set, c.On); err != nil {
		return inverse, err
	}
	inverse.On, err = changeEach(ctx, tx, clear, c.Off)
	return inverse, err
}

// statement changes the one article whose id is the last argument, or none
// where it already is as asked.
type statement struct {
	sql  string
	args []any
}

func (l *Library) statements(c model.Change) (set, clear statement, err error) {
	switch c.Flag {
	case model.FlagRead, model.FlagStarred, model.FlagArchived:
		flag := string(c.Flag)
		set.sql = "UPDATE entry SET " + flag + " = 1 WHERE " + flag + " = 0 AND uid = ?"
		clear.sql = "UPDATE entry SET " + flag + " = 0 WHERE " + flag + " = 1 AND uid = ?"
	case model.FlagDeleted:
		set = statement{"UPDATE entry SET deleted = ? WHERE deleted = 0 AND uid = ?", []any{l.now().Unix()}}
		clear.sql = "UPDATE entry SET deleted = 0 WHERE deleted <> 0 AND uid = ?"
	case model.FlagTag:
		set = statement{`INSERT OR IGNORE INTO entry_tag (tag_id, entry_id)
			SELECT (SELECT id FROM tag WHERE name = ?), id FROM entry WHERE uid = ?`, []any{c.Tag}}
		clear = statement{`DELETE FROM entry_tag WHERE tag_id = (SELECT id FROM tag WHERE name = ?)
			AND entry_id = (SELECT id FROM entry WHERE uid = ?)`, []any{c.Tag}}
	default:
		err = fmt.Errorf("change: there is no flag %q", c.Flag)
	}
	return set, clear, err
}

// changeEach gives the ids of the articles that were changed.
func changeEach(ctx context.Context, tx *txn, s statement, ids []string) (changed []string, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	prepared, err := tx.PrepareContext(ctx, s.sql)
	if err != nil {
		return nil, err
	}
	defer prepared.Close()
	args := append(append([]any{}, s.args...), nil)
	for _, id := range ids {
		args[len(args)-1] = id
		res, err := prepared.ExecContext(ctx, args...)
		if err != nil {
			return nil, err
		}
		if n, err := res.RowsAffected(); err != nil {
			return nil, err
		} else if n > 0 {
			changed = append(changed, id)
		}
	}
	return changed, nil
}

// Tags lists the tags in use with the number of articles that have them.
func (l *Library) Tags(ctx context.Context) ([]TagCount, error) {
	return l.counts(ctx, "list tags", `SELECT name, count(*) FROM entry_tag JOIN tag ON tag.id = tag_id JOIN entry e ON e.id = entry_id
		WHERE e.deleted = 0 GROUP BY tag.id ORDER BY name`)
}

// counts reads names and how often they are used.
func (l *Library) counts(ctx context.Context, what, query string) ([]TagCount, error) {
	out, err := rowsOf(ctx, l.read, func(row scanner) (t TagCount, err error) { return t, row.Scan(&t.Name, &t.Count) }, query)
	return out, l.wrap(what, err)
}

// TagCount is a tag and the number of articles or notes that have it.
type TagCount struct {
	Name  string
	Count int
}
