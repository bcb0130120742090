package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/annotate/entity"
	"quoth/annotate/sentence"
	"quoth/annotate/token"
	"quoth/annotate/train/corpus"
	"quoth/model"
)

// manySentences is how many sentences make a "document" of a corpus of names a
// collection of messages that have nothing to do with one another.
const manySentences = 300

// lists holds names whose type is a matter of rule, whatever a corpus says.
type lists struct {
	countries map[string]bool
	peoples   map[string]bool // single words
}

// documents takes such collections apart.
func documents(docs []corpus.Document) []corpus.Document {
	var out []corpus.Document
	for _, d := range docs {
		if len(d.Sentences) < manySentences {
			out = append(out, d)
			continue
		}
		for _, s := range d.Sentences {
			out = append(out, corpus.Document{ID: d.ID, Sentences: []corpus.Sentence{s}})
		}
	}
	return out
}

// The shares of sentences that are learnt from in capitals, and as headlines,
// too.
const (
	shouted  = 0.05
	headline = 0.04
)

// shout adds copies of some sentences in capitals or as headlines.
func shout(d corpus.Document, random *rand.Rand) corpus.Document {
	out := d
	out.Sentences = append([]corpus.Sentence(nil), d.Sentences...)
	for _, s := range d.Sentences {
		switch x := random.Float64(); {
		case x < shouted:
			out.Sentences = append(out.Sentences, rewritten(s, strings.ToUpper))
		case x < shouted+headline:
			out.Sentences = append(out.Sentences, rewritten(s, headlineWord))
		}
	}
	return out
}

func rewritten(s corpus.Sentence, as func(string) string) corpus.Sentence {
	words := append([]corpus.Word(nil), s.Words...)
	for i := range words {
		words[i].Form = as(words[i].Form)
	}
	return corpus.Sentence{Words: words, Paragraph: true}
}

// headlineWord writes a word as American headlines do.
func headlineWord(w string) string {
	switch w {
	case "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "by", "as", "n't", "'s", "’s":
		return w
	}
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// example cuts the words of a corpus as texts are cut and turns its tags into
// marks.
func (known *lists) example(d corpus.Document, hidden []model.EntityType) entity.Example {
	out := &doc.Doc{}
	e := entity.Example{Doc: out, Hidden: hidden}
	var text strings.Builder
	for _, s := range d.Sentences {
		firstToken := len(out.Tokens)
		for k, w := range s.Words {
			first := len(out.Tokens)
			for _, span := range cut(w.Form) {
				span.Start += text.Len()
				span.End += text.Len()
				out.Tokens = append(out.Tokens, doc.Token{Span: span, Head: -1})
			}
			text.WriteString(w.Form)
			if !joined(s.Words, k) {
				text.WriteByte(' ')
			}
			addMark(&e, w.Name, first, firstToken, len(out.Tokens))
		}
		text.WriteByte('\n')
		if len(out.Tokens) > firstToken {
			out.Sentences = append(out.Sentences, doc.Sentence{First: firstToken, End: len(out.Tokens)})
		}
	}
	out.Text = text.String()
	token.Index(out)
	for i := range e.Marks {
		known.settle(out, &e.Marks[i])
	}
	e.Marks = slices.DeleteFunc(e.Marks, func(m entity.Mark) bool { return m.First == m.End })
	if slices.Contains(hidden, model.NORP) {
		known.addPeoples(&e)
	}
	return e
}

// cut cuts a corpus's word as it would be cut in a text. What the corpus has cut
// off already, such as "'s", stays whole.
func cut(word string) []model.Span {
	if strings.HasPrefix(word, "'") || strings.HasPrefix(word, "’") {
		return []model.Span{{Start: 0, End: len(word)}}
	}
	spans := token.Words(word + " x") // a word follows, so that "J." is an initial
	return spans[:len(spans)-1]
}

// joined reports whether word k and the next stand without a space between them.
// Corpora of names do not tell; hyphens are taken to join.
func joined(words []corpus.Word, k int) bool {
	return words[k].Glued || words[k].Form == "-" || k+1 < len(words) && words[k+1].Form == "-"
}

// addMark adds a word, which is the tokens from first to end, to the marks. A name
// does not go on over the beginning of a sentence.
func addMark(e *entity.Example, tag string, first, sentence, end int) {
	place, name, _ := strings.Cut(tag, "-")
	types, maybe := marked(name)
	if len(types) == 0 || first == end {
		return
	}
	if n := len(e.Marks); place == "I" && n > 0 && first > sentence && e.Marks[n-1].End == first && e.Marks[n-1].Types[0] == types[0] {
		e.Marks[n-1].End = end
		return
	}
	e.Marks = append(e.Marks, entity.Mark{First: first, End: end, Types: types, Maybe: maybe})
}

// marked gives our types for the type of a corpus. MISC is one of the finer ones
// or none of ours: a language, a product, a prize.
func marked(name string) (types []model.EntityType, maybe bool) {
	switch name {
	case "PER":
		return []model.EntityType{model.Person}, false
	case "LOC":
		return []model.EntityType{model.Place}, false
	case "MISC":
		return finer, true
	case "ORG", "PERSON", "PLACE", "NORP", "EVENT", "WORK":
		return []model.EntityType{model.EntityType(name)}, false
	}
	return nil, false
}

// articleDocument cuts a marked article into words with the tags of its names.
func articleDocument(a corpus.Article) corpus.Document {
	d := &doc.Doc{Text: a.Text}
	token.Split(d, nil)
	sentence.Split(d)
	out := corpus.Document{ID: a.ID}
	next := 0
	for _, s := range d.Sentences {
		words := make([]corpus.Word, 0, s.End-s.First)
		for i := s.First; i < s.End; i++ {
			t := d.Tokens[i]
			for next < len(a.Mentions) && a.Mentions[next].End <= t.Start {
				next++
			}
			w := corpus.Word{Form: d.Word(i), Glued: i+1 < s.End && d.Tokens[i+1].Start == t.End, Name: "O"}
			if next < len(a.Mentions) && a.Mentions[next].Overlaps(t.Span) {
				w.Name = "I-" + string(a.Mentions[next].Type)
				if a.Mentions[next].Start >= t.Start {
					w.Name = "B-" + string(a.Mentions[next].Type)
				}
			}
			words = append(words, w)
		}
		out.Sentences = append(out.Sentences, corpus.Sentence{Words: words})
	}
	return out
}

// settle puts our rules for types in the place of the corpus's: a country's name
// is always a place, also where it stands for its government, and of what is MISC
// elsewhere the names of peoples and faiths are our NORP.
func (known *lists) settle(d *doc.Doc, m *entity.Mark) {
	trim(d, m)
	name := d.Text[d.Tokens[m.First].Start:d.Tokens[m.End-1].End]
	switch {
	case m.Types[0] == model.Org && known.countries[name]:
		m.Types = []model.EntityType{model.Place}
	case m.Maybe && m.First < m.End:
		known.settleMisc(d, m)
	}
}

// trim takes off a mark what our rules leave outside names: titles, and small
// words at its ends that are no part of it ("northern Iraq", "U.S. officials").
func trim(d *doc.Doc, m *entity.Mark) {
	small := func(i int) bool { return d.FormOf(i).Case == doc.CaseLower }
	if !slices.ContainsFunc(d.Tokens[m.First:m.End], func(t doc.Token) bool { return d.Forms[t.Form].Case.Capital() }) {
		return
	}
	for m.First < m.End && small(m.First) && !entity.IsParticle(d.Word(m.First)) {
		m.First++
	}
	for m.First+1 < m.End && m.Types[0] == model.Person && entity.IsRole(d.Word(m.First)) {
		m.First++
	}
	if m.Types[0] == model.Person || m.Types[0] == model.Place {
		for m.End > m.First+1 && small(m.End-1) && d.Word(m.End-1) != "'s" {
			m.End--
		}
	}
}

// addPeoples marks the names of peoples and faiths in a corpus that does not mark
// them.
func (known *lists) addPeoples(e *entity.Example) {
	taken := make([]bool, len(e.Doc.Tokens))
	for _, m := range e.Marks {
		for i := m.First; i < m.End; i++ {
			taken[i] = true
		}
	}
	for i := range e.Doc.Tokens {
		if !taken[i] && known.peoples[e.Doc.Word(i)] {
			e.Marks = append(e.Marks, entity.Mark{First: i, End: i + 1, Types: []model.EntityType{model.NORP}})
		}
	}
}
