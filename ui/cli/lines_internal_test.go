package cli

import (
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func TestLines(t *testing.T) {
	const limit = 10
	in := "short\n" + strings.Repeat("x", 5000) + "\n\nlast\r"
	var got []string
	for line, err := range lines(iotest.OneByteReader(strings.NewReader(in)), limit) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, string(line.text))
	}
	want := []string{"short", "line 2: longer than 0 MiB", "", "last\r"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLinesTellAReadingError(t *testing.T) {
	in := io.MultiReader(strings.NewReader("one\ntw"), iotest.ErrReader(io.ErrUnexpectedEOF))
	n := 0
	var last error
	for _, err := range lines(in, 100) {
		n++
		last = err
	}
	if n != 2 || last == nil || last.Error() != "standard input: unexpected EOF" {
		t.Errorf("%d lines, then %v", n, last)
	}
}
