package entity

import "quoth/annotate/doc"

// run is a stretch of capitalised words, wide with the small words that may
// stand between them in a name.
type run struct {
	stretch
	wide stretch
}

type stretch struct{ first, end int }

// match is the longest gazetteer entry that covers a token.
type match struct {
	kinds uint16
	place place
}

// The ways in which a sentence uses capitals.
const (
	styleNormal = iota
	styleCapitals
	styleTitle // nearly every word begins with one: a headline
)

// enter moves the view to a sentence.
func (v *view) enter(s doc.Sentence) {
	v.Sentence = s
	v.style = styleOf(v.d, s)
	v.findRuns()
}

// styleOf tells how the words of a sentence use capitals.
func styleOf(d *doc.Doc, s doc.Sentence) uint64 {
	words, capitals, upper := 0, 0, 0
	for i := s.First; i < s.End; i++ {
		switch f := d.FormOf(i); {
		case f.Case == doc.CaseNone || len(f.Text) < 4:
		case f.Case == doc.CaseUpper:
			upper++
			fallthrough
		case f.Case.Capital():
			capitals++
			fallthrough
		default:
			words++
		}
	}
	switch {
	case words > 2 && 10*upper > 8*words:
		return styleCapitals
	case words > 3 && 10*capitals > 8*words:
		return styleTitle
	}
	return styleNormal
}

// findRuns fills v.runs.
func (v *view) findRuns() {
	n := v.End - v.First
	if cap(v.runs) < n {
		v.runs = make([]run, n)
	}
	v.runs = v.runs[:n]
	for i := v.First; i < v.End; {
		if !v.d.FormOf(i).Case.Capital() {
			v.runs[i-v.First] = run{stretch{i, i + 1}, stretch{i, i + 1}}
			i++
			continue
		}
		i = v.wideRun(i)
	}
}

// wideRun fills the runs of the wide run that begins at token i, gives its end.
func (v *view) wideRun(i int) int {
	wide := stretch{i, i}
	for j := i; j < v.End; {
		end := v.strictRun(j)
		wide.end = end
		for k := j; k < end; k++ {
			v.runs[k-v.First].stretch = stretch{j, end}
		}
		for j = end; j < v.End && j < end+3 && v.links(j); j++ {
			v.runs[j-v.First].stretch = stretch{j, j + 1}
		}
		if j == end || j >= v.End || !v.d.FormOf(j).Case.Capital() {
			break
		}
	}
	for k := wide.first; k < wide.end; k++ {
		v.runs[k-v.First].wide = wide
	}
	return wide.end
}

// strictRun gives the end of the capitalised words from token i on. A hyphen
// between two of them does not end it.
func (v *view) strictRun(i int) int {
	end := i + 1
	for end < v.End {
		if v.d.FormOf(end).Case.Capital() {
			end++
			continue
		}
		if end+1 < v.End && v.d.FormOf(end).Text == "-" && v.glued(end) && v.glued(end+1) && v.d.FormOf(end+1).Case.Capital() {
			end += 2
			continue
		}
		break
	}
	return end
}

// glued reports whether no white space stands before token i.
func (v *view) glued(i int) bool { return v.d.Tokens[i-1].End == v.d.Tokens[i].Start }

// links reports whether token i may stand between the capitalised words of a name.
func (v *view) links(i int) bool {
	switch v.d.FormOf(i).Text {
	case "of", "the", "for", "and", "&", "de", "la", "le", "del", "du", "der", "den", "van", "von", "di", "da", "dos", "das", "do", "el", "al",
		"bin", "ibn", "bint", "y", "e", "-", "in", "on", "'s", "’s", "'", "’":
		return true
	}
	return false
}

// reach is how near, in tokens, a capital has to stand for a token to be looked
// at. All others are outside names.
const reach = 2

// active reports whether token i may be part of a name: it or a neighbour begins
// with a capital. Most words of a text need no more than this.
func (v *view) active(i int) bool {
	for k := max(i-reach, v.First); k <= i+reach && k < v.End; k++ {
		if v.d.FormOf(k).Case.Capital() {
			return true
		}
	}
	return false
}
