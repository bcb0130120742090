package library

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"quoth/model"
	"quoth/model/escape"
)

// Kept says what Keep did.
type Kept struct {
	ID      string
	New     bool // it was not in the library
	Changed bool // its text is not the one that was current before
	Deleted bool // the reader deleted it, and the feed gave it again: nothing was kept
}

// Keep puts an article into the library, or brings the kept one up to date. A
// text that differs from the kept one becomes the current version, and the other
// stays; what a feed gives never takes the place of a text fetched from the page
// itself. Each call is one transaction: what it reported as kept survives the
// program's death.
func (l *Library) Keep(ctx context.Context, x model.Extract) (Kept, error) {
	kept, err := l.KeepAll(ctx, []model.Extract{x})
	if err != nil {
		return Kept{}, err
	}
	return kept[0], nil
}

// KeepAll keeps several articles in one transaction, which is faster: all of
// them or, where it fails, none.
func (l *Library) KeepAll(ctx context.Context, all []model.Extract) ([]Kept, error) {
	return l.keepAll(ctx, all, itemsOf(all))
}

// chunk is how many items of a feed are kept in one transaction.
const chunk = 50

// KeepItems keeps all the items of a feed's document. Where it fails it gives
// those that are kept.
func (l *Library) KeepItems(ctx context.Context, all []model.Extract) (kept []Kept, err error) {
	of := itemsOf(all)
	for part := range slices.Chunk(all, chunk) {
		k, err := l.keepAll(ctx, part, of)
		if err != nil {
			return kept, err
		}
		kept = append(kept, k...)
	}
	return kept, nil
}

func (l *Library) keepAll(ctx context.Context, all []model.Extract, of items) ([]Kept, error) {
	if len(all) == 0 {
		return nil, nil
	}
	kept := make([]Kept, len(all))
	err := l.change(ctx, "keep "+all[0].Source, func(tx *txn) error {
		if len(all) > 1 {
			tx.many()
		}
		for i, x := range all {
			var err error
			if kept[i], err = l.keep(ctx, tx, x, of); err != nil {
				return err
			}
		}
		return nil
	})
	return kept, err
}

func (l *Library) keep(ctx context.Context, tx *txn, x model.Extract, of items) (k Kept, err error) {
	if x.Words.Plain == "" {
		x.Words.Plain = x.Text
	}
	x.Words.Hash = TextHash(x.Words.Plain)
	at, err := find(ctx, tx, &x, of)
	if err != nil {
		return k, err
	}
	if at.deleted && x.Feed != 0 {
		return Kept{ID: at.uid, Deleted: true}, nil
	}
	if at.row == 0 {
		k.New = true
		if at, err = l.insert(ctx, tx, x); err != nil {
			return k, err
		}
	} else if err := update(ctx, tx, at, x); err != nil {
		return k, err
	}
	k.ID = at.uid
	k.Changed, err = l.keepText(ctx, tx, at, x.Words)
	return k, err
}

// TextHash is the name of a plain text: its SHA-256, hex.
func TextHash(plain string) string { return model.TextHash(plain) }

func (l *Library) insert(ctx context.Context, tx *txn, x model.Extract) (place, error) {
	p := place{uid: x.ID, feed: x.Feed, title: x.Title}
	if p.uid == "" {
		var feedURL string
		if x.Feed != 0 {
			if err := tx.row(ctx, "SELECT url FROM feed WHERE id = ?", x.Feed).Scan(&feedURL); err != nil {
				return p, fmt.Errorf("feed %d: %w", x.Feed, err)
			}
		}
		p.uid = uid(feedURL, x)
	}
	added := l.now().Unix()
	res, err := tx.exec(ctx, `INSERT INTO entry (uid, feed_id, guid, source, title, authors, site, published, sort, added)
		VALUES (?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?)`,
		p.uid, x.Feed, x.GUID, withoutFragment(x.Source), x.Title, list(x.Authors), x.Site, x.Published.String(), sortTime(x.Published, added), added)
	if err != nil {
		return p, err
	}
	if p.row, err = res.LastInsertId(); err != nil {
		return p, err
	}
	return p, addTags(ctx, tx, p.row, x.Tags)
}

// update takes over what the source now says, where it says something.
func update(ctx context.Context, tx *txn, p place, x model.Extract) error {
	if x.Feed == 0 && p.deleted {
		if _, err := tx.exec(ctx, "UPDATE entry SET deleted = 0 WHERE id = ?", p.row); err != nil {
			return err
		}
	}
	// Where another article has that name in the feed, each keeps its own.
	if x.Feed != 0 && (p.feed == 0 || !strings.HasPrefix(x.GUID, FromServer)) {
		if _, err := tx.exec(ctx, "UPDATE OR IGNORE entry SET feed_id = ?, guid = ? WHERE id = ?", x.Feed, x.GUID, p.row); err != nil {
			return err
		}
	}
	if x.Feed != 0 && p.origin == model.FromPage {
		return nil // the page knows better
	}
	_, err := tx.exec(ctx, `UPDATE entry SET
		title = iif(? = '', title, ?), authors = iif(? = '[]', authors, ?),
		site = iif(? = '' OR site <> '' AND ?, site, ?) WHERE id = ?`,
		x.Title, x.Title, list(x.Authors), list(x.Authors), x.Site, isHost(x), x.Site, p.row)
	if err == nil && p.text != 0 && x.Title != "" && x.Title != p.title {
		err = setCurrent(ctx, tx, p, p.text) // found by its new title
	}
	if err != nil || p.byHand || !x.Published.Known() {
		return err
	}
	_, err = tx.exec(ctx, "UPDATE entry SET published = ?, sort = ? WHERE id = ?", x.Published.String(), x.Published.Time.Unix(), p.row)
	return err
}

// isHost reports whether the outlet is only the host of the article's address,
// as of pages that do not name it.
func isHost(x model.Extract) bool {
	u, err := url.Parse(x.Source)
	return err == nil && u.Host != "" && x.Site == strings.TrimPrefix(u.Hostname(), "www.")
}

// sortTime gives the time that lists are sorted by.
func sortTime(published model.Stamp, added int64) int64 {
	if published.Known() {
		return published.Time.Unix()
	}
	return added
}

// keepText makes what came the current version of the text, and reports whether
// another one was current before.
func (l *Library) keepText(ctx context.Context, tx *txn, p place, w model.Text) (changed bool, err error) {
	if w.Plain == "" && p.text != 0 {
		return false, nil
	}
	text, err := l.addText(ctx, tx, p.row, w)
	if err != nil || text == p.text || (w.Origin == model.FromFeed && p.origin == model.FromPage) {
		return false, err
	}
	return p.text != 0, setCurrent(ctx, tx, p, text)
}

// addText adds a version of an article's text, or finds it among the kept ones.
func (l *Library) addText(ctx context.Context, tx *txn, row int64, w model.Text) (text int64, err error) {
	err = tx.row(ctx, "SELECT id FROM text WHERE entry_id = ? AND hash = ?", row, w.Hash).Scan(&text)
	if err == nil && w.Origin == model.FromPage { // a feed that gives the whole text
		return text, exec(ctx, tx, "UPDATE text SET origin = ? WHERE id = ? AND origin = ?", w.Origin, text, model.FromFeed).err
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return text, err
	}
	if w.Fetched.IsZero() {
		w.Fetched = l.now()
	}
	if w.Body == w.Plain {
		w.Body = ""
	}
	res, err := tx.exec(ctx, `INSERT INTO text (entry_id, hash, format, origin, original, warning, fetched, plain, body)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, row, w.Hash, w.Format, w.Origin, w.Original, w.Warning, w.Fetched.Unix(), w.Plain, w.Body)
	if err != nil {
		return 0, err
	}
	if text, err = res.LastInsertId(); err != nil {
		return 0, err
	}
	return text, exec(ctx, tx, "UPDATE entry SET texts = texts + 1 WHERE id = ?", row).err
}

// setCurrent makes a version of the text the one that is read and found.
func setCurrent(ctx context.Context, tx *txn, p place, text int64) error {
	row := p.row
	var title, plain, hash, warning string
	if err := tx.row(ctx, "SELECT e.title, t.plain, t.hash, t.warning FROM entry e, text t WHERE e.id = ? AND t.id = ?", row, text).
		Scan(&title, &plain, &hash, &warning); err != nil {
		return err
	}
	if _, err := tx.exec(ctx, "UPDATE entry SET text_id = ?, words = ?, warning = ? WHERE id = ?",
		text, countWords(plain), warning, row); err != nil {
		return err
	}
	if p.text != 0 {
		if err := unindex(ctx, tx, row); err != nil {
			return err
		}
		if err := reindexNotes(ctx, tx, row, title); err != nil {
			return err
		}
	}
	if err := tx.index(ctx, findable{row, title, plain}); err != nil {
		return err
	}
	return reindexQuotes(ctx, tx, row, hash, plain)
}

// unindex makes an article no longer findable by its words.
func unindex(ctx context.Context, tx *txn, row int64) error {
	if err := tx.unindex(ctx, row); err != nil {
		return err
	}
	return unindexQuotes(ctx, tx, row)
}

// countWords counts what stands between white space, and each character of a
// script without spaces.
func countWords(s string) int {
	return len(strings.Fields(spaced(s)))
}

func addTags(ctx context.Context, tx *txn, row int64, tags []string) error {
	for _, t := range tags {
		if t = cleanTag(t); t == "" {
			continue
		}
		if err := exec(ctx, tx, "INSERT OR IGNORE INTO tag (name) VALUES (?)", t).err; err != nil {
			return err
		}
		if err := exec(ctx, tx, "INSERT OR IGNORE INTO entry_tag (tag_id, entry_id) SELECT id, ? FROM tag WHERE name = ?", row, t).err; err != nil {
			return err
		}
	}
	return nil
}

// cleanTag makes a tag one word-like thing: no escape sequences, single spaces.
func cleanTag(t string) string {
	if !utf8.ValidString(t) {
		t = strings.ToValidUTF8(t, "\uFFFD")
	}
	return strings.Join(strings.Fields(escape.Strip(t)), " ")
}

// list writes strings as JSON.
func list(s []string) string {
	if len(s) == 0 {
		return "[]"
	}
	b, err := json.Marshal(s)
	if err != nil {
		return "[]" // strings always marshal
	}
	return string(b)
}

// unix reads a time that is 0 for none.
func unix(s int64) time.Time {
	if s == 0 {
		return time.Time{}
	}
	return time.Unix(s, 0).UTC()
}
