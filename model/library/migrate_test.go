package library

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"quoth/model"
)

// olderContent is what a library of each version may hold: for each migration
// what it made possible, in the SQL of its time. A new migration adds its line,
// and no line is ever changed.
var olderContent = []string{
	`INSERT INTO feed (url, title) VALUES ('https://example.org/feed', 'Old feed');
	 INSERT INTO entry (uid, feed_id, guid, source, title, published, sort, added, texts, words, text_id)
	   VALUES ('00aa', 1, 'g1', 'https://example.org/1', 'Old', '2026-01-01', 1767225600, 1767225600, 1, 2, 1);
	 INSERT INTO text (id, entry_id, hash, format, origin, fetched, plain)
	   VALUES (1, 1, 'f98ae42ebef9b8f0f5e50f2b8c0f6b7c', 'text', 'page', 1767225600, 'old words');
	 INSERT INTO entry_fts (rowid, title, body) VALUES (1, 'Old', 'old words');
	 INSERT INTO tag (name) VALUES ('kept');
	 INSERT INTO entry_tag (entry_id, tag_id) VALUES (1, 1);
	 INSERT INTO saved_query (name, query) VALUES ('S', 'old');`,
	`INSERT INTO quote (id, entry_id, n) VALUES (1, 1, 0);
	 INSERT INTO quote_fts (rowid, said, speaker, place) VALUES (1, 'old', 'Ida', '');`,
	`INSERT INTO remote_feed (account, key, feed_id) VALUES ('a', '7', 1);
	 INSERT INTO remote_entry (account, key, entry_id, read, starred) VALUES ('a', '9', 1, 0, 1);`,
	`INSERT INTO note (id, uid, entry_id, start, end, hash, exact, prefix, suffix, twins, kind, text, tags, created, changed)
	   VALUES (1, 'aa11', 1, 0, 3, '', 'old', '', ' words', 0, 'check', 'look', '["kept"]', 1767225600000, 1767225600000);
	 INSERT INTO note_fts (rowid, title, body) VALUES (1, 'Old', 'old look kept');
	 INSERT INTO correction (uid, entry_id, data, created) VALUES ('cc', NULL, '{"ID":"cc","Kind":"one-name","Name":"A","Other":"B"}', 1767225600000);`,
	`INSERT INTO annotation (hash, published, engine, data) VALUES ('e0', '2026-01-01', '1', x'00');`,
	`INSERT INTO quote_name (uid, entry_id, passage) VALUES ('dd22', 1, '{"exact":"old"}');`,
	`UPDATE entry SET archived = 1 WHERE id = 1; UPDATE entry SET archived = 0 WHERE id = 1;`,
	`UPDATE entry SET archived = 1, read = 0 WHERE id = 1; UPDATE entry SET archived = 0 WHERE id = 1;`,
}

func TestMigrateFromEveryVersion(t *testing.T) {
	if len(olderContent) != latest() {
		t.Fatalf("%d migrations, content for %d", latest(), len(olderContent))
	}
	fresh, _ := newLibrary(t)
	want := schema(t, fresh)
	for from := 0; from <= latest(); from++ {
		t.Run(fmt.Sprint("from ", from), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "library.db")
			old := &Library{file: file, now: newClock().now}
			if err := old.connect("rwc"); err != nil {
				t.Fatal(err)
			}
			if err := old.migrateTo(t.Context(), from); err != nil {
				t.Fatal(err)
			}
			for _, s := range olderContent[:from] {
				if _, err := old.write.Exec(s); err != nil {
					t.Fatal(err)
				}
			}
			if from > 0 {
				if _, err := old.write.Exec("UPDATE text SET hash = ?", TextHash("old words")); err != nil {
					t.Fatal(err)
				}
			}
			if err := old.Close(); err != nil {
				t.Fatal(err)
			}
			l := openAt(t, file, newClock())
			if got := schema(t, l); got != want {
				t.Errorf("schema is\n%s\nwant\n%s", got, want)
			}
			sound(t, l)
			if from > 0 && titles(t, l, "words tag:kept feed:old") != "Old" {
				t.Error("what the older program kept is not found")
			}
		})
	}
}

// TestAnnotationsOutliveMigration: what an older program asked the engine is not
// asked again.
func TestAnnotationsOutliveMigration(t *testing.T) {
	file := filepath.Join(t.TempDir(), "library.db")
	old := &Library{file: file, now: newClock().now}
	if err := old.connect("rwc"); err != nil {
		t.Fatal(err)
	}
	if err := old.migrateTo(t.Context(), 4); err != nil {
		t.Fatal(err)
	}
	data, err := deflate(&model.Annotations{Entities: []model.Entity{{ID: "e1", Name: "Ida"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(slices.Clone(olderContent[:4]), `UPDATE text SET hash = 'h'`) {
		if _, err := old.write.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := old.write.Exec("INSERT INTO annotation (hash, engine, data) VALUES ('h', '7', ?)", data); err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	l := openAt(t, file, newClock())
	a, found, err := l.Annotations(t.Context(), dated(t, l, "00aa"), "7")
	if err != nil || !found || a.Entities[0].Name != "Ida" {
		t.Errorf("annotations are %+v, %v, %v", a, found, err)
	}
}

// schema lists what the library is made of.
func schema(t *testing.T, l *Library) string {
	t.Helper()
	parts, err := l.strings(t.Context(), "read schema", "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	v, err := l.version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(v, "\n", strings.Join(parts, "\n"))
}

func TestNewerIsRefusedAndNotTouched(t *testing.T) {
	file := filepath.Join(t.TempDir(), "library.db")
	l := openAt(t, file, newClock())
	if _, err := l.write.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	refused(t, file, ErrNewer)
}

func TestForeignFilesAreRefusedAndNotTouched(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("my notes\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	refused(t, text, ErrForeign)
	for name, made := range map[string]string{
		"plain.db":   "CREATE TABLE t (x)",
		"version.db": "PRAGMA user_version = 1",
		"id.db":      "PRAGMA application_id = 7",
	} {
		file := filepath.Join(dir, name)
		db, err := sql.Open("sqlite", file)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(made); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		refused(t, file, ErrForeign)
	}
}

// refused holds that a file is not opened, with one line that names it, and
// that nothing in its directory is changed.
func refused(t *testing.T, file string, want error) {
	t.Helper()
	before := contents(t, filepath.Dir(file))
	l, err := Open(t.Context(), file, newClock().now)
	if err == nil {
		l.Close()
	}
	if !errors.Is(err, want) {
		t.Errorf("%s: error is %v, want %v", file, err, want)
		return
	}
	if line := err.Error(); !strings.Contains(line, file) || strings.Contains(line, "\n") {
		t.Errorf("error is no line that names the file: %q", line)
	}
	if after := contents(t, filepath.Dir(file)); after != before {
		t.Errorf("the directory changed:\n%s\nwas\n%s", after, before)
	}
}

func contents(t *testing.T, dir string) string {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s %s\n", f.Name(), TextHash(string(b)))
	}
	return out.String()
}

func TestDamagedFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "library.db")
	l := openAt(t, file, newClock())
	for i := range 200 {
		keep(t, l, article(fmt.Sprint("file", i), fmt.Sprint("T", i), strings.Repeat("many words ", 100)))
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(b); i++ {
		b[i] = 0xA5
	}
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	l, err = Open(t.Context(), file, newClock().now)
	if err == nil {
		defer l.Close()
		_, err = l.List(t.Context(), parse(t, l, "words"), Window{})
	}
	if !errors.Is(err, ErrCorrupt) || !strings.Contains(err.Error(), file) || strings.Contains(err.Error(), "\n") {
		t.Errorf("error is %v", err)
	}
}

func TestFullDisk(t *testing.T) {
	l, _ := newLibrary(t)
	keep(t, l, article("a", "A", "words"))
	var pages int
	if err := l.write.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	// SQLite gives the same error as for a write that the system refuses.
	if _, err := l.write.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+4)); err != nil {
		t.Fatal(err)
	}
	_, err := l.Keep(t.Context(), article("b", "B", strings.Repeat("long text ", 100_000)))
	if !errors.Is(err, ErrFull) || !strings.HasPrefix(err.Error(), "keep b: no space left") {
		t.Errorf("error is %v", err)
	}
	if got := titles(t, l, ""); got != "A" {
		t.Errorf("the library holds %q, want A", got)
	}
	sound(t, l)
}

// TestReadOnlyMedium opens a library beside which no file can be made.
func TestReadOnlyMedium(t *testing.T) {
	l, _ := newLibrary(t)
	keep(t, l, article("https://example.org/1", "A", "text"))
	file := l.File()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.Mkdir(file+end, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	ro := openAt(t, file, newClock())
	if got := titles(t, ro, ""); got != "A" {
		t.Errorf("found %q", got)
	}
	_, err := ro.Keep(t.Context(), article("https://example.org/2", "B", "text"))
	if !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), "copy it to where it can be written") {
		t.Errorf("keeping: %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	file := filepath.Join(t.TempDir(), "library.db")
	l := openAt(t, file, newClock())
	keep(t, l, article("a", "A", "words"))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	ro := &Library{file: file, now: newClock().now}
	defer ro.Close()
	if err := ro.openReadOnly(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, ro, "words"); got != "A" {
		t.Errorf("words finds %q", got)
	}
	_, err := ro.Keep(t.Context(), article("b", "B", "words"))
	if !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), file) {
		t.Errorf("error is %v", err)
	}
}

func TestErrorOfALockedLibrary(t *testing.T) {
	file := filepath.Join(t.TempDir(), "library.db")
	a, b := openAt(t, file, newClock()), openAt(t, file, newClock())
	if _, err := b.write.Exec("PRAGMA busy_timeout = 0"); err != nil {
		t.Fatal(err)
	}
	err := a.change(t.Context(), "hold", func(*txn) error {
		_, err := b.Keep(t.Context(), article("x", "X", "words"))
		if !errors.Is(err, ErrBusy) {
			t.Errorf("error is %v", err)
		}
		if got := titles(t, b, ""); got != "" { // reading goes on
			t.Errorf("reads %q", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpenAndKeepFromManyPrograms(t *testing.T) {
	file := filepath.Join(t.TempDir(), "library.db")
	var wg sync.WaitGroup
	for p := range 4 {
		wg.Go(func() {
			l, err := Open(t.Context(), file, newClock().now)
			if err != nil {
				t.Error(err)
				return
			}
			defer l.Close()
			for i := range 20 {
				if _, err := l.Keep(t.Context(), article(fmt.Sprint("file", i), "T", fmt.Sprint("text of ", p))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	l := openAt(t, file, newClock())
	if n, err := l.Count(t.Context(), parse(t, l, "")); err != nil || n != 20 {
		t.Errorf("%d articles, %v; want 20", n, err)
	}
	sound(t, l)
}
