package plaintext_test

import (
	"strings"
	"testing"

	"quoth/model/plaintext"
)

func TestParagraph(t *testing.T) {
	const text = "The  headline\n\nBy Ida Moreau\n\n\n\nFirst line\nof two\n\nlast"
	for words, want := range map[string]int{"headline": 0, "By": 1, "First": 2, "of two": 2, "last": 3} {
		if got := plaintext.Paragraph(text, "The headline", strings.Index(text, words)); got != want {
			t.Errorf("%q stands in paragraph %d, want %d", words, got, want)
		}
	}
	if got := plaintext.Paragraph(text, "Another title", strings.Index(text, "last")); got != 4 {
		t.Errorf("without its headline at the top the text has %d paragraphs, want 4", got)
	}
}
