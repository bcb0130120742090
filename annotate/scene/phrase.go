package scene

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/model"
)

// Phrase is a noun phrase without its articles: tokens [First, End). Of a title
// in quotation marks it is what stands between them.
type Phrase struct {
	First, End int
	Head       int
	Name       int  // index into Doc.Names where the head is part of a name, else -1
	Owner      int  // index into Doc.Names of the possessor, else -1
	Title      bool // it is a title in quotation marks, not a name that was found
	Determined bool // an article or possessive stands before it
}

// IsOne reports whether w is one of words.
func IsOne(w string, words ...string) bool { return slices.Contains(words, w) }

// IsPreposition reports whether w can begin a phrase of place.
func IsPreposition(w string) bool {
	switch w {
	case "in", "at", "on", "during", "by", "via", "through", "over", "aboard", "outside", "inside", "from", "to", "with", "before",
		"near", "across", "under", "beside", "for", "of", "around", "per", "within", "onto", "after", "following", "off", "amid", "into":
		return true
	}
	return false
}

func isDeterminer(w string) bool {
	switch w {
	case "a", "an", "the", "his", "her", "its", "their", "my", "our", "your", "this", "that", "these", "those", "some", "one", "another",
		"separate", "both", "same", "each", "every":
		return true
	}
	return false
}

// PhraseAt reads a noun phrase from token i. It is empty where none begins. A
// possessor is not part of it: Owner holds its name.
func (s *Scene) PhraseAt(i int) Phrase {
	p := Phrase{First: i, Name: -1, Owner: -1}
	for s.same(i, p.First) && isDeterminer(s.Low(p.First)) && s.Words[p.First].Name < 0 {
		p.First++
		p.Determined = true
	}
	p.End, p.Head = p.First, p.First
	if p.First >= len(s.Words) {
		return p
	}
	if s.title(&p, p.First) {
		return p
	}
	level := s.Words[p.First].In
	for j := p.First; s.same(i, j) && s.Words[j].In == level && s.Words[j].Cue < 0; {
		w := &s.Words[j]
		switch {
		case w.Name >= 0:
			n := s.Names[w.Name]
			p.Name, p.Head = w.Name, n.End-1
			j = max(n.End, j+1)
			p.End = j
			continue
		case w.Time >= 0:
			t := s.Times[w.Time]
			if s.Low(t.End) != "'s" && j > p.First { // "hearing Tuesday", but "Tuesday's hearing"
				return p
			}
			j = max(t.End, j+1)
			if s.Low(j) == "'s" {
				j++
			}
			p.First = min(max(p.First, j), len(s.Words))
			p.End, p.Head = p.First, p.First
			continue
		case w.Low == "'s" || w.Low == "'" && s.Tokens[j].Tag == doc.TagPOS:
			if !s.owned(&p, i, j+1) {
				return p
			}
			j = p.First
			continue
		case w.Low == "no." && s.same(i, j+1) && s.Tokens[j+1].Tag == doc.TagCD: // Hall No. 6
			j += 2
			p.End = j
			continue
		case w.Low == "-" || w.Low == "–" || w.Low == "/":
		case w.Source >= 0 && s.Words[p.First].Source < 0 || !s.nominal(j):
			return p
		case s.Tokens[j].Tag.Noun() || s.Nouns.Of(w.Low) != 0:
			p.Head, p.Name = j, -1
			p.End = j + 1
		}
		j++
	}
	return p
}

// owned makes what is read of p at token i the possessor of the phrase that
// begins at token next. It reports whether that is still to be read: a title is
// whole, and what is no phrase is none.
func (s *Scene) owned(p *Phrase, i, next int) bool {
	owner := p.Name
	if s.title(p, next) {
		p.Owner = owner
		return false
	}
	if !s.same(i, next) || s.Words[next].Cue >= 0 || s.Words[next].Name < 0 && !s.nominal(next) {
		return false
	}
	p.Owner, p.Name = owner, -1
	p.First, p.End, p.Head = next, next, next
	return true
}

// longestTitle is how many tokens a title may have.
const longestTitle = 9

// title reads a title in quotation marks at token i into p: “State of the Union”.
func (s *Scene) title(p *Phrase, i int) bool {
	if i >= len(s.Words) || !isOpening(s.Low(i)) || !s.same(i, i+1) || !s.Words[i+1].Capital {
		return false
	}
	for j := i + 1; j <= i+longestTitle && s.same(i, j) && s.Words[j].In == s.Words[i].In; j++ {
		if !isClosing(s.Low(j)) {
			continue
		}
		end := j
		for end > i+1 && !wordly(s.Low(end-1)) {
			end--
		}
		*p = Phrase{First: i + 1, End: end, Head: end - 1, Name: -1, Owner: -1, Title: true, Determined: p.Determined}
		if k := s.Words[end-1].Name; k >= 0 && s.Names[k].First == i+1 && s.Names[k].End == end {
			p.Name, p.Title = k, false
		}
		return end > i+1
	}
	return false
}

func isOpening(w string) bool {
	return w == "“" || w == "\"" || w == "‘" || w == "'" || w == "``" || w == "«"
}

func isClosing(w string) bool {
	return w == "”" || w == "\"" || w == "’" || w == "'" || w == "''" || w == "»"
}

// nominal reports whether token j can stand inside a noun phrase.
func (s *Scene) nominal(j int) bool {
	switch t := s.Tokens[j].Tag; t {
	case doc.TagJJ, doc.TagJJR, doc.TagJJS, doc.TagCD, doc.TagFW, doc.TagADD, doc.TagGW, doc.TagSYM, doc.TagAFX:
		return true
	case doc.TagVBG, doc.TagVBN, doc.TagVBD: // "a packed hearing", not "a letter warning that"
		return s.Nouns.Of(s.Low(j)) != 0 || j+1 < len(s.Words) && (s.Tokens[j+1].Tag.Noun() || s.Tokens[j+1].Tag == doc.TagJJ) && t != doc.TagVBD
	default:
		return t.Noun() || s.Nouns.Of(s.Low(j)) != 0 && t != doc.TagIN && t != doc.TagVBZ && t != doc.TagVB
	}
}

// same reports whether token j is in the sentence of token i.
func (s *Scene) same(i, j int) bool {
	return i < len(s.Words) && j < len(s.Words) && s.Words[i].Sentence == s.Words[j].Sentence
}

func wordly(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// HeadType is the type of the name that the phrase is, "" where it is none.
func (s *Scene) HeadType(p Phrase) model.EntityType {
	switch {
	case p.Title:
		return model.Work
	case p.Name < 0:
		return ""
	}
	return s.Names[p.Name].Type
}

// Core gives the tokens of a phrase that name it: without the adjectives and
// participles before its nouns.
func (s *Scene) Core(p Phrase) (first, end int) {
	if p.Title || p.Name >= 0 && s.Names[p.Name].First == p.First {
		return p.First, p.End
	}
	noun := func(i int) bool { return s.Tokens[i].Tag.Noun() || s.Words[i].Capital }
	for first = p.Head; first > p.First; {
		switch {
		case s.Low(first-1) != "-":
			if !noun(first - 1) {
				return first, p.Head + 1
			}
			first--
		case first-2 < p.First, first < p.Head && !noun(first-2):
			return min(first+1, p.Head), p.Head + 1 // “summit” of “two-day summit”
		default:
			first -= 2
		}
	}
	return first, p.Head + 1
}

// Kinds gives the kinds of the words of a phrase: of its head, and the outlets
// and offices among all of them.
func (s *Scene) Kinds(p Phrase) (head, any Noun) {
	for i := p.First; i < p.End; i++ {
		any |= s.Nouns.Of(s.Low(i))
	}
	return s.Nouns.Of(s.Low(p.Head)), any
}
