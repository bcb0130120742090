package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a test waits for the program before it fails. A program
// that works is never waited for so long.
const patience = 20 * time.Second

// erase is what the program draws a whole screen after.
const erase = "\x1b[2J"

// terminal is the program at a pseudo-terminal, and the screen it draws there.
type terminal struct {
	t      testing.TB
	cmd    *exec.Cmd
	pty    *os.File
	screen *vt.Emulator
	output chan []byte // what the program wrote, until it ends
	raw    []byte      // all of it
	unread []byte      // what the screen has not yet been given
	erased int         // length of the erase that unread begins with
}

// start runs the program under a screen of w by h cells.
func start(t testing.TB, dir string, w, h int, env []string, args ...string) *terminal {
	t.Helper()
	s := &terminal{t: t, screen: vt.NewEmulator(w, h), output: make(chan []byte)}
	s.cmd = exec.Command(args[0], args[1:]...)
	s.cmd.Dir = dir
	s.cmd.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TERM=xterm-256color", "COLORTERM=truecolor",
		"XDG_CONFIG_HOME=" + dir + "/config", "XDG_DATA_HOME=" + dir + "/data", "XDG_CACHE_HOME=" + dir + "/cache",
	}, env...)
	var err error
	if s.pty, err = pty.StartWithSize(s.cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		t.Fatal(err)
	}
	go s.read()
	go io.Copy(s.pty, s.screen) // the terminal's answers; it ends with the pipe
	t.Cleanup(s.stop)
	s.untilErase() // the keys are taken from here on, and not echoed
	return s
}

// stop ends the program when it has not ended by itself.
func (s *terminal) stop() {
	s.cmd.Process.Kill()
	s.screen.InputPipe().(io.Closer).Close()
	s.pty.Close()
	for range s.output { // let the reader end
	}
}

// read passes on what the program writes. The end of a pseudo-terminal is an
// error on Linux.
func (s *terminal) read() {
	defer close(s.output)
	for {
		chunk := make([]byte, 16<<10)
		n, err := s.pty.Read(chunk)
		if n > 0 {
			s.output <- chunk[:n]
		}
		if err != nil {
			return
		}
	}
}

// more waits for output. It reports false when the program has ended.
func (s *terminal) more() bool {
	s.t.Helper()
	select {
	case chunk, ok := <-s.output:
		s.raw = append(s.raw, chunk...)
		s.unread = append(s.unread, chunk...)
		return ok
	case <-time.After(patience):
		s.t.Fatalf("nothing came from the program; the screen:\n%s", s.text())
	}
	return false
}

// untilErase gives the screen what was drawn up to the next erase.
func (s *terminal) untilErase() {
	s.t.Helper()
	for {
		if i := bytes.Index(s.unread[s.erased:], []byte(erase)); i >= 0 {
			s.draw(s.erased + i)
			s.erased = len(erase)
			return
		}
		if !s.more() {
			s.t.Fatalf("the program ended; it wrote last:\n%s", s.unread)
		}
	}
}

func (s *terminal) draw(n int) {
	s.screen.Write(s.unread[:n])
	s.unread = s.unread[n:]
}

// press types keys: characters, and names as in config.toml.
func (s *terminal) press(keys ...string) {
	s.t.Helper()
	for _, key := range keys {
		if _, err := s.pty.WriteString(typed(s.t, key)); err != nil {
			s.t.Fatal(err)
		}
	}
}

func typed(t testing.TB, key string) string {
	t.Helper()
	named := map[string]string{
		"enter": "\r", "tab": "\t", "esc": "\x1b", "space": " ", "up": "\x1b[A", "down": "\x1b[B",
		"pgup": "\x1b[5~", "pgdown": "\x1b[6~", "home": "\x1b[H", "end": "\x1b[F",
	}
	letter, ctrl := strings.CutPrefix(key, "ctrl+")
	switch {
	case named[key] != "":
		return named[key]
	case ctrl && len(letter) == 1:
		return string(letter[0] & 0x1f)
	case len([]rune(key)) == 1:
		return key
	}
	t.Fatalf("no such key: %q", key)
	return ""
}

// settled gives the screen when the program has worked off all keys. The terminal
// tells its size three times, in the stream in which the keys came, and the
// program draws everything anew after each. Before the last time there stands a
// whole screen that was drawn after the last key was worked off, even when one
// drawing was left over from the start.
//
// What the keys began may still go on: an article is being opened or annotated.
// So it looks again until the screen is the one that is waited for. After
// patience it gives the last one.
func (s *terminal) settled(awaited func(screen string) bool) string {
	s.t.Helper()
	for deadline := time.Now().Add(patience); ; {
		for range 3 {
			fmt.Fprintf(s.pty, "\x1b[8;%d;%dt", s.screen.Height(), s.screen.Width())
			s.untilErase()
		}
		if text := s.text(); awaited(text) || time.Now().After(deadline) {
			return text
		}
	}
}

// text gives the screen without blanks at the ends of lines and empty lines at
// its end.
func (s *terminal) text() string {
	var out strings.Builder
	for line := range strings.Lines(s.screen.String()) {
		out.WriteString(strings.TrimRight(line, " \r\n") + "\n")
	}
	return strings.TrimRight(out.String(), "\n")
}

// resize changes the size of the window, which the program hears of by a signal.
func (s *terminal) resize(w, h int) {
	s.t.Helper()
	s.screen.Resize(w, h)
	if err := pty.Setsize(s.pty, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		s.t.Fatal(err)
	}
	s.untilErase()
}

// ended waits for the end of the program. It gives its exit status and what
// stands on the screen then.
func (s *terminal) ended() (int, string) {
	s.t.Helper()
	for s.more() {
	}
	s.draw(len(s.unread))
	err := s.cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		s.t.Fatal(err)
	}
	return s.cmd.ProcessState.ExitCode(), s.text()
}
