package quote

import (
	"quoth/annotate/choose"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
)

// reader is the attribution of one document in progress.
type reader struct {
	*view.View
	form      *forms
	models    *Models
	phrases   []phrase.Phrase
	headed    []int32    // beside Words: the phrase that the token heads, or -1
	starting  []int32    // beside Words: the widest phrase that begins with the token, or -1
	ending    []int32    // beside Words: the widest phrase that ends with the token, or -1
	subjectOf []int32    // beside the phrases: the finite verb that it is the subject of by the words, or noVerb
	sentences []sentence // beside Doc.Sentences

	nickname []bool      // beside Outer: the quotation only names somebody
	turns    []utterance // of transcripts
	inTurn   []bool      // beside Words: the token is part of a turn or its label

	// How many of the tokens before each token are words, words in quotation
	// marks, verbs, finite verbs.
	words, quoted, verbs, finite []int32
}

// sentence is what the choosers ask of a sentence.
type sentence struct {
	quotes int // the first outermost quotation that reaches into it or stands after it
	until  int // the first one that begins after it
}

// hasQuote reports whether a quotation reaches into the sentence.
func (s sentence) hasQuote() bool { return s.quotes < s.until }

// forms are the words that are asked for by name.
type forms struct {
	according, per, to, colon, comma, stop, question, bang, semicolon, mark, open, close,
	that, whether, not, nt, never, and, but, by, as, for_, who, which, when, i lexicon.Hash
	dashes, starters, subordinators, modals, negations, passives, naming, anybody []lexicon.Hash
}

func newForms() *forms {
	h := lexicon.HashOf
	list := func(words ...string) []lexicon.Hash {
		var out []lexicon.Hash
		for _, w := range words {
			out = append(out, h(w))
		}
		return out
	}
	return &forms{
		according: h("according"), per: h("per"), to: h("to"), colon: h(":"), comma: h(","), stop: h("."), question: h("?"), bang: h("!"),
		semicolon: h(";"), mark: h(`"`), open: h("("), close: h(")"), that: h("that"), whether: h("whether"), not: h("not"), nt: h("n't"),
		never: h("never"), and: h("and"), but: h("but"), by: h("by"), as: h("as"), for_: h("for"), who: h("who"), which: h("which"), when: h("when"), i: h("i"),
		dashes:        list("—", "–", "―", "-", "--"),
		starters:      list("that", "whether", "if", "how", "why", "what", "who", "where", "when"),
		subordinators: list("and", "but", "while", "as", "after", "when", "because", "although", "though", "before"),
		modals:        list("would", "could", "should", "may", "might", "must", "will", "can", "to", "wo", "ca"),
		negations:     list("n't", "not", "never"),
		passives:      list("was", "were", "is", "are", "been", "be", "being"),
		naming:        list("call", "know", "nickname", "dub", "name", "christen"),
		anybody:       list("everybody", "everyone", "people", "friend", "fan", "they", "local", "colleague", "teammate", "nobody", "neighbour", "neighbor", "some", "many", "most", "family"),
	}
}

// in reports whether h is one of the list.
func in(h lexicon.Hash, list []lexicon.Hash) bool {
	for _, x := range list {
		if x == h {
			return true
		}
	}
	return false
}

func newReader(v *view.View, f *forms, m *Models) *reader {
	n := len(v.Words) + 1
	r := &reader{View: v, form: f, models: m, phrases: phrase.Find(v)}
	r.indexPhrases()
	r.findSubjects()
	r.words, r.quoted, r.verbs, r.finite = make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)
	for i := range v.Words {
		w := &v.Words[i]
		r.words[i+1] = r.words[i] + int32(choose.Bool(w.Wordly))
		r.quoted[i+1] = r.quoted[i] + int32(choose.Bool(w.Wordly && w.Quote >= 0))
		r.verbs[i+1] = r.verbs[i] + int32(choose.Bool(w.Tag.Verb()))
		r.finite[i+1] = r.finite[i] + int32(choose.Bool(w.Tag.Finite()))
	}
	r.sentences = make([]sentence, len(v.Sentences))
	q := 0
	for s := range v.Sentences {
		for q < len(v.Outer) && v.Outer[q].End <= v.Sentences[s].First {
			q++
		}
		until := q
		for until < len(v.Outer) && v.Outer[until].First < v.Sentences[s].End {
			until++
		}
		r.sentences[s] = sentence{quotes: q, until: until}
	}
	r.nicknames()
	r.turns = r.transcript()
	r.inTurn = make([]bool, n)
	for _, u := range r.turns {
		for i := r.Blocks[r.Words[u.first()].Block].First; i < u.end(); i++ {
			r.inTurn[i] = true
		}
	}
	return r
}

// indexPhrases makes the phrases to be found by their tokens.
func (r *reader) indexPhrases() {
	n := len(r.Words)
	all := make([]int32, 3*n)
	for i := range all {
		all[i] = -1
	}
	r.headed, r.starting, r.ending = all[:n:n], all[n:2*n:2*n], all[2*n:]
	for k := range r.phrases {
		p := &r.phrases[k]
		r.headed[p.Head] = int32(k)
		for i := p.Head - 1; i >= p.First && p.Kind == phrase.Person; i-- {
			if r.headed[i] < 0 {
				r.headed[i] = int32(k) // the parse may hang the clause on a title
			}
		}
		if o := r.starting[p.First]; o < 0 || r.phrases[o].End < p.End {
			r.starting[p.First] = int32(k)
		}
		if o := r.ending[p.End-1]; o < 0 || r.phrases[o].First > p.First {
			r.ending[p.End-1] = int32(k)
		}
	}
}

// starts gives the widest phrase that begins with token i, or -1.
func (r *reader) starts(i int) int {
	if i < 0 || i >= len(r.starting) {
		return -1
	}
	return int(r.starting[i])
}

// ends gives the widest phrase that ends with token i, or -1.
func (r *reader) ends(i int) int {
	if i < 0 || i >= len(r.ending) {
		return -1
	}
	return int(r.ending[i])
}

// count gives a prefix sum's share of the tokens [first, end).
func count(sums []int32, first, end int) int {
	if first >= end {
		return 0
	}
	first, end = max(first, 0), min(end, len(sums)-1)
	return int(sums[end] - sums[min(first, end)])
}

// f, l, t and rel give the form, lemma, tag and relation of token i as values of
// features.
func (r *reader) f(i int) uint32   { return uint32(r.At(i).Form) }
func (r *reader) l(i int) uint32   { return uint32(r.At(i).Lemma) }
func (r *reader) t(i int) uint32   { return uint32(r.At(i).Tag) }
func (r *reader) rel(i int) uint32 { return uint32(r.At(i).Rel) }

// heading gives the phrase that token i heads, or -1.
func (r *reader) heading(i int) int {
	if i < 0 || i >= len(r.headed) {
		return -1
	}
	return int(r.headed[i])
}

// typeOf gives the kind of phrase that token i heads, as a value of features.
func (r *reader) typeOf(i int) uint32 {
	if k := r.heading(i); k >= 0 {
		return r.phrases[k].Type
	}
	return uint32(r.At(i).Tag) | 1<<16
}

// reporting gives the lexicon entry of token i as a verb, whatever its tag.
func (r *reader) reporting(i int) (lexicon.Hash, *lexicon.Entry) {
	w := &r.Words[i]
	if w.Tag.Verb() || !w.Wordly {
		return w.Lemma, w.Entry
	}
	h := r.Lexicon.VerbLemma(r.Word(i))
	return h, r.Lexicon.Of(h)
}
