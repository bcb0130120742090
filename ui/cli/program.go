package cli

import (
	"context"
	"fmt"
	"io"
	"sync"

	"quoth/annotate"
	"quoth/model"
	"quoth/model/source"
)

// program is what the commands share: the streams, the engine and the exit
// status.
type program struct {
	ctx       context.Context //nolint:containedctx // one command is one run: it ends with the process
	stdin     io.Reader
	stdout    io.Writer
	stderr    io.Writer
	source    *source.Opener
	engine    func() (*annotate.Engine, error) // loaded at the first call
	published model.Stamp                      // of every article, where it is known
	status    int
}

func newProgram(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) *program {
	p := &program{
		ctx:    ctx,
		stdin:  stdin,
		stdout: stdout,
		stderr: stderr,
		engine: sync.OnceValues(annotate.New),
	}
	p.source = &source.Opener{Stdin: stdin, Warn: p.warn}
	return p
}

// report tells of something that could not be done; the exit status says so
// too.
func (p *program) report(err error) {
	p.warn(err)
	p.status = statusFailed
}

// warn tells of something that was done though not all is well with it.
func (p *program) warn(err error) { fmt.Fprintln(p.stderr, "quoth:", err) }

// openArticle opens a file, or standard input, and sets the date of publication
// where the command line gives it.
func (p *program) openArticle(name string) (*model.Article, error) {
	a, err := p.source.Open(name)
	if err != nil {
		return nil, err
	}
	if p.published.Known() {
		a.Published = p.published
	}
	return a, nil
}
