package library

import (
	"bufio"
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

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

// Exported says what came of an export.
type Exported struct {
	Articles int
	Faults   []error // what is damaged, and is left out
}

// Export writes all that the library keeps, but for what the engine can say
// again. Of a damaged library it writes what can be read.
func (l *Library) Export(ctx context.Context, w io.Writer) (Exported, error) {
	var done Exported
	buffered := bufio.NewWriter(w)
	out := json.NewEncoder(buffered)
	out.SetEscapeHTML(false)
	head, err := l.exportHead(ctx)
	if err = done.without(err); err != nil {
		return done, err
	}
	for _, x := range head {
		if err := out.Encode(x); err != nil {
			return done, err
		}
	}
	ids, err := l.exportIDs(ctx)
	if err = done.without(err); err != nil {
		return done, err
	}
	for _, id := range ids {
		a, err := l.articleLine(ctx, id)
		switch {
		case errors.Is(err, errPart):
			done.Faults = append(done.Faults, fmt.Errorf("article %s: %w", id, err))
		case errors.Is(err, ErrCorrupt), errors.Is(err, ErrNotFound):
			done.Faults = append(done.Faults, fmt.Errorf("article %s: damaged, and left out", id))
			continue
		case err != nil:
			return done, err
		}
		if err := out.Encode(line{Article: &a}); err != nil {
			return done, err
		}
		done.Articles++
	}
	return done, buffered.Flush()
}

// errPart is the error of an article that is exported without something of it.
var errPart = errors.New("a part of it is damaged and left out")

// without takes note of a damage and gives any other error back.
func (e *Exported) without(err error) error {
	if errors.Is(err, ErrCorrupt) {
		e.Faults = append(e.Faults, err)
		return nil
	}
	return err
}

// exportHead gives the lines before the articles, with an error those that can be
// read.
func (l *Library) exportHead(ctx context.Context) ([]line, error) {
	out := []line{{Library: exportVersion}}
	feeds, noFeeds := l.Feeds(ctx)
	for _, f := range feeds {
		out = append(out, line{Feed: &feedLine{f.URL, f.Title, f.Site, f.Folder, f.FullText}})
	}
	searches, noSearches := l.SavedQueries(ctx)
	for _, q := range searches {
		out = append(out, line{Search: &searchLine{q.Name, q.Query}})
	}
	everywhere, err := corrections(ctx, l.read, "c.entry_id IS NULL")
	for _, c := range everywhere {
		out = append(out, line{Correction: jsonmark.OfCorrection(c)})
	}
	return out, cmp.Or(noFeeds, noSearches, l.wrap("export", err))
}

// exportIDs lists the articles to be exported. Where the list breaks off, those
// behind the damage are read from its end.
func (l *Library) exportIDs(ctx context.Context) ([]string, error) {
	const ids = "SELECT uid FROM entry WHERE deleted = 0 OR id IN (SELECT entry_id FROM note) ORDER BY id "
	out, err := l.strings(ctx, "export", ids)
	if !errors.Is(err, ErrCorrupt) {
		return out, err
	}
	back, _ := l.strings(ctx, "export", ids+"DESC") // it breaks off, too
	for _, id := range slices.Backward(back) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out, err
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
	if errors.Is(err, sql.ErrNoRows) {
		return a, l.notFound(id) // though it was listed: an index is damaged
	}
	if err != nil {
		return a, l.wrap("export", err)
	}
	var fault error
	if _, err := model.ParseStamp(a.Published); err != nil {
		a.Published, fault = "", fmt.Errorf("%w: its date", errPart)
	}
	if errors.Join(unlist(authors, &a.Authors), unlist(tags, &a.Tags)) != nil {
		fault = fmt.Errorf("%w: its authors or tags", errPart)
	}
	a.Texts, err = rowsOf(ctx, l.read, func(row scanner) (t textLine, err error) {
		return t, row.Scan(&t.Format, &t.Origin, &t.Original, &t.Warning, &t.Fetched, &t.Plain, &t.Body)
	}, "SELECT format, origin, original, warning, fetched, plain, body FROM text WHERE entry_id = ? ORDER BY id = ? DESC, id", row, text)
	if err != nil {
		return a, l.wrap("export", err)
	}
	switch err := l.addMarks(ctx, &a, row); {
	case errors.Is(err, ErrCorrupt):
		return a, fmt.Errorf("%w: notes or corrections", errPart)
	case err != nil:
		return a, err
	}
	return a, fault
}
