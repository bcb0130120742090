package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"quoth/annotate"
	"quoth/model"
	"quoth/model/library"
	"quoth/model/source"
	"quoth/ui/linear"
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
	libraryAt string                           // its file
	library   func() (*library.Library, error) // opened at the first call
	close     func() error                     // what was opened
	published model.Stamp                      // of every article, where it is known

	keeping sync.WaitGroup // what is being put into the library

	mu      sync.Mutex                 // guards what follows: articles are opened side by side
	over    bool                       // nothing more is to be kept
	unkept  map[*model.Article]*toKeep // what was opened to be kept
	status  int
	holding bool
	held    []string
	misset  map[string]bool // the faults in the settings that were told
}

func newProgram(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) *program {
	p := &program{
		ctx:    ctx,
		stdin:  stdin,
		stdout: stdout,
		stderr: stderr,
		engine: sync.OnceValues(annotate.New),
		unkept: map[*model.Article]*toKeep{},
		misset: map[string]bool{},
	}
	p.close = func() error { return nil }
	p.source = &source.Opener{Stdin: stdin, Warn: p.warn}
	return p
}

// report tells of something that could not be done; the exit status says so
// too. What fails once the program is interrupted fails for that, and is not told.
func (p *program) report(err error) {
	if p.ctx.Err() == nil {
		p.warn(err)
		p.fail()
	}
}

// fail makes the exit status that of something that could not be done.
func (p *program) fail() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.status = statusFailed
}

// warn tells of something that was done though not all is well with it.
func (p *program) warn(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	line := fmt.Sprintln("quoth:", linear.Clean(err.Error()))
	if !p.holding {
		io.WriteString(p.stderr, line) //nolint:errcheck // there is no one else to tell
	} else if !slices.Contains(p.held, line) {
		p.held = append(p.held, line)
	}
}

// hold keeps messages back while the screen is taken.
func (p *program) hold() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.holding = true
}

// release tells what was held back, each line once.
func (p *program) release() {
	p.mu.Lock()
	defer p.mu.Unlock()
	io.WriteString(p.stderr, strings.Join(p.held, "")) //nolint:errcheck // as in warn
	p.holding, p.held = false, nil
}

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
