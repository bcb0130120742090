package web_test

import (
	"testing"

	"quoth/model/source/markdown"
	"quoth/model/source/web"
)

// TestEscape holds that escaped words are read by Markdown as they are.
func TestEscape(t *testing.T) {
	for _, s := range []string{
		"plain words", "5 * 4 _is_ [not] <b> `code` \\ # |", "# heading", "- item", "+ item", "1. item", "12) item", "> quoted", "=== rule", "~~~ code", "--- rule",
		"&amp; is an entity", "2026. A year", "https://example.org/a_b*c",
	} {
		if a := markdown.Parse([]byte(web.Escape(s))); a.Text != s || len(a.Runs) > 0 && s[:4] != "http" {
			t.Errorf("%q is read as %q", s, a.Text)
		}
	}
}
