package notefile_test

import (
	"errors"
	"testing"

	"quoth/model/notefile"
)

func TestReadAnnotation(t *testing.T) {
	notes, err := notefile.Read([]byte(`{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:quoth:q-144a60bd","type":"Annotation",
		"body":[{"type":"TextualBody","purpose":"commenting","value":"Ask"},{"purpose":"tagging","value":"bridge"},{"purpose":"classifying","value":"check"}],
		"target":{"source":"https://example.org/a","selector":{"type":"TextQuoteSelector","exact":"cracks","prefix":"found "}}}`))
	if err != nil || len(notes) != 1 {
		t.Fatalf("%d notes, %v", len(notes), err)
	}
	n := notes[0]
	if n.ID != "144a60bd" || n.Note.Text != "Ask" || n.Kind != "check" || len(n.Tags) != 1 || n.Source != "https://example.org/a" || n.Passage.Exact != "cracks" || n.Passage.Prefix != "found " {
		t.Errorf("read as %+v", n)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`{"rows":[{"target":[{"selector":[{}]}]}]}`)
	f.Add("Highlight,Note\na,.b c\n")
	f.Add("T (A)\n- Your Note | Added on Monday, x\n\nwords\n==========\n")
	f.Fuzz(func(t *testing.T, data string) {
		notes, err := notefile.Read([]byte(data))
		if errors.Is(err, notefile.ErrUnknown) && len(notes) > 0 && data == "" {
			t.Errorf("%d notes of nothing", len(notes))
		}
	})
}
