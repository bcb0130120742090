// Package phrase finds the noun phrases of a document, each with its head: what
// may be the source of an utterance or somebody spoken of. It takes them from
// the parse where a sentence has one, and from the tags elsewhere. Whom a phrase
// stands for is not its business.
package phrase

import (
	"sort"
	"strings"
	"unicode"

	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/view"
	"quoth/model"
)

// Kind says what heads a phrase.
type Kind uint8

// The kinds of phrases.
const (
	Other    Kind = iota
	Pronoun       // she, who
	Person        // a person's name
	Org           // a body's name
	Place         // a place's name
	NORP          // a people's or party's name
	Thing         // the name of an event or work
	Role          // the minister
	Human         // the swimmer
	Body          // the ministry
	Document      // the report
	Group         // the crowd
	Talk          // the message
	Time          // Tuesday
)

// Named reports whether the head is part of a name.
func (k Kind) Named() bool { return Person <= k && k <= Thing }

// Phrase is a noun phrase: tokens [First, End) with their head.
type Phrase struct {
	First, End, Head int
	Kind             Kind
	Type             uint32 // the kind, or a pronoun's form: one value for features
}

// longest is the most tokens that a phrase may have; of a longer one the head
// alone is kept.
const longest = 31

// Find gives the phrases of v in the order of their heads.
func Find(v *view.View) []Phrase {
	out := make([]Phrase, 0, len(v.Words)/3)
	for s := range v.Sentences {
		from := len(out)
		if v.Sentences[s].Parsed {
			out = parsed(v, &v.Sentences[s], out)
		} else {
			out = chunked(v, &v.Sentences[s], out)
		}
		out = append(out[:from], titled(v, out[from:])...)
	}
	return out
}

// At gives the index of the first phrase whose head is token i or stands after it.
func At(all []Phrase, i int) int {
	return sort.Search(len(all), func(k int) bool { return all[k].Head >= i })
}

// phrase fills in what the head tells.
func phrase(v *view.View, first, end, head int) Phrase {
	p := Phrase{First: first, End: end, Head: head, Kind: kindOf(v, head)}
	p.Type = uint32(p.Kind)
	if p.Kind == Pronoun {
		p.Type = uint32(v.Words[head].Form)
	}
	return p
}

func kindOf(v *view.View, head int) Kind {
	w := &v.Words[head]
	switch w.Tag {
	case doc.TagPRP, doc.TagWP, doc.TagWDT:
		return Pronoun
	}
	if w.Name >= 0 {
		switch v.Names[w.Name].Type {
		case model.Person:
			return Person
		case model.Org:
			return Org
		case model.Place:
			return Place
		case model.NORP:
			return NORP
		}
		return Thing
	}
	switch e := w.Entry; {
	case e.Has(lexicon.Time):
		return Time
	case e.Has(lexicon.Role):
		return Role
	case e.Has(lexicon.Body):
		return Body
	case e.Has(lexicon.Document):
		return Document
	case e.Has(lexicon.Person):
		return Human
	case e.Has(lexicon.Group):
		return Group
	case e.Has(lexicon.Talk):
		return Talk
	}
	return Other
}

// parsed adds the phrases of a sentence with a parse.
func parsed(v *view.View, s *doc.Sentence, out []Phrase) []Phrase {
	for i := s.First; i < s.End; i++ {
		if !heads(v, i) || sharesNoun(v, i) {
			continue
		}
		first, end := extent(v, i)
		if end-first > longest {
			end = i + 1
			if i-first > longest/2 {
				first = i
			}
		}
		out = append(out, phrase(v, first, end, i))
	}
	return out
}

// heads reports whether token i heads a phrase.
func heads(v *view.View, i int) bool {
	w := &v.Words[i]
	rel := w.Rel.Base()
	switch rel {
	case doc.RelCompound, doc.RelFlat, doc.RelFixed, doc.RelGoeswith:
	default:
		if w.Tag.Noun() || w.Tag == doc.TagPRP {
			return true
		}
	}
	switch w.Tag {
	case doc.TagDT, doc.TagCD, doc.TagJJ, doc.TagJJR, doc.TagJJS, doc.TagWP:
		if rel == doc.RelNsubj || rel == doc.RelObl {
			return true
		}
	case doc.TagRB:
		if rel == doc.RelNsubj {
			return true
		}
	}
	if w.Name < 0 {
		return false
	}
	n := &v.Names[w.Name]
	if rel == doc.RelCompound && n.Type != model.Person {
		return false
	}
	return i == n.End-1 && (int(w.Head) < n.First || int(w.Head) >= n.End)
}

// sharesNoun reports whether token i is a people's name, or a place's in initials,
// that shares the noun behind a conjunction and another such name: "U.S." in
// "U.S. and Israeli officials". It names nobody then.
func sharesNoun(v *view.View, i int) bool {
	k := v.Words[i].Name
	if k < 0 || v.Names[k].End != i+1 || v.At(i+1).Tag != doc.TagCC || !modifies(v, i+2) {
		return false
	}
	if v.Names[k].Type != model.NORP && !initials(v.Word(i)) {
		return false
	}
	next := i + 3
	if o := v.Words[i+2].Name; o >= 0 {
		next = v.Names[o].End
	}
	w := v.At(next)
	return w.Tag == doc.TagNNS && w.Name < 0
}

// initials reports whether a name is written in capital letters and stops alone.
func initials(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return r != '.' && !unicode.IsUpper(r) }) < 0
}

// extent gives the tokens of the phrase headed by i: its subtree and name
// without prepositions before it and clauses after it.
func extent(v *view.View, i int) (first, end int) {
	w := &v.Words[i]
	a, b := int(w.Left), int(w.Right)
	if w.Name >= 0 {
		a, b = min(a, v.Names[w.Name].First), max(b, v.Names[w.Name].End-1)
	}
	for k := range v.Kids(i) {
		c := &v.Words[k]
		switch c.Rel.Base() {
		case doc.RelCase, doc.RelCc, doc.RelMark, doc.RelPunct, doc.RelNsubj, doc.RelCop, doc.RelAux, doc.RelDiscourse:
			if k < i && int(c.Right)+1 > a && int(c.Right) < i {
				a = int(c.Right) + 1
			}
		}
		if k > i && int(c.Left)-1 < b && int(c.Left) > i && clausal(c) {
			b = int(c.Left) - 1
		}
	}
	relative := false
	for j := i + 1; j <= b; j++ {
		x := &v.Words[j]
		switch x.Tag {
		case doc.TagWP, doc.TagWDT, doc.TagWRB:
			relative = true
		}
		if !relative && x.Tag.Finite() && x.Name < 0 || x.Tag == doc.TagColon && v.Word(j) != "-" {
			b = j - 1
			break
		}
	}
	for b > i && (!v.Words[b].Wordly || v.Words[b].Tag == doc.TagCC) {
		b--
	}
	b = unbracketed(v, i, b)
	for a < i && !v.Words[a].Wordly {
		a++
	}
	a, b = unquoted(v, before(v, a, i), b, i)
	return a, b + 1
}

// unbracketed leaves out what stands behind head i in a bracket that does not end
// in the tokens up to b.
func unbracketed(v *view.View, i, b int) int {
	open := -1
	for j := i + 1; j <= b; j++ {
		switch v.Words[j].Tag {
		case doc.TagLRB:
			open = j
		case doc.TagRRB:
			open = -1
		}
	}
	if open > 0 {
		return open - 1
	}
	return b
}

// longQuote is how many tokens a quotation has, marks included, that is no part
// of a noun phrase around it.
const longQuote = 6

// unquoted narrows the tokens a to b to those on the head's side of the edges of
// quotations: all that is said stays on its side, a word or two in marks do not
// matter.
func unquoted(v *view.View, a, b, head int) (int, int) {
	if q := v.Words[head].Quote; q >= 0 {
		return max(a, v.Outer[q].First), min(b, v.Outer[q].End-1)
	}
	for j := head; j >= a; j-- {
		if long(v, j) {
			a = j + 1
		}
	}
	for j := head; j <= b; j++ {
		if long(v, j) {
			b = j - 1
		}
	}
	for a < head && !v.Words[a].Wordly {
		a++
	}
	for b > head && !v.Words[b].Wordly {
		b--
	}
	return a, b
}

// long reports whether token i is in a quotation that is long, or ends like speech.
func long(v *view.View, i int) bool {
	q := v.Words[i].Quote
	if q < 0 {
		return false
	}
	o := &v.Outer[q]
	return o.End-o.First >= longQuote || o.End-o.First > 2 && v.Words[o.End-2].Tag == doc.TagComma
}

// before widens a phrase that begins with token a to the determiner and the
// adjectives right before it that the parse gives to something else, and to an
// adjective that shares its noun: "U.S. and Israeli officials".
func before(v *view.View, a, head int) int {
	s := v.SentenceOf(a).First
	switch v.Words[a].Tag {
	case doc.TagDT, doc.TagPRPS, doc.TagPRP, doc.TagWP, doc.TagWDT, doc.TagPDT:
		return a
	}
	if a-2 >= s && v.Words[a-1].Tag == doc.TagCC && v.Words[head].Tag == doc.TagNNS && a < head && modifies(v, a) && modifies(v, a-2) {
		a -= 2
		if k := v.Words[a].Name; k >= 0 {
			a = v.Names[k].First
		}
	}
	for a > s && v.Words[a-1].Quote == v.Words[a].Quote {
		switch v.Words[a-1].Tag {
		case doc.TagDT, doc.TagPRPS:
			return a - 1
		case doc.TagJJ, doc.TagJJR, doc.TagJJS, doc.TagCD:
			a--
		default:
			return a
		}
	}
	return a
}

// modifies reports whether token i is an adjective or the name of a place or people.
func modifies(v *view.View, i int) bool {
	w := &v.Words[i]
	if w.Name >= 0 {
		t := v.Names[w.Name].Type
		return t == model.Place || t == model.NORP
	}
	return w.Tag == doc.TagJJ
}

// clausal reports whether a child after its head is a clause, not a part of the
// noun phrase.
func clausal(c *view.Word) bool {
	switch c.Rel {
	case doc.RelParataxis, doc.RelCcomp, doc.RelAdvcl, doc.RelAclRelcl, doc.RelList:
		return true
	case doc.RelConj:
		return c.Tag.Verb()
	}
	return false
}

// chunked adds the phrases of a sentence without a parse: runs of determiners,
// adjectives and nouns.
func chunked(v *view.View, s *doc.Sentence, out []Phrase) []Phrase {
	for i := s.First; i < s.End; i++ {
		if t := v.Words[i].Tag; t == doc.TagPRP || t == doc.TagWP {
			out = append(out, phrase(v, i, i+1, i))
			continue
		}
		if head := chunk(v, i, s.End); head >= 0 {
			out = append(out, phrase(v, i, head+1, head))
			i = head
		}
	}
	return out
}

// chunk gives the head of the run that begins at token i, or -1.
func chunk(v *view.View, i, end int) int {
	head := -1
	for j := i; j < end && j < i+longest; j++ {
		w := &v.Words[j]
		switch {
		case w.Tag.Noun(), w.Tag == doc.TagCD, w.Tag == doc.TagDT && j == i:
			head = j
		case head >= 0 && v.Words[head].Tag.Noun() && w.Tag != doc.TagPOS && w.Name < 0:
			return head
		case w.Name >= 0, w.Tag == doc.TagDT, w.Tag == doc.TagPRPS, w.Tag == doc.TagJJ, w.Tag == doc.TagJJR, w.Tag == doc.TagJJS,
			w.Tag == doc.TagPOS, w.Tag == doc.TagHYPH, w.Tag == doc.TagVBN && j > i:
		default:
			return head
		}
	}
	return head
}
