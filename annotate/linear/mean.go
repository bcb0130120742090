package linear

import "slices"

// Mean is the mean of several models' weights. Models that differ only in the
// order in which they saw their examples err differently, and their mean errs
// less (Breiman 1996, bagging; for linear models it is one model again).
type Mean struct {
	models int
	rows   map[uint64]map[int]float64
}

// Add takes the rows of one more model.
func (m *Mean) Add(rows []Row) {
	if m.rows == nil {
		m.rows = make(map[uint64]map[int]float64, len(rows))
	}
	m.models++
	for _, r := range rows {
		sums := m.rows[r.Feature]
		if sums == nil {
			sums = make(map[int]float64, len(r.Weights))
			m.rows[r.Feature] = sums
		}
		for _, w := range r.Weights {
			sums[w.Class] += w.Value
		}
	}
}

// Rows gives the mean weights, without those smaller than least.
func (m *Mean) Rows(least float64) []Row {
	rows := make([]Row, 0, len(m.rows))
	for f, sums := range m.rows {
		r := Row{Feature: f}
		for class, sum := range sums {
			if v := sum / float64(m.models); v >= least || v <= -least {
				r.Weights = append(r.Weights, Weight{Class: class, Value: v})
			}
		}
		slices.SortFunc(r.Weights, func(a, b Weight) int { return a.Class - b.Class })
		if len(r.Weights) > 0 {
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b Row) int {
		switch {
		case a.Feature < b.Feature:
			return -1
		case a.Feature > b.Feature:
			return 1
		}
		return 0
	})
	return rows
}
