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
