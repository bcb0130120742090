package diff_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quoth/model/diff"
)

// marked writes pieces as wdiff does: [-gone-] and {+new+}.
func marked(pieces []diff.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.Kind {
		case diff.Gone:
			b.WriteString("[-" + p.Text + "-]")
		case diff.New:
			b.WriteString("{+" + p.Text + "+}")
		case diff.Same:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestTexts(t *testing.T) {
	for _, c := range []struct{ older, newer, want string }{
		{"", "", ""},
		{"same words", "same words", "same words"},
		{"", "new", "{+new+}"},
		{"gone", "", "[-gone-]"},
		{"Three people died.", "Four people died.", "[-Three -]{+Four +}people died."},
		{"one two three", "one three", "one [-two -]three"},
		{"one three", "one two three", "one {+two +}three"},
		{"a b c d e", "a x c y e", "a [-b -]{+x +}c [-d -]{+y +}e"},
		{"First.\n\nSecond.", "First.\n\nBetween.\n\nSecond.", "First.\n\n{+Between.\n\n+}Second."},
		{"The mill burnt down.", "The mill burnt down. Nobody was hurt.", "The mill burnt down. {+Nobody was hurt.+}"},
		{"all of it", "something else", "[-all of it-]{+something else+}"},
	} {
		if got := marked(diff.Texts(c.older, c.newer)); got != c.want {
			t.Errorf("%q to %q is %s, want %s", c.older, c.newer, got, c.want)
		}
	}
}

// sides puts pieces together again.
func sides(pieces []diff.Piece) (older, newer string, changed int) {
	for _, p := range pieces {
		if p.Kind != diff.New {
			older += p.Text
		}
		if p.Kind != diff.Gone {
			newer += p.Text
		}
		if p.Kind != diff.Same {
			changed += len(strings.Fields(p.Text))
		}
	}
	return older, newer, changed
}

// TestPiecesMakeBothTexts holds that nothing is lost, and that no shorter way is
// missed: the one by a table of all.
func TestPiecesMakeBothTexts(t *testing.T) {
	word := regexp.MustCompile(`\n+|\S+ *`)
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{"a ", "b ", "c ", "d\n\n"}), 0, 30), func(w []string) string { return strings.Join(w, "") })
		older, newer := text.Draw(r, "older"), text.Draw(r, "newer")
		a, b, changed := sides(diff.Texts(older, newer))
		if blankless(a) != blankless(older) || b != newer {
			r.Fatalf("the pieces make %q and %q", a, b)
		}
		if least := table(word.FindAllString(older, -1), word.FindAllString(newer, -1)); changed > least {
			r.Fatalf("%d words changed, %d would do: %s", changed, least, marked(diff.Texts(older, newer)))
		}
	})
}

// table gives the fewest words that are gone or new, by dynamic programming;
// words with a line end in them count as they stand.
func table(a, b []string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			best := min(row[j], row[j+1]) + 1
			if a[i] == b[j] {
				best = diagonal
			}
			diagonal, row[j+1] = row[j+1], best
		}
	}
	return row[len(b)]
}

func blankless(s string) string { return strings.ReplaceAll(s, " ", "") }

func TestTextsOfNothingInCommon(t *testing.T) {
	var older, newer strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&older, "a%d ", i)
		fmt.Fprintf(&newer, "b%d ", i)
	}
	a, b, _ := sides(diff.Texts(older.String(), newer.String()))
	if a != older.String() || b != newer.String() {
		t.Error("words were lost")
	}
}
