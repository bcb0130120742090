// Package spantest finds the places in a text that tests are about. It is used by
// tests alone.
package spantest

import (
	"strings"
	"testing"

	"quoth/model"
)

// Nth gives the nth place of words in a text, from 0; places may overlap. Where
// there is none the test ends.
func Nth(t *testing.T, text, words string, nth int) model.Span {
	t.Helper()
	at := -1
	for range nth + 1 {
		i := strings.Index(text[at+1:], words)
		if i < 0 {
			t.Fatalf("%q does not stand so often", words)
		}
		at += 1 + i
	}
	return model.Span{Start: at, End: at + len(words)}
}
