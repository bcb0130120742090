// Package source turns what is on disk or standard input into articles: it
// detects what the bytes are, decodes them, and reads their structure and what
// they say about themselves. It keeps no library and knows nothing of
// annotations.
package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"quoth/model"
	"quoth/model/source/markdown"
)

// MaxSize is the largest article that is opened, in bytes.
const MaxSize = 16 << 20

// StandardInput is the source of an article that was read there and names no
// other.
const StandardInput = "standard input"

// Opener opens articles.
type Opener struct {
	Stdin io.Reader
	Warn  func(error) // told what is wrong with an article that opens nevertheless
}

// Open reads the article in the file called name, or on standard input when
// name is "-". Its errors begin with the name.
func (o *Opener) Open(name string) (*model.Article, error) {
	x, err := o.Take(name)
	if err != nil {
		return nil, err
	}
	return &x.Article, nil
}

// Take is Open with all that a library keeps of the article.
func (o *Opener) Take(name string) (*model.Extract, error) {
	if name == "-" {
		data, err := readAll(o.Stdin)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", StandardInput, err)
		}
		return o.Extract(StandardInput, data)
	}
	data, err := readFile(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return o.Extract(name, data)
}

// Read makes an article of the bytes of a file. The name tells its kind and is
// its source where the bytes do not name another.
func (o *Opener) Read(name string, data []byte) (*model.Article, error) {
	x, err := o.Extract(name, data)
	if err != nil {
		return nil, err
	}
	return &x.Article, nil
}

func (o *Opener) readMarkdown(name, matter, body string) *model.Article {
	a := markdown.Parse([]byte(body))
	for _, err := range describe(&a, matter) {
		o.Warn(fmt.Errorf("%s: front matter: %w", name, err))
	}
	if a.Title == "" {
		a.Title = firstHeading(&a)
	}
	if !a.Published.Known() {
		a.Published = headDay(a.Text, a.Blocks)
	}
	return &a
}

// firstHeading gives the words of the first heading of the first level, or "".
func firstHeading(a *model.Article) string {
	for _, b := range a.Blocks {
		if b.Kind == model.BlockHeading && b.Level == 1 {
			return strings.Join(strings.Fields(b.Span.In(a.Text)), " ")
		}
	}
	return ""
}

func readFile(name string) ([]byte, error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, bare(err)
	}
	if info.IsDir() {
		return nil, errDirectory
	}
	return readAll(f)
}

// open opens a file, or says why what is named cannot be one.
func open(name string) (*os.File, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) && strings.Contains(name, "://") {
		return nil, errors.New("only addresses that begin with http:// or https:// are opened")
	}
	return f, bare(err)
}

func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, bare(err)
	}
	if len(data) > MaxSize {
		return nil, errTooLarge
	}
	return data, nil
}

// bare takes the operation and the name off an error of package os.
func bare(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
