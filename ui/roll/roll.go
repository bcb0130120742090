// Package roll keeps the chosen item of a list in view where items take up
// different numbers of rows. It is arithmetic only: it holds no items and draws
// nothing, and it asks for the height of no more items than fit on the screen.
package roll

// Roll is a place in a list: the chosen item, and the item at the top of the
// window. The zero Roll is at the start.
type Roll struct{ Chosen, Top int }

// Choose moves to item i of n, held within the list.
func (r *Roll) Choose(i, n int) { r.Chosen = min(max(i, 0), max(n-1, 0)) }

// Keep moves the window as little as need be, so that the chosen one of n items
// is wholly in a window of height rows, and the items beside it too where there
// is room; rows gives the height of an item, 1 or more.
func (r *Roll) Keep(n, height int, rows func(int) int) {
	r.Choose(r.Chosen, n)
	r.Top = min(max(r.Top, 0), max(n-1, 0))
	if n == 0 {
		return
	}
	lowest := r.back(r.Chosen, height, rows)
	if below := r.back(min(r.Chosen+1, n-1), height, rows); below <= r.Chosen {
		r.Top = max(r.Top, below)
	}
	r.Top = max(r.Top, lowest)
	if above := r.Chosen - 1; above >= lowest {
		r.Top = min(r.Top, above)
	}
	r.Top = min(r.Top, r.Chosen)
	if end := r.back(n-1, height, rows); r.Top > end {
		r.Top = min(end, r.Chosen)
	}
}

// back gives the first item from which on the items up to last fit in height.
func (r *Roll) back(last, height int, rows func(int) int) int {
	used, i := rows(last), last
	for i > 0 {
		used += rows(i - 1)
		if used > height {
			break
		}
		i--
	}
	return i
}

// Page gives the item about n windows' halves away from the chosen one: where
// half a page down or up leads.
func (r *Roll) Page(halves, n, height int, rows func(int) int) int {
	step, room := 1, halves*height/2
	if halves < 0 {
		step, room = -1, -room
	}
	i := r.Chosen
	for used := 0; i+step >= 0 && i+step < n; i += step {
		if used += rows(i); used > room {
			break
		}
	}
	if i == r.Chosen { // an item higher than the window
		i += step
	}
	return min(max(i, 0), max(n-1, 0))
}

// At gives the item drawn at a row of the window, -1 below the last.
func (r *Roll) At(row, n int, rows func(int) int) int {
	for i := r.Top; i < n && row >= 0; i++ {
		if row < rows(i) {
			return i
		}
		row -= rows(i)
	}
	return -1
}
