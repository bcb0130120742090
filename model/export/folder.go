package export

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/aymanbagabas/go-udiff"
	"golang.org/x/text/unicode/norm"

	"quoth/model"
	"quoth/model/export/merge"
)

// Folder is a folder of Markdown files, one for each article. Which file is
// whose is said by the files themselves, so that a reader may rename and move
// them.
type Folder struct {
	dir   string
	files map[string][]string // of each article, those that say they are its
}

// headSize is how much of a file is read to find its front matter, in bytes.
const headSize = 64 << 10

// OpenFolder looks through a folder. One that is not there is made when the
// first file is written.
func OpenFolder(dir string) (*Folder, error) {
	f := &Folder{dir: dir, files: map[string][]string{}}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && path == dir:
			return fs.SkipAll
		case err != nil:
			return err
		case e.IsDir() && path != dir && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir // of programs: .obsidian, .git, .trash
		case e.IsDir() || !strings.EqualFold(filepath.Ext(path), ".md"):
			return nil
		}
		head, err := readHead(path)
		if err != nil {
			return err
		}
		if id := merge.IDOf(head); id != "" {
			f.files[id] = append(f.files[id], path)
		}
		return nil
	})
	return f, err
}

func readHead(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, headSize))
}

// Outcome says what came of one document.
type Outcome struct {
	File    string   // as named from the folder
	Written bool     // the file was made or changed, or would be
	Diff    string   // of a dry run: what would change, as a unified diff
	Kept    []string // keys and items that the reader changed and that were left as they are
}

// WriteOptions choose how files are brought up to date.
type WriteOptions struct {
	DryRun bool     // change nothing, and say what would change
	Force  bool     // write over what the reader changed
	Taken  []string // items whose changes were taken over, by their ids
}

// Write brings the file of a document up to date, or makes it. An error that
// wraps *merge.DamageError, or ErrTwice, leaves the file as it is.
func (f *Folder) Write(d Document, l *Look, o WriteOptions) (Outcome, error) {
	p, err := l.Page(d)
	if err != nil {
		return Outcome{}, err
	}
	name, old, err := f.read(d)
	if err != nil {
		return Outcome{}, err
	}
	out := Outcome{File: f.short(name)}
	fresh := merge.New(p)
	if old != nil {
		r, err := merge.Update(old, p, merge.Options{Force: o.Force, Taken: o.Taken})
		if err != nil {
			return out, fmt.Errorf("%s: %w", out.File, err)
		}
		fresh, out.Kept = r.File, r.Kept
	}
	if bytes.Equal(old, fresh) {
		return out, nil
	}
	out.Written = true
	if o.DryRun {
		out.Diff = udiff.Unified(out.File, out.File, string(old), string(fresh))
		return out, nil
	}
	if err := replace(name, old, fresh); err != nil {
		return out, fmt.Errorf("%s: %w", out.File, err)
	}
	f.files[d.Article.ID] = []string{name}
	return out, nil
}

// Marked leaves of a document what the reader marked or put right, and what
// stands in its file already: a quotation that was exported stays there when the
// reader marks another one.
func (f *Folder) Marked(d Document) (Document, error) {
	var have []string
	_, file, err := f.read(d)
	if err == nil && file != nil {
		have, err = merge.IDs(file)
	}
	if err != nil {
		return d, err
	}
	d.Items = slices.DeleteFunc(slices.Clone(d.Items), func(it Item) bool { return !it.marked() && !slices.Contains(have, it.ID) })
	d.Minted = slices.DeleteFunc(slices.Clone(d.Minted), func(n model.QuoteName) bool {
		return !slices.ContainsFunc(d.Items, func(it Item) bool { return it.ID == IDPrefix+n.ID })
	})
	return d, nil
}

// read gives the file of a document; its bytes are nil where there is none yet.
func (f *Folder) read(d Document) (name string, file []byte, err error) {
	if name, err = f.file(d); err != nil {
		return "", nil, err
	}
	file, err = os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return name, nil, nil
	}
	return name, file, err
}

// Adopted gives the items of a document whose note or tags the reader changed in
// the file, as they are there. Other changes cannot be taken over and are not
// among them.
func (f *Folder) Adopted(d Document, l *Look) ([]Item, error) {
	name, file, err := f.read(d)
	if err != nil || file == nil {
		return nil, err
	}
	edited, err := merge.Edited(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.short(name), err)
	}
	var out []Item
	for _, e := range edited {
		i := slices.IndexFunc(d.Items, func(it Item) bool { return it.ID == e.ID })
		if i < 0 {
			continue
		}
		if it, ok := l.Adopt(d.Items[i], e); ok {
			out = append(out, it)
		}
	}
	return out, nil
}

// ErrTwice says that several files are of one article.
var ErrTwice = errors.New("several files say that they are of one article")

// file gives the file of a document: the one that says so, or a new name.
func (f *Folder) file(d Document) (string, error) {
	switch have := f.files[d.Article.ID]; len(have) {
	case 0:
		return f.newName(d)
	case 1:
		return filepath.EvalSymlinks(have[0])
	default:
		short := make([]string, len(have))
		for i := range have {
			short[i] = f.short(have[i])
		}
		return "", fmt.Errorf("%w: take %s out of all but one of them: %s", ErrTwice, merge.IDKey, strings.Join(short, ", "))
	}
}

func (f *Folder) short(name string) string {
	if rel, err := filepath.Rel(f.dir, name); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return name
}

// nameLength is how much of a title stands in a file's name, in characters.
const nameLength = 60

// newName gives a name for a document's file that no file has:
// 2026-11-18-harbour-bridge-to-stay-closed-21da7006.md.
func (f *Folder) newName(d Document) (string, error) {
	parts := []string{created(d), slug(d.Title()), d.Article.ID[:min(8, len(d.Article.ID))]}
	base := strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "-")
	for n := 1; ; n++ {
		name := filepath.Join(f.dir, base+".md")
		if n > 1 {
			name = filepath.Join(f.dir, fmt.Sprintf("%s-%d.md", base, n))
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		} else if err != nil {
			return "", err
		}
	}
}

// slug makes a title fit for a file's name everywhere: small letters and digits
// of any script without accents, and dashes.
func slug(title string) string {
	var b strings.Builder
	n, dash := 0, false
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if dash && b.Len() > 0 {
				b.WriteByte('-')
				n++
			}
			dash = false
			b.WriteRune(r)
			n++
		default:
			dash = true
			if n >= nameLength {
				return norm.NFC.String(b.String())
			}
		}
		if n >= 2*nameLength { // a script without blanks
			break
		}
	}
	return norm.NFC.String(b.String())
}

// ErrMeanwhile says that a file is another one than was read.
var ErrMeanwhile = errors.New("changed while it was brought up to date; export again")

// replace puts a file in the place of another in one step: there is the old one
// or the new one, and never half of one. old is what was read, nil for no file.
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
	now, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if !bytes.Equal(now, old) {
		return ErrMeanwhile
	}
	return os.Rename(tmp.Name(), name)
}
