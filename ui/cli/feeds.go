package cli

import (
	"fmt"
	"io"
	"time"

	"quoth/model"
	"quoth/model/library"
	"quoth/model/source/opml"
)

type feedCommand struct {
	Add  feedAddCommand    `cmd:"" help:"Subscribe to a feed, or to the one that a page announces."`
	List feedListCommand   `cmd:"" help:"List the subscriptions."`
	Rm   feedRemoveCommand `cmd:"" help:"Give a subscription up; starred, tagged and archived articles stay."`
}

type feedListCommand struct{ listFlags }

// Run is called by kong.
func (c feedListCommand) Run(p *program) error {
	_, feeds, err := p.feeds()
	if err != nil {
		return err
	}
	return writeList(p, c.listFlags, rowsOf(feeds, newFeedRow))
}

// feeds opens the library, and gives what it subscribes to.
func (p *program) feeds() (*library.Library, []model.Feed, error) {
	l, err := p.library()
	if err != nil {
		return nil, nil, err
	}
	feeds, err := l.Feeds(p.ctx)
	return l, feeds, err
}

type feedRemoveCommand struct {
	URL string `arg:"" help:"The address of the feed, as feed list shows it."`
}

// Run is called by kong.
func (c feedRemoveCommand) Run(p *program) error {
	l, feeds, err := p.feeds()
	if err != nil {
		return err
	}
	for _, f := range feeds {
		if f.URL == c.URL {
			return l.RemoveFeed(p.ctx, f.ID)
		}
	}
	p.say("quoth: %s: not subscribed to; quoth feed list shows what is", c.URL)
	p.status = statusNothing
	return nil
}

type opmlCommand struct {
	Import opmlImportCommand `cmd:"" help:"Subscribe to the feeds of a list, or - for standard input."`
	Export opmlExportCommand `cmd:"" help:"Write the subscriptions as a list, or - for standard output."`
}

type opmlImportCommand struct {
	File string `arg:"" help:"The file to read."`
}

// Run is called by kong.
func (c opmlImportCommand) Run(p *program) error {
	l, err := p.library()
	if err != nil {
		return err
	}
	return p.read(c.File, func(r io.Reader) error {
		feeds, left, err := opml.Read(r)
		if err != nil {
			return fmt.Errorf("%s: %w", c.File, err)
		}
		fresh := 0
		for _, f := range feeds {
			_, added, err := l.AddFeed(p.ctx, f)
			if err != nil {
				return err
			}
			if added {
				fresh++
			}
		}
		p.say("%s new, %d known, %d left out", count(fresh, "feed"), len(feeds)-fresh, left)
		return nil
	})
}

type opmlExportCommand struct {
	File string `arg:"" help:"The file to write."`
}

// Run is called by kong.
func (c opmlExportCommand) Run(p *program) error {
	_, feeds, err := p.feeds()
	if err != nil {
		return err
	}
	return p.write(c.File, func(w io.Writer) error {
		return opml.Write(w, "Subscriptions of Quoth", time.Now(), feeds)
	})
}

// feedRow is a subscription as lists show it.
type feedRow struct {
	URL      string `json:"url"`
	Title    string `json:"title"`
	Folder   string `json:"folder"`
	Unread   int    `json:"unread"`
	Total    int    `json:"total"`
	FullText bool   `json:"full_text"`
	Fetched  string `json:"fetched"`
	Error    string `json:"error"`
}

func newFeedRow(f model.Feed) feedRow {
	return feedRow{f.URL, f.Title, f.Folder, f.Unread, f.Total, f.FullText, moment(f.Fetched), f.Error}
}

func (r feedRow) line() []string {
	out := []string{r.URL, r.Title, fmt.Sprintf("%d of %d unread", r.Unread, r.Total)}
	if r.Error != "" {
		out = append(out, r.Error)
	}
	return out
}

func (r feedRow) place() string { return r.URL }
