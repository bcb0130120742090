package library

import (
	"context"

	"quoth/model"
)

// RemoteFeed is a feed that a server keeps too.
type RemoteFeed struct {
	Key     string // the server's name for it
	Feed    model.Feed
	Removed bool // the reader gave it up here
}

// RemoteFeeds lists the feeds that were on both sides when an account was last
// synchronized.
func (l *Library) RemoteFeeds(ctx context.Context, account string) ([]RemoteFeed, error) {
	out, err := rowsOf(ctx, l.read, func(row scanner) (r RemoteFeed, err error) {
		return r, row.Scan(&r.Key, &r.Feed.ID, &r.Feed.URL, &r.Feed.Title, &r.Feed.Site, &r.Feed.Folder, &r.Removed)
	}, `SELECT r.key, f.id, f.url, f.title, f.site, f.folder, f.removed <> 0
		FROM remote_feed r JOIN feed f ON f.id = r.feed_id WHERE r.account = ? ORDER BY r.key`, account)
	return out, l.wrap("list feeds of the server", err)
}

// KeepRemoteFeed keeps that a feed is on both sides; with feed 0, that the
// server has it no longer.
func (l *Library) KeepRemoteFeed(ctx context.Context, account, key string, feed int64) error {
	return l.change(ctx, "keep feed of the server", func(tx *txn) error {
		if feed == 0 {
			return exec(ctx, tx, "DELETE FROM remote_feed WHERE account = ? AND key = ?", account, key).err
		}
		return exec(ctx, tx, "INSERT OR REPLACE INTO remote_feed (account, key, feed_id) VALUES (?, ?, ?)", account, key, feed).err
	})
}

// RemoteEntry is an article that a server keeps too.
type RemoteEntry struct {
	Key    string      // the server's name for it
	ID     string      // the library's
	Agreed model.State // what both sides said when they last met; Archived is not shared
	State  model.State // what the library says now; a deleted article is read
}

// RemoteEntries lists the articles that were on both sides when an account was
// last synchronized.
func (l *Library) RemoteEntries(ctx context.Context, account string) ([]RemoteEntry, error) {
	out, err := rowsOf(ctx, l.read, func(row scanner) (r RemoteEntry, err error) {
		return r, row.Scan(&r.Key, &r.ID, &r.Agreed.Read, &r.Agreed.Starred, &r.State.Read, &r.State.Starred)
	}, `SELECT r.key, e.uid, r.read, r.starred, e.read OR e.deleted <> 0, e.starred AND e.deleted = 0
		FROM remote_entry r JOIN entry e ON e.id = r.entry_id WHERE r.account = ? ORDER BY r.key`, account)
	return out, l.wrap("list articles of the server", err)
}

// KeepRemoteEntries keeps what both sides agree on of some articles.
func (l *Library) KeepRemoteEntries(ctx context.Context, account string, entries []RemoteEntry) error {
	if len(entries) == 0 {
		return nil
	}
	return l.change(ctx, "keep articles of the server", func(tx *txn) error {
		tx.many()
		for _, r := range entries {
			if err := exec(ctx, tx, `INSERT OR REPLACE INTO remote_entry (account, key, entry_id, read, starred)
				SELECT ?, ?, id, ?, ? FROM entry WHERE uid = ?`, account, r.Key, r.Agreed.Read, r.Agreed.Starred, r.ID).err; err != nil {
				return err
			}
		}
		return nil
	})
}
