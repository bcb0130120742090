package source

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"quoth/model"
	"quoth/model/source/mail"
	"quoth/model/source/web"
)

// headSize is how many bytes of a file Head reads; even, for the sake of UTF-16.
const headSize = 16 << 10

// Head looks at the beginning of a file: it gives what the article says about
// itself there, without its text. It fails on what Open is sure to fail on, and
// is quick. Its errors begin with the name.
func (o *Opener) Head(name string) (*model.Article, error) {
	data, err := readHead(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return ReadHead(name, data)
}

// ReadHead gives what the bytes at the beginning of a file say about the
// article.
func ReadHead(name string, data []byte) (*model.Article, error) {
	a, err := head(name, data[:min(len(data), headSize)])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if a.Source == "" {
		a.Source = name
	}
	return a, nil
}

func head(name string, data []byte) (*model.Article, error) {
	switch {
	case isPage(name, data):
		return web.Head(data)
	case isMessage(name, data):
		return mail.Head(data)
	}
	text, _, err := decode(data)
	if err != nil {
		return nil, err
	}
	if !isMarkdown(name, text) {
		a := readPlain(text)
		return &model.Article{Title: a.Title, Authors: a.Authors, Published: a.Published}, nil
	}
	a := &model.Article{}
	matter, body := cutFrontMatter(text)
	describe(a, matter)
	if m := heading.FindStringSubmatch(body); a.Title == "" && m != nil {
		a.Title = m[1]
	}
	return a, nil
}

var heading = regexp.MustCompile(`(?m)^# +([^\n]*?)[ #]*$`)

func readHead(name string) ([]byte, error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, bare(err)
	case info.IsDir():
		return nil, errDirectory
	case info.Size() > MaxSize:
		return nil, errTooLarge
	case !info.Mode().IsRegular():
		return nil, nil // a pipe's bytes come only once
	}
	data, err := io.ReadAll(io.LimitReader(f, headSize))
	if err != nil {
		return nil, bare(err)
	}
	if info.Size() <= headSize && strings.TrimSpace(string(data)) == "" {
		return nil, errEmpty
	}
	return data, nil
}

var (
	errDirectory = errors.New("is a directory")
	errEmpty     = errors.New("empty")
	errTooLarge  = fmt.Errorf("too large: the limit is %d MiB", MaxSize>>20)
)
