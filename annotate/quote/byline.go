package quote

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/annotate/phrase"
)

// maxByline is the most tokens of a line like "— Ida Moreau, baker".
const maxByline = 12

// signedChance is how likely the name of a by-line is the speaker's.
const signedChance = 0.97

// byline gives the end of the short line after a quotation that names its
// speaker behind a dash, or 0. The line ends with its paragraph, or before the
// next quotation on a line of its own.
func (l *looseReader) byline(o *doc.Quoted) int {
	if w := l.At(o.End); w.Block < 0 || !in(w.Form, l.form.dashes) {
		return 0
	}
	end := l.Blocks[l.Words[o.End].Block].End
	for i := o.End + 1; i < end && i <= o.End+maxByline; i++ {
		if l.breaks(i) {
			end = i
		}
	}
	if end-o.End > maxByline {
		return 0
	}
	return end
}

// breaks reports whether token i begins a line.
func (l *looseReader) breaks(i int) bool {
	return i == 0 || strings.Contains(l.Text[l.Tokens[i-1].Span.End:l.Tokens[i].Start], "\n")
}

// signed gives the phrase that a quotation on a line of its own is signed with:
// the person's name or description behind the dash. It is nobody where there is
// none, or where the line goes on as a sentence.
func (l *looseReader) signed(o *doc.Quoted) int {
	end := l.byline(o)
	if end == 0 || !l.breaks(o.First) || count(l.finite, o.End, end) > 0 {
		return nobody
	}
	k := l.starts(o.End + 1)
	if k < 0 || l.phrases[k].Kind != phrase.Person && l.phrases[k].Kind < phrase.Role {
		return nobody
	}
	return k
}
