// Package entity finds names and tells their types: persons, bodies, places,
// peoples, events and works. It is a structured averaged perceptron over
// gazetteers, spellings and what the rest of the document tells of a word, and a
// pass that makes the names of a document agree. It does not tell which names are
// one person (package coref), and dates and times are found by a grammar
// (package when).
package entity

import (
	_ "embed"
	"fmt"
	"iter"

	"quoth/annotate/doc"
	"quoth/annotate/linear"
	"quoth/model"
)

//go:embed entity.model
var weights string

//go:embed gazetteer.model
var names string

// Tagger finds names. It is safe for use by several goroutines at once.
type Tagger struct {
	model       scorer
	transitions *transitions
	gazetteer   gazetteer
}

// Load gives the tagger of the embedded weights.
func Load() (*Tagger, error) { return Open(weights, names) }

// Open gives a tagger of weights that Learn has made and a packed gazetteer.
func Open(weights, gazetteerData string) (*Tagger, error) {
	m, err := linear.Open(weights)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if m.Classes() != labels {
		return nil, fmt.Errorf("names: %d labels, want %d: rebuild them with go run ./annotate/train", m.Classes(), labels)
	}
	g, err := openGazetteer(gazetteerData)
	if err != nil {
		return nil, err
	}
	return &Tagger{model: m, transitions: transitionsOf(m), gazetteer: g}, nil
}

func openGazetteer(data string) (gazetteer, error) {
	m, err := linear.Open(data)
	if err != nil {
		return gazetteer{}, fmt.Errorf("gazetteer: %w", err)
	}
	if m.Classes() != entryClasses {
		return gazetteer{}, fmt.Errorf("gazetteer: %d kinds, want %d: rebuild it with go run ./annotate/train", m.Classes(), entryClasses)
	}
	return gazetteer{m}, nil
}

// Annotate fills d.Names.
func (t *Tagger) Annotate(d *doc.Doc) {
	r := reader{view: t.gazetteer.view(d), model: t.model}
	found := make([]uint8, len(d.Tokens))
	for _, s := range d.Sentences {
		if d.Blocks[s.Block].Kind == model.BlockLabel {
			continue // "Top News" names nothing
		}
		for first, end := range r.runs(s) {
			for k, label := range r.best(t.transitions, first, end) {
				found[first+k] = uint8(label)
			}
		}
	}
	d.Names = namesOf(found)
	agree(d, t.gazetteer)
}

// reader finds the labels of runs of tokens.
type reader struct {
	view
	lattice
	model    scorer
	features [maxFeatures]uint64
}

// maxFeatures is how many features a token has at most.
const maxFeatures = 128

// runs enters a sentence and yields its runs of tokens that may be part of names,
// each by its first token and its end.
func (r *reader) runs(s doc.Sentence) iter.Seq2[int, int] {
	r.enter(s)
	return func(yield func(first, end int) bool) {
		for i := s.First; i < s.End; i++ {
			first := i
			for i < s.End && r.active(i) {
				i++
			}
			if i > first && !yield(first, i) {
				return
			}
		}
	}
}

// best gives the best labels of the tokens from i to end.
func (r *reader) best(t *transitions, i, end int) []int {
	r.scores = r.scores[:0]
	for k := i; k < end; k++ {
		sp := &r.spellings[r.d.Tokens[k].Form]
		if sp.scores == nil {
			sp.scores = new([labels]int32)
			r.model.Score(r.own(r.features[:0], r.d.Tokens[k].Form), sp.scores[:])
		}
		scores := *sp.scores
		r.model.Score(r.around(r.features[:0], k), scores[:])
		r.scores = append(r.scores, scores)
	}
	return r.lattice.best(t, func(int) mask { return anyLabel })
}

// namesOf turns the labels of tokens into names.
func namesOf(found []uint8) []doc.Name {
	var names []doc.Name
	start := 0
	for i, label := range found {
		if label == outside {
			continue
		}
		switch placeOf(int(label)) {
		case first:
			start = i
		case single:
			start = i
			fallthrough
		case last:
			names = append(names, doc.Name{First: start, End: i + 1, Type: types[typeOf(int(label))], Entity: -1})
		}
	}
	return names
}

// view looks up the words and phrases of d.
func (g gazetteer) view(d *doc.Doc) view {
	v := view{d: d, spellings: make([]spelling, len(d.Forms)), matches: make([]match, len(d.Tokens))}
	for i := range d.Forms {
		f, sp := &d.Forms[i], &v.spellings[i]
		sp.entry = g.look(phrase(0, f))
		sp.role = IsRole(f.Text) || f.Case == doc.CaseLower && sp.class == personFile
		sp.body = isBody(f.Text)
		sp.word = uint64(sp.kinds&^(1<<common))<<2 | bit(IsRole(f.Text), 0) | bit(sp.body, 1)
	}
	for _, s := range d.Sentences {
		v.match(g, s)
	}
	v.evidence = gather(d, v.spellings)
	return v
}

// match finds the longest gazetteer entries in a sentence, from left to right.
func (v *view) match(g gazetteer, s doc.Sentence) {
	for i := s.First; i < s.End; i++ {
		if !v.d.FormOf(i).Case.Capital() {
			continue
		}
		h, end, kinds := uint64(0), i, uint16(0)
		for j := i; j < s.End && j < i+longestEntry; j++ {
			h = phrase(h, v.d.FormOf(j))
			if e := g.look(h); e.kinds != 0 {
				end, kinds = j+1, e.kinds
			}
		}
		for j := i; j < end; j++ {
			v.matches[j] = match{kinds: kinds, place: placeIn(j, i, end)}
		}
		i = max(i, end-1)
	}
}

func placeIn(j, start, end int) place {
	switch {
	case end == start+1:
		return single
	case j == start:
		return first
	case j == end-1:
		return last
	}
	return inside
}
