package tag

import (
	"quoth/annotate/doc"
	"quoth/annotate/linear"
)

// Stand-ins for the words and tags beyond a sentence's ends. No tag has these
// numbers.
const (
	beforeFirst = 1<<20 + iota
	afterLast
)

var outside = [2]doc.Form{
	{Lower: beforeFirst, Suffix: [4]uint64{beforeFirst, beforeFirst, beforeFirst, beforeFirst}, Shape: beforeFirst},
	{Lower: afterLast, Suffix: [4]uint64{afterLast, afterLast, afterLast, afterLast}, Shape: afterLast},
}

// window is the sentence around the token that is tagged.
type window struct {
	d          *doc.Doc
	first, end int
	one, two   uint64 // tags of the token before and the one before that
}

// form gives the form of token i, or a stand-in outside the sentence.
func (w *window) form(i int) *doc.Form {
	switch {
	case i < w.first:
		return &outside[0]
	case i >= w.end:
		return &outside[1]
	}
	return w.d.FormOf(i)
}

// maxFeatures is how many features a token has at most.
const maxFeatures = 32

// own appends the features of the spelling alone, which are the same wherever it
// stands.
func own(fs []uint64, f *doc.Form) []uint64 {
	return append(fs,
		feature(0, 0), feature(1, f.Exact), feature(2, f.Lower),
		feature(3, f.Suffix[0]), feature(4, f.Suffix[1]), feature(5, f.Suffix[2]), feature(6, f.Suffix[3]),
		feature(7, f.Prefix[0]), feature(8, f.Prefix[2]), feature(9, f.Shape))
}

// around appends the features of token i that hang on where it stands.
func (w *window) around(fs []uint64, i int) []uint64 {
	f, b1, b2, a1, a2 := w.form(i), w.form(i-1), w.form(i-2), w.form(i+1), w.form(i+2)
	fs = append(fs,
		feature(10, w.one), pair(11, w.one, w.two), pair(12, w.one, f.Lower),
		feature(13, b1.Lower), feature(14, b2.Lower), feature(15, a1.Lower), feature(16, a2.Lower),
		feature(17, b1.Suffix[2]), feature(18, a1.Suffix[2]),
		pair(19, b1.Lower, f.Lower), pair(20, f.Lower, a1.Lower), pair(21, w.one, a1.Lower),
		triple(22, w.one, w.two, f.Lower), pair(23, b1.Lower, a1.Lower),
		pair(24, f.Shape, b1.Shape), pair(25, f.Shape, a1.Shape),
		pair(26, w.one, a1.Suffix[2]), pair(27, f.Suffix[2], w.one), triple(28, f.Suffix[1], a1.Suffix[2], w.one))
	if f.Case == doc.CaseNone {
		fs = append(fs, pair(29, f.Exact, w.spacing(i)))
	}
	return fs
}

// spacing tells whether white space stands before and after token i, which tells
// opening marks from closing ones.
func (w *window) spacing(i int) uint64 {
	var s uint64
	t := w.d.Tokens
	if i == w.first || t[i-1].End < t[i].Start {
		s = 1
	}
	if i+1 == w.end || t[i].End < t[i+1].Start {
		s |= 2
	}
	return s
}

func feature(template, x uint64) uint64 { return linear.Mix(template+1, x) }

func pair(template, x, y uint64) uint64 { return linear.Mix(linear.Mix(template+1, x), y) }

func triple(template, x, y, z uint64) uint64 {
	return linear.Mix(linear.Mix(linear.Mix(template+1, x), y), z)
}
