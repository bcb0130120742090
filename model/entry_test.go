package model_test

import (
	"testing"

	"quoth/model"
)

func TestName(t *testing.T) {
	for _, c := range []struct{ title, source, want string }{
		{"Ferries stop", "/home/ida/port.txt", "Ferries stop"},
		{"", "/home/ida/port.txt", "port.txt"},
		{"", "https://example.org/news/port", "port"},
		{"", "https://example.org/", "example.org"},
		{"", "", ""},
	} {
		if got := (model.Entry{Title: c.title, Source: c.source}).Name(); got != c.want {
			t.Errorf("%q of %q is called %q, want %q", c.title, c.source, got, c.want)
		}
	}
}
