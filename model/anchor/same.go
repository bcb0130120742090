package anchor

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"quoth/model"
)

// same looks for the very words of a passage, or for words that differ from
// them in blanks and the shape of marks alone.
func (t *Text) same(a model.Anchor) (model.Span, Fit) {
	places := occurrences(t.text, a.Exact)
	if len(places) == 0 {
		if t.folded == nil {
			t.folded = fold(t.text)
		}
		for _, s := range occurrences(t.folded.text, fold(a.Exact).trimmed()) {
			places = append(places, t.folded.origin(s))
		}
	}
	if len(places) == 0 {
		return model.Span{}, Lost
	}
	return t.choose(a, places)
}

func occurrences(text, words string) []model.Span {
	var out []model.Span
	for at := 0; words != ""; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		out = append(out, model.Span{Start: at + i, End: at + i + len(words)})
		at += i + 1
	}
	return out
}

// The weights of Hypothesis: the words themselves, what stands before and after
// them, and how near the place is to the old one.
const (
	exactWeight  = 50
	prefixWeight = 20
	suffixWeight = 20
	placeWeight  = 2
	allWeights   = exactWeight + prefixWeight + suffixWeight + placeWeight
)

// candidate is a place where a passage may be.
type candidate struct {
	model.Span
	before, after float64 // how alike the surroundings are
	score         float64
}

// maxCandidates bounds how many occurrences of the same words are compared
// byte by byte: "the" stands everywhere.
const maxCandidates = 64

// choose gives the best of the places at which the words stand.
func (t *Text) choose(a model.Anchor, places []model.Span) (model.Span, Fit) {
	around := newSurroundings(t.text, a)
	var best, second candidate
	var twins []model.Span
	for _, s := range around.nearest(places) {
		c := around.candidate(s, 1)
		if c.alike(twin) {
			twins = append(twins, s)
		}
		switch {
		case c.score > best.score:
			best, second = c, best
		case c.score > second.score:
			second = c
		}
	}
	if around.sure(best, second, twins) {
		return best.Span, Same
	}
	return best.Span, Approximate
}

func commonEnd(s, t string) int {
	n := 0
	for n < min(len(s), len(t)) && s[len(s)-1-n] == t[len(t)-1-n] {
		n++
	}
	return n
}

func commonStart(s, t string) int {
	n := 0
	for n < min(len(s), len(t)) && s[n] == t[n] {
		n++
	}
	return n
}

// surroundings compares what stands around places with what stood around a
// passage.
type surroundings struct {
	text          string
	anchor        model.Anchor
	before, after *pattern
}

func newSurroundings(text string, a model.Anchor) *surroundings {
	return &surroundings{text, a, compile(a.Prefix), compile(a.Suffix)}
}

// candidate scores a place whose words are so alike to those of the passage.
func (r *surroundings) candidate(s model.Span, exact float64) candidate {
	c := candidate{Span: s}
	c.before = r.before.likeness(r.text[max(0, s.Start-len(r.anchor.Prefix)):s.Start])
	c.after = r.after.likeness(r.text[s.End:min(len(r.text), s.End+len(r.anchor.Suffix))])
	near := 1 - math.Abs(float64(s.Start-r.anchor.Start))/float64(len(r.text))
	c.score = (exactWeight*exact + prefixWeight*c.before + suffixWeight*c.after + placeWeight*max(0, near)) / allWeights
	return c
}

// nearest gives those of many places that are worth to be compared: whose
// surroundings have the most in common at once, and which are near.
func (r *surroundings) nearest(places []model.Span) []model.Span {
	if len(places) <= maxCandidates {
		return places
	}
	common := func(s model.Span) int {
		return commonEnd(r.text[:s.Start], r.anchor.Prefix) + commonStart(r.text[s.End:], r.anchor.Suffix)
	}
	slices.SortFunc(places, func(x, y model.Span) int {
		return cmp.Or(cmp.Compare(common(y), common(x)), cmp.Compare(r.far(x), r.far(y)))
	})
	return places[:maxCandidates]
}

const (
	// longEnough is how many bytes of words tell their place by themselves.
	longEnough = 64
	// alike is how alike a side must be to stand as it stood. Stretches of
	// English that have nothing to do with one another reach 0.35.
	alike = 0.9
	// twin is how alike a side must be to be taken for the passage's own when
	// words in it change.
	twin = 0.7
	// ahead is how much better the surroundings of a place must be than those of
	// the next best, of 2.
	ahead = 0.25
)

// alike reports whether one side of a place is so alike, or the words are so many
// that their sides do not matter.
func (c candidate) alike(side float64) bool {
	return c.Len() >= longEnough || max(c.before, c.after) >= side
}

// same reports whether both sides of a place stand as they stood.
func (c candidate) same() bool { return min(c.before, c.after) >= alike }

// sure reports whether the best place is the passage beyond doubt: one side of
// it stands as it stood, and the surroundings of no other place are as good.
func (r *surroundings) sure(best, second candidate, twins []model.Span) bool {
	if r.anchor.Twins > 0 && !r.apart(best, twins) {
		return false
	}
	if best.same() && best.Start == r.anchor.Start {
		return true
	}
	return best.alike(alike) && (second.Empty() || best.before+best.after >= second.before+second.after+ahead)
}

// apart reports whether the best place can be told from those that are like it,
// where the passage had twins: as many must be left as there were, because of
// fewer the passage may be one that went, both sides must stand as they stood,
// and no twin be nearer to where it was.
func (r *surroundings) apart(best candidate, twins []model.Span) bool {
	return len(twins) > r.anchor.Twins && best.same() &&
		!slices.ContainsFunc(twins, func(s model.Span) bool { return r.far(s) < r.far(best.Span) })
}

// far is how far a place is from where the passage was.
func (r *surroundings) far(s model.Span) int {
	return max(s.Start-r.anchor.Start, r.anchor.Start-s.Start)
}
