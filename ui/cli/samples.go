package cli

import (
	"fmt"
	"io/fs"
	"strings"

	"quoth/model"
	"quoth/model/source"
	"quoth/sample"
	"quoth/ui/pane/shelf"
)

const (
	samplePrefix  = "sample/" // begins the name of an embedded article
	seed          = samplePrefix + "seed.txt"
	seedPublished = "2026-02-02" // which it does not tell
)

// openSample opens an embedded article.
func (p *program) openSample(name string) (*model.Article, error) {
	data, err := sample.Files.ReadFile(strings.TrimPrefix(name, samplePrefix))
	if err != nil {
		return nil, fmt.Errorf("%s: no such sample", name)
	}
	a, err := p.source.Read(name, data)
	if err == nil && name == seed {
		a.Published, err = model.ParseStamp(seedPublished)
	}
	return a, err
}

// sampleShelf lists the embedded articles: the real one first, then those that
// are invented.
func sampleShelf() ([]shelf.Entry, error) {
	names, err := fs.Glob(sample.Files, "*.md")
	if err != nil {
		return nil, err
	}
	published, err := model.ParseStamp(seedPublished)
	if err != nil {
		return nil, err
	}
	var entries []shelf.Entry
	for _, name := range append([]string{"seed.txt"}, names...) {
		data, err := sample.Files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		head, err := source.ReadHead(samplePrefix+name, data)
		if err != nil {
			return nil, err
		}
		e := entry(samplePrefix+name, head)
		e.Note = "fictional sample"
		if e.Ref == seed {
			e.Note, e.Published = "sample", published
		}
		entries = append(entries, e)
	}
	return entries, nil
}

func entry(ref string, head *model.Article) shelf.Entry {
	return shelf.Entry{Ref: ref, Title: head.Title, Site: head.Site, Published: head.Published}
}

// shelf lists the articles of the library, and after them the samples.
func (p *program) shelf() ([]shelf.Entry, error) {
	kept, err := p.keptShelf(p.libraryAt)
	if err != nil {
		p.report(err)
	}
	samples, err := sampleShelf()
	return append(kept, samples...), err
}

// openShelved opens an article of the shelf.
func (p *program) openShelved(ref string) (*model.Article, error) {
	id, kept := strings.CutPrefix(ref, keptPrefix)
	if !kept {
		return p.openSample(ref)
	}
	l, err := p.library()
	if err != nil {
		return nil, err
	}
	return p.openKept(l, id)
}
