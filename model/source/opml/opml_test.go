package opml_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"quoth/model"
	"quoth/model/source/opml"
)

func TestRead(t *testing.T) {
	feeds, left, err := opml.Read(strings.NewReader("\ufeff\n" + `<?xml version="1.0" encoding="ISO-8859-1"?>
<opml version="1.1"><head><title>Mine</title></head><body>
<outline text="Flat" XMLURL="https://a.example/feed" htmlUrl="https://a.example/"/>
<outline text="News &amp; more"><outline text="World"><outline type="rss" title="Titled" text="Text" xmlUrl="https://b.example/feed"/></outline>
  <outline text="https://c.example/feed" xmlUrl="https://c.example/feed"/></outline>
<outline text="A/B"><outline text="D" xmlUrl="https://d.example/feed"/></outline>
<outline text="Again" xmlUrl="https://a.example/feed"/>
<outline text="Link" type="link" url="https://e.example/"/>
<outline text="Script" xmlUrl="exec:~/bin/feed"/>
</body></opml>`))
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Feed{
		{URL: "https://a.example/feed", Title: "Flat", Site: "https://a.example/"},
		{URL: "https://b.example/feed", Title: "Titled", Folder: "News & more/World"},
		{URL: "https://c.example/feed", Folder: "News & more"},
		{URL: "https://d.example/feed", Title: "D", Folder: "A//B"},
	}
	if diff := cmp.Diff(want, feeds); diff != "" || left != 2 {
		t.Errorf("%d left out, want 2; (-want +got)\n%s", left, diff)
	}
}

func TestWriteAndReadAgain(t *testing.T) {
	feeds := []model.Feed{
		{URL: "https://a.example/feed?x=1&y=2", Title: `Quotes " and <marks>`, Site: "https://a.example/"},
		{URL: "https://b.example/feed", Folder: "News"},
		{URL: "https://c.example/feed", Title: "伊朗", Folder: "News/World"},
		{URL: "https://d.example/feed", Title: "D", Folder: "A//B/C"},
		{URL: "https://e.example/feed", Title: "E", Folder: "News/World"},
	}
	var out bytes.Buffer
	if err := opml.Write(&out, "Quoth", time.Date(2026, 2, 2, 12, 0, 0, 0, time.UTC), feeds); err != nil {
		t.Fatal(err)
	}
	back, left, err := opml.Read(bytes.NewReader(out.Bytes()))
	if err != nil || left != 0 {
		t.Fatal(left, err)
	}
	feeds[3], feeds[4] = feeds[4], feeds[3] // folders are together
	if diff := cmp.Diff(feeds, back); diff != "" {
		t.Errorf("written and read (-was +is)\n%s\n%s", diff, out.String())
	}
}

func TestNoOPML(t *testing.T) {
	for name, in := range map[string]string{
		"empty": "",
		"page":  "<html><body>x</body></html>",
		"feed":  `<rss version="2.0"><channel/></rss>`,
		"JSON":  `{"a":1}`,
		"cut":   `<opml><body><outline text="a"`,
		"bomb":  `<!DOCTYPE o [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml>&b;`,
	} {
		if _, _, err := opml.Read(strings.NewReader(in)); !errors.Is(err, opml.ErrNotOPML) {
			t.Errorf("%s: error is %v", name, err)
		}
	}
	deep := strings.Repeat(`<outline text="x">`, 1000) + `<outline xmlUrl="https://a.example/"/>` + strings.Repeat("</outline>", 1000)
	feeds, left, err := opml.Read(strings.NewReader("<opml><body>" + deep + "</body></opml>"))
	if err != nil || len(feeds) != 0 || left != 1 {
		t.Errorf("1000 folders deep: %v, %d left out, %v", feeds, left, err)
	}
}

func TestTooLarge(t *testing.T) {
	in := `<opml><body><outline text="` + strings.Repeat("a", 17<<20) + `" xmlUrl="https://a.example/"/></body></opml>`
	if _, _, err := opml.Read(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), "the limit is 16 MiB") {
		t.Errorf("error is %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`<opml><body><outline text="a//b"><outline text="x" xmlUrl="https://a.example/"/></outline></body></opml>`)
	f.Fuzz(func(t *testing.T, in string) {
		feeds, _, err := opml.Read(strings.NewReader(in))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := opml.Write(&out, "", time.Time{}, feeds); err != nil {
			t.Fatal(err)
		}
		back, _, err := opml.Read(&out)
		if err != nil || len(back) != len(feeds) {
			t.Fatal(fmt.Sprintf("%d feeds written, %d read", len(feeds), len(back)), err)
		}
	})
}
