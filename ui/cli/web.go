package cli

import (
	"errors"
	"fmt"
	"io"
	"log"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/intake"
	"quoth/model/library"
	"quoth/model/source"
	"quoth/model/source/fetch"
)

// userAgent names the program to servers.
func userAgent() string { return "Quoth/" + version() + " (news reader for the terminal)" }

// web gives the way from the web into the library.
func (p *program) web() (*intake.Intake, error) {
	l, err := p.library()
	if err != nil {
		return nil, err
	}
	// Package net/http tells of servers that say more than they announced through
	// the standard logger, which writes on the screen.
	log.SetOutput(io.Discard)
	return &intake.Intake{Library: l, Client: fetch.New(fetch.DefaultOptions(userAgent(), time.Now)), Now: time.Now}, nil
}

// isURL reports whether an argument is an address of the web and not a file.
func isURL(name string) bool {
	return strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://")
}

// openAny opens a file, standard input, a page of the web, or an article of the
// library.
func (p *program) openAny(name string) (*model.Article, error) {
	switch {
	case strings.HasPrefix(name, keptPrefix):
		return p.openShelved(name)
	case !isURL(name):
		return p.openArticle(name)
	}
	a, err := p.openURL(name)
	if err == nil {
		if r := p.recall(a); r.Warning != "" {
			p.warn(fmt.Errorf("%s: %s", name, r.Warning))
		}
	}
	return a, err
}

// openURL fetches a page and keeps its article. Where that fails it opens the
// copy that is kept, if there is one. A date given on the command line is kept
// as the reader's own.
func (p *program) openURL(address string) (*model.Article, error) {
	in, err := p.web()
	if err != nil {
		return nil, err
	}
	kept, err := in.Page(p.ctx, address)
	switch {
	case kept.ID == "":
		return nil, err
	case errors.Is(err, p.ctx.Err()) && p.ctx.Err() != nil:
		return nil, err
	case err != nil:
		p.warn(fmt.Errorf("%w; this is the copy that was kept", err))
	}
	if p.published.Known() {
		if _, err := in.Library.SetPublished(p.ctx, kept.ID, p.published); err != nil {
			return nil, err
		}
	}
	return p.openKept(in.Library, kept.ID)
}

// openKept opens an article of the library.
func (p *program) openKept(l *library.Library, id string) (*model.Article, error) {
	entry, err := l.Entry(p.ctx, id)
	if err != nil {
		return nil, err
	}
	text, err := l.Text(p.ctx, id)
	if err != nil {
		return nil, err
	}
	a := source.Restore(entry, text)
	if a.Text == text.Plain {
		return a, nil
	}
	// The program that kept it read Markdown in another way. What the engine and
	// the reader say of it must point into the text as it is read now.
	text.Plain = a.Text
	_, err = l.Keep(p.ctx, model.Extract{Article: model.Article{ID: id}, Words: text})
	return a, err
}
