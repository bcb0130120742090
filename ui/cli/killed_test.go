package cli_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// killsVariable sets how often TestKilledOnTheScreen kills the program: 25 times
// without it.
const killsVariable = "QUOTH_TEST_KILLS"

// TestKilledOnTheScreen kills the program at the keys, again and again and at any
// moment, while it is told to keep things as fast as keys can come. What its
// status line said was kept is there afterwards. Only the moment depends on the
// clock; what is right does not.
func TestKilledOnTheScreen(t *testing.T) {
	t.Parallel()
	times, err := strconv.Atoi(cmp.Or(os.Getenv(killsVariable), "25"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file(t, dir, "a.txt", ferry)
	s := start(t, dir, 100, 12, nil, "quoth", "a.txt")
	s.settled(shows(" of "))
	s.sees("note kept", "A", "n", "enter")
	s.ends()
	r := rand.New(rand.NewPCG(9, 10))
	said := map[string]bool{}
	for i := range times {
		killedWhileTagging(t, dir, i, r.IntN(4), time.Duration(r.IntN(2500))*time.Microsecond, said)
	}
	var notes []struct{ Tags []string }
	if err := json.Unmarshal([]byte(s.says("notes", "--json")), &notes); err != nil || len(notes) != 1 {
		t.Fatalf("%d notes, %v", len(notes), err)
	}
	for tag := range said {
		if !slices.Contains(notes[0].Tags, tag) {
			t.Errorf("%s was said to be kept, and is not there", tag)
		}
	}
	t.Logf("%d sessions killed, %d things said to be kept", times, len(said))
	if len(said) < times {
		t.Errorf("only %d things were said to be kept in %d sessions", len(said), times)
	}
	if out := s.says("library", "check"); !strings.Contains(out, "sound") {
		t.Errorf("the library: %s", out)
	}
}

// kept is what the status line says of a tag that is on the disk.
var kept = regexp.MustCompile(`tagged #(k\d+x\d)(?: |\n|$)`)

// killedWhileTagging runs the program on an article with one note, types eight
// tags for it without waiting, and kills it so long after it said that so many
// are kept. It notes what was said.
func killedWhileTagging(t *testing.T, dir string, session, after int, wait time.Duration, said map[string]bool) {
	t.Helper()
	s := start(t, dir, 100, 12, nil, "quoth", "a.txt")
	s.draw(len(s.unread))
	for !strings.Contains(s.screen.String(), " of ") && s.more() {
		s.draw(len(s.unread))
	}
	s.press("L")
	for n := range 8 {
		s.press("t")
		s.press(strings.Split(fmt.Sprintf("k%dx%d", session, n), "")...)
		s.press("enter")
	}
	for seen, last := 0, ""; seen <= after && !strings.HasSuffix(last, "x7") && s.more(); {
		s.draw(len(s.unread))
		if m := kept.FindStringSubmatch(s.text()); m != nil && m[1] != last {
			last, said[m[1]] = m[1], true
			seen++
		}
	}
	dead := time.AfterFunc(wait, func() { s.cmd.Process.Kill() })
	defer dead.Stop()
	for s.more() { // what it says until then counts as well
		s.draw(len(s.unread))
		if m := kept.FindStringSubmatch(s.text()); m != nil {
			said[m[1]] = true
		}
	}
	s.cmd.Wait()
}
