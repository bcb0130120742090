package library

import (
	"context"
	"fmt"
	"slices"
	"time"

	"quoth/model"
)

// Check looks for damage and gives one line for each fault; none when the
// library is sound.
func (l *Library) Check(ctx context.Context) ([]string, error) {
	faults, err := l.strings(ctx, "check", "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
	if err != nil {
		return faults, err
	}
	for _, c := range []struct{ fault, sql string }{
		{
			"refers to a row that is not there: table %s",
			`SELECT "table" FROM pragma_foreign_key_check`,
		},
		{
			"article %s: its authors are damaged",
			"SELECT uid FROM entry WHERE NOT json_valid(authors)",
		},
		{
			"note %s: its tags are damaged",
			"SELECT uid FROM note WHERE NOT json_valid(tags)",
		},
		{
			"correction %s is damaged",
			"SELECT uid FROM correction WHERE NOT json_valid(data)",
		},
		{
			"article %s has no current text",
			"SELECT uid FROM entry WHERE text_id <> 0 AND NOT EXISTS (SELECT 1 FROM text WHERE text.id = entry.text_id AND text.entry_id = entry.id)",
		},
		{
			"article %s has another number of texts than it says",
			"SELECT uid FROM entry WHERE texts <> (SELECT count(*) FROM text WHERE entry_id = entry.id)",
		},
		{
			"article %s cannot be found by its words",
			"SELECT uid FROM entry WHERE text_id <> 0 AND NOT EXISTS (SELECT 1 FROM entry_fts_docsize d WHERE d.id = entry.id)",
		},
		{
			"quotation %s cannot be found by its words",
			"SELECT id FROM quote WHERE NOT EXISTS (SELECT 1 FROM quote_fts_docsize d WHERE d.id = quote.id)",
		},
		{
			"note %s cannot be found by its words",
			"SELECT uid FROM note WHERE NOT EXISTS (SELECT 1 FROM note_fts_docsize d WHERE d.id = note.id)",
		},
		{
			"the numbers of articles are counted wrongly: %s",
			`SELECT 'tally' FROM tally WHERE shelf <> (SELECT count(*) FROM entry WHERE archived = 0 AND deleted = 0)
			 OR unread <> (SELECT count(*) FROM entry WHERE read = 0 AND archived = 0 AND deleted = 0)`,
		},
		{
			"feed %s counts its articles wrongly",
			`SELECT url FROM feed WHERE total <> (SELECT count(*) FROM entry WHERE feed_id = feed.id AND deleted = 0)
			 OR unread <> (SELECT count(*) FROM entry WHERE feed_id = feed.id AND deleted = 0 AND archived = 0 AND read = 0)`,
		},
	} {
		names, err := l.strings(ctx, "check", c.sql)
		if err != nil {
			return faults, err
		}
		for _, name := range names {
			faults = append(faults, fmt.Sprintf(c.fault, name))
		}
	}
	for _, check := range []func(context.Context) ([]string, error){l.checkDates, l.checkTexts, l.checkAnnotations} {
		found, err := check(ctx)
		if faults = append(faults, found...); err != nil {
			return faults, err
		}
	}
	return faults, nil
}

// faults reads rows with fault, which says what is wrong with one, and nothing
// where all is well.
func (l *Library) faults(ctx context.Context, fault func(scanner) (string, error), query string) ([]string, error) {
	out, err := rowsOf(ctx, l.read, fault, query)
	return slices.DeleteFunc(out, func(s string) bool { return s == "" }), l.wrap("check", err)
}

// checkDates reads the date of publication of every article.
func (l *Library) checkDates(ctx context.Context) ([]string, error) {
	return l.faults(ctx, func(row scanner) (fault string, err error) {
		var uid, published string
		err = row.Scan(&uid, &published)
		if _, wrong := model.ParseStamp(published); wrong != nil {
			fault = fmt.Sprintf("article %s: its date is damaged: %q", uid, published)
		}
		return fault, err
	}, "SELECT uid, published FROM entry WHERE published <> ''")
}

// checkAnnotations unpacks what the engine said of every text.
func (l *Library) checkAnnotations(ctx context.Context) ([]string, error) {
	return l.faults(ctx, func(row scanner) (fault string, err error) {
		var uid string
		var data []byte
		err = row.Scan(&uid, &data)
		if _, wrong := inflate(data); wrong != nil {
			fault = fmt.Sprintf("article %s: what the engine said of it is damaged; open it, and it is asked again", uid)
		}
		return fault, err
	}, "SELECT e.uid, a.data FROM annotation a JOIN text t ON t.hash = a.hash JOIN entry e ON e.text_id = t.id")
}

// checkTexts holds every text against its hash.
func (l *Library) checkTexts(ctx context.Context) ([]string, error) {
	return l.faults(ctx, func(row scanner) (fault string, err error) {
		var uid, hash, plain string
		err = row.Scan(&uid, &hash, &plain)
		if TextHash(plain) != hash {
			fault = fmt.Sprintf("article %s: a text is not the one that was kept", uid)
		}
		return fault, err
	}, "SELECT e.uid, t.hash, t.plain FROM text t JOIN entry e ON e.id = t.entry_id")
}

// keepDeleted is how long the texts of deleted articles are kept, so that
// deleting can be undone after a vacuum too.
const keepDeleted = 30 * 24 * time.Hour

// Vacuum gives space back: the texts of articles that were deleted more than 30
// days ago, annotations of texts that are gone, and free pages. It gives the
// sizes of the library before and after, in bytes.
func (l *Library) Vacuum(ctx context.Context) (before, after int64, err error) {
	if before, err = l.size(ctx); err != nil {
		return 0, 0, err
	}
	if err := l.change(ctx, "vacuum", l.dropDeleted(ctx)); err != nil {
		return before, before, err
	}
	for _, s := range []string{
		"INSERT INTO entry_fts (entry_fts) VALUES ('optimize')",
		"INSERT INTO quote_fts (quote_fts) VALUES ('optimize')",
		"VACUUM",
		"PRAGMA optimize",
		"PRAGMA wal_checkpoint(TRUNCATE)",
	} {
		if _, err := l.write.ExecContext(ctx, s); err != nil {
			return before, before, l.wrap("vacuum", err)
		}
	}
	after, err = l.size(ctx)
	return before, after, err
}

// dropDeleted drops the texts of articles that are long deleted. Those that a
// reader wrote a note on stay, because notes do.
func (l *Library) dropDeleted(ctx context.Context) func(*txn) error {
	const gone = `SELECT id FROM entry WHERE deleted <> 0 AND deleted < ? AND text_id <> 0
		AND id NOT IN (SELECT entry_id FROM note) AND id NOT IN (SELECT entry_id FROM correction WHERE entry_id IS NOT NULL)`
	return func(tx *txn) error {
		old := l.now().Add(-keepDeleted).Unix()
		for _, s := range []string{
			"DELETE FROM entry_fts WHERE rowid IN (" + gone + ")",
			"DELETE FROM place_fts WHERE rowid IN (" + gone + ")",
			"DELETE FROM quote_fts WHERE rowid IN (SELECT id FROM quote WHERE entry_id IN (" + gone + "))",
			"DELETE FROM quote WHERE entry_id IN (" + gone + ")",
			"DELETE FROM text WHERE entry_id IN (" + gone + ")",
			"UPDATE entry SET text_id = 0, texts = 0 WHERE id IN (" + gone + ")",
		} {
			if err := exec(ctx, tx, s, old).err; err != nil {
				return err
			}
		}
		return exec(ctx, tx, "DELETE FROM annotation WHERE NOT EXISTS (SELECT 1 FROM text WHERE text.hash = annotation.hash)").err
	}
}

func (l *Library) size(ctx context.Context) (int64, error) {
	var n int64
	err := l.read.QueryRowContext(ctx, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").Scan(&n)
	return n, l.wrap("measure", err)
}
