package quote

import (
	"quoth/annotate/doc"
	"quoth/annotate/view"
)

// shape says where a content lies by its cue and source.
type contentShape uint8

// The shapes of contents.
const (
	shapeNone     contentShape = iota
	shapeBefore                // S, X said
	shapeAfter                 // X said S
	shapeBetween               // X, so goes S, said
	shapeSplit                 // S1, X said, S2
	shapeQuotes                // all quotations of the sentence
	shapeRange                 // from the first quotation to the end of the last
	shapeNext                  // the quotation after the sentence
	shapePrev                  // the quotation before the sentence
	shapeSentence              // the next sentence
	shapeBlock                 // the next paragraph, or the rest of this one
)

// shapeNames name the shapes for evidence.
var shapeNames = [...]string{
	"", "words-before-cue", "words-after-cue", "words-between", "split-around-cue", "quotations-of-sentence", "from-first-quotation",
	"next-quotation", "previous-quotation", "next-sentence", "paragraph",
}

// content is a candidate for what was said: up to a few runs of tokens.
type content struct {
	shape      contentShape
	runs       []run
	start, end int // indexes of its edges among the spots, -1 where they are none
	start2     int // the same of the second run of a split one
	end2       int
}

// block is the cue with its source, which no content overlaps.
type block struct {
	cue         int
	source      run // empty where the source stands elsewhere
	head        int // of the source
	first, last int // tokens of the whole, inclusive
}

// blockOf gives the block of the cue at token c with its source, phrase k.
func (r *reader) blockOf(c, k int) block {
	b := block{cue: c, head: -1, first: c, last: c}
	if k >= 0 && r.Words[r.phrases[k].Head].Sentence == r.Words[c].Sentence {
		p := &r.phrases[k]
		b.source, b.head = run{p.First, p.End}, p.Head
		b.first, b.last = min(c, p.First), max(c, p.End-1)
		if p.Head < c && p.End > c {
			b.last = c
		}
	}
	return b
}

// candidates are the contents that a cue may have, with the edges they share.
type candidates struct {
	block
	s            *doc.Sentence
	starts, ends []int // tokens that begin a content; tokens that end one, inclusive
	list         []content
	room         []run
	low, high    int // first and last word of the sentence
	farLeft      int // first word of a quotation that reaches in from before the sentence, or -1
	farRight     int // last word of one that reaches out of it, or -1
}

// contents gathers the candidates for the content of the cue at token c whose
// source is phrase k. The first is none.
func (r *reader) contents(c, k int, x *candidates) {
	*x = candidates{block: r.blockOf(c, k), s: r.SentenceOf(c), starts: x.starts[:0], ends: x.ends[:0], list: x.list[:0], room: x.room[:0], farLeft: -1, farRight: -1}
	x.list = append(x.list, content{shape: shapeNone, start: -1, end: -1, start2: -1, end2: -1})
	x.low, x.high = r.wordFrom(x.s.First), r.wordUpTo(x.s.End-1)
	r.edges(x)
	for i := range x.starts {
		x.starts[i] = r.wordFrom(x.starts[i])
	}
	for i := range x.ends {
		x.ends[i] = r.wordUpTo(x.ends[i])
	}
	x.starts, x.ends = nearest(x.starts, c), nearest(x.ends, c)
	r.single(x)
	r.split(x)
	r.quotesOf(x)
	r.neighbours(x)
}

// wordFrom gives the first token from i on that is a word.
func (r *reader) wordFrom(i int) int {
	for i < len(r.Words) && !r.At(i).Wordly {
		i++
	}
	return i
}

// wordUpTo gives the last token up to i that is a word, -1 for none.
func (r *reader) wordUpTo(i int) int {
	for i = min(i, len(r.Words)-1); i >= 0 && !r.Words[i].Wordly; i-- {
	}
	return i
}

// opensBefore reports whether a quotation begins with the word at token i.
func (r *reader) opensBefore(i int) bool {
	for i--; i >= 0 && !r.Words[i].Wordly; i-- {
		if r.Words[i].Edge == view.Opening {
			return true
		}
	}
	return false
}

// closesAfter reports whether a quotation ends with the word at token i.
func (r *reader) closesAfter(i int) bool {
	for i++; i < len(r.Words) && !r.Words[i].Wordly; i++ {
		if r.Words[i].Edge == view.Closing {
			return true
		}
	}
	return false
}

// edges finds where a content may begin and end.
func (r *reader) edges(x *candidates) {
	s, c := x.s, x.cue
	right := c
	if r.Words[c].Form == r.form.according && c+1 < s.End {
		right = c + 1
	}
	x.starts = append(x.starts, s.First, right+1)
	x.ends = append(x.ends, s.End-1, c-1)
	if x.head >= 0 {
		if x.head < c {
			x.ends = append(x.ends, x.source.First-1)
		} else {
			x.starts = append(x.starts, x.source.End)
		}
	}
	for i := max(s.First, c-window); i < min(s.End, c+window); i++ {
		r.edge(x, i)
	}
	r.afterAddressee(x)
	if s.Parsed {
		r.treeEdges(x)
	}
	n := r.sentences[r.Words[c].Sentence]
	for q := n.quotes; q < n.until; q++ {
		o := &r.Outer[q]
		if int(r.Words[c].Quote) == q {
			continue
		}
		if o.First < s.First {
			x.farLeft = r.wordFrom(o.First)
			x.starts = append(x.starts, o.First)
		}
		if o.End > s.End {
			x.farRight = r.wordUpTo(o.End - 1)
			x.ends = append(x.ends, o.End-1)
		}
	}
}
