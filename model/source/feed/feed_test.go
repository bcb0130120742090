package feed_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html/charset"

	"quoth/model/source/feed"
)

var update = flag.Bool("update", false, "write what the feeds give into their files")

// TestFeeds reads the feeds under testdata, one for each oddity that is seen in
// the wild. The comment tells it and, in the line "url: ", where it was found.
func TestFeeds(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no feeds", err)
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

// told writes down what a feed gives.
func told(data []byte, address string) string {
	f, err := feed.Read(data, address, "")
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, every %s\n", f.Title, f.Site, f.Every)
	for _, x := range f.Items {
		fmt.Fprintf(&b, "\n* %s\n  guid: %s\n  source: %s\n  authors: %s\n  published: %s\n", x.Title, x.GUID, x.Source, strings.Join(x.Authors, "; "), x.Published)
		if x.Words.Warning != "" {
			fmt.Fprintf(&b, "  warning: %s\n", x.Words.Warning)
		}
		if x.Words.Body != "" {
			fmt.Fprintf(&b, "\n%s\n", x.Words.Body)
		}
	}
	return b.String()
}

func TestCharsets(t *testing.T) {
	const title = "Größe – „Brücke“"
	rss := func(declaration, title string) string {
		return declaration + "<rss version=\"2.0\"><channel><title>" + title + "</title><item><title>" + title + "</title><link>https://e.example/</link></item></channel></rss>"
	}
	encode := func(name, s string) []byte {
		enc, _ := charset.Lookup(name)
		out, err := enc.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct {
		name, contentType string
		data              []byte
	}{
		{"as declared", "", encode("windows-1252", rss(`<?xml version="1.0" encoding="windows-1252"?>`, title))},
		{"declared in single quotes", "", encode("windows-1252", rss(`<?xml version='1.0' encoding='Windows-1252'?>`, title))},
		{"UTF-8 that is declared Latin 1", "", []byte(rss(`<?xml version="1.0" encoding="ISO-8859-1"?>`, title))},
		{"windows-1252 that is declared UTF-8", "", encode("windows-1252", rss(`<?xml version="1.0" encoding="UTF-8"?>`, title))},
		{"only the server says", "text/xml; charset=windows-1252", encode("windows-1252", rss("", title))},
		{"the server is wrong", "text/xml; charset=us-ascii", []byte(rss(`<?xml version="1.0" encoding="UTF-8"?>`, title))},
		{"UTF-16", "", encode("utf-16le", "\ufeff"+rss(`<?xml version="1.0" encoding="UTF-16"?>`, title))},
		{"a mark and white space", "", []byte("\ufeff\n " + rss(`<?xml version="1.0"?>`, title))},
	} {
		f, err := feed.Read(c.data, "https://e.example/feed", c.contentType)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if f.Title != title || len(f.Items) != 1 || f.Items[0].Title != title {
			t.Errorf("%s: title is %q", c.name, f.Title)
		}
	}
}

// TestManyItems holds that it is told how many articles of a document are not
// taken.
func TestManyItems(t *testing.T) {
	var items strings.Builder
	for i := range 2500 {
		fmt.Fprintf(&items, "<item><title>%d</title><link>https://e.example/%d</link></item>", i, i)
	}
	f, err := feed.Read([]byte("<rss><channel>"+items.String()+"</channel></rss>"), "https://e.example/feed", "")
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Items) != 2000 || f.Items[0].Title != "0" || f.LeftOut != 500 {
		t.Errorf("%d items from %s on, %d left out", len(f.Items), f.Items[0].Title, f.LeftOut)
	}
}

func TestEscapeSequencesAreLeftOut(t *testing.T) {
	f, err := feed.Read([]byte("<rss version=\"2.0\"><channel><title>Sea \x1b[1mnews</title><item><title>Ferries &amp;#27;[31mstop</title>"+
		"<guid>id\x1b]0;pwn\x07-1</guid><description>She \x1b[32msaid so.</description></item></channel></rss>"), "https://e.example/feed", "")
	if err != nil {
		t.Fatal(err)
	}
	x := f.Items[0]
	if got, want := []string{f.Title, x.Title, x.GUID, x.Text}, []string{"Sea news", "Ferries stop", "id-1", "She said so."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDiscover(t *testing.T) {
	page := `<html><head><base href="/sub/"><link rel="stylesheet" href="x.css"><link rel="alternate" hreflang="de" href="/de">
		<link rel="alternate" type="application/rss+xml; charset=utf-8" title=" Quenby
		Courier " href="feed.xml"><link rel="ALTERNATE home" type="application/atom+xml" href="https://other.example/atom">
		<link rel="alternate" type="application/rss+xml" href="javascript:x"></head>
		<body><a href="/comments/feed/">Comments</a><a href="feed.xml#top">RSS</a><a href="/feedback">Tell us</a></body></html>`
	var got []string
	for _, l := range feed.Discover([]byte(page), "https://e.example/a/b", "text/html") {
		got = append(got, l.URL+" "+l.Title)
	}
	want := []string{
		"https://e.example/sub/feed.xml Quenby Courier", "https://other.example/atom ",
		"https://e.example/comments/feed/ ",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestEvery(t *testing.T) {
	f, err := feed.Read([]byte(`<rss version="2.0"><channel><title>T</title><ttl>999999</ttl></channel></rss>`), "https://e.example/", "")
	if err != nil || f.Every != 24*time.Hour {
		t.Errorf("every %v, %v; want a day at most", f, err)
	}
}

// FuzzRead holds that no feed makes it panic, and that what comes is text that
// can be told apart.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := feed.Read(data, "https://e.example/feed", "")
		if err != nil {
			return
		}
		seen := make(map[string]bool)
		for _, x := range got.Items {
			if x.GUID == "" || seen[x.GUID] || x.Title == "" || !utf8.ValidString(x.Title+x.Text+x.GUID+x.Source) {
				t.Fatalf("item %+v", x)
			}
			seen[x.GUID] = true
		}
	})
}
