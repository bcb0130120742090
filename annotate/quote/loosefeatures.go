package quote

import (
	"quoth/annotate/choose"
	"quoth/annotate/doc"
)

// The templates of the features of loose quotations.
const (
	looFate choose.Name = iota
	looShape
	looAlone
	looWords
	looTitle
	looFinite
	looBefore
	looBeforeTag
	looAround
	looBlock
	looOpen
	looFirstBlock
	looWithBlock
	looWithSentence
	looWithWords
	looWithEnd
	looWithOpen
	looWithHow
	looWithCue
	looWithLemma
	looWithContinues
	looType
	looSentence
	looSentenceType
	looRel
	looRank
	looRelType
	looHead
	looBeside
	looStarts
	looLemma
	looPath
	looPathTag
	looRoot
	looSource
	looColon
	looAfter
	looLeadIn
	looDoubtCue
	looDoubtContent
	looDoubtShape
	looDoubtLemma
	looDoubtClass
	looDoubtWords
	looDoubtSource
	looDoubtAfter
)

// looseContext is what the options of one quotation share.
type looseContext struct {
	quotation             *doc.Quoted
	sentence              int
	alone                 bool // no word of its sentence stands outside it
	words, finite         int
	outside, before, rest int    // words of its sentence, and of its paragraph on either side, outside it
	end                   uint32 // the stop that ends it
	capital               uint32
	title                 uint32 // its words are capitalised like those of a title
	open                  uint32 // the stretch before it was not closed, in the paragraph before
	shape                 uint32
	colon                 bool // a colon leads it in
	governor              int  // the token outside on which it depends, or -1
	phrases, seen         int
}

// context looks at quotation q.
func (l *looseReader) context(q int) {
	o := &l.Outer[q]
	s := int(l.Words[o.First].Sentence)
	block := &l.Blocks[l.Words[o.First].Block]
	c := looseContext{quotation: o, sentence: s, governor: -1}
	c.words, c.finite = count(l.words, o.First, o.End), count(l.finite, o.First, o.End)
	a, b := l.Sentences[s].First, l.SentenceOf(o.End-1).End
	c.outside = count(l.words, a, b) - c.words
	c.alone = c.outside == 0
	c.before, c.rest = count(l.words, block.First, o.First), count(l.words, o.End, block.End)
	for i := o.End - 1; i >= o.First && i > o.End-4; i-- {
		if f := l.Words[i].Form; f == l.form.stop || f == l.form.question || f == l.form.bang || f == l.form.comma {
			c.end = uint32(f)
			break
		}
	}
	c.capital = choose.Bool(l.At(o.First + 1).Capital)
	c.colon = l.At(o.First-1).Form == l.form.colon
	capitals := 0
	for i := o.First; i < o.End; i++ {
		capitals += int(choose.Bool(l.Words[i].Capital))
	}
	c.title = choose.Bool(c.words > 1 && capitals*3 >= c.words*2)
	if q > 0 && l.Words[l.Outer[q-1].First].Block == l.Words[o.First].Block-1 {
		switch p := &l.Outer[q-1]; {
		case p.Continues:
			c.open = 2
		case !p.Closed:
			c.open = 1
		}
	}
	c.shape = choose.Bool(c.alone) | c.capital<<1 | c.title<<2 | choose.Bin(min(c.words, 6))<<3
	for i := o.First; i < o.End && l.Sentences[s].Parsed; i++ {
		if h := int(l.Words[i].Head); l.Words[i].Wordly && h >= 0 && (h < o.First || h >= o.End) {
			c.governor = h
			break
		}
	}
	l.ctx = c
}

// add adds the features of option k. The options are asked in their order.
func (l *looseReader) add(t *choose.Tally, k int) {
	c, o := &l.ctx, &l.options[k]
	if k == 0 {
		c.phrases, c.seen = 0, 0
		for i := range l.options {
			c.phrases += int(choose.Bool(l.options[i].fate == fatePhrase))
		}
	}
	fate, alone := uint32(o.fate), choose.Bool(c.alone)
	first := c.quotation.First
	t.One(looFate, fate)
	t.Three(looShape, fate, c.shape, c.end)
	t.Four(looAlone, fate, alone, c.end, c.capital)
	t.Three(looWords, fate, choose.Bin(c.words), alone)
	t.Three(looTitle, fate, c.title, alone)
	t.Three(looFinite, fate, choose.Bin(min(c.finite, 2)), alone)
	t.Two(looBefore, fate, l.f(first-1))
	t.Two(looBeforeTag, fate, l.t(first-1))
	t.Three(looAround, fate, choose.Bin(c.outside), c.end)
	t.Four(looBlock, fate, choose.Bin(c.before), choose.Bin(c.rest), alone)
	t.Three(looOpen, fate, c.open, alone)
	t.Three(looFirstBlock, fate, choose.Bool(l.Words[first].Block == 0), alone)
	t.Three(looAfter, fate, l.f(c.quotation.End), alone)
	t.Three(looLeadIn, fate, choose.Bool(c.colon), alone)
	switch {
	case o.fate == fateCue:
		l.addDoubtful(t, o.with)
	case o.with != nil:
		l.addWith(t, o)
	}
	if o.fate == fatePhrase {
		c.seen++
		l.addPhrase(t, o.phrase)
	}
}

// addWith adds how the quotation stands to the utterance that an option names.
func (l *looseReader) addWith(t *choose.Tally, o *option) {
	c, u := &l.ctx, o.with
	fate, alone := uint32(o.fate), choose.Bool(c.alone)
	first := c.quotation.First
	blocks := choose.Bin(int(l.Words[first].Block - l.Words[u.end()-1].Block))
	ends := choose.Bool(l.Words[u.end()-1].Quote >= 0) | choose.Bool(len(u.runs) > 1)<<1
	words := choose.Bin(count(l.words, u.last()+1, first))
	sentences := c.sentence - int(l.Words[u.last()].Sentence)
	near := choose.Bin(min(sentences, 3))
	t.Four(looWithBlock, fate, blocks, ends, alone)
	t.Four(looWithSentence, fate, choose.Bin(sentences), ends, alone)
	t.Four(looWithWords, fate, words, blocks, ends)
	t.Five(looWithEnd, fate, near, blocks, c.end|c.capital<<31, ends)
	t.Four(looWithOpen, fate, blocks, c.open, alone)
	t.Three(looWithHow, fate, uint32(u.how)<<4|uint32(u.shape), near)
	t.Five(looWithCue, fate, choose.Bool(u.cue > u.first()), ends, alone, blocks)
	if u.cue >= 0 {
		t.Four(looWithLemma, fate, l.l(u.cue), near, ends)
	}
	// words of other sentences between the two
	between := 0
	if w := l.SentenceOf(u.last()); w.End <= l.Sentences[c.sentence].First {
		between = count(l.words, w.End, l.Sentences[c.sentence].First)
	}
	t.Five(looWithContinues, fate, choose.Bool(between > 0), blocks, ends, alone)
}

// addDoubtful adds how likely a cue was that was let go.
func (l *looseReader) addDoubtful(t *choose.Tally, u *utterance) {
	c := &l.ctx
	w := &l.Words[u.cue]
	_, entry := l.reporting(u.cue)
	chance, content := choose.Bin(int(logit(u.chanceCue)*2)), choose.Bin(int(logit(u.chanceContent)))
	words := count(l.words, u.first(), u.end())
	t.One(looDoubtCue, chance)
	t.Two(looDoubtContent, chance, content)
	t.Two(looDoubtShape, uint32(u.shape), chance)
	t.One(looDoubtLemma, uint32(w.Lemma))
	t.Two(looDoubtClass, uint32(entry.Class)|uint32(entry.Sense)<<4, uint32(w.Tag))
	t.Three(looDoubtWords, choose.Bin(words-c.words), choose.Bin(min(c.words, 6)), c.title)
	t.Two(looDoubtSource, l.sourceType(u), uint32(w.Tag))
	t.Two(looDoubtAfter, choose.Bool(u.cue > c.quotation.First), uint32(entry.Class))
}

// sourceType gives the type of an utterance's source, 0 for none.
func (l *looseReader) sourceType(u *utterance) uint32 {
	if u.source < 0 {
		return 0
	}
	return l.phrases[u.source].Type
}

// addPhrase adds how the quotation stands to a phrase near it.
func (l *looseReader) addPhrase(t *choose.Tally, k int) {
	c, p := &l.ctx, &l.phrases[k]
	w := &l.Words[p.Head]
	o := c.quotation
	alone := choose.Bool(c.alone)
	sentences := choose.Bin(c.sentence - int(w.Sentence))
	after := choose.Bool(p.Head >= o.End)
	before := l.f(o.First - 1)
	t.Two(looType, p.Type, alone)
	t.Three(looSentence, sentences, after, alone)
	t.Three(looSentenceType, sentences, after, p.Type)
	t.Three(looRel, uint32(w.Rel), sentences, after)
	t.Two(looRank, choose.Bin(c.phrases-c.seen), sentences)
	t.Three(looRelType, uint32(w.Rel), p.Type, sentences)
	t.Two(looHead, l.l(int(w.Head)), uint32(w.Rel))
	t.Three(looBeside, choose.Bool(p.End == o.First || p.End == o.First-1), before, p.Type)
	t.Three(looStarts, choose.Bool(p.First == l.Sentences[w.Sentence].First), sentences, p.Type)
	t.One(looLemma, uint32(w.Lemma))
	t.Three(looColon, choose.Bool(l.At(l.Sentences[w.Sentence].End-1).Form == l.form.colon || l.At(o.First-1).Form == l.form.colon), sentences, p.Type)
	if c.governor >= 0 && int(w.Sentence) == c.sentence {
		path := l.path(c.governor, p.Head)
		t.One(looPath, path)
		t.Three(looPathTag, path, l.t(c.governor), alone)
		t.Two(looRoot, choose.Bool(l.At(int(w.Head)).Head < 0), uint32(w.Rel))
	}
	t.Two(looSource, choose.Bool(l.sources[k]), sentences)
}
