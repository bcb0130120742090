package cli

import (
	"path/filepath"
	"testing"

	"github.com/adrg/xdg"

	"quoth/model/export"
)

// TestToldExport: the folder is told whole, and the file's name as far as there
// is room for it.
func TestToldExport(t *testing.T) {
	const long = "2026-11-23-the-bridge-will-stay-closed-until-spring-the-council-says.md"
	for _, c := range []struct {
		dir  string
		done export.Outcome
		want string
	}{
		{"/n", export.Outcome{File: "a.md", Written: true}, "exported to /n: a.md"},
		{"/n", export.Outcome{File: "a.md"}, "nothing new in /n: a.md"},
		{filepath.Join(xdg.Home, "notes"), export.Outcome{File: long, Written: true}, "exported to ~/notes: 2026-11-23-the-bridge-wil…pring-the-council-says.md"},
		{
			"/tmp/a-folder-for-trying-things/data/quoth/notes",
			export.Outcome{File: long, Written: true},
			"exported to /tmp/a-folder-for-trying-things/data/quoth/notes: 2026-11-23-…ncil-says.md",
		},
		{"/n", export.Outcome{File: "a.md", Written: true, Kept: []string{"x", "y"}}, "exported to /n: a.md; 2 items that you changed there stay as they are"},
	} {
		if got := toldExport(c.dir, c.done); got != c.want {
			t.Errorf("got  %q\nwant %q", got, c.want)
		}
	}
}
