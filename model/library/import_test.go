package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	osexec "os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"quoth/model"
)

// exported writes the lines of an export with n articles.
func exported(n int) [][]byte {
	lines := [][]byte{[]byte(`{"library":1}` + "\n"), []byte(`{"feed":{"url":"https://example.org/feed"}}` + "\n")}
	for i := range n {
		lines = append(lines, fmt.Appendf(nil, `{"article":{"id":"%016x","feed":"https://example.org/feed","guid":"%d","title":"T %d","added":%d,"tags":["kept"],`+
			`"texts":[{"format":"text","origin":"feed","fetched":1,"plain":"words of %d"}],"notes":[{"id":"%08x","text":"look","created":1,"changed":1}]}}`+"\n",
			i, i, i, i, i, i))
	}
	return lines
}

// TestImportInBatches spoils lines here and there, at the ends of batches too:
// each is told by its number, leaves nothing behind, and the others are kept.
func TestImportInBatches(t *testing.T) {
	const all = 3*batchLines + 10
	lines := exported(all)
	bad := map[int]string{ // by their number in the file
		3: "nonsense", batchLines + 1: `{"article":{"id":"x"}}`, batchLines + 2: `{"feed":{}}`,
		// What was kept of the article goes when its note has no id.
		700: `{"article":{"id":"half","title":"Half","texts":[{"plain":"half words"}],"notes":[{"text":"no id"}]}}`,
	}
	for n, line := range bad {
		lines[n-1] = []byte(line + "\n")
	}
	l, _ := newLibrary(t)
	in, err := l.Import(t.Context(), bytes.NewReader(bytes.Join(lines, nil)))
	if err != nil || in.New != all-len(bad) || in.Merged != 0 || len(in.Faults) != len(bad) {
		t.Fatalf("imported %d, merged %d, faults %v, %v", in.New, in.Merged, in.Faults, err)
	}
	for i, n := range []int{3, batchLines + 1, batchLines + 2, 700} {
		if got := in.Faults[i].Error(); !strings.HasPrefix(got, fmt.Sprintf("line %d: ", n)) {
			t.Errorf("fault %d is %q, want line %d", i, got, n)
		}
	}
	if got := titles(t, l, "half"); got != "" {
		t.Errorf("a line that is a fault left %q", got)
	}
	sound(t, l)
}

// TestImportOfALineWithoutEnd passes over what is too long, and goes on.
func TestImportOfALineWithoutEnd(t *testing.T) {
	lines := exported(3)
	long := io.LimitReader(forever{}, longestLine+1)
	l, _ := newLibrary(t)
	in, err := l.Import(t.Context(), io.MultiReader(bytes.NewReader(bytes.Join(lines[:3], nil)), long, strings.NewReader("\n"), bytes.NewReader(bytes.Join(lines[3:], nil))))
	if err != nil || in.New != 3 || len(in.Faults) != 1 || !strings.Contains(in.Faults[0].Error(), "line 4: ") || !strings.Contains(in.Faults[0].Error(), "longer than 64 MiB") {
		t.Errorf("imported %d, faults %v, %v", in.New, in.Faults, err)
	}
}

// forever gives the same letter again and again.
type forever struct{}

func (forever) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

// TestImportThatIsCutOff keeps what came before the end.
func TestImportThatIsCutOff(t *testing.T) {
	lines := exported(batchLines + 50)
	l, _ := newLibrary(t)
	in, err := l.Import(t.Context(), &breaking{bytes.NewReader(bytes.Join(lines, nil))})
	if !errors.Is(err, errBroken) || in.New != batchLines+50 {
		t.Errorf("imported %d, %v", in.New, err)
	}
	sound(t, l)
}

var errBroken = errors.New("the disk broke")

// breaking gives another error than the end.
type breaking struct{ *bytes.Reader }

func (b *breaking) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err != nil {
		err = errBroken
	}
	return n, err
}

// importLines imports what comes on standard input.
func importLines(file string) {
	l, err := Open(context.Background(), file, time.Now)
	if err == nil {
		_, err = l.Import(context.Background(), os.Stdin)
	}
	if err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}

// TestKilledImport kills an import again and again: the library is sound at every
// moment, and the whole import brings the rest.
func TestKilledImport(t *testing.T) {
	const all = 4 * batchLines
	lines := exported(all)
	file := filepath.Join(t.TempDir(), "library.db")
	r := rand.New(rand.NewPCG(9, 10))
	kept := 0
	for range 10 {
		program := osexec.CommandContext(t.Context(), os.Args[0])
		program.Env = append(os.Environ(), killedLibrary+"="+file, killedImport+"=1")
		in, err := program.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := program.Start(); err != nil {
			t.Fatal(err)
		}
		for _, line := range lines[:2+r.IntN(all)] {
			if _, err := in.Write(line); err != nil {
				t.Fatal(err)
			}
		}
		program.Process.Kill()
		program.Wait()
		l := openAt(t, file, newClock())
		sound(t, l)
		n, err := l.Count(t.Context(), parse(t, l, "tag:kept"))
		if err != nil || n < kept {
			t.Fatalf("%d articles, before %d: %v", n, kept, err)
		}
		kept = n
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	l := openAt(t, file, newClock())
	in, err := l.Import(t.Context(), bytes.NewReader(bytes.Join(lines, nil)))
	if err != nil || in.New != all-kept || in.Merged != kept {
		t.Errorf("at the end %d new, %d merged, %v; %d were kept before", in.New, in.Merged, err, kept)
	}
	if kept == 0 {
		t.Error("nothing was kept before the kills: nothing was tried")
	}
	sound(t, l)
}

func TestExportImport(t *testing.T) {
	l, c := newLibrary(t)
	feed, _, err := l.AddFeed(t.Context(), model.Feed{URL: "https://example.org/feed", Title: "Mine", Folder: "A/B", FullText: true})
	if err != nil {
		t.Fatal(err)
	}
	x := article("https://example.org/1", "One", "first <text> with & and 伊朗")
	x.Feed, x.GUID, x.Tags = feed.ID, "g1", []string{"water"}
	id := keep(t, l, x)
	c.pass(time.Hour)
	x.Text = "second text"
	keep(t, l, x)
	keep(t, l, article("notes.txt", "Two", "other words"))
	if err := l.SetPosition(t.Context(), id, TextHash("second text"), 7); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Change(t.Context(), model.Change{Flag: model.FlagStarred, On: []string{id}}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.SaveQuery(t.Context(), model.SavedQuery{Name: "W", Query: "tag:water"}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if n, err := l.Export(t.Context(), &out); err != nil || n.Articles != 2 || len(n.Faults) > 0 {
		t.Fatalf("%d exported, %v", n, err)
	}

	to, _ := newLibrary(t)
	in, err := to.Import(t.Context(), bytes.NewReader(out.Bytes()))
	if err != nil || in.New != 2 || in.Merged != 0 || len(in.Faults) != 0 {
		t.Fatalf("imported %+v, %v", in, err)
	}
	var back bytes.Buffer
	if _, err := to.Export(t.Context(), &back); err != nil {
		t.Fatal(err)
	}
	if back.String() != out.String() {
		t.Errorf("exported, imported and exported:\n%s\nwas\n%s", back.String(), out.String())
	}
	if got := titles(t, to, "second"); got != "One" {
		t.Errorf("second finds %q", got)
	}
	in, err = to.Import(t.Context(), bytes.NewReader(out.Bytes()))
	if err != nil || in.New != 0 || in.Merged != 2 {
		t.Errorf("imported again: %+v, %v", in, err)
	}
	back.Reset()
	if _, err := to.Export(t.Context(), &back); err != nil || back.String() != out.String() {
		t.Errorf("importing twice changed something: %v\n%s", err, back.String())
	}
	sound(t, to)
}

func TestImportFaults(t *testing.T) {
	l, _ := newLibrary(t)
	if _, err := l.Import(t.Context(), strings.NewReader("<opml>\n")); err == nil {
		t.Error("an OPML file is imported as a library")
	}
	if _, err := l.Import(t.Context(), strings.NewReader(`{"library":99}`)); err == nil || !strings.Contains(err.Error(), "newer") {
		t.Errorf("a newer export: %v", err)
	}
	in, err := l.Import(t.Context(), strings.NewReader(`{"library":1}
nonsense
{"article":{"id":"a1"}}
{"article":{"id":"a2","published":"soon","texts":[{"plain":"x"}]}}
{"feed":{}}
{"article":{"id":"a3","source":"x.txt","title":"Good","texts":[{"format":"text","origin":"file","plain":"words"}]}}`))
	if err != nil || in.New != 1 || len(in.Faults) != 4 {
		t.Errorf("imported %+v, %v; want one article and four faults", in, err)
	}
	if got := titles(t, l, "words"); got != "Good" {
		t.Errorf("words finds %q", got)
	}
}
