package cli

import (
	"fmt"
	"os"
	"time"

	"github.com/charmbracelet/x/term"

	"quoth/model/query"
	"quoth/ui/linear"
)

type readCommand struct {
	Files     []string `arg:"" optional:"" name:"file" help:"Articles: text, Markdown, HTML, messages, folders of them, addresses of the web; - is standard input. Without one: the shelf."`
	Published string   `placeholder:"DATE" help:"Date that \"Saturday\" is resolved against; by default the article's own."`
	Linear    bool     `help:"Print plain text in reading order instead of taking the screen."`
}

// Validate is called by kong.
func (c *readCommand) Validate() error {
	if _, err := query.Day(c.Published, time.Now()); err != nil {
		return fmt.Errorf("--published: %w", err)
	}
	return nil
}

// Run is called by kong.
func (c *readCommand) Run(p *program) error {
	published, err := query.Day(c.Published, time.Now())
	if err != nil {
		return err
	}
	p.published = published
	if c.Linear || !p.hasScreen() {
		return p.readLinear(c.Files)
	}
	return p.readScreen(c.Files)
}

// hasScreen reports whether standard output is a terminal that a screen can be
// drawn on.
func (p *program) hasScreen() bool {
	f, ok := p.stdout.(*os.File)
	return ok && term.IsTerminal(f.Fd()) && os.Getenv("TERM") != "dumb"
}

// columns gives the width at which plain text is broken: as in the reader on a
// terminal, and not at all in a file or a pipe.
func (p *program) columns() int {
	f, ok := p.stdout.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return 0
	}
	settings, _ := p.settings()
	width := settings.Width
	if columns, _, err := term.GetSize(f.Fd()); err == nil && columns > 0 {
		width = min(width, columns)
	}
	return width
}

// readLinear prints articles as plain text, or what is on the shelf.
func (p *program) readLinear(names []string) error {
	if len(names) == 0 {
		return p.listShelf()
	}
	engine, err := p.engine()
	if err != nil {
		return err
	}
	width := p.columns()
	written := 0
	for _, name := range p.files(names) {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		a, err := p.openAny(name)
		if err != nil {
			p.report(err)
			continue
		}
		if written++; written > 1 {
			fmt.Fprint(p.stdout, "\n\n")
		}
		ann, err := p.asked(engine, a)
		if err != nil {
			return err
		}
		if err := linear.Article(p.stdout, a, &ann, width); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return nil
}

func (p *program) listShelf() error {
	entries, err := p.printed()
	if err != nil {
		return err
	}
	for _, e := range entries {
		if _, err := fmt.Fprintf(p.stdout, "%s\t%s\t%s\t%s\n", e.Ref, e.Published, e.Name(), e.Note); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return nil
}
