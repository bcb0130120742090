package library

import (
	"bytes"
	"context"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// applicationID marks a SQLite file as a library: "Quot" in the header's bytes
// 68 to 71.
const applicationID = 0x51756f74

//go:embed migration/*.sql
var migrations embed.FS

// steps lists the migrations in their order: the file with the number n brings
// version n-1 to version n.
func steps() []string {
	names, err := fs.Glob(migrations, "migration/*.sql")
	if err != nil {
		return nil // only a bad pattern fails
	}
	return names
}

// latest is the version that this program writes.
func latest() int { return len(steps()) }

// headerVersion reads the version out of the file's first 100 bytes (SQLite
// file format, section 1.3) without opening it as a database, so that a file
// that is not ours or is newer is not touched at all. A file without tables, as
// a program leaves it that is killed while it creates one, has version 0.
func headerVersion(file string) (int, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, fmt.Errorf("open library: %w", err)
	}
	defer f.Close()
	var head [100]byte
	n, err := io.ReadFull(f, head[:])
	switch {
	case errors.Is(err, io.EOF):
		return 0, nil
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return 0, fmt.Errorf("open library: %w", err)
	case n < len(head) || !bytes.HasPrefix(head[:], []byte("SQLite format 3\x00")):
		return 0, fmt.Errorf("%w: %s: name another file with --library", ErrForeign, file)
	}
	version := int(binary.BigEndian.Uint32(head[60:]))
	id, pages := binary.BigEndian.Uint32(head[68:]), binary.BigEndian.Uint32(head[28:])
	if fresh := id == 0 && version == 0 && pages <= 1; id != applicationID && !fresh {
		return 0, fmt.Errorf("%w, but another program's database: %s: name another file with --library", ErrForeign, file)
	}
	return version, nil
}

func (l *Library) version(ctx context.Context) (int, error) {
	var v int
	err := l.read.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v)
	return v, l.wrap("open", err)
}

// migrate brings the file to the latest version.
func (l *Library) migrate(ctx context.Context) error {
	v, err := l.version(ctx)
	switch {
	case err != nil:
		return err
	case v > latest():
		return l.newer(v)
	case v == latest():
		return nil
	}
	return l.migrateTo(ctx, latest())
}

// migrateTo carries out the steps up to version to, all of them or none.
// Another program may do the same at the same time: the version is read again
// under the lock.
func (l *Library) migrateTo(ctx context.Context, to int) error {
	return l.change(ctx, "bring library up to date", func(tx *txn) error {
		var v int
		if err := tx.row(ctx, "PRAGMA user_version").Scan(&v); err != nil {
			return err
		}
		for ; v < to; v++ {
			step := steps()[v]
			text, err := migrations.ReadFile(step)
			if err != nil {
				return err
			}
			if _, err := tx.exec(ctx, string(text)); err != nil {
				return fmt.Errorf("it is not as its version %d says; move it away and import your last export: %s: %w", v, step, err)
			}
		}
		_, err := tx.exec(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", v, applicationID))
		return err
	})
}
