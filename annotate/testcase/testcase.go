// Package testcase reads the data files of the engine's tests, in which anybody
// can add a case without writing Go. It knows nothing of what a case tests.
//
// A file begins with a paragraph that tells what its cases hold. Each case begins
// with a line of "====" and the case's name, which may be left out:
//
//	==== a name in apposition
//	A retired teacher, Ida Moreau, resigned.
//	----
//	Ida Moreau
package testcase

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// The lines that part a file.
const (
	begin  = "\n===="
	dashes = "\n----\n"
)

// Case is one case of a data file.
type Case struct {
	Name string // "" for one without a name
	Text string // what is given
	Want string // what is expected of it, without white space at its ends
}

// Read reads the cases of a file: a text, a line of dashes, what is expected.
func Read(t testing.TB, path string) []Case {
	t.Helper()
	return read(t, path, wanted)
}

// Texts reads the cases of a file that hold a text alone, whose marks tell what
// is expected.
func Texts(t testing.TB, path string) []Case {
	t.Helper()
	return read(t, path, func(*Case) error { return nil })
}

func read(t testing.TB, path string, finish func(*Case) error) []Case {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := cases(string(data), finish)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return all
}

// cases takes a file apart.
func cases(file string, finish func(*Case) error) ([]Case, error) {
	parts := strings.Split(file, begin)[1:]
	if len(parts) == 0 {
		return nil, errors.New("no case in it")
	}
	all := make([]Case, len(parts))
	for i, p := range parts {
		name, text, _ := strings.Cut(p, "\n")
		all[i] = Case{Name: strings.TrimSpace(name), Text: strings.TrimRight(text, "\n")}
		if err := finish(&all[i]); err != nil {
			return nil, fmt.Errorf("case %d %q: %w", i+1, all[i].Name, err)
		}
	}
	return all, nil
}

// wanted parts what is expected from the text.
func wanted(c *Case) error {
	parts := strings.Split(c.Text+"\n", dashes)
	if len(parts) != 2 {
		return fmt.Errorf("%d lines of dashes, want one", len(parts)-1)
	}
	c.Text, c.Want = parts[0], strings.TrimSpace(parts[1])
	return nil
}
