// Package quote finds who said what: the words that report, their sources, what
// was said, quotations that no reporting word claims, and for each utterance its
// speaker, how sure that is, and why. Every step is a small log-linear choice
// among candidates that rules propose; the rules' own readings are features of
// the choice and the names of its evidence. Where and when something was said is
// not its business.
package quote

import (
	_ "embed"
	"fmt"
	"sort"

	"quoth/annotate/coref"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/view"
)

//go:embed quote.model
var weights []byte

// Attributor finds and attributes utterances. It is safe for use by several
// goroutines at once.
type Attributor struct {
	lexicon *lexicon.Lexicon
	forms   *forms
	models  *Models
}

// Load gives the attributor of the embedded weights.
func Load(l *lexicon.Lexicon) (*Attributor, error) {
	m, err := ReadModels(weights)
	if err != nil {
		return nil, fmt.Errorf("quotations: %w: rebuild them with go run ./annotate/train", err)
	}
	return Open(l, m), nil
}

// Open gives an attributor of models that Learn has made.
func Open(l *lexicon.Lexicon, m *Models) *Attributor {
	return &Attributor{lexicon: l, forms: newForms(), models: m}
}

// Fill fills d.Quotes and links d.Names to d.Entities. The stages up to the
// parse must have run.
func (a *Attributor) Fill(d *doc.Doc) {
	coref.Link(d, a.lexicon)
	v := view.New(d, a.lexicon)
	if a.forms.mend(v) {
		v = view.New(d, a.lexicon)
	}
	r := newReader(v, a.forms, a.models)
	all := r.found()
	d.Quotes = r.result(all, r.speakers(all))
}

// found finds the utterances, those with a cue or label first.
func (r *reader) found() []*utterance {
	found := append(r.cued(), r.turns...)
	sort.SliceStable(found, func(i, j int) bool { return found[i].first() < found[j].first() })
	all := make([]*utterance, len(found))
	for i := range found {
		all[i] = &found[i]
	}
	return r.loose(all)
}
