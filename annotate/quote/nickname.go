package quote

import "quoth/annotate/view"

// maxNickname is the most words of a nickname.
const maxNickname = 2

// nicknames marks the quotations that only name somebody or something: "Everybody
// calls him “Shorty.”", "William “Shorty” Jones", "known as “the Bishop”". Only
// what nobody in particular says counts: one who calls another a name says it.
func (r *reader) nicknames() {
	r.nickname = make([]bool, len(r.Outer))
	for q := range r.Outer {
		o := &r.Outer[q]
		first, end := r.Trim(o.First, o.End)
		if first >= end || !o.Closed || count(r.words, first, end) > maxNickname || !r.capitals(first, end) {
			continue
		}
		r.nickname[q] = r.insideName(o.First, o.End) || r.namedBy(o.First)
	}
}

// capitals reports whether the last word of some is written with a capital.
func (r *reader) capitals(first, end int) bool {
	return r.Words[r.wordUpTo(end-1)].Capital && first < end
}

// insideName reports whether a quotation stands between the given name and the
// surname of a person.
func (r *reader) insideName(first, end int) bool {
	a, b := r.At(first-1), r.At(end)
	return a.Capital && b.Capital && a.Wordly && b.Wordly && (a.Name >= 0 || b.Name >= 0) && a.Sentence == b.Sentence
}

// maxNaming is how far before a nickname the verb that gives it may stand.
const maxNaming = 8

// namedBy reports whether a verb of naming without a speaker of its own stands
// before token i.
func (r *reader) namedBy(i int) bool {
	for k := i - 1; k >= 0 && k > i-maxNaming && r.Words[k].Sentence == r.Words[i].Sentence; k-- {
		w := &r.Words[k]
		switch {
		case w.Edge != view.NoEdge, w.Form == r.form.comma:
			return false
		case !w.Tag.Verb() || !in(w.Lemma, r.form.naming):
			continue
		}
		s := r.witnessOf(k)
		return s.p == nil || in(r.Words[s.p.Head].Lemma, r.form.anybody) || in(r.Words[s.p.First].Form, r.form.anybody)
	}
	return false
}

// maxBearer is the most words of the name before a nickname, as in "calls William
// Jones “Shorty”".
const maxBearer = 3

// isNickname reports whether some runs are nothing but a nickname, or whose it is
// and the nickname.
func (r *reader) isNickname(runs []run) bool {
	if len(runs) != 1 {
		return false
	}
	g := runs[0]
	q := r.Words[g.End-1].Quote
	return q >= 0 && r.nickname[q] && count(r.words, g.First, r.Outer[q].First) <= maxBearer
}
