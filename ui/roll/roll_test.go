package roll_test

import (
	"testing"

	"pgregory.net/rapid"

	"quoth/ui/roll"
)

func TestKeepShowsTheChosenItem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heights := rapid.SliceOfN(rapid.IntRange(1, 6), 0, 40).Draw(t, "heights")
		height := rapid.IntRange(1, 20).Draw(t, "window")
		rows := func(i int) int { return heights[i] }
		var r roll.Roll
		for range rapid.IntRange(1, 10).Draw(t, "moves") {
			if rapid.Bool().Draw(t, "page") {
				r.Choose(r.Page(rapid.IntRange(-3, 3).Draw(t, "halves"), len(heights), height, rows), len(heights))
			} else {
				r.Choose(rapid.IntRange(-5, 50).Draw(t, "item"), len(heights))
			}
			r.Keep(len(heights), height, rows)
			check(t, r, heights, height)
		}
	})
}

func check(t *rapid.T, r roll.Roll, heights []int, height int) {
	if len(heights) == 0 {
		if r != (roll.Roll{}) {
			t.Fatalf("an empty list is at %+v", r)
		}
		return
	}
	if r.Chosen < 0 || r.Chosen >= len(heights) || r.Top > r.Chosen || r.Top < 0 {
		t.Fatalf("%+v is outside a list of %d", r, len(heights))
	}
	used := 0
	for i := r.Top; i <= r.Chosen; i++ {
		used += heights[i]
	}
	if used > height && r.Top != r.Chosen {
		t.Fatalf("%+v: item %d does not fit in %d rows: %v", r, r.Chosen, height, heights)
	}
}

func TestAt(t *testing.T) {
	heights := []int{2, 3, 1}
	rows := func(i int) int { return heights[i] }
	r := roll.Roll{Top: 1}
	for row, want := range map[int]int{-1: -1, 0: 1, 2: 1, 3: 2, 4: -1} {
		if got := r.At(row, len(heights), rows); got != want {
			t.Errorf("At(%d) = %d, want %d", row, got, want)
		}
	}
}

func TestPageMovesByHeight(t *testing.T) {
	rows := func(int) int { return 5 }
	r := roll.Roll{Chosen: 10}
	for halves, want := range map[int]int{1: 12, 2: 14, -1: 8, -100: 0, 100: 29} {
		if got := r.Page(halves, 30, 20, rows); got != want {
			t.Errorf("%d half pages of 20 rows from 10 lead to %d, want %d", halves, got, want)
		}
	}
}
