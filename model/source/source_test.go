package source_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"quoth/model"
	"quoth/model/source"
	"quoth/sample"
)

// opener gives an Opener and what it warned of.
func opener(stdin io.Reader) (*source.Opener, *[]string) {
	var warned []string
	return &source.Opener{Stdin: stdin, Warn: func(err error) { warned = append(warned, err.Error()) }}, &warned
}

func TestFrontMatter(t *testing.T) {
	stamp := func(s string) model.Stamp {
		got, err := model.ParseStamp(s)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	for name, c := range map[string]struct {
		in   string
		want model.Article
		warn []string
	}{
		"all keys": {
			in: "---\ntitle: 'Said \"so\"'\nauthor: Ida Moreau, Muscat bureau\nsource: https://a.example/b\n" +
				"published: 2026-02-08T21:40:00+04:00\ntags: [world, Sri Lanka]\nlayout: post\n---\nBody.\n",
			want: model.Article{
				Title: `Said "so"`, Authors: []string{"Ida Moreau, Muscat bureau"}, Source: "https://a.example/b",
				Published: stamp("2026-02-08T21:40:00+04:00"), Tags: []string{"world", "Sri Lanka"},
			},
		},
		"lists and other names": {
			in: "---\nTitle: T\nauthors:\n- Ida Moreau\n- name: Tom Brand\n  mail: t@x\ndate: Feb. 2, 2026\n" +
				"keywords: a, '#b'\npublisher: The Gazette\n...\nBody.",
			want: model.Article{
				Title: "T", Authors: []string{"Ida Moreau", "Tom Brand"}, Site: "The Gazette", Source: "x.md",
				Published: stamp("2026-02-02"), Tags: []string{"a", "'#b'"},
			},
		},
		"a source that is no address": {
			in:   "---\nsource: The Valley Courier\n---\nBody.",
			want: model.Article{Site: "The Valley Courier", Source: "x.md"},
		},
		"a source that is no address, and an address": {
			in:   "---\nsource: Wire service\nurl: https://a.example/b\nsite: The Gazette\n---\nBody.",
			want: model.Article{Site: "The Gazette", Source: "https://a.example/b"},
		},
		"escape sequences, as bytes and as YAML spells them": {
			in:   "---\ntitle: \"Ferries \\e[31mstop\\e[0m\"\nauthor: Ida \x1b]0;pwn\x07Moreau\ntags: [\"\\x1b[1msea\"]\n---\nBody.",
			want: model.Article{Title: "Ferries stop", Authors: []string{"Ida Moreau"}, Source: "x.md", Tags: []string{"sea"}},
		},
		"empty values": {
			in:   "---\ntitle:\nauthor: ~\ntags: []\n---\n# The *first* heading\n\nBody.",
			want: model.Article{Title: "The first heading", Source: "x.md"},
		},
		"a colon in the title": {
			in:   "---\ntitle: Cyclone: eye passes\nauthor: \"Ida\"\n---\nBody.",
			want: model.Article{Title: "Cyclone: eye passes", Authors: []string{"Ida"}, Source: "x.md"},
			warn: []string{"x.md: front matter: mapping values are not allowed in this context; read line by line"},
		},
		"no date": {
			in:   "---\npublished: soon\n---\nBody.",
			want: model.Article{Source: "x.md"},
			warn: []string{`x.md: front matter: date "soon": not understood, write YYYY-MM-DD`},
		},
		"no mapping": {
			in:   "---\n- a\n---\nBody.",
			want: model.Article{Source: "x.md"},
			warn: []string{"x.md: front matter: no keys and values"},
		},
		"a rule and no front matter": {
			in:   "---\n\nBody.",
			want: model.Article{Source: "x.md"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			o, warned := opener(nil)
			got, err := o.Read("x.md", []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			ignore := cmpopts.IgnoreFields(model.Article{}, "Text", "Blocks", "Runs", "Links")
			if diff := cmp.Diff(&c.want, got, ignore, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.warn, *warned); diff != "" {
				t.Errorf("warnings (-want +got):\n%s", diff)
			}
			if !strings.Contains(got.Text, "Body.") || strings.Contains(got.Text, "title") {
				t.Errorf("text %q", got.Text)
			}
		})
	}
}

func TestPlainHead(t *testing.T) {
	const text = "Sea wall fails in the night\nBy Ida Moreau\nUpdated: 2 February 2026 14:30\n\nThe wall gave way at four, he said.\r\n"
	o, _ := opener(strings.NewReader(text))
	a, err := o.Open("-")
	if err != nil {
		t.Fatal(err)
	}
	want := &model.Article{
		Title: "Sea wall fails in the night", Authors: []string{"Ida Moreau"}, Source: "standard input",
		Text: strings.ReplaceAll(text, "\r", ""),
	}
	want.Published, _ = model.ParseStamp("2026-02-02T14:30:00Z")
	if diff := cmp.Diff(want, a, cmpopts.IgnoreFields(model.Article{}, "Blocks")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestKind(t *testing.T) {
	for _, c := range []struct {
		name, text string
		markdown   bool
	}{
		{"a.md", "_so_ it is", true},
		{"a.MARKDOWN", "_so_ it is", true},
		{"a.txt", "_so_ it is", false},
		{"a.txt", "# not a heading here\n\n_so_", false},
		{"a.txt", "---\ntitle: T\n---\n\n_so_ it is", true},
		{"a", "_so_ it is", false},
		{"a", "# Heading\n\n_so_ it is", true},
		{"a.news", "see [the report](https://a.example), _so_ it is", true},
		{"a", "he [the mayor] (aged 40) said _so_", false},
	} {
		o, _ := opener(nil)
		a, err := o.Read(c.name, []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := !strings.Contains(a.Text, "_so_"); got != c.markdown {
			t.Errorf("%s %q: Markdown %v, want %v", c.name, c.text, got, c.markdown)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, data string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("empty.txt", "")
	put("blank.txt", " \n\u00a0\n")
	put("matter.md", "---\ntitle: T\n---\n")
	put("large.txt", strings.Repeat("a", source.MaxSize+1))
	put("picture.txt", "\x89PNG\x0d\x0a\x1a\x0a")
	for name, want := range map[string]string{
		"missing.txt": "no such file or directory",
		".":           "is a directory",
		"empty.txt":   "empty",
		"blank.txt":   "empty",
		"matter.md":   "empty",
		"large.txt":   "too large: the limit is 16 MiB",
		"picture.txt": "no text: image/png",
	} {
		path := filepath.Join(dir, name)
		o, _ := opener(nil)
		if _, err := o.Open(path); err == nil || err.Error() != path+": "+want {
			t.Errorf("%s: got %v", name, err)
		}
		if _, err := o.Head(path); name != "matter.md" && (err == nil || err.Error() != path+": "+want) {
			t.Errorf("head of %s: got %v", name, err)
		}
	}
	o, _ := opener(iotest.ErrReader(errors.New("cable cut")))
	if _, err := o.Open("-"); err == nil || err.Error() != "standard input: cable cut" {
		t.Errorf("standard input: got %v", err)
	}
}

func TestSamplesOpen(t *testing.T) {
	entries, err := sample.Files.ReadDir(".")
	if err != nil || len(entries) != 13 {
		t.Fatalf("%d samples, %v", len(entries), err)
	}
	for _, e := range entries {
		data, err := sample.Files.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		o, warned := opener(nil)
		a, err := o.Read("sample/"+e.Name(), data)
		if err != nil || len(*warned) > 0 {
			t.Errorf("%s: %v %v", e.Name(), err, *warned)
			continue
		}
		if a.Title == "" || len(a.Blocks) == 0 {
			t.Errorf("%s: title %q, %d blocks", e.Name(), a.Title, len(a.Blocks))
		}
		head, err := source.ReadHead("sample/"+e.Name(), data)
		if err != nil || head.Title != a.Title || head.Published.String() != a.Published.String() {
			t.Errorf("head of %s: %q, %s, %v", e.Name(), head.Title, head.Published, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.md", []byte("---\ntitle: a: b\nauthor: [x, {name: y}]\ndate: 02/03/2026\n---\n# T\n\n> *q*\n"))
	f.Add("", []byte("\xff\xfea\x00\r\n"))
	f.Add("a.txt", []byte("Title of the thing\nBy A B\n\nUpdated: Feb. 2, 2026 10:00 EST\n\x93x\x94"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		o, _ := opener(nil)
		a, err := o.Read(name, data)
		if err != nil {
			return
		}
		if !utf8.ValidString(a.Text) || strings.Contains(a.Text, "\r\n") {
			t.Fatalf("text %q", a.Text)
		}
		at := 0
		for _, b := range a.Blocks {
			if b.Start < at || b.End < b.Start || b.End > len(a.Text) {
				t.Fatalf("block %v after byte %d of %d", b.Span, at, len(a.Text))
			}
			at = b.End
		}
	})
}
