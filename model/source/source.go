// Package source turns what is on disk or standard input into articles: it
// detects what the bytes are, decodes them, and recognises the structure of
// the text. It keeps no library and knows nothing of annotations.
package source

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"quoth/model"
)

// Opener opens articles.
type Opener struct {
	Stdin io.Reader
	Warn  func(error) // told what is wrong with an article that opens nevertheless
}

// Open reads the article in the file called name, or on standard input when
// name is "-".
func (o *Opener) Open(name string) (*model.Article, error) {
	data, err := o.read(name)
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s: not UTF-8", name)
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	if strings.TrimSpace(text) == "" {
		return nil, fmt.Errorf("%s: %w", name, errors.New("empty"))
	}
	return &model.Article{Source: name, Text: text}, nil
}

func (o *Opener) read(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(o.Stdin)
	}
	return os.ReadFile(name)
}
