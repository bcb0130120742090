// Package mark finds the stretches of an article that stand in quotation
// marks: straight, curly, low, angled, doubled single ones, mismatched pairs,
// nested ones and quotations that go on over several paragraphs. It looks at
// characters alone. Whether the words inside are speech, a title, a nickname or
// a word held at arm's length is not its business: package quote decides that.
package mark

import (
	"sort"
	"strings"

	"quoth/annotate/doc"
	"quoth/model"
)

// maxSilent is how many paragraphs without any mark may lie between an opening
// mark and its closing one. Beyond it the closing mark is taken for a stray one.
const maxSilent = 5

// Fill finds the quoted stretches of d, which must have its blocks and tokens.
func Fill(d *doc.Doc) {
	d.Quoted = Find(d.Text, d.Blocks)
	k := 0
	for i := range d.Quoted {
		q := &d.Quoted[i]
		for k < len(d.Tokens) && d.Tokens[k].Span.End <= q.Start {
			k++
		}
		q.First = k
		q.End = k + sort.Search(len(d.Tokens)-k, func(j int) bool { return d.Tokens[k+j].Start >= q.Span.End })
	}
}

// Find finds the quoted stretches of text in the order of their first byte, an
// outer one before what it holds. Their token ranges are not set.
func Find(text string, blocks []doc.Block) []doc.Quoted {
	f := finder{text: text, open: -1}
	for i := range blocks {
		if b := &blocks[i]; b.Kind != model.BlockCode && !b.Empty() {
			f.block(b.Span)
		}
	}
	return f.out
}

// finder follows a quotation from paragraph to paragraph.
type finder struct {
	text   string
	out    []doc.Quoted
	open   int          // the outermost stretch that the last blocks left open, or -1
	silent []model.Span // blocks without a mark since then
}

// block adds the stretches of one paragraph.
func (f *finder) block(b model.Span) {
	found, stray := scan(f.text, b)
	if f.open >= 0 {
		switch {
		case len(found) > 0 && strings.TrimSpace(f.text[b.Start:found[0].Start]) == "":
			f.out[f.open].Continues = len(f.silent) == 0
		case stray >= 0 && (len(found) == 0 || stray <= found[0].Start):
			f.bridge(model.Span{Start: b.Start, End: stray})
		case stray < 0 && len(found) == 0 && len(f.silent) < maxSilent:
			f.silent = append(f.silent, b)
			return
		}
	}
	f.open, f.silent = -1, f.silent[:0]
	for _, q := range found {
		if q.Depth == 0 && !q.Closed {
			f.open = len(f.out)
		}
		f.out = append(f.out, q)
	}
	if f.open >= 0 && strings.TrimSpace(f.text[f.out[f.open].Span.End:b.End]) != "" {
		f.open = -1 // given up inside its paragraph
	}
}

// bridge continues the open stretch over the paragraphs that bear no mark up to
// its closing one, at the end of last.
func (f *finder) bridge(last model.Span) {
	f.out[f.open].Continues = true
	for _, s := range f.silent {
		f.out = append(f.out, doc.Quoted{Span: s, Continues: true})
	}
	f.out = append(f.out, doc.Quoted{Span: last, Closed: true})
}
