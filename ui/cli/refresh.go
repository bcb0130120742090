package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"quoth/model"
	"quoth/model/intake"
)

type feedAddCommand struct {
	URL      string `arg:"" help:"The address of a feed, or of a page that announces one."`
	Title    string `help:"A name of your own."`
	Folder   string `help:"A folder; News/World is one in another."`
	FullText *bool  `negatable:"" help:"Always fetch the articles themselves: the feed gives only their beginnings. With --no-full-text not any more."`
}

// Run is called by kong.
func (c feedAddCommand) Run(p *program) error {
	in, err := p.web()
	if err != nil {
		return err
	}
	whole := c.FullText != nil && *c.FullText
	s, err := in.Subscribe(p.ctx, model.Feed{URL: c.URL, Title: c.Title, Folder: c.Folder, FullText: whole})
	if err != nil {
		return err
	}
	if c.FullText != nil && s.Feed.FullText && !whole {
		s.Feed.FullText = false
		if err := in.Library.SetFeed(p.ctx, s.Feed); err != nil {
			return err
		}
	}
	what := "added"
	if s.Known {
		what = "known"
	}
	what += ", " + count(s.Articles, "new article")
	if s.LeftOut > 0 {
		what += fmt.Sprintf(", %d left out", s.LeftOut)
	}
	fmt.Fprintf(p.stdout, "%s\t%s\t%s\n", s.Feed.URL, oneLine(s.Feed.Title), what)
	for _, other := range s.Others {
		p.say("the page announces another feed: %s %s", other.URL, oneLine(other.Title))
	}
	return nil
}

type refreshCommand struct {
	URL   []string `arg:"" optional:"" help:"Only these feeds, and now."`
	JSON  bool     `name:"json" help:"One JSON object per line."`
	Force bool     `help:"Also those that were asked a moment ago, or whose servers ask to be left alone for now."`
}

// Run is called by kong.
func (c refreshCommand) Run(p *program) error {
	in, err := p.web()
	if err != nil {
		return err
	}
	feeds, err := in.Library.Feeds(p.ctx)
	if err != nil {
		return err
	}
	if feeds = c.chosen(p, feeds); len(feeds) == 0 {
		p.status = max(p.status, statusNothing)
		return nil
	}
	show := p.showProgress
	if c.JSON {
		show = func(w io.Writer, r intake.Progress) error { return json.NewEncoder(w).Encode(newProgressRow(r)) }
	}
	var broken error
	err = in.Refresh(p.ctx, feeds, c.Force || len(c.URL) > 0, func(r intake.Progress) {
		if r.Err != nil {
			p.report(fmt.Errorf("%s: %w", name(r.Feed), r.Err))
		}
		if err := show(p.stdout, r); err != nil && broken == nil {
			broken = fmt.Errorf("standard output: %w", err)
		}
	})
	if err == nil {
		err = broken
	}
	if err != nil {
		return err
	}
	return p.annotateKept(in.Library)
}

// chosen gives the feeds that are named, all where none is.
func (c refreshCommand) chosen(p *program, feeds []model.Feed) []model.Feed {
	if len(c.URL) == 0 {
		if len(feeds) == 0 {
			p.say("no feeds yet: quoth feed add URL, or quoth opml import FILE")
		}
		return feeds
	}
	var out []model.Feed
	for _, url := range c.URL {
		known := false
		for _, f := range feeds {
			if f.URL == url {
				known = true
				out = append(out, f)
			}
		}
		if !known {
			p.report(fmt.Errorf("%s: not subscribed to; quoth feed list shows what is", url))
		}
	}
	return out
}

// name gives a feed's title, or its address where it has none.
func name(f model.Feed) string {
	if f.Title == "" {
		return f.URL
	}
	return oneLine(f.Title)
}

// showProgress writes one line for a feed.
func (p *program) showProgress(w io.Writer, r intake.Progress) error {
	var what []string
	switch {
	case r.Err != nil:
		what = append(what, "failed")
	case !r.NotBefore.IsZero():
		what = append(what, "not asked before "+r.NotBefore.Local().Format("15:04 on 2 Jan"))
	case r.Unchanged && r.Changed == 0:
		what = append(what, "nothing new")
	default:
		what = append(what, fmt.Sprintf("%d new", len(r.New)))
	}
	if r.Changed > 0 {
		what = append(what, fmt.Sprintf("%d changed", r.Changed))
	}
	if r.LeftOut > 0 {
		what = append(what, fmt.Sprintf("%d left out", r.LeftOut))
	}
	_, err := fmt.Fprintf(w, "%d/%d\t%s\t%s\n", r.Done, r.All, name(r.Feed), strings.Join(what, ", "))
	return err
}

// progressRow is what became of a feed, for other programs.
type progressRow struct {
	URL       string   `json:"url"`
	Title     string   `json:"title"`
	Done      int      `json:"done"`
	All       int      `json:"all"`
	New       []string `json:"new"` // ids of articles
	Changed   int      `json:"changed"`
	LeftOut   int      `json:"left_out"` // beyond those that are taken of one document
	Unchanged bool     `json:"unchanged"`
	NotBefore string   `json:"not_before"`
	Error     string   `json:"error"`
}

func newProgressRow(r intake.Progress) progressRow {
	row := progressRow{
		URL: r.Feed.URL, Title: r.Feed.Title, Done: r.Done, All: r.All,
		New: listOf(r.New), Changed: r.Changed, LeftOut: r.LeftOut, Unchanged: r.Unchanged, NotBefore: moment(r.NotBefore),
	}
	if r.Err != nil {
		row.Error = r.Err.Error()
	}
	return row
}
