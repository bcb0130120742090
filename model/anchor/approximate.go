package anchor

import (
	"math"

	"quoth/model"
)

const (
	// maxWhole is the longest passage in bytes that is compared as a whole. Of a
	// longer one the two ends are looked for.
	maxWhole = 1024
	// endLength is how much of a long passage its ends are.
	endLength = 384
	// maxErrors bounds the edit distance of a passage, with half of its length.
	maxErrors = 256
	// fewest is how alike the words of a passage and a place must be.
	fewest = 0.5
)

// approximate looks for words that are like those of a passage, or that stand
// where they stood: between their old surroundings.
func (t *Text) approximate(a model.Anchor) (model.Span, bool) {
	if len(a.Exact) > maxWhole {
		return t.ends(a)
	}
	if t.seeds == nil {
		t.seeds = sow(t.text)
	}
	words, around := compile(a.Exact), newSurroundings(t.text, a)
	backwards := compile(reversed(a.Exact))
	limit := min(maxErrors, len(a.Exact)/2)
	var best candidate
	for _, at := range t.seeds.places(a) {
		slack := len(a.Exact)/2 + model.ContextLength
		from := max(0, min(at, len(t.text))-slack)
		window := t.text[from:min(len(t.text), at+len(a.Exact)+slack)]
		end, distance := words.best(window)
		if distance > limit {
			continue
		}
		length, _ := backwards.best(reversed(window[:end]))
		s := model.Span{Start: from + end - length, End: from + end}
		exact := 1 - float64(distance)/float64(len(a.Exact))
		if c := around.candidate(s, exact); c.score > best.score && exact > fewest {
			best = c
		}
	}
	if best.score > 0 {
		return best.Span, true
	}
	return t.between(a)
}

func reversed(s string) string {
	out := make([]byte, len(s))
	for i := range len(s) {
		out[len(s)-1-i] = s[i]
	}
	return string(out)
}

// between gives what now stands between the old surroundings of a passage whose
// own words were replaced. Both sides must stand as they stood, once each in
// reach of the other, and what is between them be neither nothing nor much more
// than it was.
func (t *Text) between(a model.Anchor) (model.Span, bool) {
	if len(a.Prefix) < model.ContextLength || len(a.Suffix) < model.ContextLength {
		return model.Span{}, false
	}
	var best model.Span
	nearest := math.MaxInt
	for _, before := range occurrences(t.text, a.Prefix) {
		rest := t.text[before.End:min(len(t.text), before.End+2*len(a.Exact)+len(a.Suffix))]
		after := occurrences(rest, a.Suffix)
		if len(after) == 0 || after[0].Start == 0 {
			continue
		}
		if far := max(before.End-a.Start, a.Start-before.End); far < nearest {
			nearest = far
			best = model.Span{Start: before.End, End: before.End + after[0].Start}
		}
	}
	return best, !best.Empty()
}

// ends finds a long passage by its beginning and its end.
func (t *Text) ends(a model.Anchor) (model.Span, bool) {
	first := model.Anchor{
		Span: model.Span{Start: a.Start, End: a.Start + endLength}, Exact: a.Exact[:endLength],
		Prefix: a.Prefix, Suffix: firstPoints(a.Exact[endLength:]),
	}
	cut := len(a.Exact) - endLength
	last := model.Anchor{
		Span: model.Span{Start: a.Start + cut, End: a.End}, Exact: a.Exact[cut:],
		Prefix: lastPoints(a.Exact[:cut]), Suffix: a.Suffix,
	}
	head, fit := t.Find(first)
	if fit == Lost {
		return model.Span{}, false
	}
	tail, fit := t.Find(last)
	length := tail.End - head.Start
	if fit == Lost || length < len(a.Exact)/2 || length > 2*len(a.Exact) {
		return model.Span{}, false
	}
	return model.Span{Start: head.Start, End: tail.End}, true
}
