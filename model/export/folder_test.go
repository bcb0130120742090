package export

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"quoth/model/export/merge"
)

func look(t *testing.T, own string) *Look {
	t.Helper()
	l, err := NewLook(own)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// write opens the folder anew and writes a document, as every export does.
func write(t *testing.T, dir string, d Document, o WriteOptions) Outcome {
	t.Helper()
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	out, err := f.Write(d, look(t, ""), o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// edit changes a file as a reader does.
func edit(t *testing.T, name string, pairs ...string) string {
	t.Helper()
	before := read(t, name)
	after := strings.NewReplacer(pairs...).Replace(before)
	if after == before {
		t.Fatalf("%q is not in the file:\n%s", pairs, before)
	}
	if err := os.WriteFile(name, []byte(after), 0o600); err != nil {
		t.Fatal(err)
	}
	return after
}

const fileName = "2026-11-18-harbour-bridge-to-stay-closed-until-spring-21da7006.md"

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	out := write(t, dir, article(t, Options{}), WriteOptions{})
	if out.File != fileName || !out.Written {
		t.Fatalf("first: %+v", out)
	}
	name := filepath.Join(dir, fileName)
	if out := write(t, dir, article(t, Options{}), WriteOptions{}); out.Written || len(out.Kept) > 0 {
		t.Errorf("again: %+v", out)
	}
	moved := filepath.Join(dir, "Bridges", "Mine.md")
	if err := errors.Join(os.Mkdir(filepath.Dir(moved), 0o750), os.Rename(name, moved)); err != nil {
		t.Fatal(err)
	}
	after := edit(t, moved, "Ask for", "Asked for", "tags:\n", "status: reading\ntags:\n", "## My notes\n", "## My notes\n\nMany.\n")
	out = write(t, dir, article(t, Options{}), WriteOptions{})
	if out.File != filepath.Join("Bridges", "Mine.md") || strings.Join(out.Kept, " ") != "q-144a60bd" || read(t, moved) != after {
		t.Errorf("moved and edited: %+v\n%s", out, read(t, moved))
	}
	if out := write(t, dir, article(t, Options{All: true}), WriteOptions{}); !out.Written || !strings.Contains(read(t, moved), "a slow bankruptcy") {
		t.Errorf("more items: %+v", out)
	}
	if files, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(files) != 1 {
		t.Errorf("files %q, %v", files, err)
	}
	info, err := os.Stat(moved)
	if err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestFolderLeavesAside(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, article(t, Options{}), WriteOptions{})
	name := filepath.Join(dir, fileName)
	file := edit(t, name, "<!-- quoth:end", "<!-- quoth:END")
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Marked(article(t, Options{All: true})); err == nil || !strings.HasPrefix(err.Error(), fileName+": line ") {
		t.Errorf("what stands in a file with broken marks: %v", err)
	}
	_, err = f.Write(article(t, Options{All: true}), look(t, ""), WriteOptions{Force: true})
	var damage *merge.DamageError
	if !errors.As(err, &damage) || !strings.HasPrefix(err.Error(), fileName+": line ") || read(t, name) != file {
		t.Errorf("marks broken: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "copy.md"), []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	if f, err = OpenFolder(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(article(t, Options{}), look(t, ""), WriteOptions{}); !errors.Is(err, ErrTwice) || !strings.Contains(err.Error(), "copy.md") {
		t.Errorf("two files of one article: %v", err)
	}
}

func TestFolderNeverTakesAnotherFilesName(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, fileName), []byte("mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out := write(t, dir, article(t, Options{}), WriteOptions{})
	if want := strings.Replace(fileName, ".md", "-2.md", 1); out.File != want || read(t, filepath.Join(dir, fileName)) != "mine\n" {
		t.Errorf("written to %s, want %s", out.File, want)
	}
}

func TestDryRun(t *testing.T) {
	dir := t.TempDir()
	out := write(t, dir, article(t, Options{}), WriteOptions{DryRun: true})
	if files, err := os.ReadDir(dir); !out.Written || err != nil || len(files) != 0 || !strings.Contains(out.Diff, "\n+# Harbour bridge") {
		t.Errorf("%+v, %d files", out, len(files))
	}
	write(t, dir, article(t, Options{}), WriteOptions{})
	before := read(t, filepath.Join(dir, fileName))
	out = write(t, dir, article(t, Options{All: true}), WriteOptions{DryRun: true})
	if !strings.Contains(out.Diff, "\n+> \"a slow bankruptcy\"") || read(t, filepath.Join(dir, fileName)) != before {
		t.Errorf("diff is\n%s", out.Diff)
	}
}

func TestAdoptFromFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, article(t, Options{}), WriteOptions{})
	name := filepath.Join(dir, fileName)
	edit(t, name, "> Note: Ask for the inspection report;\n> which three piers?", "> Note: Asked.\n>\n> They answer on Monday.", "#bridge #safety-first", "#safety-first #asked", "\\#bridge \\*closed\\*", "my own words")
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	d := article(t, Options{})
	adopted, err := f.Adopted(d, look(t, ""))
	if err != nil || len(adopted) != 1 {
		t.Fatalf("%+v, %v", adopted, err)
	}
	if got := adopted[0]; got.Note != "Asked.\n\nThey answer on Monday.\n\n> cited" || strings.Join(got.Tags, "|") != "safety first|asked" {
		t.Errorf("adopted %q %q", got.Note, got.Tags)
	}
	for i := range d.Items {
		if d.Items[i].ID == adopted[0].ID {
			d.Items[i] = adopted[0]
		}
	}
	if out := write(t, dir, d, WriteOptions{}); strings.Join(out.Kept, " ") != "q-00000002" {
		t.Errorf("after the notes were taken over: %+v", out)
	}
}

// TestAdoptWhatTheEngineChangedToo: the reader changed a note, and meanwhile a
// correction changed what the item says of its quotation.
func TestAdoptWhatTheEngineChangedToo(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, article(t, Options{}), WriteOptions{})
	name := filepath.Join(dir, fileName)
	edit(t, name, "> Note: Ask for the inspection report;\n> which three piers?", "> Note: Asked.")
	d := article(t, Options{})
	for i := range d.Items {
		d.Items[i].Where = "Quay Street"
	}
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	adopted, err := f.Adopted(d, look(t, ""))
	if err != nil || len(adopted) != 1 || adopted[0].Note != "Asked.\n\n> cited" {
		t.Fatalf("%+v, %v", adopted, err)
	}
	for i := range d.Items {
		if d.Items[i].ID == adopted[0].ID {
			d.Items[i].Note, d.Items[i].Tags = adopted[0].Note, adopted[0].Tags
		}
	}
	out := write(t, dir, d, WriteOptions{Taken: []string{adopted[0].ID}})
	if text := read(t, name); len(out.Kept) > 0 || !strings.Contains(text, "> Note: Asked.") || !strings.Contains(text, "where: Quay Street") {
		t.Errorf("%+v:\n%s", out.Kept, text)
	}
	edit(t, name, "where: Quay Street", "where: Quay Lane", "Asked.", "Answered.")
	if adopted, err = f.Adopted(d, look(t, "")); err != nil || len(adopted) != 0 {
		t.Errorf("taken over with a change that cannot be: %+v, %v", adopted, err)
	}
}

func TestForceOnFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, article(t, Options{}), WriteOptions{})
	name := filepath.Join(dir, fileName)
	before := read(t, name)
	edit(t, name, "Ask for", "Asked for")
	if out := write(t, dir, article(t, Options{}), WriteOptions{Force: true}); len(out.Kept) > 0 || read(t, name) != before {
		t.Errorf("%+v", out)
	}
}

func TestTemplates(t *testing.T) {
	d := article(t, Options{})
	for own, want := range map[string]string{
		"- {{.Words}} ({{.Speaker}})\n":                                 "\n- We found cracks in three of the eleven piers, (Mara Lindqvist)\n",
		`{{define "item"}}== {{line .Words}} =={{end}}`:                 "\n== We found cracks in three of the eleven piers, ==\n",
		`{{define "head"}}# {{.Title | md}} by template{{"\n"}}{{end}}`: "---\n# Harbour bridge to stay closed until spring by template\n<!-- quoth:begin",
	} {
		p, err := look(t, own).Page(d)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(merge.New(p)); !strings.Contains(got, want) {
			t.Errorf("%s gives\n%s", own, got)
		}
	}
	for bad, want := range map[string]string{
		"{{.Words":                       "unclosed action",
		"{{.Nothing}}":                   "can't evaluate field Nothing",
		`{{define "other"}}x{{end}}`:     "it defines none of",
		"{{range $i, $_ := .}}{{end}}":   "item:1:18: executing \"item\" at <.>: range wants a list",
		"{{range 100000000000}}x{{end}}": "template item: it writes more than 16 MiB",
	} {
		l, err := NewLook(bad)
		if err == nil {
			_, err = l.Page(d)
		}
		if err == nil || !strings.Contains(err.Error(), want) || strings.ContainsAny(err.Error(), "\n[") {
			t.Errorf("template %s: %v", bad, err)
		}
	}
}

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"Harbour bridge: “closed” — again!": "harbour-bridge-closed-again",
		"Café & Ægir's 20 %":                "cafe-ægirs-20",
		"首相は橋を閉鎖する":                         "首相は橋を閉鎖する",
		"プレス ガイド":                           "プレス-ガイド",
		"प्रधानमंत्री ने कहा":               "प्रधानमंत्री-ने-कहा",
		"한국 정부":                             "한국-정부",
		"Ёлка и Йод":                        "елка-и-иод",
		"../../etc/passwd":                  "etc-passwd",
		"":                                  "",
		strings.Repeat("long word ", 30):    "long-word-long-word-long-word-long-word-long-word-long-word-long",
	} {
		if got := slug(title); got != want {
			t.Errorf("%q gives %q, want %q", title, got, want)
		}
	}
	for _, letter := range []string{"字", "プ", "กำ", "한", "e\u0301", "𠀋", "क्ष"} {
		if got := slug(strings.Repeat(letter, 300)); len(got) > slugBytes+16 || !utf8.ValidString(got) || len(got) < slugLength {
			t.Errorf("a long title of %q gives %d bytes", letter, len(got))
		}
	}
}

func TestFragmentLink(t *testing.T) {
	long := strings.Repeat("many words stand here and ", 20)
	for _, c := range []struct{ source, text, words, want string }{
		{"https://example.org/a#top", "One two, three.", "two, three", "https://example.org/a#:~:text=two%2C%20three"},
		{"https://example.org/a", "He said “so-so” & left", "“so-so” & left", "https://example.org/a#:~:text=so%2Dso%E2%80%9D%20%26%20left"},
		{"https://example.org/a", "It is. First that was it. It is.", "It is.", "https://example.org/a#:~:text=It%20is."},
		{"file.txt", "One two", "two", ""},
		{"https://example.org/a", long, long, "https://example.org/a#:~:text=many%20words%20stand%20here%20and%20many,and%20many%20words%20stand%20here%20and"},
	} {
		i := strings.LastIndex(c.text, c.words)
		s := of(t, "The")
		s.Start, s.End = i, i+len(c.words)
		got := fragmentLink(c.source, c.text, s)
		if c.words == "It is." {
			c.want = "https://example.org/a#:~:text=is.%20First%20that%20was%20it.-,It%20is."
		}
		if got != c.want {
			t.Errorf("%q in %q: %s, want %s", c.words, c.source, got, c.want)
		}
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"#MeToo and #more, C#":   `\#MeToo and \#more, C#`,
		"*a* _b_ [c](d) <e> `f`": "\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\`",
		"1. first":               `1\. first`,
		"- item, well-known":     `\- item, well-known`,
		"AT&T &amp; co":          `AT\&T \&amp; co`,
		"==x== %%y%% $z$ ~a~":    `\==x\== \%%y\%% \$z\$ \~a\~`,
		"plain words, 12. May":   "plain words, 12. May",
	} {
		if got := escape(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

// TestFolderOfTwoPrograms: each looks the folder through before the other writes,
// and the article has one file nevertheless, with what both put there.
func TestFolderOfTwoPrograms(t *testing.T) {
	dir, more := t.TempDir(), t.TempDir()
	one, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	two, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range []*Folder{one, two} {
		out, err := f.Write(article(t, Options{All: i > 0}), look(t, ""), WriteOptions{})
		if err != nil || out.File != fileName || !out.Written {
			t.Errorf("program %d: %+v, %v", i, out, err)
		}
	}
	var group sync.WaitGroup
	for range 8 {
		f, err := OpenFolder(more)
		if err != nil {
			t.Fatal(err)
		}
		group.Go(func() {
			if out, err := f.Write(article(t, Options{}), look(t, ""), WriteOptions{}); err != nil || out.File != fileName {
				t.Errorf("at once: %+v, %v", out, err)
			}
		})
	}
	group.Wait()
	for _, dir := range []string{dir, more} {
		files, err := filepath.Glob(filepath.Join(dir, "*.md"))
		if err != nil || len(files) != 1 || filepath.Base(files[0]) != fileName {
			t.Errorf("files %q, %v", files, err)
		}
		write(t, dir, article(t, Options{All: true}), WriteOptions{})
	}
}

// TestReplaceLeavesAnotherFile: what came to be there meanwhile is not written
// over.
func TestReplaceLeavesAnotherFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.md")
	if err := replace(name, nil, []byte("one")); err != nil {
		t.Fatal(err)
	}
	for _, old := range [][]byte{nil, []byte("none")} {
		if err := replace(name, old, []byte("two")); !errors.Is(err, ErrMeanwhile) || read(t, name) != "one" {
			t.Errorf("%q: %v, %q", old, err, read(t, name))
		}
	}
	if files, err := os.ReadDir(filepath.Dir(name)); err != nil || len(files) != 1 {
		t.Errorf("files %v, %v", files, err)
	}
}

// TestFolderWithBadPlaces: what cannot be read or is no file hinders only the
// article whose name it has.
func TestFolderWithBadPlaces(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, fileName)); err != nil {
		t.Fatal(err)
	}
	f, err := OpenFolder(dir)
	if err != nil || len(f.Unread) != 0 {
		t.Fatal(err, f.Unread)
	}
	if _, err := f.Write(article(t, Options{}), look(t, ""), WriteOptions{}); !errors.Is(err, ErrUnread) || !strings.Contains(err.Error(), fileName) {
		t.Errorf("a link that leads nowhere: %v", err)
	}
	other := article(t, Options{})
	other.Article.ID, other.Article.Title = "0123456789abcdef", "Another one"
	if out, err := f.Write(other, look(t, ""), WriteOptions{}); err != nil || !out.Written {
		t.Errorf("another article: %+v, %v", out, err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	if out := write(t, link, other, WriteOptions{}); out.Written {
		t.Errorf("through a link to the folder: %+v", out)
	}
	file := filepath.Join(dir, "file.md")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenFolder(file); err == nil || !strings.Contains(err.Error(), "is a file") {
		t.Errorf("a file as folder: %v", err)
	}
}
