package cli

import (
	"fmt"

	"quoth/model"
	"quoth/model/contract"
)

type annotateCommand struct {
	Files     []string `arg:"" optional:"" name:"file" help:"Articles, text or Markdown; - is standard input."`
	Format    string   `enum:"json,text" default:"json" help:"json or text."`
	Published string   `placeholder:"DATE" help:"Date that \"Saturday\" is resolved against: YYYY-MM-DD or RFC 3339."`
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
	if _, err := model.ParseStamp(c.Published); err != nil {
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
	published, err := model.ParseStamp(c.Published)
	if err != nil {
		return err
	}
	for _, name := range c.Files {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		a, err := p.open.Open(name)
		if err != nil {
			p.report(err)
			continue
		}
		if published.Known() {
			a.Published = published
		}
		a.ID = name
		line, err := contract.Encode(a, engine.Annotate(a))
		if err != nil {
			return err
		}
		if _, err := p.stdout.Write(line); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return nil
}
