package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEditor: what is written comes back, and when the editor fails behind it, it
// stays where it was written and is told.
func TestEditor(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("VISUAL", "")
	for _, c := range []struct{ script, text, fault string }{
		{"echo written >>\"$1\"", "before\nwritten", ""},
		{"echo written >\"$1\"; exit 3", "before", "exit status 3; what you wrote is in " + dir},
		{"exit 3", "before", "exit status 3; set $VISUAL or $EDITOR"},
	} {
		editor := filepath.Join(dir, "editor.sh")
		if err := os.WriteFile(editor, []byte("#!/bin/sh\n"+c.script+"\n"), 0o700); err != nil { //nolint:gosec // it is to be run
			t.Fatal(err)
		}
		t.Setenv("EDITOR", editor)
		e := editing{text: "before"}
		err := e.Run()
		if e.text != c.text || (err == nil) != (c.fault == "") || err != nil && !strings.Contains(err.Error(), c.fault) {
			t.Errorf("%s: %q, %v", c.script, e.text, err)
		}
		left, _ := filepath.Glob(filepath.Join(dir, "quoth-note-*"))
		if want := strings.Contains(c.fault, "what you wrote"); len(left) > 0 != want {
			t.Errorf("%s: left are %v", c.script, left)
		}
		for _, name := range left {
			if text, err := os.ReadFile(name); err != nil || string(text) != "written\n" {
				t.Errorf("%s: %q is left, %v", c.script, text, err)
			}
			os.Remove(name)
		}
	}
}
