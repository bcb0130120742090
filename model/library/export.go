package library

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"quoth/model"
	"quoth/model/jsonmark"
)

// exportVersion is the version of the format that Export writes: JSON lines, the
// first one {"library": 1}, then one object for each feed, search and article.
// Fields may be added to it; none changes its meaning.
const exportVersion = 1

// line is one line of an export; one of its fields is set.
type line struct {
	Library int          `json:"library,omitempty"`
	Feed    *feedLine    `json:"feed,omitempty"`
	Search  *searchLine  `json:"search,omitempty"`
	Article *articleLine `json:"article,omitempty"`

	Correction *jsonmark.Correction `json:"correction,omitempty"` // of names in every article
}

type feedLine struct {
	URL      string `json:"url"`
	Title    string `json:"title,omitempty"`
	Site     string `json:"site,omitempty"`
	Folder   string `json:"folder,omitempty"`
	FullText bool   `json:"full_text,omitempty"`
}

type searchLine struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

type articleLine struct {
	ID        string     `json:"id"`
	Feed      string     `json:"feed,omitempty"` // its URL
	GUID      string     `json:"guid,omitempty"`
	Source    string     `json:"source,omitempty"`
	Title     string     `json:"title,omitempty"`
	Authors   []string   `json:"authors,omitempty"`
	Site      string     `json:"site,omitempty"`
	Published string     `json:"published,omitempty"`
	ByHand    bool       `json:"published_by_hand,omitempty"`
	Added     int64      `json:"added"` // Unix seconds
	Read      bool       `json:"read,omitempty"`
	Starred   bool       `json:"starred,omitempty"`
	Archived  bool       `json:"archived,omitempty"`
	Tags      []string   `json:"tags,omitempty"`
	Position  int        `json:"position,omitempty"`
	Texts     []textLine `json:"texts"` // the current one first

	Notes       []noteLine            `json:"notes,omitempty"`
	Corrections []jsonmark.Correction `json:"corrections,omitempty"`
	QuoteNames  []quoteNameLine       `json:"quote_names,omitempty"`
}

type textLine struct {
	Format   model.TextFormat `json:"format"`
	Origin   model.TextOrigin `json:"origin"`
	Original string           `json:"original,omitempty"`
	Warning  string           `json:"warning,omitempty"`
	Fetched  int64            `json:"fetched"`
	Plain    string           `json:"plain"`
	Body     string           `json:"body,omitempty"`
}

// Export writes all that the library keeps, but for what the engine can say
// again, and gives the number of articles.
func (l *Library) Export(ctx context.Context, w io.Writer) (articles int, err error) {
	buffered := bufio.NewWriter(w)
	out := json.NewEncoder(buffered)
	out.SetEscapeHTML(false)
	if err := out.Encode(line{Library: exportVersion}); err != nil {
		return 0, err
	}
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return 0, err
	}
	for _, f := range feeds {
		if err := out.Encode(line{Feed: &feedLine{f.URL, f.Title, f.Site, f.Folder, f.FullText}}); err != nil {
			return 0, err
		}
	}
	searches, err := l.SavedQueries(ctx)
	if err != nil {
		return 0, err
	}
	for _, q := range searches {
		if err := out.Encode(line{Search: &searchLine{q.Name, q.Query}}); err != nil {
			return 0, err
		}
	}
	everywhere, err := corrections(ctx, l.read, "c.entry_id IS NULL")
	if err != nil {
		return 0, l.wrap("export", err)
	}
	for _, c := range everywhere {
		if err := out.Encode(line{Correction: jsonmark.OfCorrection(c)}); err != nil {
			return 0, err
		}
	}
	ids, err := l.strings(ctx, "export", "SELECT uid FROM entry WHERE deleted = 0 OR id IN (SELECT entry_id FROM note) ORDER BY id")
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		a, err := l.articleLine(ctx, id)
		if err != nil {
			return articles, err
		}
		if err := out.Encode(line{Article: &a}); err != nil {
			return articles, err
		}
		articles++
	}
	return articles, buffered.Flush()
}

func (l *Library) articleLine(ctx context.Context, id string) (articleLine, error) {
	a := articleLine{ID: id}
	var authors, tags string
	var row, text int64
	err := l.read.QueryRowContext(ctx, `SELECT e.id, e.text_id, coalesce(f.url, ''), e.guid, e.source, e.title, e.authors, e.site, e.published, e.by_hand,
		e.added, e.read, e.starred, e.archived, (`+tagNames+`),
		coalesce((SELECT e.position FROM text t WHERE t.id = e.text_id AND t.hash = e.position_of), 0)
		FROM entry e LEFT JOIN feed f ON f.id = e.feed_id AND f.removed = 0 WHERE e.uid = ?`, id).
		Scan(&row, &text, &a.Feed, &a.GUID, &a.Source, &a.Title, &authors, &a.Site, &a.Published, &a.ByHand,
			&a.Added, &a.Read, &a.Starred, &a.Archived, &tags, &a.Position)
	if err != nil {
		return a, l.wrap("export", err)
	}
	if err := unlist(authors, &a.Authors); err != nil {
		return a, fmt.Errorf("%w: article %s: %w", ErrCorrupt, id, err)
	}
	if err := unlist(tags, &a.Tags); err != nil {
		return a, fmt.Errorf("%w: article %s: %w", ErrCorrupt, id, err)
	}
	rows, err := l.read.QueryContext(ctx, "SELECT format, origin, original, warning, fetched, plain, body FROM text WHERE entry_id = ? ORDER BY id = ? DESC, id", row, text)
	if err != nil {
		return a, l.wrap("export", err)
	}
	defer rows.Close()
	for rows.Next() {
		var t textLine
		if err := rows.Scan(&t.Format, &t.Origin, &t.Original, &t.Warning, &t.Fetched, &t.Plain, &t.Body); err != nil {
			return a, l.wrap("export", err)
		}
		a.Texts = append(a.Texts, t)
	}
	if err := rows.Err(); err != nil {
		return a, l.wrap("export", err)
	}
	return a, l.addMarks(ctx, &a, row)
}
