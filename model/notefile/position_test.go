package notefile_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/notefile"
	"quoth/model/spantest"
)

// mixed is a text in which bytes, UTF-16 units and code points differ from its
// first character on, and in which words stand three times.
const mixed = "👩‍👩‍👧 e\u0301tude: 首相は「橋を閉鎖する」と述べた。\n\n" +
	"The bridge is shut, she said 😀. The bridge is shut, he said. 橋は、橋は、橋は。\n\nIn the end the bridge is shut, they said."

// annotation writes an annotation of a passage in the units of the W3C model, or
// of Hypothesis.
func annotation(s model.Span, exact, prefix string, hypothesis bool) string {
	count := utf8.RuneCountInString
	head := `"target":[{"source":"https://example.org/a"`
	if hypothesis {
		count = func(s string) int { return len(utf16.Encode([]rune(s))) }
		head = `"uri":"https://example.org/a",` + head
	}
	return fmt.Sprintf(`{%s,"selector":[{"type":"TextPositionSelector","start":%d,"end":%d},{"type":"TextQuoteSelector","exact":%q,"prefix":%q}]}]}`,
		head, count(mixed[:s.Start]), count(mixed[:s.End]), exact, prefix)
}

// place reads one annotation and looks for it in a text.
func place(t *testing.T, file, text string) (model.Anchor, anchor.Fit) {
	t.Helper()
	notes, err := notefile.Read(strings.NewReader(file))
	if err != nil || len(notes) != 1 {
		t.Fatalf("%d notes, %v", len(notes), err)
	}
	return notes[0].Place(anchor.In(text))
}

func TestPositionChoosesAmongRepeatedWords(t *testing.T) {
	for _, words := range []string{"ridge is shut", "橋", "橋は", "said", "e\u0301tude", "👩‍👩‍👧"} {
		for nth := range strings.Count(mixed, words) {
			for _, hypothesis := range []bool{false, true} {
				s := spantest.Nth(t, mixed, words, nth)
				a, fit := place(t, annotation(s, words, "", hypothesis), mixed)
				if a.Span != s || fit != anchor.Same || a.Exact != words || a.Hash != model.TextHash(mixed) {
					t.Errorf("%q, place %d, Hypothesis %t: found at %v (%v), want %v", words, nth, hypothesis, a.Span, fit, s)
				}
			}
		}
	}
}

func TestSurroundingsCountMoreThanThePosition(t *testing.T) {
	first, third := spantest.Nth(t, mixed, "ridge is shut", 0), spantest.Nth(t, mixed, "ridge is shut", 2)
	a, fit := place(t, annotation(first, "ridge is shut", "In the end the b", false), mixed)
	if a.Span != third || fit != anchor.Same {
		t.Errorf("found at %v (%v), want %v", a.Span, fit, third)
	}
}

// TestDoubtStays: a position that is only near does not tell twins apart beyond
// doubt, and what is in doubt stays so when it is looked for again.
func TestDoubtStays(t *testing.T) {
	near := spantest.Nth(t, mixed, "橋は", 1)
	file := annotation(model.Span{Start: near.Start + len("橋"), End: near.End + len("橋")}, "橋は", "", true)
	a, fit := place(t, file, mixed)
	if fit != anchor.Approximate || a.Hash != "" {
		t.Fatalf("found at %v (%v)", a.Span, fit)
	}
	if s, again := anchor.In(mixed).Find(a); again != anchor.Approximate || s != near {
		t.Errorf("looked for again, it is at %v (%v), want %v", s, again, near)
	}
}

func TestPositionWithoutWords(t *testing.T) {
	s := spantest.Nth(t, mixed, "閉鎖", 0)
	file := annotation(s, "", "", false)
	if a, fit := place(t, file, mixed); a.Span != s || a.Exact != "閉鎖" || fit != anchor.Same {
		t.Errorf("found %q at %v (%v), want %v", a.Exact, a.Span, fit, s)
	}
	if a, fit := place(t, file, "short"); a.Known() || fit != anchor.Lost {
		t.Errorf("outside of the text: %q (%v)", a.Exact, fit)
	}
}

func TestWordsThatAreGoneAreKept(t *testing.T) {
	a, fit := place(t, annotation(model.Span{Start: 0, End: 4}, "words that nobody ever wrote here", "", false), mixed)
	if fit != anchor.Lost || a.Exact != "words that nobody ever wrote here" {
		t.Errorf("%+v (%v)", a, fit)
	}
}
