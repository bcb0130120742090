package quote

import (
	"quoth/annotate/choose"
	"quoth/annotate/lexicon"
	"quoth/annotate/view"
)

// gap gives the words and verbs of the tokens [first, end), those of the source
// set aside, as values of features.
func (f *contentContext) gap(first, end int) (words, verbs uint32) {
	w, v := count(f.words, first, end), count(f.reader.verbs, first, end)
	if a, b := max(first, f.x.source.First), min(end, f.x.source.End); f.x.head >= 0 && a < b {
		w -= count(f.words, a, b)
		v -= count(f.reader.verbs, a, b)
	}
	return choose.Bin(w), choose.Bin(min(v, 3))
}

// tagsOf packs the tags of the first few of the tokens [first, end), those of
// the source set aside, and the forms of marks among them.
func (f *contentContext) tagsOf(first, end int) uint32 {
	h, n := uint32(1), 0
	for i := first; i < end && n < 6; i++ {
		if f.x.head >= 0 && i >= f.x.source.First && i < f.x.source.End {
			i = f.x.source.End - 1
			continue
		}
		w := &f.Words[i]
		v := uint32(w.Tag)
		if !w.Wordly {
			v = uint32(w.Form)
		}
		h = h*0x9E3779B1 + v
		n++
	}
	return h
}

// rest tells what of the sentence follows the word at token b: nothing, another
// reporting clause, a clause of another kind.
func (f *contentContext) rest(b int) uint32 {
	n := f.At(b + 1)
	after := f.At(b + 2)
	k := uint32(n.Form)
	if !n.Wordly && after.Wordly {
		k = k*31 + uint32(after.Form)
	}
	for i := b + 1; i < f.x.s.End && i < b+8; i++ {
		if w := &f.Words[i]; w.Edge == view.Opening {
			break
		} else if w.Tag.Verb() {
			return k*7 + uint32(w.Entry.Class) + 1
		} else if w.Form == f.form.according {
			return k*7 + uint32(lexicon.Say) + 2
		}
	}
	return k * 7
}

// shareOf tells whether none, some or all of the words are quoted.
func shareOf(quoted, words int) uint32 {
	switch quoted {
	case 0:
		return 0
	case words:
		return 2
	}
	return 1
}

// order compares two places: 0 equal, 1 before, 2 after.
func order(a, b int) uint32 {
	switch {
	case a == b:
		return 0
	case a < b:
		return 1
	}
	return 2
}
