package library

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	osexec "os/exec"
	"strings"
	"testing"
	"time"

	"quoth/model"
)

// killedLibrary names the library to the program that is going to be killed.
const killedLibrary = "QUOTH_TEST_KILLED_LIBRARY"

// killedImport, set, makes that program import what it is given.
const killedImport = "QUOTH_TEST_KILLED_IMPORT"

// TestMain makes the test binary stand in for a program that writes notes, or
// imports, until it is killed.
func TestMain(m *testing.M) {
	switch file := os.Getenv(killedLibrary); {
	case file != "" && os.Getenv(killedImport) != "":
		importLines(file)
		return
	case file != "":
		writeNotes(file)
		return
	}
	os.Exit(m.Run())
}

// writeNotes makes, changes and takes away notes, and says of each one that it
// is kept as soon as the library says so.
func writeNotes(file string) {
	fail := func(err error) {
		if err != nil {
			fmt.Println("failed:", err)
			os.Exit(1)
		}
	}
	ctx := context.Background()
	l, err := Open(ctx, file, time.Now)
	fail(err)
	ids, err := l.strings(ctx, "list", "SELECT uid FROM entry")
	fail(err)
	old, err := l.Marks(ctx, ids[0])
	fail(err)
	for i := len(old.Notes); ; i++ {
		now := time.Now().UTC().Truncate(time.Millisecond)
		n := note(fmt.Sprintf("%08d", i), ids[0], "Tuesday", "first", now)
		fail(l.Act(ctx, add(n)))
		fmt.Println("kept", n.ID, n.Text)
		changed := n
		changed.Text = "second"
		fail(l.Act(ctx, model.Action{Notes: []model.Edit[model.Note]{{Before: &n, After: &changed}}}))
		fmt.Println("kept", n.ID, changed.Text)
	}
}

// TestKilledAtAnyMoment kills the program again and again while it writes: what
// it said was kept is there, and the library is sound.
func TestKilledAtAnyMoment(t *testing.T) {
	times := 100
	if testing.Short() {
		times = 10
	}
	l, _, id := bridgeLibrary(t)
	file := l.File()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(7, 8))
	kept := map[string]string{}
	for range times {
		writeUntilKilled(t, file, 1+r.IntN(6), time.Duration(r.IntN(3000))*time.Microsecond, kept)
	}
	l = openAt(t, file, newClock())
	sound(t, l)
	have := map[string]string{}
	for _, n := range marks(t, l, id).Notes {
		have[n.ID] = n.Text
	}
	for id, text := range kept {
		if have[id] != text && have[id] != "second" {
			t.Errorf("note %s was kept as %q and is %q", id, text, have[id])
		}
	}
	if len(kept) < times {
		t.Errorf("only %d notes were kept in %d sessions", len(kept), times)
	}
}

// writeUntilKilled runs the program and kills it so long after it has said so
// many lines. It notes what the program said.
func writeUntilKilled(t *testing.T, file string, lines int, after time.Duration, kept map[string]string) {
	t.Helper()
	program := osexec.CommandContext(t.Context(), os.Args[0])
	program.Env = append(os.Environ(), killedLibrary+"="+file)
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewScanner(out)
	for n := 0; said.Scan(); n++ {
		words := strings.Fields(said.Text())
		if len(words) != 3 {
			t.Errorf("the program said %q", said.Text())
			break
		}
		kept[words[1]] = words[2]
		if n == lines {
			time.AfterFunc(after, func() { program.Process.Kill() })
		}
	}
	program.Wait()
}
