package cli

import (
	"fmt"
	"io"

	"quoth/model/library"
)

type libraryCommand struct {
	Add    libraryAddCommand    `cmd:"" help:"Keep articles without opening them."`
	Check  checkCommand         `cmd:"" help:"Look for damage in the library."`
	Vacuum vacuumCommand        `cmd:"" help:"Give the space of what was deleted back."`
	Export libraryExportCommand `cmd:"" help:"Write the whole library to a file, or - for standard output."`
	Import libraryImportCommand `cmd:"" help:"Read what export wrote, or - for standard input."`
}

type checkCommand struct{}

// Run is called by kong.
func (checkCommand) Run(p *program) error {
	l, err := p.library()
	if err != nil {
		return err
	}
	faults, err := l.Check(p.ctx)
	for _, fault := range faults {
		p.report(fmt.Errorf("%s: %s", l.File(), fault))
	}
	if len(faults) == 0 && err == nil {
		fmt.Fprintf(p.stdout, "%s: sound\n", l.File())
	}
	return err
}

type vacuumCommand struct{}

// Run is called by kong.
func (vacuumCommand) Run(p *program) error {
	l, err := p.library()
	if err != nil {
		return err
	}
	before, after, err := l.Vacuum(p.ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "%s: %d bytes, before %d\n", l.File(), after, before)
	return err
}

type libraryExportCommand struct {
	File string `arg:"" help:"The file to write."`
}

// Run is called by kong.
func (c libraryExportCommand) Run(p *program) error {
	l, err := p.library()
	if err != nil {
		return err
	}
	var done library.Exported
	err = p.write(c.File, func(w io.Writer) error {
		done, err = l.Export(p.ctx, w)
		return err
	})
	if err != nil {
		return err
	}
	for _, fault := range done.Faults {
		p.report(fault)
	}
	p.say("%s", count(done.Articles, "article"))
	return nil
}

type libraryImportCommand struct {
	File string `arg:"" help:"The file to read."`
}

// Run is called by kong.
func (c libraryImportCommand) Run(p *program) error {
	return p.read(c.File, func(r io.Reader) error { return p.importLibrary(c.File, r) })
}

// importLibrary reads the export of a library.
func (p *program) importLibrary(name string, r io.Reader) error {
	l, err := p.library()
	if err != nil {
		return err
	}
	got, err := l.Import(p.ctx, r)
	for _, fault := range got.Faults {
		p.report(fmt.Errorf("%s: %w", name, fault))
	}
	if err != nil && !library.IsFault(err) {
		err = fmt.Errorf("%s: %w", name, err)
	}
	if err == nil || got.New+got.Merged > 0 {
		p.say("%s new, %d known", count(got.New, "article"), got.Merged)
	}
	return err
}
