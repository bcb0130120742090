package cli

import (
	"fmt"
	"time"

	"quoth/model"
	"quoth/model/contract"
	"quoth/model/query"
	"quoth/ui/linear"
)

type annotateCommand struct {
	Files     []string `arg:"" optional:"" name:"file" help:"Articles, or folders of them; - is standard input."`
	Format    string   `enum:"json,text" default:"json" help:"json or text."`
	Published string   `placeholder:"DATE" help:"Date that \"Saturday\" is resolved against: YYYY-MM-DD, RFC 3339, or as people write it."`
	JSONL     bool     `name:"jsonl" help:"Read one JSON document per line from standard input, write one per line."`
	Jobs      int      `short:"j" placeholder:"N" default:"${processors}" help:"Articles annotated at once with --jsonl (${default})."`
}

// Validate is called by kong.
func (c *annotateCommand) Validate() error {
	switch {
	case c.Jobs < 1:
		return usageError("--jobs: want 1 or more")
	case !c.JSONL && len(c.Files) == 0:
		return usageError("name a file, - for standard input, or --jsonl")
	case c.JSONL && len(c.Files) > 0:
		return usageError("--jsonl: reads standard input and takes no file")
	case c.JSONL && (c.Published != "" || c.Format != "json"):
		return usageError("--jsonl: takes neither --published nor --format")
	}
	if _, err := query.Day(c.Published, time.Now()); err != nil {
		return fmt.Errorf("--published: %w", err)
	}
	return nil
}

// Run is called by kong.
func (c *annotateCommand) Run(p *program) error {
	engine, err := p.engine()
	if err != nil {
		return err
	}
	if c.JSONL {
		return p.annotateLines(engine, c.Jobs)
	}
	if p.published, err = query.Day(c.Published, time.Now()); err != nil {
		return err
	}
	for i, name := range p.files(c.Files) {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		a, err := p.openArticle(name)
		if err != nil {
			p.report(err)
			continue
		}
		ann, err := p.asked(engine, a)
		if err != nil {
			return err
		}
		if err := c.write(p, a, ann, name, i); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return nil
}

// write prints an annotated article in the format asked for.
func (c *annotateCommand) write(p *program, a *model.Article, ann model.Annotations, name string, i int) error {
	if c.Format == "text" {
		if i > 0 {
			fmt.Fprint(p.stdout, "\n\n")
		}
		return linear.Statements(p.stdout, a, &ann, p.columns())
	}
	a.ID = name
	line, err := contract.Encode(a, ann)
	if err != nil {
		return err
	}
	_, err = p.stdout.Write(line)
	return err
}
