package cli

import (
	"testing"

	"quoth/model"
)

// TestOutlet: what names no outlet is told by its server or its file.
func TestOutlet(t *testing.T) {
	for _, c := range []struct {
		entry model.Entry
		want  string
	}{
		{model.Entry{Site: "Harbour News", Source: "/a/b/c.txt"}, "Harbour News"},
		{model.Entry{FeedTitle: "Harbour News", Source: "https://harbour.example/1"}, ""}, // the feed is told beside it
		{model.Entry{Source: "https://harbour.example/1"}, "harbour.example"},
		{model.Entry{Source: "/home/ida/drafts/harbour.txt"}, "drafts/harbour.txt"},
		{model.Entry{Source: "-"}, "standard input"},
		{model.Entry{}, "standard input"},
	} {
		if got := outlet(c.entry); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.entry, got, c.want)
		}
	}
}
