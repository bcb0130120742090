package cli

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// edit gives the command that opens words in the reader's editor.
func edit(text string, done func(string, error) tea.Msg) tea.Cmd {
	e := &editing{text: text}
	return tea.Exec(e, func(err error) tea.Msg { return done(e.text, err) })
}

// editing is words in the reader's editor: it has the terminal until the editor
// ends.
type editing struct {
	text   string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

// SetStdin is called by Bubble Tea.
func (e *editing) SetStdin(r io.Reader) { e.stdin = r }

// SetStdout is called by Bubble Tea.
func (e *editing) SetStdout(w io.Writer) { e.stdout = w }

// SetStderr is called by Bubble Tea.
func (e *editing) SetStderr(w io.Writer) { e.stderr = w }

// Run puts the words into a file, waits for the editor, and reads them back.
func (e *editing) Run() error {
	f, err := os.CreateTemp("", "quoth-note-*.md")
	if err != nil {
		return fmt.Errorf("note: %w", err)
	}
	written := false
	defer func() {
		if !written {
			os.Remove(f.Name()) // it is in the directory for such files
		}
	}()
	if _, err := io.WriteString(f, e.text+"\n"); err != nil {
		f.Close() // the first error tells
		return fmt.Errorf("note: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("note: %w", err)
	}
	words := strings.Fields(editor(os.Getenv))
	cmd := exec.Command(words[0], append(words[1:], f.Name())...) //nolint:noctx // the reader ends it
	cmd.Stdin, cmd.Stdout, cmd.Stderr = e.stdin, e.stdout, e.stderr
	failed := cmd.Run()
	text, err := os.ReadFile(f.Name())
	if failed != nil {
		if written = err == nil && string(text) != e.text+"\n"; written {
			return fmt.Errorf("editor %s: %w; what you wrote is in %s", words[0], failed, f.Name())
		}
		return fmt.Errorf("editor %s: %w; set $VISUAL or $EDITOR", words[0], failed)
	}
	if err != nil {
		return fmt.Errorf("note: %w", err)
	}
	e.text = strings.TrimRight(string(text), "\n")
	return nil
}

// editor gives the command line of the reader's editor.
func editor(getenv func(string) string) string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if words := strings.TrimSpace(getenv(name)); words != "" {
			return words
		}
	}
	return "vi"
}
