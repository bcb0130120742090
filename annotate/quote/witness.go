package quote

import (
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
)

// sourceRule names the reading by which a phrase is the source of a cue. The
// chooser weighs them; the one it follows is given as evidence.
type sourceRule uint8

// The readings, strongest first.
const (
	noRule          sourceRule = iota
	ruleAccording              // according to X
	ruleLabel                  // X: …
	ruleInverted               // "…," said X
	ruleAdjacent               // X, a name or pronoun, said
	ruleSubject                // the parse's subject of the cue
	ruleParenthesis            // X, who was there, said
	ruleAgent                  // was described by X
	ruleShared                 // X stood up and said
	ruleNoun                   // the man who said; a statement saying
	ruleBefore                 // the phrase right before the verb
)

// ruleNames names the readings for the reader of the evidence.
var ruleNames = [...]string{"", "according-to", "label", "inverted-subject", "adjacent-subject", "subject", "subject-before-parenthesis", "passive-agent", "shared-subject", "relative-clause", "noun-before-verb"}

// witness is the phrase that a reading gives.
type witness struct {
	rule   sourceRule
	phrase int // -1 for none
	p      *phrase.Phrase
}

// agrees tells how a candidate agrees with the witness: 2 the same head, 1 one
// phrase holds the other's head, 0 not.
func (w *witness) agrees(p *phrase.Phrase) uint32 {
	switch {
	case w.p == nil:
		return 3
	case w.p.Head == p.Head:
		return 2
	case w.p.First <= p.Head && p.Head < w.p.End:
		return 1
	case p.First <= w.p.Head && w.p.Head < p.End:
		return 4
	}
	return 0
}

// witnessOf reads the words and the parse around the cue at token c.
func (r *reader) witnessOf(c int) witness {
	k, rule := r.readSource(c)
	if k < 0 {
		return witness{phrase: nobody}
	}
	return witness{rule, k, &r.phrases[k]}
}

func (r *reader) readSource(c int) (int, sourceRule) {
	w := &r.Words[c]
	switch w.Form {
	case r.form.according:
		return r.starts(c + 2), ruleAccording
	case r.form.per:
		return r.starts(c + 1), ruleAccording
	case r.form.colon:
		return r.ends(c - 1), ruleLabel
	}
	s := r.SentenceOf(c)
	group := r.verbGroup(c, s)
	after := r.afterMark(group, s)
	_, entry := r.reporting(c)
	if after && w.Tag != doc.TagVBG && entry.Class != lexicon.Mind {
		if k := r.starts(c + 1); k >= 0 && r.speaks(k) && r.phrases[k].First < s.End && !r.beginsClause(k, group) {
			return k, ruleInverted
		}
	}
	if k := r.adjacent(group, s); k >= 0 {
		return k, ruleAdjacent
	}
	if k, rule := r.treeSubject(c); k >= 0 {
		return k, rule
	}
	if k := r.parenthesis(group, s); k >= 0 {
		return k, ruleParenthesis
	}
	if k := r.ends(group - 1); k >= 0 && group > s.First && r.speaks(k) {
		return k, ruleBefore
	}
	return nobody, noRule
}

// beginsClause reports whether phrase k, behind a verb group, is the subject of
// what is said and no inverted one: "Levine, who was there, said it was late". After
// a quotation, none is.
func (r *reader) beginsClause(k, group int) bool {
	return r.subjectOf[k] >= 0 && r.At(group-1).Quote < 0
}

// verbGroup gives the first token of the verb group that ends with the cue:
// auxiliaries, adverbs and negation before it.
func (r *reader) verbGroup(c int, s *doc.Sentence) int {
	for k := c - 1; k >= s.First; k-- {
		w := &r.Words[k]
		switch {
		case w.Quote != r.Words[c].Quote:
			return k + 1
		case w.Tag == doc.TagRB, w.Tag == doc.TagMD, w.Tag == doc.TagTO, in(w.Form, r.form.negations):
		case w.Tag.Verb() && (w.Head == int32(c) || w.Rel.Base() == doc.RelAux || w.Rel == doc.RelCop):
		default:
			return k + 1
		}
	}
	return s.First
}

// afterMark reports whether a comma, dash or quotation ends right before token k.
func (r *reader) afterMark(k int, s *doc.Sentence) bool {
	if k == s.First {
		p := r.At(k - 1)
		return p.Quote >= 0 && p.Block == r.Words[k].Block
	}
	p := &r.Words[k-1]
	return p.Quote >= 0 && r.Words[k].Quote != p.Quote || p.Form == r.form.comma || p.Form == r.form.question || p.Form == r.form.bang || in(p.Form, r.form.dashes)
}

// speaks reports whether phrase k may speak: it is no time, and no thing that a
// pronoun of things stands for.
func (r *reader) speaks(k int) bool {
	p := &r.phrases[k]
	return p.Kind != phrase.Time && r.Words[p.Head].Tag != doc.TagWDT
}

// adjacent gives the name or personal pronoun that ends right before the verb
// group, brackets set aside: its subject, whatever the parse says.
func (r *reader) adjacent(group int, s *doc.Sentence) int {
	k := group - 1
	if k >= s.First && r.Words[k].Form == r.form.close {
		for k > s.First && k > group-12 && r.Words[k].Form != r.form.open {
			k--
		}
		k--
	}
	if k < s.First {
		return nobody
	}
	n := r.ends(k)
	if n < 0 {
		return nobody
	}
	p := &r.phrases[n]
	if b := r.At(p.First - 1); p.First > s.First && (b.Tag == doc.TagIN || b.Tag == doc.TagTO) {
		return nobody
	}
	w := &r.Words[p.Head]
	if p.Kind == phrase.Person || p.Kind == phrase.Org || w.Tag == doc.TagPRP || w.Form == r.form.who {
		return n
	}
	return nobody
}

// maxClimb bounds how far a shared subject is looked for in the tree.
const maxClimb = 6

// treeSubject gives the subject that the parse has for the cue, its own or that
// of a verb above it.
func (r *reader) treeSubject(c int) (int, sourceRule) {
	rule := ruleSubject
	for x, n := c, 0; n < maxClimb; n++ {
		for k := range r.Kids(x) {
			switch r.Words[k].Rel {
			case doc.RelNsubj:
				if p := r.heading(k); p >= 0 && (n == 0 || k < c) {
					return p, rule
				}
			case doc.RelOblAgent:
				if p := r.heading(k); p >= 0 && n == 0 {
					return p, ruleAgent
				}
			}
		}
		w := &r.Words[x]
		if w.Head < 0 {
			break
		}
		switch w.Rel.Base() {
		case doc.RelConj, doc.RelXcomp, doc.RelAdvcl, doc.RelParataxis, doc.RelDep, doc.RelCcomp:
			x, rule = int(w.Head), ruleShared
		case doc.RelAcl:
			if p := r.heading(int(w.Head)); p >= 0 {
				return p, ruleNoun
			}
			return nobody, noRule
		default:
			return nobody, noRule
		}
	}
	return nobody, noRule
}

// maxParenthesis bounds the tokens between a subject and its verb that commas
// part off.
const maxParenthesis = 40

// parenthesis gives the phrase before what commas part off: "Levine, who has
// given money, said".
func (r *reader) parenthesis(group int, s *doc.Sentence) int {
	if group-1 <= s.First || r.Words[group-1].Form != r.form.comma {
		return nobody
	}
	for k := group - 2; k > s.First && k > group-maxParenthesis; k-- {
		w := &r.Words[k]
		if w.Edge != view.NoEdge {
			return nobody
		}
		if w.Form != r.form.comma {
			continue
		}
		if n := r.ends(k - 1); n >= 0 && r.speaks(n) && (r.phrases[n].Kind.Named() || r.phrases[n].Kind >= phrase.Role) {
			return n
		}
	}
	return nobody
}

// subjectKind tells who stands as the subject of the verb at token i: the kind of
// the phrase that the words and the parse give, 0 for none.
func (w *witness) subjectKind() uint32 {
	if w.p == nil {
		return 0
	}
	return 1 + uint32(w.p.Kind)
}
