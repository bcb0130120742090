package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/model/source"
)

// tree makes files in a new folder. A name that ends with a slash makes a
// folder, "a -> b" a link.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, words := range files {
		name, to, link := strings.Cut(name, " -> ")
		path := filepath.Join(dir, name)
		err := os.MkdirAll(filepath.Dir(path), 0o700)
		switch {
		case err != nil:
		case link:
			err = os.Symlink(to, path)
		case strings.HasSuffix(name, "/"):
			err = os.MkdirAll(path, 0o700)
		default:
			err = os.WriteFile(path, []byte(words), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFolder(t *testing.T) {
	dir := tree(t, map[string]string{
		"b.txt": "B", "a.md": "A", "10.TXT": "ten", "page.html": "<html>", "letter.eml": "From: a\n\nb",
		"sub/deep/c.markdown": "C", "sub/d.xhtml": "",
		"notes": "a text whose name says nothing", "program": "\x7fELF\x00\x00", "empty": "",
		"photo.png": "\x89PNG", "main.go": "package main",
		".hidden.txt": "h", ".git/x.txt": "h",
		"page_files/style.txt": "part of the page", "case_files/e.txt": "no page beside it",
		"gone.md -> nowhere.md": "", "to.txt -> b.txt": "", "loop -> sub": "", "up -> .": "",
		"hollow/": "",
	})
	files, faults := source.Folder(dir)
	if len(faults) > 0 {
		t.Errorf("faults: %v", faults)
	}
	for i := range files {
		files[i] = strings.TrimPrefix(files[i], dir+"/")
	}
	want := []string{
		"10.TXT", "a.md", "b.txt", "case_files/e.txt", "gone.md", "letter.eml", "notes", "page.html",
		"sub/d.xhtml", "sub/deep/c.markdown", "to.txt",
	}
	if diff := cmp.Diff(want, files); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFolderByLink takes a folder that a link names.
func TestFolderByLink(t *testing.T) {
	dir := tree(t, map[string]string{"real/a.txt": "A", "link -> real": ""})
	link := filepath.Join(dir, "link")
	if !source.IsFolder(link) {
		t.Errorf("IsFolder(%s) is false", link)
	}
	files, faults := source.Folder(link)
	if want := []string{filepath.Join(link, "a.txt")}; !cmp.Equal(files, want) || len(faults) > 0 {
		t.Errorf("got %v, %v, want %v", files, faults, want)
	}
}

func TestFolderWithoutArticles(t *testing.T) {
	dir := tree(t, map[string]string{"photo.png": "", "sub/.x.txt": ""})
	files, faults := source.Folder(dir)
	if len(files) > 0 || len(faults) != 1 || faults[0].Error() != dir+": "+source.ErrNoArticles.Error() {
		t.Errorf("got %v, %v", files, faults)
	}
	files, faults = source.Folder(dir + "/missing")
	if len(files) > 0 || len(faults) != 1 || faults[0].Error() != dir+"/missing: no such file or directory" {
		t.Errorf("got %v, %v", files, faults)
	}
}
