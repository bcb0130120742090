package anchor_test

import (
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/sample"
)

// edited is a text that is edited by script and knows of each of its bytes where
// it stood before: -1 for one that came in.
type edited struct {
	text []byte
	from []int
}

func edit(text string) *edited {
	e := &edited{text: []byte(text)}
	for i := range text {
		for len(e.from) < i {
			e.from = append(e.from, len(e.from))
		}
	}
	for len(e.from) < len(text) {
		e.from = append(e.from, len(e.from))
	}
	return e
}

// replace puts words in the place of a stretch.
func (e *edited) replace(s model.Span, words string) {
	strange := make([]int, len(words))
	for i := range strange {
		strange[i] = -1
	}
	e.text = append(append(append([]byte{}, e.text[:s.Start]...), words...), e.text[s.End:]...)
	e.from = append(append(append([]int{}, e.from[:s.Start]...), strange...), e.from[s.End:]...)
}

// move takes a stretch to another place of what is left.
func (e *edited) move(s model.Span, to int) {
	words, from := append([]byte{}, e.text[s.Start:s.End]...), append([]int{}, e.from[s.Start:s.End]...)
	e.text = append(append([]byte{}, e.text[:s.Start]...), e.text[s.End:]...)
	e.from = append(append([]int{}, e.from[:s.Start]...), e.from[s.End:]...)
	to = min(to, len(e.text))
	e.text = append(append(append([]byte{}, e.text[:to]...), words...), e.text[to:]...)
	e.from = append(append(append([]int{}, e.from[:to]...), from...), e.from[to:]...)
}

// where gives the place at which the words of s still stand as they stood.
func (e *edited) where(s model.Span) (model.Span, bool) {
	for at, from := range e.from {
		if from != s.Start {
			continue
		}
		for k := range s.Len() {
			if at+k >= len(e.from) || e.from[at+k] != s.Start+k {
				return model.Span{}, false
			}
		}
		return model.Span{Start: at, End: at + s.Len()}, true
	}
	return model.Span{}, false
}

// parts gives the stretches of a text between separators, without them.
func parts(text, separator string) []model.Span {
	var out []model.Span
	at := 0
	for _, p := range strings.Split(text, separator) {
		if strings.TrimSpace(p) != "" {
			out = append(out, model.Span{Start: at, End: at + len(p)})
		}
		at += len(p) + len(separator)
	}
	return out
}

// revise edits a text as newsrooms do: words are changed, paragraphs moved,
// removed and put in.
func revise(r *rand.Rand, text string, strange []string) *edited {
	e := edit(text)
	pick := func(spans []model.Span) model.Span { return spans[r.IntN(len(spans))] }
	for range 3 + r.IntN(20) {
		words := parts(string(e.text), " ")
		if len(words) < 50 {
			break
		}
		if w, other := pick(words), strange[r.IntN(len(strange))]; w.In(string(e.text)) != other {
			e.replace(w, other)
		}
	}
	for range r.IntN(4) {
		paragraphs := parts(string(e.text), "\n\n")
		if len(paragraphs) < 5 {
			break
		}
		p := pick(paragraphs)
		p.End = min(p.End+2, len(e.text))
		switch r.IntN(3) {
		case 0:
			e.replace(p, "")
		case 1:
			to := pick(paragraphs).Start
			if to > p.Start {
				to -= min(p.Len(), to)
			}
			e.move(p, to)
		case 2:
			e.replace(model.Span{Start: p.Start, End: p.Start}, sentence(r, strange)+"\n\n")
		}
	}
	return e
}

func sentence(r *rand.Rand, words []string) string {
	var out []string
	for range 10 + r.IntN(40) {
		out = append(out, words[r.IntN(len(words))])
	}
	return strings.Join(out, " ") + "."
}

// passage picks what a reader might mark: a word, some words, a sentence or a
// paragraph.
func passage(r *rand.Rand, text string) model.Span {
	paragraphs := parts(text, "\n\n")
	p := paragraphs[r.IntN(len(paragraphs))]
	if r.IntN(8) == 0 {
		return p
	}
	words := parts(p.In(text), " ")
	first := r.IntN(len(words))
	last := min(first+r.IntN(20), len(words)-1)
	if r.IntN(4) == 0 {
		last = first
	}
	return model.Span{Start: p.Start + words[first].Start, End: p.Start + words[last].End}
}

func samples(t testing.TB) []string {
	t.Helper()
	names, err := fs.Glob(sample.Files, "*")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range names {
		text, err := sample.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

// TestFindInEditedArticles anchors passages in articles, edits these by script
// and looks for the passages again.
func TestFindInEditedArticles(t *testing.T) {
	const cases = 1000
	r := rand.New(rand.NewPCG(1, 2))
	articles := samples(t)
	stand, right, sure, wrong, gone := 0, 0, 0, 0, 0
	for i := range cases {
		text := articles[i%len(articles)]
		s := passage(r, text)
		e := revise(r, text, strings.Fields(articles[(i+1)%len(articles)]))
		got, fit := anchor.In(string(e.text)).Find(anchor.New(text, s))
		want, stands := e.where(s)
		switch {
		case stands && got == want:
			right++
			if fit == anchor.Same {
				sure++
			}
		case fit == anchor.Same:
			wrong++
			t.Errorf("case %d: %q: found at %v as the same, want %v (%t)", i, s.In(text), got, want, stands)
		case stands:
			t.Logf("case %d: %q: %v %v, want %v", i, s.In(text), got, fit, want)
		}
		if stands {
			stand++
		} else {
			gone++
		}
	}
	t.Logf("%d passages stand: %d found, %d of them beyond doubt; %d do not; %d wrong", stand, right, sure, gone, wrong)
	if float64(right) < 0.995*float64(stand) {
		t.Errorf("%d of %d passages that still stand were found, want 99.5 %%", right, stand)
	}
	if sure < stand*9/10 {
		t.Errorf("only %d of %d passages that still stand were found beyond doubt", sure, stand)
	}
}
