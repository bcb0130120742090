package cli_test

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors are the floors of the house, from the ground. A package imports only
// packages of lower floors, and its neighbours where that is allowed. The last
// pattern that fits a package holds; "…" stands for anything.
type floor struct {
	pattern    string
	level      int
	neighbours string // what of its own floor it may import, as a prefix; "" for nothing
}

func floors() []floor {
	return []floor{
		{"quoth/model", 1, ""},
		{"quoth/sample", 1, ""},
		{"quoth/model/…", 2, "quoth/model/"},
		{"quoth/model/plaintext", 1, "quoth/model"},
		{"quoth/annotate…", 2, "quoth/annotate/"},
		{"quoth/annotate/eval", 3, "quoth/annotate/"},
		{"quoth/annotate/train…", 3, "quoth/annotate/"},
		{"quoth/ui/…", 3, "quoth/ui/"},
		{"quoth/ui/pane/…", 4, ""},
		{"quoth/ui/task", 4, ""},
		{"quoth/ui", 5, ""},
		{"quoth/ui/cli", 6, ""},
		{"quoth", 7, ""},
	}
}

// bans are imports that are not for a package, whatever the floor, directly or
// through others.
type ban struct {
	pattern string
	deps    []string
	why     string
}

func bans() []ban {
	screen := []string{"charm.land/…", "github.com/charmbracelet/…", "quoth/ui…"}
	world := []string{"net", "net/…", "os/exec", "database/sql"}
	return []ban{
		{"quoth/model", []string{"quoth/…"}, "holds values only"},
		{"quoth/model", []string{"*.*/…"}, "imports the standard library alone"},
		{"quoth/sample", []string{"quoth/…"}, "imports nothing of the project"},
		{"quoth/model/…", append(screen, "quoth/annotate…"), "knows neither screen nor engine"},
		{"quoth/annotate", append(screen, world...), "is text in, annotations out"},
		{"quoth/annotate", []string{"quoth/model/library", "quoth/model/source…", "quoth/sample"}, "opens nothing"},
		{"quoth/annotate", []string{"quoth/annotate/train…", "quoth/annotate/eval"}, "needs no tools to run"},
		{"quoth/ui", []string{"quoth/annotate…"}, "is given what annotates"},
		{"quoth/ui/page", []string{"charm.land/bubbletea/…"}, "computes, and asks nothing of the terminal"},
	}
}

// fits reports whether a package has a pattern: "…" at its end stands for
// anything, "*.*/…" for any path that begins with a host name.
func fits(pattern, path string) bool {
	if pattern == "*.*/…" {
		host, _, _ := strings.Cut(path, "/")
		return strings.Contains(host, ".")
	}
	prefix, open := strings.CutSuffix(pattern, "…")
	return path == pattern || open && strings.HasPrefix(path, prefix)
}

// floorOf gives the floor of a package.
func floorOf(path string) (floor, bool) {
	for _, f := range slices.Backward(floors()) {
		if fits(f.pattern, path) {
			return f, true
		}
	}
	return floor{}, false
}

// wrongImport says why a package may not import another, or "".
func wrongImport(path, imported string) string {
	if !fits("quoth/…", imported) {
		return ""
	}
	from, ok := floorOf(path)
	to, known := floorOf(imported)
	switch {
	case !ok || !known:
		return fmt.Sprintf("%s imports %s: one of them stands on no floor", path, imported)
	case to.level < from.level:
		return ""
	case to.level == from.level && from.neighbours != "" && strings.HasPrefix(imported, from.neighbours):
		return ""
	}
	return fmt.Sprintf("%s (floor %d) imports %s (floor %d)", path, from.level, imported, to.level)
}

// list runs go list and gives the packages, each with what the format gives
// beside it.
func list(t *testing.T, field string) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join ."+field+" \" \"}}", "quoth/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	packages := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		packages[words[0]] = words[1:]
	}
	return packages
}

func TestImportsGoDown(t *testing.T) {
	packages := list(t, "Imports")
	if len(packages["quoth"]) == 0 || len(packages["quoth/ui"]) == 0 {
		t.Fatalf("go list gave %d packages", len(packages))
	}
	for path, imports := range packages {
		for _, imported := range imports {
			if wrong := wrongImport(path, imported); wrong != "" {
				t.Error(wrong)
			}
		}
	}
}

func TestNothingForbiddenIsReached(t *testing.T) {
	packages := list(t, "Deps")
	for _, b := range bans() {
		for path, deps := range packages {
			if !fits(b.pattern, path) {
				continue
			}
			for _, dep := range deps {
				if slices.ContainsFunc(b.deps, func(pattern string) bool { return fits(pattern, dep) }) {
					t.Errorf("%s reaches %s, but it %s", path, dep, b.why)
				}
			}
		}
	}
}

func TestWrongImport(t *testing.T) {
	for _, c := range []struct {
		from, to string
		wrong    bool
	}{
		{"quoth/model", "quoth/model/source", true},
		{"quoth/model/source", "quoth/model", false},
		{"quoth/model/source", "quoth/annotate", true},
		{"quoth/annotate/quote", "quoth/annotate/coref", false},
		{"quoth/annotate", "quoth/annotate/train", true},
		{"quoth/ui/page", "quoth/ui/theme", false},
		{"quoth/ui/page", "quoth/ui/pane/reader", true},
		{"quoth/ui/pane/reader", "quoth/ui/pane/shelf", true},
		{"quoth/ui/pane/reader", "quoth/ui/task", true},
		{"quoth/ui", "quoth/ui/pane/shelf", false},
		{"quoth/ui", "quoth/ui/cli", true},
		{"quoth/attic", "quoth/model", true},
	} {
		if got := wrongImport(c.from, c.to); (got != "") != c.wrong {
			t.Errorf("%s imports %s: got %q", c.from, c.to, got)
		}
	}
}
