package quote

import (
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/view"
)

// mend ends the quotations whose closing mark is missing before the reporting
// clause in their paragraph: in "We are ready, said the coach. all that follows
// the comma is outside. It reports whether it changed d.Quoted, which v is then
// out of step with.
func (f *forms) mend(v *view.View) bool {
	changed := false
	for k := range v.Quoted {
		q := &v.Quoted[k]
		if q.Depth > 0 || q.Closed || q.Continues || q.First+2 >= q.End {
			continue
		}
		if end := f.reportIn(v, q); end > 0 {
			q.End = end
			q.Span.End = v.Tokens[end-1].Span.End
			changed = true
		}
	}
	return changed
}

// reportIn gives the token at which the reporting clause inside an unclosed
// quotation begins, or 0: the one after a comma, question or exclamation mark
// that "said X" or "X said" follows.
func (f *forms) reportIn(v *view.View, q *doc.Quoted) int {
	for i := q.First + 2; i+1 < q.End; i++ {
		switch v.Words[i-1].Form {
		case f.comma, f.question, f.bang:
		default:
			continue
		}
		w, next := &v.Words[i], &v.Words[i+1]
		says := w.Tag.Verb() && w.Entry.Class == lexicon.Say && w.Tag != doc.TagVBG
		speaker := next.Capital || next.Tag == doc.TagPRP || next.Tag == doc.TagDT
		saysAfter := next.Tag.Verb() && next.Entry.Class == lexicon.Say && next.Tag.Finite()
		if says && speaker || saysAfter && (w.Tag == doc.TagPRP && w.Form != f.i || w.Name >= 0) {
			return i
		}
	}
	return 0
}
