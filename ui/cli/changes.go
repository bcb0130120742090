package cli

import (
	"errors"
	"fmt"
	"strings"

	"quoth/model"
	"quoth/model/diff"
	"quoth/model/library"
)

type changesCommand struct {
	Article string `arg:"" help:"The article: its address, or its id as articles --json shows it."`
}

// Run is called by kong.
func (c changesCommand) Run(p *program) error {
	l, err := p.library()
	if err != nil {
		return err
	}
	id, err := l.Find(p.ctx, c.Article)
	if errors.Is(err, library.ErrNotFound) {
		id = c.Article
	} else if err != nil {
		return err
	}
	texts, err := l.Texts(p.ctx, id)
	if err != nil {
		return err
	}
	if len(texts) < 2 {
		p.say("its text has not changed since it was kept")
		p.status = max(p.status, statusNothing)
		return nil
	}
	for i, paragraph := range diff.Paragraphs(compared(texts)) {
		if i > 0 {
			fmt.Fprintln(p.stdout)
		}
		if _, err := fmt.Fprintln(p.stdout, oneLine(wdiff(paragraph))); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return nil
}

// compared compares the text that was fetched last with the one before.
func compared(texts []model.Text) []diff.Piece { return diff.Texts(texts[1].Plain, texts[0].Plain) }

// wdiff writes a paragraph as the program of that name does.
func wdiff(paragraph []diff.Piece) string {
	var b strings.Builder
	for _, piece := range paragraph {
		words := strings.TrimRight(piece.Text, " \n")
		blanks := piece.Text[len(words):]
		switch piece.Kind {
		case diff.Gone:
			b.WriteString("[-" + words + "-]" + blanks)
		case diff.New:
			b.WriteString("{+" + words + "+}" + blanks)
		case diff.Same:
			b.WriteString(piece.Text)
		}
	}
	return b.String()
}

// changesOf makes an article of what changed in a kept one.
func (p *program) changesOf(id string) (*model.Article, error) {
	l, err := p.library()
	if err != nil {
		return nil, err
	}
	e, err := l.Entry(p.ctx, id)
	if err != nil {
		return nil, err
	}
	texts, err := l.Texts(p.ctx, id)
	if err != nil {
		return nil, err
	}
	if len(texts) < 2 {
		return nil, fmt.Errorf("the text of %q has not changed since it was kept", e.Name())
	}
	a := diff.Article("What changed: "+e.Name(), compared(texts))
	a.Site, a.Source, a.Published = e.Site, e.Source, e.Published
	return a, nil
}
