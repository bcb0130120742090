package markdown

import (
	"strings"
	"testing"
)

// TestDeepNesting holds that containers stand in one another up to the deepest,
// and that what stands deeper is read as text.
func TestDeepNesting(t *testing.T) {
	const levels = 10 * deepest
	var staircase strings.Builder
	for i := range levels {
		staircase.WriteString(strings.Repeat("  ", i) + "- word\n")
	}
	for name, c := range map[string]struct {
		src   string
		words int
	}{
		"quotes":            {strings.Repeat(">", levels) + "word", 1},
		"quotes and blanks": {strings.Repeat("> ", levels) + "word\n>\n> word", 2},
		"a staircase":       {staircase.String(), levels},
		"items in one line": {strings.Repeat("- ", levels) + "word\n- word", 2},
		"both":              {strings.Repeat("1. > ", levels) + "word", 1},
	} {
		a := Parse([]byte(c.src))
		check(t, &a)
		most := 0
		for _, b := range a.Blocks {
			most = max(most, len(b.In))
		}
		if most != deepest {
			t.Errorf("%s: a block in %d containers, want %d", name, most, deepest)
		}
		if n := strings.Count(a.Text, "word"); n != c.words {
			t.Errorf("%s: %d of %d words are left", name, n, c.words)
		}
	}
}

// TestWideTables holds that rows are filled up only so far, and that no word of a
// table that is not read as one is lost.
func TestWideTables(t *testing.T) {
	table := func(columns, rows int) string {
		return strings.Repeat("|head", columns) + "\n" + strings.Repeat("|-", columns) + "\n" + strings.Repeat("|word\n", rows)
	}
	for name, c := range map[string]struct {
		src         string
		cells, rows int
	}{
		"small":      {table(20, 30), 31 * 20, 30},
		"wide":       {table(1000, 1000), 0, 1000},
		"one by one": {strings.Repeat(table(100, 100)+"\n", 50), 13 * 101 * 100, 5000},
	} {
		a := Parse([]byte(c.src))
		check(t, &a)
		cells := 0
		for _, b := range a.Blocks {
			cells += len(b.Cells)
		}
		if cells != c.cells || strings.Count(a.Text, "word") != c.rows {
			t.Errorf("%s: %d cells, %d rows; want %d, %d", name, cells, strings.Count(a.Text, "word"), c.cells, c.rows)
		}
	}
}
