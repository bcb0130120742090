package library

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"quoth/model"
	"quoth/model/query"
)

// Sort says in which order articles are listed.
type Sort uint8

// The orders of a list. Ties fall to what was added last.
const (
	Newest Sort = iota // by date of publication, or else when they were added
	Oldest
	ByTitle
	ByFeed // and in it the newest first
	ByAdded
)

var orders = [...]string{
	Newest:  "e.sort DESC, e.id DESC",
	Oldest:  "e.sort, e.id",
	ByTitle: "e.title COLLATE NOCASE, e.sort DESC, e.id DESC",
	ByFeed:  "coalesce(f.title, '') COLLATE NOCASE, e.feed_id, e.sort DESC, e.id DESC",
	ByAdded: "e.added DESC, e.id DESC",
}

// Window is a part of a list.
type Window struct {
	Sort   Sort
	Feed   int64 // Feed.ID: only its articles; 0 for all
	Offset int
	Limit  int // 0 for all
}

const entryColumns = `SELECT e.uid, e.title, e.authors, e.site, e.source, e.published, e.by_hand, e.added, coalesce(e.feed_id, 0), coalesce(f.title, ''),
	e.read, e.starred, e.archived, e.words, e.texts, e.warning,
	(` + tagNames + `) `

// tagNames gives the tags of entry e as JSON, sorted.
const tagNames = `SELECT json_group_array(name ORDER BY name) FROM entry_tag JOIN tag ON tag.id = tag_id WHERE entry_id = e.id`

// List gives the articles that a query asks for. Where the library is damaged it
// gives those that can be read with the error.
func (l *Library) List(ctx context.Context, n query.Node, w Window) ([]model.Entry, error) {
	var c compiler
	where := c.condition(n) + c.feed(w.Feed)
	rows, err := l.read.QueryContext(ctx, entryColumns+"FROM entry e LEFT JOIN feed f ON f.id = e.feed_id WHERE "+where+
		" ORDER BY "+orders[w.Sort]+" LIMIT ? OFFSET ?", append(c.args, limit(w.Limit), w.Offset)...)
	if err != nil {
		return nil, l.wrap("list articles", err)
	}
	return l.scanEntries(rows)
}

func (l *Library) scanEntries(rows *sql.Rows) ([]model.Entry, error) {
	defer rows.Close()
	var out []model.Entry
	var fault error
	for rows.Next() {
		e, err := scanEntry(rows)
		if err != nil {
			fault = l.wrap("list articles", err)
			continue
		}
		out = append(out, e)
	}
	return out, cmp.Or(l.wrap("list articles", rows.Err()), fault)
}

// limit gives SQLite's own word for "all" where there is none.
func limit(n int) int {
	if n == 0 {
		return -1
	}
	return n
}

// Count says how many articles a query asks for.
func (l *Library) Count(ctx context.Context, n query.Node) (int, error) {
	return l.CountIn(ctx, n, Window{})
}

// CountIn says how many articles a list has, whatever part of it the window
// shows.
func (l *Library) CountIn(ctx context.Context, n query.Node, w Window) (int, error) {
	var count int
	if column := tallied(n); column != "" && w.Feed == 0 {
		err := l.read.QueryRowContext(ctx, "SELECT "+column+" FROM tally").Scan(&count)
		return count, l.wrap("count articles", err)
	}
	var c compiler
	where := c.condition(n) + c.feed(w.Feed)
	err := l.read.QueryRowContext(ctx, "SELECT count(*) FROM entry e WHERE "+where, c.args...).Scan(&count)
	return count, l.wrap("count articles", err)
}

// tallied names the column of tally that has the number of a query's articles,
// "" where it must be counted.
func tallied(n query.Node) string {
	and, ok := n.(query.And)
	switch {
	case ok && len(and) == 0:
		return "shelf"
	case ok && len(and) == 1:
		return tallied(and[0])
	case ok && len(and) == 2:
		if not, ok := and[1].(query.Not); ok && asksFor(and[0], query.Unread) && asksFor(not.Node, query.Archived) {
			return "unread"
		}
	}
	return ""
}

// asksFor reports whether a query is one for a state and nothing else.
func asksFor(n query.Node, s query.State) bool {
	t, ok := n.(query.Term)
	return ok && t.Field == query.Is && t.State == s
}

// IDs gives the ids of all articles of a list, whatever part of it the window
// shows, the newest first.
func (l *Library) IDs(ctx context.Context, n query.Node, w Window) ([]string, error) {
	var c compiler
	where := c.condition(n) + c.feed(w.Feed)
	return l.strings(ctx, "list articles", "SELECT e.uid FROM entry e WHERE "+where+" ORDER BY "+orders[Newest], c.args...)
}

// Entry gives one article without its text.
func (l *Library) Entry(ctx context.Context, id string) (model.Entry, error) {
	row := l.read.QueryRowContext(ctx, entryColumns+"FROM entry e LEFT JOIN feed f ON f.id = e.feed_id WHERE e.uid = ?", id)
	e, err := scanEntry(row)
	if errors.Is(err, sql.ErrNoRows) {
		return e, l.notFound(id)
	}
	return e, l.wrap("read article", err)
}

// Find gives the id of the article that an address leads to.
func (l *Library) Find(ctx context.Context, address string) (string, error) {
	var id string
	err := l.read.QueryRowContext(ctx, "SELECT uid FROM entry WHERE source = ? AND deleted = 0 ORDER BY id DESC LIMIT 1", withoutFragment(address)).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", l.notFound(address)
	}
	return id, l.wrap("find article", err)
}

func (l *Library) notFound(id string) error {
	return fmt.Errorf("article %s: %w (%s)", id, ErrNotFound, l.file)
}

func scanEntry(row scanner) (model.Entry, error) {
	var e model.Entry
	var authors, published, tags string
	var added int64
	err := row.Scan(&e.ID, &e.Title, &authors, &e.Site, &e.Source, &published, &e.ByHand, &added, &e.Feed, &e.FeedTitle,
		&e.State.Read, &e.State.Starred, &e.State.Archived, &e.Words, &e.Texts, &e.Warning, &tags)
	if err != nil {
		return e, err
	}
	e.Added = time.Unix(added, 0).UTC()
	if e.Published, err = model.ParseStamp(published); err != nil {
		e.Warning = damagedDate
	}
	if errors.Join(unlist(authors, &e.Authors), unlist(tags, &e.Tags)) != nil {
		e.Warning = damagedNames
	}
	return e, nil
}

// What is told of an article of which a part is damaged. The rest of it stands,
// and Check names it.
const (
	damagedDate  = "its date is damaged in the library: set it anew"
	damagedNames = "its authors or tags are damaged in the library"
)

// unlist reads strings from JSON; most lists are empty.
func unlist(s string, to *[]string) error {
	if s == "[]" {
		return nil
	}
	return json.Unmarshal([]byte(s), to)
}

// strings reads a column of strings, with an error those before it.
func (l *Library) strings(ctx context.Context, what, query string, args ...any) ([]string, error) {
	all, err := rowsOf(ctx, l.read, func(row scanner) (s sql.Null[string], err error) { return s, row.Scan(&s) }, query, args...)
	var out []string
	for _, s := range all {
		if s.Valid { // else the row is damaged, which Check tells of
			out = append(out, s.V)
		}
	}
	return out, l.wrap(what, err)
}

// Excerpts lists the articles of a feed, added after a time and newest first, of
// which the library has only what the feed gives.
func (l *Library) Excerpts(ctx context.Context, feed int64, after time.Time, most int) ([]model.Entry, error) {
	rows, err := l.read.QueryContext(ctx, entryColumns+`FROM entry e JOIN feed f ON f.id = e.feed_id LEFT JOIN text t ON t.id = e.text_id
		WHERE e.feed_id = ? AND e.deleted = 0 AND e.added >= ? AND e.source <> '' AND coalesce(t.origin, 'feed') = 'feed'
		ORDER BY e.sort DESC, e.id DESC LIMIT ?`, feed, after.Unix(), most)
	if err != nil {
		return nil, l.wrap("list articles", err)
	}
	return l.scanEntries(rows)
}
