package entity

import (
	"strings"

	"quoth/annotate/doc"
)

// spelling is what is known of a form in one document, worked out once for all
// its occurrences.
type spelling struct {
	entry
	role   bool // a title or office: what follows may be a person
	body   bool // a word that ends names of bodies
	word   uint64
	scores *[labels]int32 // of the features of the form, nil before they are asked for
}

// evidence is what all the occurrences of a form in a document tell: a name is
// often given away where it stands with a title or a given name once.
type evidence struct {
	count   int
	small   bool   // it occurs in small letters too
	title   bool   // after a title
	given   bool   // after a given name
	said    bool   // beside a verb of saying
	before  bool   // after another capitalised word
	after   bool   // before one
	aged    bool   // before an age: "Begaye, 70,"
	body    bool   // in a run of capitalised words that ends as bodies' names do
	person  bool   // ends a run that begins with a given name
	defined uint64 // last word of the name that it stands after in brackets: "Parents First Ohio (PFO)"
	context [2 * maxContexts]uint64
}

// maxContexts is how many occurrences of a form the model looks at.
const maxContexts = 6

// gather fills the evidence of all forms of d that begin with a capital.
func gather(d *doc.Doc, spellings []spelling) []evidence {
	all := make([]evidence, len(d.Forms))
	small := make(map[uint64]bool, len(d.Forms))
	for i := range d.Forms {
		if f := &d.Forms[i]; f.Case == doc.CaseLower {
			small[f.Lower] = true
		}
	}
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			at := d.Tokens[i].Form
			if !d.Forms[at].Case.Capital() {
				continue
			}
			e := &all[at]
			e.small = small[d.Forms[at].Lower]
			e.occurrence(d, spellings, s, i)
			e.inRun(d, spellings, s, i)
		}
	}
	return all
}

// occurrence adds what stands beside token i of the sentence s.
func (e *evidence) occurrence(d *doc.Doc, spellings []spelling, s doc.Sentence, i int) {
	prev, next := uint64(sentenceStart), uint64(sentenceEnd)
	if i > s.First {
		f := d.FormOf(i - 1)
		prev = f.Lower
		e.said = e.said || saying(f.Text)
		sp := &spellings[d.Tokens[i-1].Form]
		e.title = e.title || sp.role
		e.before = e.before || f.Case.Capital()
		e.given = e.given || f.Case.Capital() && sp.is(given)
	}
	if i+1 < s.End {
		f := d.FormOf(i + 1)
		next = f.Lower
		e.said = e.said || saying(f.Text)
		e.after = e.after || f.Case.Capital()
	}
	if e.count < maxContexts {
		e.context[2*e.count], e.context[2*e.count+1] = prev, next
	}
	e.count++
}

// inRun adds what the run of capitalised words around token i tells.
func (e *evidence) inRun(d *doc.Doc, spellings []spelling, s doc.Sentence, i int) {
	begin, end := i, i+1
	for begin > s.First && i-begin < maxRun && d.FormOf(begin-1).Case.Capital() {
		begin--
	}
	for end < s.End && end-i < maxRun && d.FormOf(end).Case.Capital() {
		end++
	}
	e.body = e.body || end-begin > 1 && spellings[d.Tokens[end-1].Form].body
	e.person = e.person || i == end-1 && begin < i && spellings[d.Tokens[begin].Form].is(given)
	e.aged = e.aged || end+2 < s.End && d.Word(end) == "," && d.Word(end+2) == "," && isAge(d.Word(end+1))
	if begin > s.First+1 && end < s.End && end == i+1 && d.Word(end) == ")" && d.Word(begin-1) == "(" && d.FormOf(begin-2).Case.Capital() {
		e.defined = d.FormOf(begin - 2).Lower
	}
}

// maxRun is how far the run around a word is followed, in words.
const maxRun = 6

func isAge(w string) bool {
	return (len(w) == 1 || len(w) == 2) && strings.Trim(w, "0123456789") == ""
}

// Stand-ins for the words beyond a sentence's ends.
const (
	sentenceStart = 1<<20 + iota
	sentenceEnd
)

// saying reports whether w stands beside those who speak.
func saying(w string) bool {
	switch w {
	case "said", "says", "told", "added", "wrote", "asked", "tells", "adds":
		return true
	}
	return false
}
