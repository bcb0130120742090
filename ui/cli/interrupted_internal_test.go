package cli

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// interrupting is standard input that interrupts the program when so many lines
// of it were read, and then goes on, or waits for words that do not come.
type interrupting struct {
	lines     int
	interrupt func()
	waits     chan struct{} // nil goes on
}

func (in *interrupting) Read(p []byte) (int, error) {
	if in.lines--; in.lines == 0 {
		in.interrupt()
		if in.waits != nil {
			<-in.waits
			return 0, io.EOF
		}
	}
	return copy(p, "{\"text\":\"\\\"We won,\\\" said Bob Smith.\"}\n"), nil
}

// TestInterrupted: whatever the program is at, it ends with the status of an
// interruption, says nothing of it, and does not take a part for the whole.
func TestInterrupted(t *testing.T) {
	library := filepath.Join(t.TempDir(), "library.db")
	for name, c := range map[string]struct {
		waits bool
		args  []string
	}{
		"lines, in the middle":      {false, []string{"annotate", "--jsonl"}},
		"lines, waiting for more":   {true, []string{"annotate", "--jsonl"}},
		"an article without an end": {false, []string{"annotate", "-"}},
		"kept while interrupted":    {false, []string{"--library", library, "library", "add", "-"}},
		"read while interrupted":    {false, []string{"--linear", "-"}},
	} {
		t.Run(name, func(t *testing.T) {
			for range 5 { // which of two ends comes first is chance
				ctx, cancel := context.WithCancel(t.Context())
				in := &interrupting{lines: 30, interrupt: cancel}
				if c.waits {
					in.waits = make(chan struct{})
				}
				var out, errs bytes.Buffer
				if status := run(ctx, c.args, in, &out, &errs); status != statusInterrupted || errs.Len() > 0 {
					t.Errorf("status %d, %q", status, errs.String())
				}
				if in.waits != nil {
					close(in.waits)
				}
				if n := strings.Count(out.String(), "\n"); n > 60 {
					t.Errorf("%d lines came out", n)
				}
			}
		})
	}
}
