package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"quoth/model"
	"quoth/model/export/merge"
)

// Folder is a folder of Markdown files, one for each article. Which file is
// whose is said by the files themselves, so that a reader may rename and move
// them.
type Folder struct {
	Unread []error // of the files that could not be read, and are nobody's

	dir   string
	files map[string][]string // of each article, those that say they are its
}

// headSize is how much of a file is read to find its front matter, in bytes.
const headSize = 64 << 10

// OpenFolder looks through a folder. One that is not there is made when the
// first file is written. Files that cannot be read do not hinder the others.
func OpenFolder(dir string) (*Folder, error) {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real // the folder is looked through, and not the link to it
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%s is a file, and the export wants a folder", dir)
	}
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
		if err != nil && !errors.Is(err, fs.ErrNotExist) { // nor is a link that leads nowhere an article's
			f.Unread = append(f.Unread, unread(path, err))
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

// ErrUnread says that a file could not be read.
var ErrUnread = errors.New("cannot be read")

func unread(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w: a link to what is not there", path, ErrUnread)
	}
	var cause *fs.PathError
	if errors.As(err, &cause) {
		err = cause.Err
	}
	return fmt.Errorf("%s: %w: %w", path, ErrUnread, err)
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

// mostTries is how often a file is brought up to date that others change
// meanwhile.
const mostTries = 5

// Write brings the file of a document up to date, or makes it. Several programs
// may export to one folder at once: what another one wrote meanwhile is brought
// up to date in its turn. An error that wraps *merge.DamageError, ErrTwice,
// ErrUnread or ErrMeanwhile leaves the file as it is.
func (f *Folder) Write(d Document, l *Look, o WriteOptions) (Outcome, error) {
	p, err := l.Page(d)
	if err != nil {
		return Outcome{}, err
	}
	for tries := 1; ; tries++ {
		out, err := f.write(d, p, o)
		if tries == mostTries || !errors.Is(err, ErrMeanwhile) {
			return out, err
		}
	}
}

func (f *Folder) write(d Document, p merge.Page, o WriteOptions) (Outcome, error) {
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
	name, file, err := f.read(d)
	if err != nil {
		return d, err
	}
	if file != nil {
		if have, err = merge.IDs(file); err != nil {
			return d, fmt.Errorf("%s: %w", f.short(name), err)
		}
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
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return name, nil, nil
	case err != nil:
		return name, nil, unread(name, err)
	}
	return name, file, nil
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
		name, err := filepath.EvalSymlinks(have[0])
		if err != nil {
			return "", unread(have[0], err)
		}
		return name, nil
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
