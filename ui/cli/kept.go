package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"quoth/annotate"
	"quoth/model"
	"quoth/model/library"
	"quoth/model/plaintext"
	"quoth/model/query"
	"quoth/model/source"
)

// libraryFile is the library that the command line or the environment names, or
// the reader's own; "" where none is known.
func libraryFile(named string) string {
	switch {
	case named != "":
		return named
	case homeless("XDG_DATA_HOME"):
		return ""
	}
	return filepath.Join(xdg.DataHome, "quoth", "library.db")
}

func (p *program) openLibrary(file string) (*library.Library, error) {
	if file == "" {
		return nil, errNoLibrary
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, fmt.Errorf("library: %w", err)
	}
	l, err := library.Open(p.ctx, file, time.Now)
	if err == nil {
		p.close = l.Close
	}
	return l, err
}

// openToKeep opens a file to read and to keep. Keeping it waits until it is
// annotated, so that its text comes first.
func (p *program) openToKeep(name string) (*model.Article, error) {
	x, err := p.take(name)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.unkept[&x.Article] = &toKeep{extract: x, dated: p.published.Known()}
	return &x.Article, nil
}

// take reads a file as the library keeps it: it knows a file by its whole path,
// and what came over standard input by its text.
func (p *program) take(name string) (*model.Extract, error) {
	x, err := p.source.Take(name)
	switch {
	case err != nil:
		return nil, err
	case x.Source == source.StandardInput:
		x.Source, x.Title = "", cmp.Or(x.Title, plaintext.Beginning(x.Text))
	case x.Source == name:
		if x.Source, err = filepath.Abs(name); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if p.published.Known() {
		x.Published = p.published
	}
	return x, nil
}

// toKeep is an article on its way into the library: who asks for it first puts
// it there.
type toKeep struct {
	extract *model.Extract
	dated   bool // the reader gave its date
	late    bool // only when the reader makes something of it
	once    sync.Once
	id      string
	err     error
}

// keepOnDemand makes an article one that is kept when the reader makes something
// of it, and not before: a sample.
func (p *program) keepOnDemand(x *model.Extract) *model.Article {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.unkept[&x.Article] = &toKeep{extract: x, late: true}
	return &x.Article
}

// keptLate puts the articles into the library that an action is about and that
// waited for one.
func (p *program) keptLate(l *library.Library, act model.Action) error {
	about := act.Articles()
	p.mu.Lock()
	var waiting []*toKeep
	for _, x := range p.unkept {
		if x.late && slices.Contains(about, library.ID(*x.extract)) {
			waiting = append(waiting, x)
		}
	}
	p.mu.Unlock()
	for _, x := range waiting {
		if _, err := l.Entry(p.ctx, library.ID(*x.extract)); !errors.Is(err, library.ErrNotFound) {
			if err != nil {
				return err
			}
			continue
		}
		id, err := x.keep(p.ctx, l)
		if err == nil { // what is being marked is being read
			_, err = l.Change(p.ctx, model.Change{Flag: model.FlagRead, On: []string{id}})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// keep gives the name that the library has for it.
func (x *toKeep) keep(ctx context.Context, l *library.Library) (string, error) {
	x.once.Do(func() {
		var kept library.Kept
		kept, x.err = l.Keep(ctx, *x.extract)
		if x.id = kept.ID; x.err == nil && x.dated {
			_, x.err = l.SetPublished(ctx, x.id, x.extract.Published)
		}
	})
	return x.id, x.err
}

// keepLater keeps an article beside the reading of it, unless that is over.
func (p *program) keepLater(a *model.Article, ann model.Annotations) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.over {
		p.keeping.Go(func() { p.keep(a, ann) })
	}
}

// endKeeping waits for what is being kept.
func (p *program) endKeeping() {
	p.mu.Lock()
	p.over = true
	p.mu.Unlock()
	p.keeping.Wait()
}

// keep puts an article that openToKeep opened into the library, with what the
// engine said of it.
func (p *program) keep(a *model.Article, ann model.Annotations) {
	p.mu.Lock()
	x := p.unkept[a]
	p.mu.Unlock()
	l, err := p.library()
	if err == nil && x != nil {
		_, err = x.keep(p.ctx, l)
	}
	if err == nil {
		err = l.KeepAnnotations(p.ctx, library.DatedOf(a), annotate.Version, &ann)
	}
	p.notKept(err)
}

// annotations gives what the engine says of an article: what the library has
// kept of it, else the engine is asked, and loaded at the first question.
func (p *program) annotations(a *model.Article) model.Annotations {
	p.mu.Lock()
	x := p.unkept[a]
	kept := a.ID != "" || x != nil && !x.late
	p.mu.Unlock()
	if !kept {
		return p.annotate(a)
	}
	if l, err := p.library(); err == nil {
		ann, found, err := l.Annotations(p.ctx, library.DatedOf(a), annotate.Version)
		if err == nil && found {
			p.keepLater(a, *ann)
			return *ann
		}
	}
	ann := p.annotate(a)
	p.keepLater(a, ann)
	return ann
}

func (p *program) annotate(a *model.Article) model.Annotations {
	engine, err := p.engine()
	if err != nil {
		p.report(err)
		return model.Annotations{}
	}
	return engine.Annotate(a)
}

// asked is what the engine says of an article. Where the program is interrupted
// meanwhile, the engine is not waited for.
func (p *program) asked(engine *annotate.Engine, a *model.Article) (model.Annotations, error) {
	said := make(chan model.Annotations, 1)
	go func() { said <- engine.Annotate(a) }()
	ann, _ := next(p, said)
	return ann, p.ctx.Err()
}

// annotateKept asks the engine about the articles of the library that it has not
// been asked about. One that is damaged is told of, and the others are read.
func (p *program) annotateKept(l *library.Library) error {
	const batch = 100
	asked := map[string]bool{} // of a damaged one, what was said is not found again
	for {
		ids, err := l.NotAnnotated(p.ctx, annotate.Version, batch)
		ids = slices.DeleteFunc(ids, func(id string) bool { return asked[id] })
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			asked[id] = true
			switch err := p.annotateOne(l, id); {
			case p.ctx.Err() != nil:
				return p.ctx.Err()
			case errors.Is(err, library.ErrCorrupt), errors.Is(err, library.ErrNotFound):
				p.report(err)
			case errors.Is(err, library.ErrReadOnly):
				p.warn(fmt.Errorf("%w (%s): who speaks in its new articles cannot be kept there", library.ErrReadOnly, l.File()))
				return nil
			case err != nil:
				return err
			}
		}
	}
}

// annotateOne asks the engine about an article of the library.
func (p *program) annotateOne(l *library.Library, id string) error {
	engine, err := p.engine()
	if err != nil {
		return err
	}
	a, err := p.openKept(l, id)
	if err != nil {
		return err
	}
	ann, err := p.asked(engine, a)
	if err != nil {
		return err
	}
	return l.KeepAnnotations(p.ctx, library.DatedOf(a), annotate.Version, &ann)
}

// queried opens the library, and reads the words of the command line as a query
// of it.
func (p *program) queried(words []string) (*library.Library, query.Node, error) {
	node, err := parseQuery(strings.Join(words, " "))
	if err != nil {
		return nil, nil, err
	}
	l, err := p.library()
	return l, node, err
}

// parseQuery reads the words of the command line as a query.
func parseQuery(words string) (query.Node, error) {
	node, err := query.Parse(words, query.Options{Now: time.Now()})
	if err != nil {
		return nil, usageError(err.Error())
	}
	return node, nil
}
