// Package view holds what the attribution asks of every token over and over:
// its lexicon entry, its quotation, sentence and name, and the tree around it.
// A View is computed once per document, in time linear in its length. It decides
// nothing.
package view

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
)

// View is a document with what is known of its tokens. It holds for the document
// as it was: names and heads that change later are not seen.
type View struct {
	*doc.Doc
	Lexicon *lexicon.Lexicon
	Words   []Word       // beside Doc.Tokens
	Outer   []doc.Quoted // the outermost quoted stretches that hold a token
	outside Word
}

// Edge tells a token that is the mark of an outermost quotation.
type Edge uint8

// The edges of quotations.
const (
	NoEdge Edge = iota
	Opening
	Closing
)

// Word is what is known of one token. Indexes are -1 where there is nothing.
type Word struct {
	Form     lexicon.Hash   // double quotation marks of every shape have one form
	Lemma    lexicon.Hash   // of a verb or noun; else Form
	Entry    *lexicon.Entry // of Lemma
	Tag      doc.Tag
	Rel      doc.Rel
	Wordly   bool // has a letter or digit
	Capital  bool // begins with an upper-case letter
	Edge     Edge
	Head     int32 // token
	Sentence int32
	Block    int32
	Quote    int32 // index into Outer of the stretch that holds the token, marks included
	Name     int32 // index into Doc.Names
	Left     int32 // first token of the subtree
	Right    int32 // last token of the subtree
	kid      int32 // first child
	next     int32 // next child of the same head
}

// New looks at d, which must have its tokens, quoted stretches, sentences, tags
// and names; a parse is used where there is one.
func New(d *doc.Doc, l *lexicon.Lexicon) *View {
	v := &View{Doc: d, Lexicon: l, Words: make([]Word, len(d.Tokens))}
	unknown := l.Of(lexicon.HashOf(""))
	v.outside = Word{Entry: unknown, Head: -1, Sentence: -1, Block: -1, Quote: -1, Name: -1, Left: -1, Right: -1, kid: -1, next: -1}
	spellings := v.spellings()
	for i := range v.Words {
		w, t := &v.Words[i], &d.Tokens[i]
		*w = v.outside
		w.Tag, w.Rel, w.Head = t.Tag, t.Rel, t.Head
		w.Left, w.Right = int32(i), int32(i)
		v.spell(w, &spellings[t.Form], &d.Forms[t.Form])
	}
	v.place()
	v.grow()
	return v
}

// spelling is what a form tells wherever it stands. The lemmas are 0 until they
// are asked for.
type spelling struct {
	form, verb, noun lexicon.Hash
	wordly, capital  bool
}

// spellings looks at every form once.
func (v *View) spellings() []spelling {
	mark := lexicon.HashOf(`"`)
	out := make([]spelling, len(v.Forms))
	for i := range v.Forms {
		x, text := &out[i], v.Forms[i].Text
		r, _ := utf8.DecodeRuneInString(text)
		x.capital = unicode.IsUpper(r) || unicode.IsTitle(r)
		x.wordly = unicode.IsLetter(r) || unicode.IsDigit(r)
		if !x.wordly {
			x.wordly = strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
		}
		x.form = lexicon.HashOf(text)
		if !x.wordly && isDoubleMark(text) {
			x.form = mark
		}
	}
	return out
}

// spell fills in what the characters of a token tell.
func (v *View) spell(w *Word, x *spelling, f *doc.Form) {
	w.Form, w.Lemma, w.Wordly, w.Capital = x.form, x.form, x.wordly, x.capital
	switch {
	case w.Tag.Verb():
		if x.verb == 0 {
			x.verb = v.Lexicon.VerbLemma(f.Text)
		}
		w.Lemma = x.verb
	case w.Tag.Noun():
		if x.noun == 0 {
			x.noun = v.Lexicon.NounLemma(f.Text)
		}
		w.Lemma = x.noun
	}
	w.Entry = v.Lexicon.Of(w.Lemma)
}

func isDoubleMark(s string) bool {
	switch s {
	case `"`, "“", "”", "„", "‟", "«", "»", "``", "''", "″", "＂", "‘‘", "’’":
		return true
	}
	return false
}

// place fills in the sentence, block, quotation and name of each token.
func (v *View) place() {
	for s := range v.Sentences {
		for i := v.Sentences[s].First; i < v.Sentences[s].End; i++ {
			v.Words[i].Sentence = int32(s)
		}
	}
	for b := range v.Blocks {
		for i := v.Blocks[b].First; i < v.Blocks[b].End; i++ {
			v.Words[i].Block = int32(b)
		}
	}
	for n := range v.Names {
		for i := v.Names[n].First; i < v.Names[n].End; i++ {
			v.Words[i].Name = int32(n)
		}
	}
	for _, x := range v.Quoted {
		if x.Depth > 0 || x.First >= x.End {
			continue
		}
		for i := x.First; i < x.End; i++ {
			v.Words[i].Quote = int32(len(v.Outer))
		}
		v.Outer = append(v.Outer, x)
		if f := &v.Words[x.First]; !f.Wordly {
			f.Edge = Opening
		}
		if l := &v.Words[x.End-1]; x.Closed && !l.Wordly {
			l.Edge = Closing
		}
	}
}

// grow links the children of every head and measures the subtrees, leaves first.
func (v *View) grow() {
	kids := make([]int32, len(v.Words))
	for i := len(v.Words) - 1; i >= 0; i-- {
		if h := v.Words[i].Head; h >= 0 {
			v.Words[i].next = v.Words[h].kid
			v.Words[h].kid = int32(i)
			kids[h]++
		}
	}
	for leaf := range v.Words {
		for i := int32(leaf); kids[i] == 0; {
			w := &v.Words[i]
			kids[i] = -1
			if w.Head < 0 {
				break
			}
			h := &v.Words[w.Head]
			h.Left, h.Right = min(h.Left, w.Left), max(h.Right, w.Right)
			kids[w.Head]--
			if i = w.Head; int(i) > leaf {
				break // its turn comes
			}
		}
	}
}

// At gives the word of token i; outside the document, one that is nothing.
func (v *View) At(i int) *Word {
	if i < 0 || i >= len(v.Words) {
		return &v.outside
	}
	return &v.Words[i]
}

// maxKids is how many children of a token are looked at, so that a sentence
// without an end costs no more than a long one.
const maxKids = 64

// Kids gives the children of token i from left to right, the first 64 of them.
func (v *View) Kids(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		n := 0
		for k := v.Words[i].kid; k >= 0 && n < maxKids; k = v.Words[k].next {
			if !yield(int(k)) {
				return
			}
			n++
		}
	}
}

// Kid gives the first child of token i with one of the relations, subtypes set
// aside, or -1. It looks at as many children as Kids.
func (v *View) Kid(i int, rels ...doc.Rel) int {
	n := 0
	for k := v.Words[i].kid; k >= 0 && n < maxKids; k = v.Words[k].next {
		n++
		b := v.Words[k].Rel.Base()
		for _, r := range rels {
			if b == r {
				return int(k)
			}
		}
	}
	return -1
}

// SentenceOf gives the sentence that token i stands in.
func (v *View) SentenceOf(i int) *doc.Sentence { return &v.Sentences[v.Words[i].Sentence] }

// Slice gives the text of the tokens from first to the one before end.
func (v *View) Slice(first, end int) string {
	return v.Text[v.Tokens[first].Start:v.Tokens[end-1].End]
}

// Trim narrows the tokens [first, end) to those from the first to the last that
// are words.
func (v *View) Trim(first, end int) (int, int) {
	for first < end && !v.Words[first].Wordly {
		first++
	}
	for end > first && !v.Words[end-1].Wordly {
		end--
	}
	return first, end
}
