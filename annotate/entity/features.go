package entity

import (
	"quoth/annotate/doc"
	"quoth/annotate/linear"
)

// view is the sentence whose names are looked for, with what is known of its
// document.
type view struct {
	d         *doc.Doc
	spellings []spelling
	evidence  []evidence
	matches   []match // a gazetteer match a token

	doc.Sentence
	style uint64 // how the sentence uses capitals
	runs  []run  // the run of capitalised words of each token of the sentence
}

func feature(template, x uint64) uint64 { return linear.Mix(template+1, x) }

func pair(template, x, y uint64) uint64 { return linear.Mix(linear.Mix(template+1, x), y) }

func triple(template, x, y, z uint64) uint64 {
	return linear.Mix(linear.Mix(linear.Mix(template+1, x), y), z)
}

// bit gives 1 for true, moved to the given place.
func bit(b bool, at int) uint64 {
	if b {
		return 1 << at
	}
	return 0
}

// own appends the features of a form in its document.
func (v *view) own(fs []uint64, at int32) []uint64 {
	f, e, sp := &v.d.Forms[at], &v.evidence[at], &v.spellings[at]
	fs = append(fs, feature(0, 0), feature(1, f.Exact), feature(2, f.Lower), feature(3, f.Shape), feature(4, sp.word), feature(5, uint64(sp.class)))
	for n := range f.Prefix {
		fs = append(fs, feature(10+uint64(n), f.Prefix[n]), feature(14+uint64(n), f.Suffix[n]))
	}
	if !f.Case.Capital() {
		return fs
	}
	for n := range f.Suffix {
		fs = append(fs, pair(18+uint64(n), f.Suffix[n], uint64(f.Case)))
	}
	if e.small {
		fs = append(fs, feature(22, 0))
	}
	fs = append(fs, feature(6, bit(sp.is(common), 0)|bit(e.small, 1)|uint64(f.Case)<<2), pair(7, bit(sp.is(common), 0), sp.word))
	if e.defined != 0 {
		fs = append(fs, feature(8, e.defined), feature(9, uint64(f.Case)))
	}
	if e.count < 2 {
		return fs
	}
	fs = append(fs, feature(90, bit(e.aged, 0)|bit(e.body, 1)|bit(e.person, 2)), pair(91, bit(e.aged, 0)|bit(e.body, 1)|bit(e.person, 2), bit(e.title, 0)|bit(e.given, 1)|bit(e.said, 2)))
	fs = append(fs, feature(23, bit(e.title, 0)|bit(e.given, 1)|bit(e.said, 2)), feature(24, bit(e.before, 0)|bit(e.after, 1)))
	for k, on := range [...]bool{e.title, e.given, e.said} {
		if on {
			fs = append(fs, feature(25+uint64(k), 0))
		}
	}
	for k := range min(e.count, maxContexts) {
		fs = append(fs, feature(28, e.context[2*k]), feature(29, e.context[2*k+1]))
	}
	return fs
}

// around appends the features of token i that hang on where it stands.
func (v *view) around(fs []uint64, i int) []uint64 {
	b2, b1, f, a1, a2 := v.at(i-2), v.at(i-1), v.at(i), v.at(i+1), v.at(i+2)
	fs = append(fs,
		feature(30, b2.lower), feature(31, b1.lower), feature(32, a1.lower), feature(33, a2.lower),
		pair(34, b1.lower, f.lower), pair(35, f.lower, a1.lower), pair(36, b1.lower, a1.lower),
		pair(37, b2.lower, b1.lower), pair(38, a1.lower, a2.lower),
		feature(39, b1.shape), feature(40, a1.shape), pair(41, b1.shape, f.shape), pair(42, f.shape, a1.shape),
		triple(43, b1.shape, f.shape, a1.shape), linear.Mix(pair(44, b2.shape, b1.shape), pair(45, f.shape, linear.Mix(a1.shape, a2.shape))),
		pair(46, b1.lower, f.shape), pair(47, a1.lower, f.shape),
		feature(48, b1.known), feature(49, a1.known), pair(50, b1.known, f.known), pair(51, f.known, a1.known),
		triple(52, b1.known, f.known, a1.known), feature(53, f.known),
		pair(54, b1.class, f.shape), pair(55, a1.class, f.shape), pair(56, b1.class, a1.class), pair(57, b2.class, b1.class),
	)
	if v.style != 0 {
		fs = append(fs, pair(60, v.style, f.shape), pair(61, v.style, f.known), pair(68, v.style, bit(f.common, 0)))
	}
	if i == v.First {
		fs = append(fs, feature(62, f.shape), feature(63, f.known), pair(66, bit(f.common, 0), f.shape))
	}
	if i == v.First+1 && b1.capital {
		fs = append(fs, pair(67, bit(b1.common, 0), f.shape))
	}
	if b1.role {
		fs = append(fs, feature(64, f.shape))
	}
	if b2.role {
		fs = append(fs, pair(65, b1.shape, f.shape))
	}
	if f.capital {
		fs = v.ofRun(fs, i)
	}
	return fs
}

// ofRun appends the features of the run of capitalised words around token i.
func (v *view) ofRun(fs []uint64, i int) []uint64 {
	r := v.runs[i-v.First]
	begin, end := v.at(r.first), v.at(r.end-1)
	before, after := v.at(r.first-1), v.at(r.end)
	place := uint64(min(i-r.first, 5))<<8 | uint64(min(r.end-1-i, 5))
	fs = append(fs,
		pair(70, end.lower, place&0xff), feature(71, end.lower), feature(72, begin.lower), feature(73, place),
		feature(74, after.lower), feature(75, before.lower), pair(76, before.lower, after.lower),
		pair(77, before.class, after.class), pair(78, before.lower, place), pair(79, after.lower, place),
		pair(80, begin.known, end.known))
	if end.body {
		fs = append(fs, feature(81, bit(r.end-1 == i, 0)))
	}
	if begin.given {
		fs = append(fs, pair(82, place, bit(end.given, 0)))
	}
	if r.wide.first != r.first || r.wide.end != r.end {
		fs = append(fs, feature(83, v.at(r.wide.end-1).lower), feature(84, v.at(r.wide.first).lower),
			pair(85, v.at(r.wide.first).lower, v.at(r.first-1).lower), feature(86, v.at(r.wide.end).lower), feature(87, v.at(r.wide.first-1).lower))
	}
	return fs
}

// seen is what the features see of one token.
type seen struct {
	lower, shape      uint64
	known             uint64 // gazetteer match, kinds and role of the word
	class             uint64 // lexicographer file of a common word
	capital, common   bool
	role, given, body bool
}

// at gives what is seen of token i, or stand-ins beyond the sentence's ends.
func (v *view) at(i int) seen {
	switch {
	case i < v.First:
		return seen{lower: sentenceStart, shape: sentenceStart, known: sentenceStart, class: sentenceStart}
	case i >= v.End:
		return seen{lower: sentenceEnd, shape: sentenceEnd, known: sentenceEnd, class: sentenceEnd}
	}
	at := v.d.Tokens[i].Form
	f, sp := &v.d.Forms[at], &v.spellings[at]
	s := seen{
		lower: f.Lower, shape: f.Shape, class: uint64(sp.class), capital: f.Case.Capital(),
		role: sp.role, given: sp.is(given), body: sp.body, common: sp.is(common),
	}
	if s.capital || v.matches[i].kinds != 0 {
		s.known = sp.word<<20 | uint64(v.matches[i].kinds)<<2 | uint64(v.matches[i].place) + 1
	}
	return s
}
