package library

import (
	"strings"

	"quoth/model/query"
)

// compiler turns a query into a condition of SQL over entry e and, where
// quotations or notes are listed, quote q or note n. Words never enter the SQL
// itself: they are arguments.
type compiler struct {
	args []any
	of   listed
}

// listed is what a condition is on.
type listed uint8

const (
	ofArticles listed = iota
	ofQuotes
	ofNotes  // of deleted articles too: a note outlives its article
	ofMarked // articles, deleted ones too
)

// condition gives the condition for a whole query, deleted articles left out.
// Where nothing is asked for, the archive is left out too. Notes are told from
// neither.
func (c *compiler) condition(n query.Node) string {
	switch {
	case c.of == ofNotes || c.of == ofMarked:
		return c.node(n)
	case query.Empty(n):
		return "e.deleted = 0 AND e.archived = 0"
	}
	return "e.deleted = 0 AND " + c.node(n)
}

// feed restricts a condition to the articles of a feed.
func (c *compiler) feed(id int64) string {
	if id == 0 {
		return ""
	}
	c.args = append(c.args, id)
	return " AND e.feed_id = ?"
}

func (c *compiler) node(n query.Node) string {
	switch n := n.(type) {
	case query.And:
		return c.and(n)
	case query.Or:
		if m, ok := match(n); ok {
			return c.in(textTable, m)
		}
		parts := make([]string, len(n))
		for i, child := range n {
			parts[i] = c.node(child)
		}
		return "(" + strings.Join(parts, " OR ") + ")"
	case query.Not:
		return "NOT (" + c.node(n.Node) + ")"
	case query.Term:
		return c.term(n)
	}
	return "1"
}

// and joins conditions. Words and titles become one search, which is much
// faster than several. What is said of a quotation becomes one too, because it
// must hold for one and the same quotation.
func (c *compiler) and(n query.And) string {
	var parts, text, quote []string
	for _, child := range n {
		m, ok := match(child)
		t, isTerm := child.(query.Term)
		switch {
		case ok:
			text = append(text, m)
		case isTerm && (t.Field == query.Speaker || t.Field == query.Said || c.of == ofQuotes && t.Field == query.Place):
			quote = append(quote, quoteMatch(t))
		default:
			parts = append(parts, c.node(child))
		}
	}
	if len(text) > 0 {
		parts = append(parts, c.in(textTable, strings.Join(text, " AND ")))
	}
	if len(quote) > 0 {
		parts = append(parts, c.in(quoteTable, strings.Join(quote, " AND ")))
	}
	if len(parts) == 0 {
		return "1"
	}
	return "(" + strings.Join(parts, " AND ") + ")"
}

// match gives the search for words and titles and their alternatives, and
// reports whether n is nothing but that.
func match(n query.Node) (string, bool) {
	switch n := n.(type) {
	case query.Term:
		if n.Field == query.Word {
			return phrase(n, ""), true
		}
		if n.Field == query.Title {
			return phrase(n, "title"), true
		}
	case query.Or:
		parts := make([]string, len(n))
		for i, child := range n {
			m, ok := match(child)
			if !ok {
				return "", false
			}
			parts[i] = m
		}
		return "(" + strings.Join(parts, " OR ") + ")", true
	}
	return "", false
}

// table is a full text index.
type table uint8

const (
	textTable table = iota
	placeTable
	quoteTable
)

func (c *compiler) in(t table, match string) string {
	c.args = append(c.args, match)
	switch {
	case t == textTable && c.of == ofNotes:
		return "n.id IN (SELECT rowid FROM note_fts WHERE note_fts MATCH ?)"
	case t == textTable:
		return "e.id IN (SELECT rowid FROM entry_fts WHERE entry_fts MATCH ?)"
	case t == placeTable:
		return "e.id IN (SELECT rowid FROM place_fts WHERE place_fts MATCH ?)"
	case c.of == ofQuotes:
		return "q.id IN (SELECT rowid FROM quote_fts WHERE quote_fts MATCH ?)"
	}
	return "e.id IN (SELECT entry_id FROM quote WHERE id IN (SELECT rowid FROM quote_fts WHERE quote_fts MATCH ?))"
}

func quoteMatch(t query.Term) string { return phrase(t, t.Field.String()) }

func (c *compiler) term(t query.Term) string {
	switch t.Field {
	case query.Word, query.Title:
		m, _ := match(t)
		return c.in(textTable, m)
	case query.Speaker, query.Said:
		return c.in(quoteTable, quoteMatch(t))
	case query.Place:
		if c.of == ofQuotes {
			return c.in(quoteTable, quoteMatch(t))
		}
		return c.in(placeTable, phrase(t, ""))
	case query.Author:
		c.args = append(c.args, "%"+likeEscaper.Replace(t.Value)+"%")
		return `e.authors LIKE ? ESCAPE '\'`
	case query.Feed:
		like := "%" + likeEscaper.Replace(t.Value) + "%"
		c.args = append(c.args, like, like, like)
		return `e.feed_id IN (SELECT id FROM feed WHERE title LIKE ? ESCAPE '\' OR url LIKE ? ESCAPE '\' OR folder LIKE ? ESCAPE '\')`
	case query.Tag:
		return c.tag(t)
	case query.Is:
		return [...]string{"e.read = 0", "e.read = 1", "e.starred = 1", "e.archived = 1"}[t.State]
	case query.Before:
		return c.time("<", t)
	case query.After:
		return c.time(">=", t)
	}
	return "1"
}

// tag asks for a tag: of the article and, where notes are listed, of the note, or of
// one of its notes where articles are asked for that the reader marked.
func (c *compiler) tag(t query.Term) string {
	like := likeEscaper.Replace(t.Value)
	if t.Prefix {
		like += "%"
	}
	c.args = append(c.args, like)
	of := `e.id IN (SELECT entry_id FROM entry_tag JOIN tag ON tag.id = tag_id WHERE name LIKE ? ESCAPE '\')`
	noted := `EXISTS (SELECT 1 FROM json_each(iif(json_valid(n.tags), n.tags, '[]')) WHERE value LIKE ? ESCAPE '\')`
	switch c.of {
	case ofArticles, ofQuotes:
		return of
	case ofMarked:
		noted = `EXISTS (SELECT 1 FROM note n, json_each(iif(json_valid(n.tags), n.tags, '[]')) WHERE n.entry_id = e.id AND value LIKE ? ESCAPE '\')`
	case ofNotes:
	}
	c.args = append(c.args, like)
	return "(" + of + " OR " + noted + ")"
}

// time compares when an article was published, or a note made.
func (c *compiler) time(operator string, t query.Term) string {
	if c.of == ofNotes {
		c.args = append(c.args, t.Time.UnixMilli())
		return "n.created " + operator + " ?"
	}
	c.args = append(c.args, t.Time.Unix())
	return "e.sort " + operator + " ?"
}

var likeEscaper = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
