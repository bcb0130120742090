package export

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrMeanwhile says that a file is another one than was read.
var ErrMeanwhile = errors.New("changed while it was brought up to date; export again")

// replace puts a file in the place of another in one step: there is the old one
// or the new one, and never half of one. old is what was read, nil for no file:
// one that another program made there meanwhile stays.
func replace(name string, old, fresh []byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".quoth-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp.Name()))
		}
	}()
	_, err = tmp.Write(fresh)
	if err = cmp.Or(err, tmp.Chmod(mode), tmp.Sync()); err != nil {
		return errors.Join(err, tmp.Close())
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	if old == nil {
		switch err := os.Link(tmp.Name(), name); {
		case err == nil:
			return os.Remove(tmp.Name())
		case errors.Is(err, fs.ErrExist):
			return ErrMeanwhile
		} // else the file system knows no such links
	}
	now, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if !bytes.Equal(now, old) {
		return ErrMeanwhile
	}
	return os.Rename(tmp.Name(), name)
}
