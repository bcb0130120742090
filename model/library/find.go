package library

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"net/url"
	"strings"

	"quoth/model"
)

// place is where an article stands in the library; row is 0 for nowhere.
type place struct {
	row     int64
	uid     string
	feed    int64
	byHand  bool
	deleted bool
	text    int64
	origin  model.TextOrigin
	title   string
	guid    string
	source  string
	date    string // as Stamp writes it
}

const placeColumns = `SELECT e.id, e.uid, coalesce(e.feed_id, 0), e.by_hand, e.deleted <> 0, e.text_id, e.title, coalesce(t.origin, ''), e.guid, e.source, e.published
	FROM entry e LEFT JOIN text t ON t.id = e.text_id `

func scanPlace(row scanner) (place, error) {
	var p place
	err := row.Scan(&p.row, &p.uid, &p.feed, &p.byHand, &p.deleted, &p.text, &p.title, &p.origin, &p.guid, &p.source, &p.date)
	if errors.Is(err, sql.ErrNoRows) {
		return place{}, nil
	}
	return p, err
}

// FromServer begins the GUID of an item that a server handed on, which knows the
// item's address but not its name in the feed. Where the feed itself gives the
// item too, the two are one article.
const FromServer = "server:"

// items are the items of a document by their names: no two of them are one
// article, whatever else they have in common.
type items map[string]model.Extract

func itemsOf(all []model.Extract) items {
	of := make(items, len(all))
	for _, x := range all {
		of[x.GUID] = x
	}
	return of
}

// find looks an article up: by its id, by its name in its feed, or by its
// address. An article opened by its address before its feed was subscribed to
// becomes the feed's. Where the name in the feed is another article's, it gets
// the address with it.
func find(ctx context.Context, tx *txn, x *model.Extract, of items) (place, error) {
	switch {
	case x.ID != "":
		return scanPlace(tx.row(ctx, placeColumns+"WHERE e.uid = ?", x.ID))
	case x.Feed != 0:
		return findItem(ctx, tx, x, of)
	case isWeb(x.Source):
		return scanPlace(tx.row(ctx, placeColumns+"WHERE e.source = ? ORDER BY e.deleted, e.id DESC LIMIT 1", withoutFragment(x.Source)))
	}
	return scanPlace(tx.row(ctx, placeColumns+"WHERE e.uid = ?", uid("", *x)))
}

// findItem looks an item of a feed up. Feeds give one id to several articles and
// new ids to old ones: an id holds unless address, title and date all say
// otherwise, and an address where title or moment say the same.
func findItem(ctx context.Context, tx *txn, x *model.Extract, of items) (place, error) {
	named, err := scanPlace(tx.row(ctx, placeColumns+"WHERE e.feed_id = ? AND e.guid = ? AND e.guid <> ''", x.Feed, x.GUID))
	reused := named.row != 0 && named.another(*x)
	if err != nil || named.row != 0 && !reused || !isWeb(x.Source) {
		return named, err
	}
	there, err := placesAt(ctx, tx, *x)
	if err != nil {
		return place{}, err
	}
	for _, p := range there {
		if p.feed == 0 || p.same(*x, of) {
			return p, nil
		}
	}
	if reused {
		x.GUID += " " + x.Source
	}
	return place{}, nil
}

// placesAt lists the articles at the address of an item: those of its feed, then
// those of none.
func placesAt(ctx context.Context, tx *txn, x model.Extract) ([]place, error) {
	rows, err := tx.rows(ctx, placeColumns+"WHERE e.source = ? AND (e.feed_id IS NULL OR e.feed_id = ?) ORDER BY e.feed_id IS NULL, e.id",
		withoutFragment(x.Source), x.Feed)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []place
	for rows.Next() {
		p, err := scanPlace(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, rows.Err()
}

// another reports whether an item that has p's name in the feed is another
// article nevertheless.
func (p place) another(x model.Extract) bool {
	date := x.Published.String()
	return !p.byHand && p.title != x.Title && p.source != withoutFragment(x.Source) && p.date != "" && date != "" && p.date != date
}

// same reports whether an item at p's address, with another name in the feed, is
// p's article.
func (p place) same(x model.Extract, of items) bool {
	if strings.HasPrefix(x.GUID, FromServer) || strings.HasPrefix(p.guid, FromServer) {
		return true
	}
	if other, ok := of[p.guid]; ok && !p.another(other) {
		return false // the feed has that one too
	}
	return p.title == x.Title || x.Published.HasClock && p.date == x.Published.String()
}

func isWeb(source string) bool {
	return strings.HasPrefix(source, "http://") || strings.HasPrefix(source, "https://")
}

// withoutFragment drops what follows # in an address; a file's name stays as it
// is.
func withoutFragment(source string) string {
	if !isWeb(source) {
		return source
	}
	u, err := url.Parse(source)
	if err != nil {
		return source
	}
	u.Fragment, u.RawFragment = "", ""
	return u.String()
}

// ID gives the id that an article of no feed has, or will have, in a library.
func ID(x model.Extract) string {
	if x.Article.ID != "" {
		return x.Article.ID
	}
	if x.Words.Plain == "" {
		x.Words.Plain = x.Text
	}
	x.Words.Hash = TextHash(x.Words.Plain)
	return uid("", x)
}

// uid derives the id of an article from where it comes from, so that it is the
// same in every library: 16 hex digits of a SHA-256.
func uid(feedURL string, x model.Extract) string {
	name := "text\n" + x.Words.Hash
	switch {
	case x.Feed != 0 && x.GUID != "":
		name = "feed\n" + feedURL + "\n" + x.GUID
	case isWeb(x.Source):
		name = "web\n" + withoutFragment(x.Source)
	case x.Source != "" && x.Source != "-":
		name = "file\n" + x.Source
	}
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:8])
}
