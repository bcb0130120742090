package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/query"
)

const noteColumns = `SELECT n.uid, e.uid, n.start, n.end, n.hash, n.exact, n.prefix, n.suffix, n.twins,
	n.kind, n.text, n.tags, n.created, n.changed FROM note n JOIN entry e ON e.id = n.entry_id `

func scanNote(row scanner) (model.Note, error) {
	var n model.Note
	var tags string
	var created, changed int64
	p := &n.Passage
	err := row.Scan(&n.ID, &n.Article, &p.Start, &p.End, &p.Hash, &p.Exact, &p.Prefix, &p.Suffix, &p.Twins,
		&n.Kind, &n.Text, &tags, &created, &changed)
	if err != nil {
		return n, err
	}
	n.Created, n.Changed = milli(created), milli(changed)
	if unlist(tags, &n.Tags) != nil {
		n.Tags = nil // damaged; the note stands without them
	}
	return n, nil
}

func milli(t int64) time.Time { return time.UnixMilli(t).UTC() }

// Marks gives what a reader made of an article: its state and date, its notes,
// and the corrections of it and of all articles.
func (l *Library) Marks(ctx context.Context, article string) (model.Marks, error) {
	m, err := standing(l.read.QueryRowContext(ctx, standingColumns+"WHERE e.uid = ?", article))
	if err != nil {
		return m, l.wrap("read article", err)
	}
	m.Notes, err = rowsOf(ctx, l.read, scanNote, noteColumns+"WHERE e.uid = ? ORDER BY n.created, n.uid", article)
	if err != nil {
		return m, l.wrap("read notes", err)
	}
	m.Corrections, err = corrections(ctx, l.read, "c.entry_id IS NULL OR e.uid = ?", article)
	return m, l.wrap("read corrections", err)
}

// NoteHit is a note that was found, with its article.
type NoteHit struct {
	Entry model.Entry
	Note  model.Note
}

// Notes gives the notes that a query asks for, by article, the newest first, and
// in an article in the order of the text. Words are looked for in the note, its
// passage, its tags and the article's title; dates are when the note was made.
func (l *Library) Notes(ctx context.Context, q query.Node, w Window) ([]NoteHit, error) {
	c := compiler{of: ofNotes}
	where := c.condition(q)
	notes, err := rowsOf(ctx, l.read, scanNote, noteColumns+"LEFT JOIN feed f ON f.id = e.feed_id WHERE "+where+
		" ORDER BY "+orders[w.Sort]+", n.start, n.created, n.uid LIMIT ? OFFSET ?", append(c.args, limit(w.Limit), w.Offset)...)
	if err != nil {
		return nil, l.wrap("list notes", err)
	}
	out := make([]NoteHit, len(notes))
	for i := range out {
		out[i].Note = notes[i]
		if i > 0 && out[i].Note.Article == out[i-1].Note.Article {
			out[i].Entry = out[i-1].Entry
		} else if out[i].Entry, err = l.Entry(ctx, out[i].Note.Article); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Marked gives the ids of the articles that a query asks for and of which a
// reader made something, newest first. What was deleted is among them: notes
// outlive the articles they are about.
func (l *Library) Marked(ctx context.Context, q query.Node) ([]string, error) {
	c := compiler{of: ofMarked}
	where := c.condition(q)
	return l.strings(ctx, "list articles with notes", `SELECT e.uid FROM entry e WHERE (EXISTS (SELECT 1 FROM note WHERE entry_id = e.id)
		OR EXISTS (SELECT 1 FROM correction WHERE entry_id = e.id)) AND `+where+" ORDER BY "+orders[Newest], c.args...)
}

// NoteID mints the id of a new note on an article.
func (l *Library) NoteID(ctx context.Context, source string, passage model.Anchor) (string, error) {
	var fault error
	id := model.NoteID(source, passage, func(id string) bool {
		has, err := l.HasNote(ctx, id)
		if err != nil {
			fault = err
		}
		return has
	})
	return id, fault
}

// HasNote reports whether there is a note with an id.
func (l *Library) HasNote(ctx context.Context, id string) (bool, error) {
	var n int
	err := l.read.QueryRowContext(ctx, "SELECT count(*) FROM note WHERE uid = ?", id).Scan(&n)
	return n > 0, l.wrap("read notes", err)
}

// NoteTags lists the tags of notes with the number of notes that have them.
func (l *Library) NoteTags(ctx context.Context) ([]TagCount, error) {
	return l.counts(ctx, "list tags of notes", "SELECT t.value, count(*) FROM note n, json_each(n.tags) t GROUP BY t.value ORDER BY t.value")
}

// editNote carries out one edit of a note.
func editNote(ctx context.Context, tx *txn, e model.Edit[model.Note]) error {
	if e.Before != nil {
		have, err := scanNote(tx.row(ctx, noteColumns+"WHERE n.uid = ?", e.Before.ID))
		switch {
		case errors.Is(err, sql.ErrNoRows) || err == nil && !have.Equal(*e.Before):
			return fmt.Errorf("note %s: %w", e.Before.ID, model.ErrChanged)
		case err != nil:
			return err
		}
		for _, s := range []string{
			"DELETE FROM note_fts WHERE rowid = (SELECT id FROM note WHERE uid = ?)",
			"DELETE FROM note WHERE uid = ?",
		} {
			if err := exec(ctx, tx, s, e.Before.ID).err; err != nil {
				return err
			}
		}
	}
	if e.After == nil {
		return nil
	}
	return insertNote(ctx, tx, *e.After)
}

func insertNote(ctx context.Context, tx *txn, n model.Note) error {
	var row, taken int64
	var title string
	err := tx.row(ctx, "SELECT e.id, e.title, (SELECT count(*) FROM note WHERE uid = ?) FROM entry e WHERE e.uid = ?", n.ID, n.Article).Scan(&row, &title, &taken)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("note on article %s: %w", n.Article, ErrNotFound)
	case err != nil:
		return err
	case taken > 0:
		return fmt.Errorf("note %s: %w", n.ID, model.ErrChanged)
	}
	p := n.Passage
	res, err := tx.exec(ctx, `INSERT INTO note (uid, entry_id, start, end, hash, exact, prefix, suffix, twins, kind, text, tags, created, changed)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, n.ID, row, p.Start, p.End, p.Hash, p.Exact, p.Prefix, p.Suffix, p.Twins,
		n.Kind, n.Text, list(n.Tags), n.Created.UnixMilli(), n.Changed.UnixMilli())
	if err != nil {
		return err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return err
	}
	return indexNote(ctx, tx, id, title, n)
}

func indexNote(ctx context.Context, tx *txn, id int64, title string, n model.Note) error {
	return exec(ctx, tx, "INSERT INTO note_fts (rowid, title, body) VALUES (?, ?, ?)", id, spaced(title), spaced(noteBody(n))).err
}

// reindexNotes makes the notes of an article findable by its new title.
func reindexNotes(ctx context.Context, tx *txn, row int64, title string) error {
	all, err := rowsOf(ctx, tx, scanNote, noteColumns+"WHERE e.id = ?", row)
	if err != nil {
		return err
	}
	for _, n := range all {
		var id int64
		if err := tx.row(ctx, "SELECT id FROM note WHERE uid = ?", n.ID).Scan(&id); err != nil {
			return err
		}
		if err := exec(ctx, tx, "DELETE FROM note_fts WHERE rowid = ?", id).err; err != nil {
			return err
		}
		if err := indexNote(ctx, tx, id, title, n); err != nil {
			return err
		}
	}
	return nil
}

// noteBody is what of a note can be found by its words.
func noteBody(n model.Note) string {
	return strings.Join([]string{n.Passage.Exact, n.Text, string(n.Kind), strings.Join(n.Tags, "\n")}, "\n")
}

// durable is change with every byte forced to the disk before it returns. In a
// write-ahead log synchronous NORMAL leaves that to the system.
func (l *Library) durable(ctx context.Context, what string, f func(*txn) error) error {
	conn, err := l.write.Conn(ctx)
	if err != nil {
		return l.wrap(what, err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "PRAGMA synchronous = FULL"); err != nil {
		return l.wrap(what, err)
	}
	err = l.changeOn(ctx, conn, what, f)
	if _, back := conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA synchronous = NORMAL"); err == nil {
		err = l.wrap(what, back)
	}
	return err
}

// ArticleOf gives the id of the article with that address, or else with that
// title, "" where there is none. Two pages of one title are two articles.
func (l *Library) ArticleOf(ctx context.Context, source, title string) (string, error) {
	ids, err := l.strings(ctx, "find article", `SELECT uid FROM entry WHERE source <> '' AND source = ?1
		OR title <> '' AND title = ?2 COLLATE NOCASE AND NOT (?3 AND (source LIKE 'http://%' OR source LIKE 'https://%'))
		ORDER BY source = ?1 DESC, deleted <> 0, id DESC LIMIT 1`, withoutFragment(source), title, isWeb(source))
	if err != nil || len(ids) == 0 {
		return "", err
	}
	return ids[0], nil
}
