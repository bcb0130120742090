package library

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// What can be wrong with a library. The errors that methods return wrap these
// and name the file and what to do.
var (
	ErrNewer    = errors.New("the library is of a newer program")
	ErrForeign  = errors.New("not a library of Quoth")
	ErrCorrupt  = errors.New("the library is damaged")
	ErrReadOnly = errors.New("the library is read-only")
	ErrFull     = errors.New("no space left for the library")
	ErrBusy     = errors.New("the library is in use by another program")
	ErrNotFound = errors.New("not in the library")
)

// wrap makes one line of what SQLite says: what was tried, what is wrong, with
// which file, and what to do.
func (l *Library) wrap(what string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		switch {
		case known(err):
			return err
		case strings.HasPrefix(err.Error(), "sql: Scan error"): // a value of another kind than its column
			return l.corrupt(what)
		}
		return fmt.Errorf("%s: library %s: %w", what, l.file, err)
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_FULL:
		return fmt.Errorf("%s: %w (%s): free some space and try again; nothing is lost", what, ErrFull, l.file)
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return fmt.Errorf("%s: %w (%s): copy it to where it can be written, or name another one with --library", what, ErrReadOnly, l.file)
	case lib.SQLITE_CORRUPT:
		return l.corrupt(what)
	case lib.SQLITE_NOTADB:
		return fmt.Errorf("%s: %w: %s", what, ErrForeign, l.file)
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fmt.Errorf("%s: %w (%s): try again when it is done", what, ErrBusy, l.file)
	case lib.SQLITE_IOERR:
		return fmt.Errorf("%s: library %s: the disk does not take or give it: see that it has space and is sound, then try again; nothing is lost: %w", what, l.file, err)
	case lib.SQLITE_CANTOPEN:
		return fmt.Errorf("%s: library %s cannot be opened or created there: %w", what, l.file, err)
	}
	return fmt.Errorf("%s: library %s: %w", what, l.file, err)
}

// corrupt says what to do with a damaged library.
func (l *Library) corrupt(what string) error {
	hint := "\"quoth library export FILE\" saves what can still be read; then move this file away and import that"
	if what == "open" {
		hint = "move the file away and import your last export"
	}
	return fmt.Errorf("%s: %w (%s): %s", what, ErrCorrupt, l.file, hint)
}

// known reports whether err already is one line for the reader.
func known(err error) bool {
	for _, e := range []error{ErrNewer, ErrForeign, ErrCorrupt, ErrReadOnly, ErrFull, ErrBusy, ErrNotFound} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

func (l *Library) newer(version int) error {
	return fmt.Errorf("%w: %s has version %d, this one knows %d: use a newer quoth, or another file with --library",
		ErrNewer, l.file, version, latest())
}

// IsFault reports whether an error is of the library itself, so that what comes
// next will fail too.
func IsFault(err error) bool { return known(err) && !errors.Is(err, ErrNotFound) }
