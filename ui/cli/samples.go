package cli

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"quoth/model"
	"quoth/model/library"
	"quoth/model/source"
	"quoth/sample"
	"quoth/ui/catalog"
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
	x, err := p.source.Extract(name, data)
	if err != nil {
		return nil, err
	}
	if name == seed {
		if x.Published, err = model.ParseStamp(seedPublished); err != nil {
			return nil, err
		}
	}
	return p.keepOnDemand(x), nil
}

// sampleShelf lists the embedded articles: the real one first, then those that
// are invented.
func sampleShelf() ([]catalog.Entry, error) {
	names, err := fs.Glob(sample.Files, "*.md")
	if err != nil {
		return nil, err
	}
	published, err := model.ParseStamp(seedPublished)
	if err != nil {
		return nil, err
	}
	var entries []catalog.Entry
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

// keptSamples tells of those samples that the reader made something of, and that
// are in the library since, what was done with them. What cannot be told is left
// out.
func keptSamples(ctx context.Context, l *library.Library, entries []catalog.Entry) {
	for i := range entries {
		id, err := l.Find(ctx, entries[i].Ref)
		if err != nil {
			continue
		}
		if e, err := l.Entry(ctx, id); err == nil {
			kept := keptEntry(e)
			kept.Ref, kept.Note = entries[i].Ref, entries[i].Note
			entries[i] = kept
		}
	}
}

func entry(ref string, head *model.Article) catalog.Entry {
	return catalog.Entry{Ref: ref, Title: head.Title, Site: head.Site, Published: head.Published}
}

// openShelved opens an article of the shelf.
func (p *program) openShelved(ref string) (*model.Article, error) {
	if id, ok := strings.CutPrefix(ref, catalog.ChangesPrefix); ok {
		return p.changesOf(id)
	}
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
