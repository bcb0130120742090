// Package parse finds for each token of a sentence the token it depends on and
// their relation, in the terms of Universal Dependencies. It is a greedy
// arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) trained with a
// dynamic oracle (Goldberg and Nivre 2013). Moves and relations are scored by a
// small network with one hidden layer over hashed features, whose first layer is
// a sum of rows, one a feature, and needs no multiplication.
//
// It makes trees without crossing arcs, one root each, in time linear in the
// length of the sentence. It decides nothing about who speaks.
package parse

import (
	_ "embed"
	"fmt"

	"quoth/annotate/doc"
)

//go:embed parse.model
var weights string

// Parser parses sentences. It is safe for use by several goroutines at once.
type Parser struct{ net *network }

// Load gives the parser of the embedded weights.
func Load() (*Parser, error) { return Open(weights) }

// Open gives a parser of weights that Learn has made.
func Open(weights string) (*Parser, error) {
	n, err := openNetwork(weights)
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	return &Parser{net: n}, nil
}

// Annotate fills Head and Rel of the tokens of the wanted sentences, which need
// their tags, and marks these sentences as parsed. A nil wanted parses all.
func (p *Parser) Annotate(d *doc.Doc, wanted func(doc.Sentence) bool) {
	r := run{network: p.net}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.Parsed = wanted == nil || wanted(*s)
		if !s.Parsed {
			for k := s.First; k < s.End; k++ {
				d.Tokens[k].Head, d.Tokens[k].Rel = -1, doc.RelNone
			}
			continue
		}
		r.sentence(d, *s)
	}
}

// run parses the sentences of one document, one after another.
type run struct {
	*network
	state state
	layer layer
}

func (r *run) sentence(d *doc.Doc, s doc.Sentence) {
	st := &r.state
	st.start(d, s)
	for !st.done() {
		st.features(&r.layer.features)
		r.hidden(&r.layer)
		m := r.move(&r.layer, st.allowed())
		rel := doc.RelNone
		if m != shift {
			rel = r.relation(&r.layer, m, st)
		}
		st.do(m, rel)
	}
	for i := s.First; i < s.End; i++ {
		n := &st.nodes[i-s.First+1]
		t := &d.Tokens[i]
		t.Rel = n.rel
		t.Head = -1
		if n.head != st.root {
			t.Head = int32(s.First) + n.head - 1
		}
	}
}
