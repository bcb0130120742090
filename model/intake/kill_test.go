package intake_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"quoth/model/intake"
)

// killed names, in the environment, the library that a second process of the
// test refreshes until it is killed.
const killed = "QUOTH_TEST_REFRESH"

func TestMain(m *testing.M) {
	if file := os.Getenv(killed); file != "" {
		os.Exit(refreshForEver(file))
	}
	os.Exit(m.Run())
}

// refreshForEver refreshes a library's feeds and prints the id of each article
// as it is reported.
func refreshForEver(file string) int {
	t := &outside{}
	in, _ := intakeAt(t, file)
	for {
		all, err := in.Library.Feeds(context.Background())
		if err != nil {
			return 1
		}
		err = in.Refresh(context.Background(), all, true, func(p intake.Progress) {
			var b bytes.Buffer
			for _, id := range p.New {
				fmt.Fprintln(&b, id)
			}
			os.Stdout.Write(b.Bytes())
		})
		if err != nil {
			return 1
		}
	}
}

// outside stands for a test in the process that is killed.
type outside struct{ testing.TB }

func (*outside) Helper()                  {}
func (*outside) Cleanup(func())           {}
func (*outside) Context() context.Context { return context.Background() }
func (*outside) Fatal(args ...any)        { fmt.Fprintln(os.Stderr, args...); os.Exit(1) }

// TestKilledRefreshLosesNothing kills a refresh at random moments: the library
// is sound and holds every article that was reported.
func TestKilledRefreshLosesNothing(t *testing.T) {
	const kills, feedCount = 50, 6
	r := rand.New(rand.NewPCG(3, 4))
	var asked, item atomic.Int64
	var strike atomic.Pointer[func()]
	url := serve(t, func(w http.ResponseWriter, req *http.Request) {
		n := int(item.Add(5))
		fmt.Fprint(w, rss("https://e.example", req.URL.Path[1:], n-5, n))
		if asked.Add(-1) == 0 {
			(*strike.Load())()
		}
	})
	file := filepath.Join(t.TempDir(), "library.db")
	in, _ := intakeAt(t, file)
	for i := range feedCount {
		follow(t, in, fmt.Sprintf("%s/f%d", url, i))
	}
	in.Library.Close()
	reported := make(map[string]bool)
	for range kills {
		ctx, cancel := context.WithCancel(t.Context())
		cmd := exec.CommandContext(ctx, os.Args[0])
		cmd.Env = append(os.Environ(), killed+"="+file)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		delay := time.Duration(r.IntN(20_000)) * time.Microsecond
		kill := func() { time.AfterFunc(delay, cancel) } // SIGKILL
		strike.Store(&kill)
		asked.Store(int64(1 + r.IntN(3*feedCount)))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewReader(out)
		for {
			line, err := lines.ReadString('\n')
			if err != nil {
				break // what was not written to its end was not reported
			}
			reported[strings.TrimSpace(line)] = true
		}
		if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() != -1 {
			t.Fatalf("the refresh ended by itself: %v", err)
		}
		cancel()
	}
	in, _ = intakeAt(t, file)
	sound(t, in)
	for id := range reported {
		if text, err := in.Library.Text(t.Context(), id); err != nil || text.Plain == "" {
			t.Errorf("article %s was reported and is lost: %v", id, err)
		}
	}
	if len(reported) < kills {
		t.Errorf("only %d articles were reported: nothing was tried", len(reported))
	}
}
