package cli_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// update reports whether the screens are to be written anew.
func update() bool { return flag.Lookup("update").Value.String() == "true" }

// TestScreens runs testdata/screen/*.txtar: the first line is the size of the
// window and the command, sections with a dot in their names are files, and the
// others are steps with the screen that follows:
//
//	-- open --         after the start
//	-- keys ) enter -- after these keys
//	-- size 40x12 --   after the window has this size
//	-- exit 0: q q --  these keys end the program with this status
//
// A section whose lines begin with "> " or "! " holds words that stand or do not
// stand on the screen, any other the whole screen.
func TestScreens(t *testing.T) {
	files, err := filepath.Glob("testdata/screen/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no screens: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			play(t, archive)
			if update() {
				if err := os.WriteFile(file, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// play runs the session of an archive. With -update it writes the screens into
// it instead of comparing them.
func play(t *testing.T, archive *txtar.Archive) {
	t.Helper()
	dir := t.TempDir()
	for _, f := range archive.Files {
		path := filepath.Join(dir, f.Name)
		if !strings.Contains(f.Name, ".") {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	words := strings.Fields(string(archive.Comment))
	w, h := size(t, words[0])
	s := start(t, dir, w, h, nil, words[1:]...)
	for i, f := range archive.Files {
		if strings.Contains(f.Name, ".") {
			continue
		}
		want := strings.TrimSpace(string(f.Data))
		switch {
		case strings.HasPrefix(want, "> ") || strings.HasPrefix(want, "! "):
			got := step(t, s, f.Name, func(screen string) bool { return missing(want, screen) == "" })
			if words := missing(want, got); words != "" {
				t.Errorf("-- %s --: %s\nthe screen:\n%s", f.Name, words, got)
			}
		case update():
			archive.Files[i].Data = []byte(step(t, s, f.Name, unchanged()) + "\n")
		default:
			got := step(t, s, f.Name, func(screen string) bool { return strings.TrimSpace(screen) == want })
			if diff := cmp.Diff(strings.TrimSpace(string(f.Data)), strings.TrimSpace(got)); diff != "" {
				t.Errorf("-- %s -- (-want +got):\n%s", f.Name, diff)
			}
		}
	}
}

// missing gives the first line of want that a screen does not hold to.
func missing(want, screen string) string {
	for line := range strings.Lines(want) {
		sign, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.Contains(screen, words) != (sign == ">") {
			return line
		}
	}
	return ""
}

// unchanged waits until the screen was the same ten times.
func unchanged() func(string) bool {
	last, times := "", 0
	return func(screen string) bool {
		times++
		if screen != last {
			last, times = screen, 0
		}
		return times == 10
	}
}

// shows waits for words on the screen.
func shows(words string) func(string) bool {
	return func(screen string) bool { return strings.Contains(screen, words) }
}

// step does what the name of a section says, and gives the screen after it.
func step(t *testing.T, s *terminal, name string, awaited func(string) bool) string {
	t.Helper()
	words := strings.Fields(name)
	switch words[0] {
	case "open":
	case "keys":
		s.press(words[1:]...)
	case "size":
		s.resize(size(t, words[1]))
	case "exit":
		s.press(words[2:]...)
		status, screen := s.ended()
		if got := strconv.Itoa(status) + ":"; got != words[1] {
			t.Errorf("exit status %s want %s", got, words[1])
		}
		return screen
	default:
		t.Fatalf("no such step: %s", name)
	}
	return s.settled(awaited)
}

func size(t *testing.T, text string) (w, h int) {
	t.Helper()
	if _, err := fmt.Sscanf(text, "%dx%d", &w, &h); err != nil {
		t.Fatalf("size %q: %v", text, err)
	}
	return w, h
}

// TestNoColor holds the screen to NO_COLOR: attributes may be set, colours not.
func TestNoColor(t *testing.T) {
	s := start(t, t.TempDir(), 100, 30, []string{"NO_COLOR=1"}, "quoth")
	s.settled(shows("fictional sample"))
	s.press("enter")
	s.settled(shows("SadaNews"))
	s.press("q", "q")
	if status, _ := s.ended(); status != 0 {
		t.Errorf("exit status %d", status)
	}
	colour := regexp.MustCompile(`\x1b\[[0-9;:]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])\b[0-9;:]*m`)
	if found := colour.Find(s.raw); found != nil {
		t.Errorf("colour set: %q", found)
	}
}

// TestStandardInput reads the article from a pipe and the keys from the
// terminal.
func TestStandardInput(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("The ferry sailed again on Monday.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir, 80, 10, nil, "sh", "-c", "cat a.txt | quoth -")
	if want := "The ferry sailed again on Monday."; !strings.Contains(s.settled(shows(want)), want) {
		t.Errorf("the screen:\n%s", s.text())
	}
	s.press("Q")
	if status, _ := s.ended(); status != 0 {
		t.Errorf("exit status %d", status)
	}
}

// TestSettingsFault tells of a wrong setting on the shelf, in the reader and after
// the screen is gone, and reads on with the others.
func TestSettingsFault(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "config", "quoth", "config.toml")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("colour = \"red\"\n[keys]\nquit = \"x\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir, 80, 10, nil, "quoth")
	s.sees(`config.toml: no such setting: "colour"`)
	s.press("x")
	if status, _ := s.ended(); status != 3 {
		t.Errorf("exit status %d, want 3", status)
	}
	want := "quoth: " + file + `: no such setting: "colour"; "quoth config default" shows all` + "\r\n"
	if !bytes.Contains(s.raw, []byte(want)) {
		t.Errorf("%q does not stand in %q", want, s.raw)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(ferry), 0o600); err != nil {
		t.Fatal(err)
	}
	start(t, dir, 80, 10, nil, "quoth", "a.txt").sees(`config.toml: no such setting: "colour"`)
}

// TestTheme holds the reader to a Glamour style beside the settings.
func TestTheme(t *testing.T) {
	dir := t.TempDir()
	settings := filepath.Join(dir, "config", "quoth")
	if err := os.MkdirAll(settings, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		filepath.Join(settings, "config.toml"): `theme = "red.json"`,
		filepath.Join(settings, "red.json"):    `{"heading": {"color": "#fe0102"}}`,
		filepath.Join(dir, "a.md"):             "## The ferry\n\nIt sailed.\n",
	} {
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := start(t, dir, 80, 10, nil, "quoth", "a.md")
	s.settled(shows("It sailed."))
	if !bytes.Contains(s.raw, []byte("38;2;254;1;2")) {
		t.Errorf("no heading in the style's colour: %q", s.raw)
	}
}

// TestReadingKeeps holds the reader to keep what it opened, with what was said.
func TestReadingKeeps(t *testing.T) {
	dir := t.TempDir()
	text := "Ferry sails again this week\n\n“We have bread,” said Ida Moreau.\n"
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir, 100, 20, nil, "quoth", "a.txt")
	s.settled(shows("1 of 1"))
	s.press("Q")
	if status, screen := s.ended(); status != 0 {
		t.Fatalf("exit status %d:\n%s", status, screen)
	}
	cmd := exec.Command("quoth", "quotes", "--jsonl", "speaker:moreau")
	cmd.Env = s.cmd.Env
	out, err := cmd.Output()
	if want := `"words":"“We have bread,”"`; err != nil || !strings.Contains(string(out), want) {
		t.Errorf("quotes gave %s, %v, want %s", out, err, want)
	}
	s = start(t, dir, 100, 20, nil, "quoth")
	if want := "Ferry sails again this week"; !strings.Contains(s.settled(shows(want)), want) {
		t.Errorf("the shelf:\n%s", s.text())
	}
}

// BenchmarkStart measures the whole program from its start until the article
// stands on the screen, and until it is annotated.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	text := "The ferry sailed.\n\n“We have bread, post and one very patient cow,” said Ida Moreau.\n"
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	for name, awaited := range map[string]string{"text": "patient cow", "annotations": "1 of 1"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s := start(b, dir, 120, 36, nil, "quoth", "a.txt")
				for !strings.Contains(s.screen.String(), awaited) {
					if !s.more() {
						b.Fatalf("the program ended:\n%s", s.text())
					}
					s.draw(len(s.unread))
				}
				s.stop()
			}
		})
	}
}
