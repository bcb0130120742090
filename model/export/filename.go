package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"quoth/model/export/merge"
)

// newName gives a name for a document's file that no other file has:
// 2026-11-18-harbour-bridge-to-stay-closed-21da7006.md. Where the document's own
// file is there by now, written by another program, it is that one's.
func (f *Folder) newName(d Document) (string, error) {
	parts := []string{created(d), slug(d.Title()), d.Article.ID[:min(8, len(d.Article.ID))]}
	base := strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "-")
	for n := 1; ; n++ {
		name := filepath.Join(f.dir, base+".md")
		if n > 1 {
			name = filepath.Join(f.dir, fmt.Sprintf("%s-%d.md", base, n))
		}
		taken, err := takenFrom(name, d.Article.ID)
		if err != nil || !taken {
			return name, err
		}
	}
}

// takenFrom reports whether a name is none for the file of an article, because
// something else has it.
func takenFrom(name, id string) (bool, error) {
	switch info, err := os.Lstat(name); {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case info.IsDir():
		return true, nil
	}
	head, err := readHead(name)
	if err != nil {
		return false, unread(name, err)
	}
	return merge.IDOf(head) != id, nil
}
