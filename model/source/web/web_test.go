package web_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"quoth/model/source/web"
)

var update = flag.Bool("update", false, "write what the pages give into their files")

// TestPages reads the pages under testdata. Each file tells in its comment what
// is odd about the page and, in the line "url: ", where it was found.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, rest, _ := strings.Cut(string(archive.Comment), "url: ")
			address, _, _ := strings.Cut(rest, "\n")
			got := told(archive.Files[0].Data, address)
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) != 2 || string(archive.Files[1].Data) != got {
				t.Errorf("got\n%s\nwant\n%s", got, archive.Files[len(archive.Files)-1].Data)
			}
		})
	}
}

// told writes down what a page gives.
func told(page []byte, address string) string {
	x, err := web.Page(page, address, "text/html")
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	return fmt.Sprintf("title: %s\nauthors: %s\nsite: %s\npublished: %s\nwarning: %s\n\n%s\n",
		x.Title, strings.Join(x.Authors, "; "), x.Site, x.Published, x.Words.Warning, x.Words.Body)
}
