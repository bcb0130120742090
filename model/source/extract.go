package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"quoth/model"
	"quoth/model/source/mail"
	"quoth/model/source/markdown"
	"quoth/model/source/web"
)

// Extract makes of the bytes of a file an article with all that a library keeps
// of it. The name tells its kind and is its source where the bytes do not name
// another.
func (o *Opener) Extract(name string, data []byte) (*model.Extract, error) {
	x, err := o.extract(name, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if strings.TrimSpace(x.Text) == "" {
		return nil, fmt.Errorf("%s: %w", name, errEmpty)
	}
	if x.Source == "" {
		x.Source = name
	}
	sum := sha256.Sum256(data)
	x.Words.Plain, x.Words.Original, x.Words.Origin = x.Text, hex.EncodeToString(sum[:]), model.FromFile
	if x.Words.Warning != "" {
		o.Warn(fmt.Errorf("%s: %s", name, x.Words.Warning))
	}
	return x, nil
}

func (o *Opener) extract(name string, data []byte) (*model.Extract, error) {
	switch {
	case isPage(name, data):
		return web.Page(data, "", "")
	case isMessage(name, data):
		return mail.Message(data)
	}
	text, note, err := decode(data)
	if err != nil {
		return nil, err
	}
	if note != "" {
		o.Warn(fmt.Errorf("%s: %s", name, note))
	}
	if !isMarkdown(name, text) {
		return &model.Extract{Article: *readPlain(text), Words: model.Text{Format: model.FormatText, Body: text}}, nil
	}
	matter, body := cutFrontMatter(text)
	return &model.Extract{
		Article: *o.readMarkdown(name, matter, body),
		Words:   model.Text{Format: model.FormatMarkdown, Body: body},
	}, nil
}

// Restore makes the article of what a library keeps of it.
func Restore(e model.Entry, t model.Text) *model.Article {
	var a model.Article
	if t.Format == model.FormatMarkdown {
		a = markdown.Parse([]byte(t.Body))
	} else {
		a = *readPlain(t.Body)
	}
	a.ID, a.Title, a.Authors, a.Site, a.Source = e.ID, e.Title, e.Authors, e.Site, e.Source
	a.Published, a.Tags = e.Published, e.Tags
	return &a
}
