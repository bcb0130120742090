package linear

import "sort"

// Perceptron is an averaged perceptron (Freund and Schapire 1999; Collins 2002)
// in training. Its weights are integers, so that training gives the same bytes
// everywhere. Averaging follows Daumé: each change is also kept multiplied by the
// time at which it was made.
type Perceptron struct {
	classes int
	now     int64 // examples seen
	index   map[uint64]int32
	rows    []trainedRow
}

type trainedRow struct {
	feature uint64
	changes int32 // how often the row took part in a correction
	weights []trainedWeight
}

type trainedWeight struct {
	class int32
	value int32
	sum   int64 // of the changes, each times its time
}

// NewPerceptron gives a perceptron without weights.
func NewPerceptron(classes int) *Perceptron {
	return &Perceptron{classes: classes, now: 1, index: map[uint64]int32{}}
}

// Tick moves the time on by one example. Weights are averaged over time.
func (p *Perceptron) Tick() { p.now++ }

// Score adds to scores the weights of the features as they stand now.
func (p *Perceptron) Score(features []uint64, scores []int32) {
	for _, f := range features {
		p.Add(f, scores)
	}
}

// Add adds to scores the weights of one feature and reports whether it has any.
func (p *Perceptron) Add(feature uint64, scores []int32) bool {
	i, ok := p.index[feature]
	if !ok {
		return false
	}
	for _, w := range p.rows[i].weights {
		scores[w.class] += w.value
	}
	return true
}

// Correct makes the features speak for the right class and against the guessed
// one.
func (p *Perceptron) Correct(features []uint64, right, guess int) {
	if right == guess {
		return
	}
	for _, f := range features {
		i := p.Row(f)
		p.Change(i, right, 1)
		p.Change(i, guess, -1)
	}
}

func (r *trainedRow) change(class, by int32, now int64) {
	for i := range r.weights {
		if w := &r.weights[i]; w.class == class {
			w.value += by
			w.sum += int64(by) * now
			return
		}
	}
	r.weights = append(r.weights, trainedWeight{class: class, value: by, sum: int64(by) * now})
}

// Averaged gives the averaged weights. Features that took part in fewer than
// minChanges corrections, and weights smaller than least, are left out.
func (p *Perceptron) Averaged(minChanges int, least float64) []Row {
	var rows []Row
	for _, r := range p.rows {
		if int(r.changes) < minChanges {
			continue
		}
		row := Row{Feature: r.feature}
		for _, w := range r.weights {
			v := float64(w.value) - float64(w.sum)/float64(p.now)
			if v >= least || v <= -least {
				row.Weights = append(row.Weights, Weight{Class: int(w.class), Value: v})
			}
		}
		sort.Slice(row.Weights, func(i, k int) bool { return row.Weights[i].Class < row.Weights[k].Class })
		if len(row.Weights) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// Row gives the number of a feature's row, a new one where it has none. Learners
// that keep the features of their examples keep these numbers instead: they take
// less room and need no look-up.
func (p *Perceptron) Row(feature uint64) int32 {
	i, ok := p.index[feature]
	if !ok {
		i = int32(len(p.rows))
		p.index[feature] = i
		p.rows = append(p.rows, trainedRow{feature: feature})
	}
	return i
}

// ScoreRows is Score for features that are given by their rows.
func (p *Perceptron) ScoreRows(rows []int32, scores []int32) {
	for _, i := range rows {
		for _, w := range p.rows[i].weights {
			scores[w.class] += w.value
		}
	}
}

// CorrectRows is Correct for features that are given by their rows.
func (p *Perceptron) CorrectRows(rows []int32, right, guess int) {
	if right == guess {
		return
	}
	for _, i := range rows {
		p.Change(i, right, 1)
		p.Change(i, guess, -1)
	}
}

// Change adds by to one weight of a row.
func (p *Perceptron) Change(row int32, class, by int) {
	r := &p.rows[row]
	if by > 0 {
		r.changes++
	}
	r.change(int32(class), int32(by), p.now)
}

// Reset forgets the weights and keeps the rows.
func (p *Perceptron) Reset() {
	p.now = 1
	for i := range p.rows {
		p.rows[i].weights, p.rows[i].changes = nil, 0
	}
}
