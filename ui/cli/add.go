package cli

import (
	"fmt"

	"quoth/model"
	"quoth/model/library"
)

type libraryAddCommand struct {
	Files []string `arg:"" name:"file" help:"Articles, folders of them, or addresses of the web; - is standard input."`
}

// Run is called by kong.
func (c libraryAddCommand) Run(p *program) error {
	l, err := p.library()
	if err != nil {
		return err
	}
	for _, name := range p.files(c.Files) {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		kept, title, err := p.add(name)
		if err != nil {
			p.report(err)
			continue
		}
		what := "known"
		switch {
		case kept.New:
			what = "added"
		case kept.Changed:
			what = "changed"
		}
		if _, err := fmt.Fprintf(p.stdout, "%s\t%s\t%s\n", oneLine(name), what, oneLine(title)); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return p.annotateKept(l)
}

// add puts a file, or a page of the web, into the library.
func (p *program) add(name string) (kept library.Kept, title string, err error) {
	if isURL(name) {
		in, err := p.web()
		if err != nil {
			return kept, "", err
		}
		if kept, err = in.Page(p.ctx, name); err != nil {
			return kept, "", err
		}
		e, err := in.Library.Entry(p.ctx, kept.ID)
		return kept, e.Name(), err
	}
	x, err := p.take(name)
	if err != nil {
		return kept, "", err
	}
	l, err := p.library()
	if err != nil {
		return kept, "", err
	}
	kept, err = l.Keep(p.ctx, *x)
	return kept, model.Name(x.Title, x.Source), err
}
