package merge_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/model/export/merge"
)

// page is what the program has to say in these tests.
func page(items ...string) merge.Page {
	p := merge.Page{
		ID: "21da7006",
		Keys: []merge.Key{
			{Name: "title", YAML: "title: Bridge\n"},
			{Name: "author", YAML: "author:\n  - Ida\n"},
			{Name: "tags", YAML: "tags:\n  - quoth\n", Once: true},
			{Name: "speakers", YAML: ""},
			{Name: merge.IDKey, YAML: "quoth_id: 21da7006\n", Once: true},
		},
		Head: "\n# Bridge\n\n",
		Foot: "\n## My notes\n\n",
	}
	for _, it := range items {
		id, body, _ := strings.Cut(it, " ")
		p.Items = append(p.Items, merge.Item{ID: id, Body: body + "\n"})
	}
	return p
}

func update(t *testing.T, file string, p merge.Page, o merge.Options) (string, []string) {
	t.Helper()
	r, err := merge.Update([]byte(file), p, o)
	if err != nil {
		t.Fatalf("%v\n%s", err, file)
	}
	again, err := merge.Update(r.File, p, o)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(r.File), string(again.File)); diff != "" {
		t.Errorf("the same again gives other bytes: %s", diff)
	}
	return string(r.File), r.Kept
}

const first = `---
title: Bridge
author:
  - Ida
tags:
  - quoth
quoth_id: 21da7006
---

# Bridge

<!-- quoth:begin 12d1c76c52f9000000 -->
<!-- quoth:item a 2c8b08da -->
one
<!-- quoth:/item -->

<!-- quoth:item b 27dd8ed4 -->
two
<!-- quoth:/item -->

<!-- quoth:end a b -->

## My notes

`

func TestNew(t *testing.T) {
	got := string(merge.New(page("a one", "b two")))
	if diff := cmp.Diff(first, got); diff != "" {
		t.Error(diff)
	}
	if id := merge.IDOf([]byte(got)); id != "21da7006" {
		t.Errorf("id is %q", id)
	}
}

// TestUpdate changes the first file as a reader may, brings it up to date, and
// says what is then other than what the reader left.
func TestUpdate(t *testing.T) {
	for name, c := range map[string]struct {
		reader []string // pairs for strings.NewReplacer
		page   merge.Page
		want   []string // pairs: what the update makes of the reader's file
		kept   string
	}{
		"nothing changed":                 {nil, page("a one", "b two"), nil, ""},
		"a body changed":                  {nil, page("a one", "b TWO"), []string{"two\n", "TWO\n", "b 27dd8ed4", "b 465a43c7"}, ""},
		"a body that the reader changed":  {[]string{"two\n", "two and more\n"}, page("a one", "b TWO"), nil, "b"},
		"a blank at the end of a line":    {[]string{"two\n", "two  \n"}, page("a one", "b TWO"), nil, "b"},
		"the reader took an item out":     {[]string{"<!-- quoth:item b 27dd8ed4 -->\ntwo\n<!-- quoth:/item -->\n\n", ""}, page("a one", "b TWO"), nil, ""},
		"an item is gone":                 {nil, page("b two"), []string{"<!-- quoth:item a 2c8b08da -->\none\n<!-- quoth:/item -->\n\n", "", "end a b", "end b"}, ""},
		"a changed item is gone":          {[]string{"one\n", "one more\n"}, page("b two"), nil, "a"},
		"a new item between":              {nil, page("a one", "n new", "b two"), []string{"<!-- quoth:item b", "<!-- quoth:item n 7aa7a535 -->\nnew\n<!-- quoth:/item -->\n\n<!-- quoth:item b", "end a b", "end a b n"}, ""},
		"a new item at the end":           {nil, page("a one", "b two", "n new"), []string{"<!-- quoth:end a b", "<!-- quoth:item n 7aa7a535 -->\nnew\n<!-- quoth:/item -->\n\n<!-- quoth:end a b n"}, ""},
		"a new item below words":          {[]string{"<!-- quoth:item b", "mine on one\n\n<!-- quoth:item b"}, page("a one", "n new", "b two"), []string{"<!-- quoth:item b", "<!-- quoth:item n 7aa7a535 -->\nnew\n<!-- quoth:/item -->\n\n<!-- quoth:item b", "end a b", "end a b n"}, ""},
		"the reader's keys and comments":  {[]string{"title:", "status: reading # soon\ntitle:", "  - quoth", "  - quoth\n  - mine"}, page("a one", "b two"), nil, ""},
		"the reader changed a key":        {[]string{"title: Bridge", "title: My bridge"}, page("a one", "b two"), nil, "title"},
		"the reader took a key out":       {[]string{"title: Bridge\n", ""}, page("a one", "b two"), nil, ""},
		"words around the items":          {[]string{"# Bridge", "# My bridge\n\nwords", "notes\n", "notes\n\nmany words"}, page("a one", "b two"), nil, ""},
		"an item moved below":             {[]string{"<!-- quoth:item a 2c8b08da -->\none\n<!-- quoth:/item -->\n\n", "", "## My notes\n", "## My notes\n\n<!-- quoth:item a 2c8b08da -->\none\n<!-- quoth:/item -->\n"}, page("a ONE", "b two"), []string{"a 2c8b08da", "a bd520203", "one\n", "ONE\n"}, ""},
		"the reader wrote what is to be":  {[]string{"two\n", "TWO\n"}, page("a one", "b TWO"), []string{"b 27dd8ed4", "b 465a43c7"}, ""},
		"a copy of an item":               {[]string{"## My notes\n", "## My notes\n\n<!-- quoth:item a 2c8b08da -->\none\n<!-- quoth:/item -->\n"}, page("a one", "b two"), nil, ""},
		"lines that end as on Windows":    {[]string{"\n", "\r\n"}, page("a one", "b TWO"), []string{"two\r\n", "TWO\r\n", "b 27dd8ed4", "b 465a43c7"}, ""},
		"a byte order mark":               {[]string{"---\ntitle", "\ufeff---\ntitle"}, page("a one", "b two"), nil, ""},
		"a key has something to say now":  {nil, withKey(page("a one", "b two"), "speakers", "speakers:\n  - Mara\n"), []string{"quoth_id", "speakers:\n  - Mara\nquoth_id", "6c52f9000000", "6c52f9bc5b9e"}, ""},
		"a key has nothing to say now":    {nil, withKey(page("a one", "b two"), "author", ""), []string{"author:\n  - Ida\n", "", "12d1c76c52f9", "12d1c7000000"}, ""},
		"a key that the reader wrote too": {[]string{"tags:", "speakers: [Jo]\ntags:"}, withKey(page("a one", "b two"), "speakers", "speakers:\n  - Mara\n"), nil, "speakers"},
	} {
		t.Run(name, func(t *testing.T) {
			file := strings.NewReplacer(c.reader...).Replace(first)
			got, kept := update(t, file, c.page, merge.Options{})
			want := strings.NewReplacer(c.want...).Replace(file)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if strings.Join(kept, " ") != c.kept {
				t.Errorf("kept %q, want %q", kept, c.kept)
			}
		})
	}
}

func withKey(p merge.Page, name, yaml string) merge.Page {
	for i := range p.Keys {
		if p.Keys[i].Name == name {
			p.Keys[i].YAML = yaml
		}
	}
	return p
}

func TestItemComesAgainThatThePageTookBack(t *testing.T) {
	without, _ := update(t, first, page("b two"), merge.Options{})
	again, _ := update(t, without, page("a one", "b two"), merge.Options{})
	if want := strings.Replace(first, "end a b", "end b a", 1); again != want {
		t.Error(cmp.Diff(want, again))
	}
}

func TestForce(t *testing.T) {
	file := strings.NewReplacer("two\n", "mine\n", "title: Bridge", "title: Mine", "<!-- quoth:item a 2c8b08da -->\none\n<!-- quoth:/item -->\n\n", "").Replace(first)
	got, kept := update(t, file, page("a one", "b TWO"), merge.Options{Force: true})
	if !strings.Contains(got, "TWO\n") || strings.Contains(got, "mine") || !strings.Contains(got, "title: Bridge\n") || len(kept) != 0 {
		t.Errorf("kept %q\n%s", kept, got)
	}
	if strings.Contains(got, "quoth:item a") {
		t.Error("what was taken out came back")
	}
}

func TestEdited(t *testing.T) {
	got, err := merge.Edited([]byte(strings.Replace(first, "two\n", "two: mine\n", 1)))
	if err != nil || len(got) != 1 || got[0].Item != (merge.Item{ID: "b", Body: "two: mine\n"}) {
		t.Fatalf("%+v, %v", got, err)
	}
	if !got[0].Was("two\n") || got[0].Was("two: mine\n") {
		t.Error("what was written is not known any more")
	}
	if _, err := merge.Edited([]byte("words")); err == nil {
		t.Error("a file without marks has items")
	}
}

func TestDamage(t *testing.T) {
	for name, c := range map[string]struct {
		reader []string
		line   int
	}{
		"no end of an item":      {[]string{"one\n<!-- quoth:/item -->", "one"}, 13},
		"no mark at the end":     {[]string{"<!-- quoth:end a b -->\n", ""}, 23},
		"no mark at the start":   {[]string{"<!-- quoth:begin 12d1c76c52f9000000 -->\n", ""}, 20},
		"a mark without its end": {[]string{"2c8b08da -->", "2c8b08da --"}, 13},
		"an item without hash":   {[]string{" 2c8b08da", ""}, 13},
		"an end alone":           {[]string{"<!-- quoth:item b 27dd8ed4 -->\n", ""}, 18},
		"front matter broken":    {[]string{"title: Bridge", "title: [Bridge"}, 1},
		"front matter in braces": {[]string{"title: Bridge", "{title: Bridge,", "author:\n  - Ida\n", "", "tags:\n  - quoth\n", "", "quoth_id: 21da7006", " quoth_id: 21da7006}"}, 1},
		"no front matter":        {[]string{"---\n", ""}, 1},
		"an empty file":          {[]string{first, ""}, 1},
	} {
		file := strings.NewReplacer(c.reader...).Replace(first)
		_, err := merge.Update([]byte(file), page("a one", "b two"), merge.Options{Force: true})
		var damage *merge.DamageError
		if !errors.As(err, &damage) || damage.Line != c.line || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want line %d", name, err, c.line)
		}
	}
}
