package picker_test

import (
	"testing"

	"quoth/ui/pane/picker"
	"quoth/ui/theme"
)

// chosen types words and takes what is marked: an index into the choices, -1 for
// the words themselves.
func chosen(t *testing.T, names []string, free, words string) int {
	t.Helper()
	p := picker.New(theme.New(theme.Options{}))
	choices := make([]picker.Choice, len(names))
	for i, n := range names {
		choices[i].Name = n
	}
	p.Resize(40, 12)
	p.Open("WHO SAID IT", choices, free)
	p.SetWords(words)
	i, ok := p.Choice()
	if !ok {
		t.Fatalf("%q: nothing is marked", words)
	}
	return i
}

// TestWhatIsSoIsMarked: Enter alone changes nothing.
func TestWhatIsSoIsMarked(t *testing.T) {
	p := picker.New(theme.New(theme.Options{}))
	p.Resize(40, 12)
	p.Open("KIND", []picker.Choice{{Name: "direct"}, {Name: "mixed", Now: true}, {Name: "indirect"}}, "")
	if i, ok := p.Choice(); i != 1 || !ok {
		t.Errorf("%d is marked", i)
	}
	p.SetWords("i")
	if i, _ := p.Choice(); i != 2 {
		t.Errorf("what fits the words best is not marked, but %d", i)
	}
}

func TestWhatIsMarked(t *testing.T) {
	names := []string{"a source from one of these countries", "Mohammed bin Abdulrahman", "Ali Larijani", "Mary Foote"}
	for words, want := range map[string]int{
		"ali":          2,
		"larij":        2,
		"foo":          3,  // a word of the name begins so
		"Fo One":       -1, // its letters are scattered in the first: a new name
		"Ali Larijani": 2,
		"Bob":          -1,
	} {
		if got := chosen(t, names, "a new name", words); got != want {
			t.Errorf("%q: %d is marked, want %d", words, got, want)
		}
	}
	names = []string{"Forsythe's deputy", `William "Bill" Forsythe`, "Bill Lee-Forsythe"}
	for words, want := range map[string]int{"forsythe": 1, "bill": 1, "bill l": 2, "fors": 0, "deputy": 0} {
		if got := chosen(t, names, "a new name", words); got != want {
			t.Errorf("%q: %d is marked, want %d", words, got, want)
		}
	}
	names = []string{"a source from one of these countries", "Mohammed bin Abdulrahman", "Ali Larijani", "Mary Foote"}
	if got := chosen(t, names, "", "mry"); got != 3 {
		t.Errorf("where no new name may be given, %d is marked, want the one with the letters", got)
	}
}
