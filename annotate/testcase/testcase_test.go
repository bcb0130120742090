package testcase

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCases(t *testing.T) {
	file := "What they hold.\n==== one\nA text.\n\nIts second paragraph.\n----\nwhat\nis wanted\n====\nNothing is wanted.\n----\n"
	got, err := cases(file, wanted)
	if err != nil {
		t.Fatal(err)
	}
	want := []Case{
		{Name: "one", Text: "A text.\n\nIts second paragraph.", Want: "what\nis wanted"},
		{Text: "Nothing is wanted."},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestCasesBroken(t *testing.T) {
	for _, file := range []string{"No case.\n", "A case\n====\nwithout dashes\n", "Two\n==== in\na\n----\nb\n\none\nc\n----\nd\n"} {
		if got, err := cases(file, wanted); err == nil {
			t.Errorf("%q was read as %v", file, got)
		}
	}
}
