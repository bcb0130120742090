package cli

import (
	"cmp"
	"fmt"
	"strings"

	"quoth/model"
	"quoth/model/library"
	"quoth/ui/statement"
)

type articlesCommand struct {
	Query []string `arg:"" optional:"" help:"Words, \"a phrase\", word*, -word (after --), OR, ( ), and fields: title: author: feed: tag: is:unread|read|starred|archived speaker: place: said: before: after:."`
	Limit int      `short:"n" placeholder:"N" help:"At most so many, the newest first."`
	listFlags
}

// Run is called by kong.
func (c articlesCommand) Run(p *program) error {
	l, node, err := p.queried(c.Query)
	if err != nil {
		return err
	}
	entries, err := l.List(p.ctx, node, library.Window{Limit: c.Limit})
	if err != nil && len(entries) == 0 {
		return err
	}
	if err != nil { // the others are listed
		p.report(err)
	}
	return writeList(p, c.listFlags, rowsOf(entries, newArticleRow))
}

type quotesCommand struct {
	Query []string `arg:"" optional:"" help:"As for articles; speaker: place: said: choose among the quotations."`
	Limit int      `short:"n" placeholder:"N" help:"At most so many."`
	listFlags
}

// Run is called by kong.
func (c quotesCommand) Run(p *program) error {
	l, node, err := p.queried(c.Query)
	if err != nil {
		return err
	}
	if err := p.annotateKept(l); err != nil {
		return err
	}
	hits, err := l.Quotes(p.ctx, node, library.Window{Limit: c.Limit})
	if err != nil {
		return err
	}
	return writeList(p, c.listFlags, rowsOf(hits, newQuoteRow))
}

// articleRow is an article as lists show it.
type articleRow struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Authors   []string `json:"authors"`
	Site      string   `json:"site"`
	Source    string   `json:"source"`
	Published string   `json:"published"`
	Added     string   `json:"added"`
	Feed      string   `json:"feed"`
	Read      bool     `json:"read"`
	Starred   bool     `json:"starred"`
	Archived  bool     `json:"archived"`
	Tags      []string `json:"tags"`
	Words     int      `json:"words"`
	Warning   string   `json:"warning"`
}

func newArticleRow(e model.Entry) articleRow {
	return articleRow{
		ID: e.ID, Title: e.Title, Authors: listOf(e.Authors), Site: e.Site, Source: e.Source,
		Published: e.Published.String(), Added: moment(e.Added), Feed: e.FeedTitle,
		Read: e.State.Read, Starred: e.State.Starred, Archived: e.State.Archived,
		Tags: listOf(e.Tags), Words: e.Words, Warning: e.Warning,
	}
}

// listOf gives a list that JSON shows as [] and not as null.
func listOf(words []string) []string { return append([]string{}, words...) }

func (r articleRow) line() []string {
	return []string{address(r.Source, r.ID), r.Published, model.Name(r.Title, r.Source)}
}

// address gives what opens an article: where it is from, else its name in the
// library.
func address(source, id string) string { return cmp.Or(source, keptPrefix+id) }

func (r articleRow) place() string { return address(r.Source, r.ID) + ":1:1" }

// quoteRow is a quotation as lists show it.
type quoteRow struct {
	Article    string  `json:"article"`
	Title      string  `json:"title"`
	Source     string  `json:"source"`
	Published  string  `json:"published"`
	ID         string  `json:"id"`
	Kind       string  `json:"kind"`
	Speaker    string  `json:"speaker_name"`
	Words      string  `json:"words"`
	Where      string  `json:"where"`
	When       string  `json:"when"`
	Told       string  `json:"when_words"`
	Confidence float64 `json:"confidence"`
	Line       int     `json:"line"`
	Column     int     `json:"column"`
}

func newQuoteRow(h library.QuoteHit) quoteRow {
	r := quoteRow{
		Article: h.Entry.ID, Title: h.Entry.Title, Source: h.Entry.Source, Published: h.Entry.Published.String(),
		ID: h.Quote.ID, Kind: string(h.Quote.Kind), Speaker: h.Quote.SpeakerName, Words: h.Words,
		Confidence: h.Quote.Confidence, Line: h.Line, Column: h.Col,
	}
	var places []string
	for _, w := range h.Quote.Where {
		places = append(places, w.Name)
	}
	r.Where = strings.Join(places, ", ")
	if h.Quote.When != nil {
		r.When, r.Told = h.Quote.When.Value, oneLine(h.Told)
	}
	return r
}

// line tells doubt and days as the reader's panel does.
func (r quoteRow) line() []string {
	doubt := statement.Doubt(&model.Quote{SpeakerName: r.Speaker, Confidence: r.Confidence})
	speaker := strings.TrimSpace(doubt + " " + cmp.Or(r.Speaker, "unknown"))
	return []string{speaker, r.Words, r.Where, cmp.Or(statement.Day(r.When), r.Told), model.Name(r.Title, r.Source)}
}

func (r quoteRow) place() string {
	return fmt.Sprintf("%s:%d:%d", address(r.Source, r.Article), r.Line, r.Column)
}
