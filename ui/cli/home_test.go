package cli_test

import (
	"bytes"
	"strings"
	"testing"
)

// TestScreenWithoutHome: where no place for a library is known, a file is read,
// and the shelf has its samples; both say what is missing.
func TestScreenWithoutHome(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file(t, dir, "a.txt", ferry)
	want := "HOME is not set: name a library with --library"
	for shown, args := range map[string][]string{"We have bread": {"quoth", "a.txt"}, "fictional sample": {"quoth"}} {
		s := start(t, dir, 120, 20, []string{"HOME=", "XDG_DATA_HOME=", "XDG_CONFIG_HOME="}, args...)
		if got := s.settled(func(screen string) bool { return shows(shown)(screen) && shows(want)(screen) }); !strings.Contains(got, shown) || !strings.Contains(got, want) {
			t.Errorf("%v: %q or %q is not on the screen:\n%s", args, shown, want, got)
		}
		s.press("Q")
		if status, _ := s.ended(); status != 3 || !bytes.Contains(s.raw, []byte("quoth: "+want+"\r\n")) {
			t.Errorf("%v: exit status %d, want 3 and the fault after the screen", args, status)
		}
	}
}
