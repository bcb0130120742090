package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"quoth/ui/linear"
)

// write opens a file for writing, or takes standard output when name is "-". The
// file takes its place only when it is whole. It never takes that of the library.
func (p *program) write(name string, do func(io.Writer) error) (err error) {
	if name == "-" {
		return do(p.stdout)
	}
	if there, err := os.Stat(name); err == nil {
		if l, err := os.Stat(p.libraryAt); err == nil && os.SameFile(there, l) {
			return usageError(name + ": that is the library itself: name another file")
		}
		if there.IsDir() {
			return usageError(name + ": that is a folder: name a file")
		}
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".quoth-*")
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(do(f), f.Close()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	var renaming *os.LinkError
	if err := os.Rename(f.Name(), name); errors.As(err, &renaming) {
		return fmt.Errorf("%s: %w", name, renaming.Err)
	}
	return nil
}

// read opens a file for reading, or takes standard input when name is "-".
func (p *program) read(name string, do func(io.Reader) error) error {
	if name == "-" {
		return do(p.stdin)
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return do(f)
}

// say tells how it went, on standard error: standard output is for results.
func (p *program) say(format string, args ...any) {
	fmt.Fprintln(p.stderr, linear.Clean(fmt.Sprintf(format, args...)))
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
