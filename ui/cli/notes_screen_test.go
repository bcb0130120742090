package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const ferry = "Ferry sails again this week\n\n“We have bread,” said Ida Moreau.\n\n“And post,” said Jo Lee. “And one cow,” he said on Monday.\n"

// file puts a file into a directory and gives its name.
func file(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// says runs a command in the environment of a terminal, and gives its output.
func (s *terminal) says(args ...string) string {
	s.t.Helper()
	cmd := exec.Command("quoth", args...)
	cmd.Env, cmd.Dir = s.cmd.Env, s.cmd.Dir
	out, err := cmd.Output()
	if err != nil {
		s.t.Fatalf("quoth %v: %v", args, err)
	}
	return string(out)
}

// sees presses keys and waits for words on the screen.
func (s *terminal) sees(words string, keys ...string) {
	s.t.Helper()
	s.press(keys...)
	if !strings.Contains(s.settled(shows(words)), words) {
		s.t.Fatalf("%q is not on the screen after %v:\n%s", words, keys, s.text())
	}
}

// ends leaves the program.
func (s *terminal) ends() {
	s.t.Helper()
	s.press("Q")
	if status, screen := s.ended(); status != 0 {
		s.t.Fatalf("exit status %d:\n%s", status, screen)
	}
}

// TestNotesOnWhatIsNotInTheLibrary: a sample and what came on standard input are
// put there with the first note, and it stands there the next time.
func TestNotesOnWhatIsNotInTheLibrary(t *testing.T) {
	dir := t.TempDir()
	file(t, dir, "a.txt", ferry)
	for name, args := range map[string][]string{"standard input": {"sh", "-c", "cat a.txt | quoth -"}, "sample": {"quoth"}} {
		open := func() *terminal {
			s := start(t, dir, 120, 30, nil, args...)
			if name == "sample" {
				s.sees("fictional sample", "tab", "j", "j", "j", "j", "enter", "g")
				s.press("enter")
			}
			s.sees("WHO SAID WHAT")
			s.settled(shows(" statement")) // which is there when the engine is done
			return s
		}
		s := open()
		s.sees("note kept", "a", "h", "m", "enter")
		s.ends()
		if got := s.says("notes", "hm"); !strings.Contains(got, "\thm\t") {
			t.Errorf("%s: notes are %q", name, got)
		}
		s = open()
		s.sees("hm", "L")
		s.sees("note deleted", "D")
		s.ends()
	}
}

// TestExportFromTheScreen: of an article without notes the quotations are
// exported, and what they are called stays when one of them gets a note.
func TestExportFromTheScreen(t *testing.T) {
	dir := t.TempDir()
	file(t, dir, "a.txt", ferry)
	s := start(t, dir, 120, 30, nil, "quoth", "a.txt")
	s.settled(shows(" of "))
	s.sees("exported to", "X")
	written := func() string {
		names, err := filepath.Glob(filepath.Join(dir, "data", "quoth", "notes", "*.md"))
		if err != nil || len(names) != 1 {
			t.Fatalf("%d files, %v", len(names), err)
		}
		text, err := os.ReadFile(names[0])
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	blocks := regexp.MustCompile(`(?m)^\^q-[0-9a-f]{8}$`)
	before := written()
	ids := blocks.FindAllString(before, -1)
	if len(ids) < 2 || !strings.Contains(before, "We have bread") {
		t.Fatalf("%d items:\n%s", len(ids), before)
	}
	s.sees("nothing new", "X")
	s.sees("note kept", "a", "h", "m", "enter")
	s.sees("exported to", "X")
	s.ends()
	s.says("export", "--out", filepath.Join(dir, "data", "quoth", "notes"))
	if after := written(); !strings.Contains(after, "Note: hm") || !slices.Equal(blocks.FindAllString(after, -1), ids) {
		t.Errorf("with a note: %v, before %v:\n%s", blocks.FindAllString(after, -1), ids, after)
	}
}
