package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ErrNoArticles is the fault of a folder in which nothing is an article.
var ErrNoArticles = errors.New("holds no article: no text, Markdown, HTML or message")

// IsFolder reports whether name is a folder, or leads to one.
func IsFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// Folder lists the articles of a folder and of the folders in it, by name. They
// are told by their extensions, and those that have none by their beginning;
// other files are no articles, and nothing is wrong with them. Hidden files and
// folders are passed over, as are folders that are reached by a link, and those
// beside a saved page that hold its pictures and scripts. A fault begins with
// the name of the folder that cannot be read.
func Folder(dir string) (files []string, faults []error) {
	files, faults = folder(dir)
	if len(files)+len(faults) == 0 {
		faults = []error{fmt.Errorf("%s: %w", dir, ErrNoArticles)}
	}
	return files, faults
}

func folder(dir string) (files []string, faults []error) {
	entries, err := os.ReadDir(dir) // sorted; what was read before an error counts
	if err != nil {
		faults = append(faults, fmt.Errorf("%s: %w", dir, bare(err)))
	}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			if !belongsToPage(e.Name(), entries) {
				inside, wrong := folder(name)
				files, faults = append(files, inside...), append(faults, wrong...)
			}
		case isFile(e, name) && isArticle(name):
			files = append(files, name)
		}
	}
	return files, faults
}

// isFile reports whether an entry is a file or a link to one. A link that leads
// nowhere counts: whoever opens it is told so.
func isFile(e fs.DirEntry, name string) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := os.Stat(name)
	return err != nil || info.Mode().IsRegular()
}

func isArticle(name string) bool {
	if filepath.Ext(name) != "" {
		return named(name) != unknown
	}
	data, err := readHead(name)
	return err == nil && len(data) > 0 && (utf16Of(data) != nil || binary(data) == "")
}

// belongsToPage reports whether a folder holds the parts of a page that a
// browser saved beside it: "Ferry.html" and "Ferry_files".
func belongsToPage(dir string, beside []fs.DirEntry) bool {
	page, ok := strings.CutSuffix(dir, "_files")
	return ok && slices.ContainsFunc(beside, func(e fs.DirEntry) bool {
		return e.Name() == page+".html" || e.Name() == page+".htm"
	})
}
