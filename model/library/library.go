// Package library keeps articles, what the engine said of them and what the
// reader did with them, in one SQLite file, and finds them again. It is the only
// package that knows SQL. It fetches nothing, parses no article and decides
// nothing about them: it is given values of package model and gives such values
// back.
//
// The file is created on first use. Its schema is the numbered files under
// migration, and PRAGMA user_version says how many of them have been carried
// out. Several programs may have one library open at once.
package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite" // the driver "sqlite"
	lib "modernc.org/sqlite/lib"
)

// Library is an open library. Its methods may be called from any goroutine.
type Library struct {
	file  string
	now   func() time.Time
	read  *sql.DB // several connections: readers never wait for a writer
	write *sql.DB // one connection: writers of this program queue here and not on a lock
}

// Open opens the library in file and creates it where there is none. now is the
// clock that stamps what is kept. A library that may not be written is opened
// for reading.
func Open(ctx context.Context, file string, now func() time.Time) (*Library, error) {
	l := &Library{file: file, now: now}
	if err := l.open(ctx); err != nil {
		l.Close()
		return nil, err
	}
	return l, nil
}

func (l *Library) open(ctx context.Context) error {
	version, err := headerVersion(l.file)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(l.file), 0o700); err != nil {
			return fmt.Errorf("library %s: %w", l.file, err)
		}
	} else if err != nil {
		return err
	}
	if version > latest() {
		return l.newer(version)
	}
	if err := l.connect("rwc"); err != nil {
		return err
	}
	err = l.migrate(ctx)
	if version > 0 && (errors.Is(err, ErrReadOnly) || cannotOpen(err)) {
		if readable := l.openReadOnly(ctx); readable == nil || !cannotOpen(err) {
			return readable
		}
	}
	return err
}

// cannotOpen reports whether SQLite could not open a file, as on a medium that is
// read-only as a whole, where it cannot make the files beside the library.
func cannotOpen(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == lib.SQLITE_CANTOPEN
}

// openReadOnly opens a library on a medium that cannot be written. Where not
// even the files beside it can be made, what another program has not yet moved
// into the library itself is not seen.
func (l *Library) openReadOnly(ctx context.Context) error {
	for _, mode := range []string{"ro", "ro&immutable=1"} {
		l.Close()
		if err := l.connect(mode); err != nil {
			return err
		}
		version, err := l.version(ctx)
		switch {
		case err != nil:
			continue
		case version > latest():
			return l.newer(version)
		case version < latest():
			return fmt.Errorf("%w: %s is of an older program and cannot be brought up to date there; copy it to where it can be written",
				ErrReadOnly, l.file)
		}
		return nil
	}
	return fmt.Errorf("%w: %s", ErrReadOnly, l.file)
}

// readers bounds how many queries run at once.
const readers = 4

func (l *Library) connect(mode string) error {
	var err error
	if l.read, err = sql.Open("sqlite", l.dsn(mode)+"&_txlock=deferred"); err != nil {
		return l.wrap("open", err)
	}
	l.read.SetMaxOpenConns(readers)
	if l.write, err = sql.Open("sqlite", l.dsn(mode)+"&_txlock=immediate"); err != nil {
		return l.wrap("open", err)
	}
	l.write.SetMaxOpenConns(1)
	return nil
}

// dsn names the file to the driver. In a write-ahead log with synchronous
// NORMAL a killed program loses nothing and a power cut at most the last
// moments, and the file stays whole.
func (l *Library) dsn(mode string) string {
	path, err := filepath.Abs(l.file)
	if err != nil {
		path = l.file
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	dsn := u.String() + "?mode=" + mode + "&_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)"
	if mode == "rwc" {
		dsn += "&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=journal_size_limit(16777216)"
	}
	return dsn
}

// Close closes the library.
func (l *Library) Close() error {
	var err error
	if l.read != nil {
		err = l.read.Close()
	}
	if l.write != nil {
		err = errors.Join(err, l.write.Close())
	}
	if err != nil {
		return l.wrap("close", err)
	}
	return nil
}

// File is the name of the library's file.
func (l *Library) File() string { return l.file }

// change carries out f in a transaction: all of it or nothing. what names it for
// the reader.
func (l *Library) change(ctx context.Context, what string, f func(*txn) error) error {
	return l.changeOn(ctx, l.write, what, f)
}

// beginner is what transactions begin on: the pool of one, or the one.
type beginner interface {
	BeginTx(ctx context.Context, o *sql.TxOptions) (*sql.Tx, error)
}

func (l *Library) changeOn(ctx context.Context, on beginner, what string, f func(*txn) error) error {
	tx, err := on.BeginTx(ctx, nil)
	if err != nil {
		return l.wrap(what, err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
	t := &txn{Tx: tx}
	if err := f(t); err != nil {
		return l.wrap(what, err)
	}
	if err := t.settle(ctx); err != nil {
		return l.wrap(what, err)
	}
	return l.wrap(what, tx.Commit())
}
