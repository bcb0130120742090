package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"quoth/model"
)

const feedColumns = `SELECT id, url, title, site, folder, full_text, unread, total, fetched, next_fetch, error, failed FROM feed `

func scanFeed(row scanner) (model.Feed, error) {
	var f model.Feed
	var fetched, next int64
	err := row.Scan(&f.ID, &f.URL, &f.Title, &f.Site, &f.Folder, &f.FullText, &f.Unread, &f.Total, &fetched, &next, &f.Error, &f.Failed)
	f.Fetched, f.Next = unix(fetched), unix(next)
	return f, err
}

// Feeds lists the subscriptions by folder and title.
func (l *Library) Feeds(ctx context.Context) ([]model.Feed, error) {
	out, err := rowsOf(ctx, l.read, scanFeed, feedColumns+`WHERE removed = 0
		ORDER BY folder COLLATE NOCASE, iif(title = '', url, title) COLLATE NOCASE, id`)
	return out, l.wrap("list feeds", err)
}

// AddFeed subscribes to f.URL and gives the feed as it is kept, and whether it is
// new. A title or folder that f names replaces the kept one; a feed that was
// given up comes back with its articles.
func (l *Library) AddFeed(ctx context.Context, f model.Feed) (kept model.Feed, added bool, err error) {
	err = l.change(ctx, "add feed "+f.URL, func(tx *txn) error {
		kept, added, err = addFeed(ctx, tx, f)
		return err
	})
	return kept, added, err
}

func addFeed(ctx context.Context, tx *txn, f model.Feed) (kept model.Feed, added bool, err error) {
	var removed int64
	var id int64
	err = tx.row(ctx, "SELECT id, removed FROM feed WHERE url = ?", f.URL).Scan(&id, &removed)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		added = true
		err = exec(ctx, tx, "INSERT INTO feed (url, title, named, site, folder, full_text) VALUES (?, ?, ?, ?, ?, ?)",
			f.URL, f.Title, f.Title != "", f.Site, f.Folder, f.FullText).err
	case err == nil:
		added = removed != 0
		if err := revive(ctx, tx, id, removed); err != nil {
			return kept, added, err
		}
		err = exec(ctx, tx, `UPDATE feed SET title = iif(? = '', title, ?), named = named OR ? NOT IN ('', title), folder = iif(? = '', folder, ?),
				full_text = full_text OR ? WHERE id = ?`, f.Title, f.Title, f.Title, f.Folder, f.Folder, f.FullText, id).err
	}
	if err != nil {
		return kept, added, err
	}
	kept, err = scanFeed(tx.row(ctx, feedColumns+"WHERE url = ?", f.URL))
	return kept, added, err
}

// SetFeed keeps what the reader says of a feed: title, folder, full text. An
// empty title leaves it to the feed again.
func (l *Library) SetFeed(ctx context.Context, f model.Feed) error {
	return l.change(ctx, "change feed", func(tx *txn) error { return l.setFeed(ctx, tx, f) })
}

func (l *Library) setFeed(ctx context.Context, tx *txn, f model.Feed) error {
	d := exec(ctx, tx, "UPDATE feed SET title = ?, named = iif(title = ?, named, ? <> ''), folder = ?, full_text = ? WHERE id = ? AND removed = 0",
		f.Title, f.Title, f.Title, f.Folder, f.FullText, f.ID)
	return l.oneFeed(f.ID, d)
}

// RemoveFeed gives a subscription up. Its articles go with it, but those that
// the reader starred, tagged or archived stay. AddFeed brings all of it back.
func (l *Library) RemoveFeed(ctx context.Context, id int64) error {
	return l.change(ctx, "remove feed", func(tx *txn) error { return l.removeFeed(ctx, tx, id) })
}

func (l *Library) removeFeed(ctx context.Context, tx *txn, id int64) error {
	now := l.now().Unix()
	if err := l.oneFeed(id, exec(ctx, tx, "UPDATE feed SET removed = ? WHERE id = ? AND removed = 0", now, id)); err != nil {
		return err
	}
	return exec(ctx, tx, `UPDATE entry SET deleted = ? WHERE feed_id = ? AND deleted = 0 AND starred = 0 AND archived = 0
		AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = entry.id)`, now, id).err
}

// editFeed follows a feed, gives it up, or keeps what the reader says of it.
func (l *Library) editFeed(ctx context.Context, tx *txn, e model.Edit[model.Feed]) error {
	switch {
	case e.After == nil:
		return l.removeFeed(ctx, tx, e.Before.ID)
	case e.Before == nil:
		_, _, err := addFeed(ctx, tx, *e.After)
		return err
	}
	return l.setFeed(ctx, tx, *e.After)
}

// revive undoes RemoveFeed: what was deleted with the feed has its time.
func revive(ctx context.Context, tx *txn, id, removed int64) error {
	if removed == 0 {
		return nil
	}
	if err := exec(ctx, tx, "UPDATE entry SET deleted = 0 WHERE feed_id = ? AND deleted = ?", id, removed).err; err != nil {
		return err
	}
	return exec(ctx, tx, "UPDATE feed SET removed = 0, next_fetch = 0 WHERE id = ?", id).err
}

func (l *Library) oneFeed(id int64, d done) error {
	if d.err == nil && d.rows == 0 {
		return fmt.Errorf("feed %d: %w (%s)", id, ErrNotFound, l.file)
	}
	return d.err
}

// Validators gives what the next request for a feed tells its server.
func (l *Library) Validators(ctx context.Context, id int64) (model.Validators, error) {
	var v model.Validators
	err := l.read.QueryRowContext(ctx, "SELECT etag, last_modified, hash FROM feed WHERE id = ?", id).Scan(&v.ETag, &v.LastModified, &v.Hash)
	return v, l.wrap("read feed", err)
}

// Fetched is what came of fetching a feed.
type Fetched struct {
	Feed       int64
	URL        string // where the feed has moved for good; empty for nowhere
	Title      string // what it calls itself
	Site       string
	Validators model.Validators // kept where Err is nil
	Next       time.Time        // not to be fetched before
	Err        error            // nil when it was read or has not changed
}

// FeedFetched keeps what came of fetching a feed. It is called after its
// articles are kept: a refresh that is cut short fetches the feed again.
func (l *Library) FeedFetched(ctx context.Context, f Fetched) error {
	return l.change(ctx, "keep feed", func(tx *txn) error {
		if f.Err != nil {
			return l.oneFeed(f.Feed, exec(ctx, tx, "UPDATE feed SET error = ?, failed = failed + 1, next_fetch = ? WHERE id = ?",
				f.Err.Error(), seconds(f.Next), f.Feed))
		}
		d := exec(ctx, tx, `UPDATE feed SET title = iif(named OR ? = '', title, ?), site = iif(? = '', site, ?),
			etag = ?, last_modified = ?, hash = ?, fetched = ?, next_fetch = ?, error = '', failed = 0 WHERE id = ?`,
			f.Title, f.Title, f.Site, f.Site, f.Validators.ETag, f.Validators.LastModified, f.Validators.Hash,
			l.now().Unix(), seconds(f.Next), f.Feed)
		if err := l.oneFeed(f.Feed, d); err != nil || f.URL == "" {
			return err
		}
		// Where the new address is subscribed to already, each keeps its own.
		return exec(ctx, tx, "UPDATE OR IGNORE feed SET url = ? WHERE id = ?", f.URL, f.Feed).err
	})
}

// seconds writes a time, 0 for none.
func seconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}
