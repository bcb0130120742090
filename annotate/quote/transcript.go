package quote

import (
	"slices"
	"strings"

	"quoth/annotate/coref"
	"quoth/annotate/doc"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
	"quoth/model"
)

// turn is a paragraph of a transcript that a label begins: "OKAFOR: …", "Q. …".
// Label and Mark are tokens, the mark being the colon or stop behind the label.
type turn struct {
	block int
	label run
	mark  int
	role  role
}

// role is what a label says besides a name.
type role uint8

// The roles of labels.
const (
	roleNamed role = iota
	roleQuestion
	roleAnswer
)

// Bounds of transcripts.
const (
	leastTurns = 3 // with names for labels; a question and its answer are two
	maxApart   = 4 // paragraphs from one turn to the next
	maxNamed   = 6 // words of a label
)

// The chances that the speaker of a turn is right, by its label.
const (
	chanceLabel   = 0.99
	chanceAnswer  = 0.9
	chanceUnknown = 0.5
)

// transcript finds the turns of the transcripts in the document: paragraphs with
// labels, close together, of which at least one comes again, or questions and
// answers. Each turn goes up to the next one's label; the last ends with its
// paragraph. Nothing inside a turn is an utterance of its own.
func (r *reader) transcript() []utterance {
	var out []utterance
	var group []turn
	flush := func() {
		if r.isTranscript(group) {
			for k, t := range group {
				end := t.block + 1
				if k+1 < len(group) {
					end = group[k+1].block
				}
				if u, ok := r.turnOf(t, end); ok {
					out = append(out, u)
				}
			}
		}
		group = group[:0]
	}
	for b := range r.Blocks {
		t, ok := r.labelled(b)
		if !ok {
			continue
		}
		if n := len(group); n > 0 && b-group[n-1].block > maxApart {
			flush()
		}
		group = append(group, t)
	}
	flush()
	return out
}

// labelled reads the label that block b begins with, if it has one: capitalised
// words before a colon, or "Q" or "A" before a colon or stop.
func (r *reader) labelled(b int) (turn, bool) {
	x := &r.Blocks[b]
	first := x.First
	if x.Kind != model.BlockParagraph || first+2 >= x.End {
		return turn{}, false
	}
	t := turn{block: b, label: run{first, first + 1}, mark: first + 1}
	switch word := strings.TrimSuffix(r.Word(first), "."); {
	case word == "Q" || word == "QUESTION":
		t.role = roleQuestion
	case word == "A" || word == "ANSWER":
		t.role = roleAnswer
	}
	if t.role != roleNamed {
		if strings.HasSuffix(r.Word(first), ".") {
			t.mark = first
			return t, true
		}
		if m := r.Words[first+1].Form; m == r.form.colon || m == r.form.stop {
			return t, true
		}
	}
	t.role = roleNamed
	words := 0
	for i := first; i < x.End-1 && i < first+maxLabel; i++ {
		w := &r.Words[i]
		switch {
		case w.Form == r.form.colon:
			t.label.End, t.mark = i, i
			return t, words > 0 && words <= maxNamed
		case w.Edge != view.NoEdge:
			return turn{}, false
		case w.Capital:
			words++
		case w.Wordly && w.Tag != doc.TagIN && w.Tag != doc.TagDT && w.Tag != doc.TagCC:
			return turn{}, false
		}
	}
	return turn{}, false
}

// isTranscript reports whether labelled paragraphs that stand together are one.
func (r *reader) isTranscript(group []turn) bool {
	count := map[string]int{}
	again := false
	var asked, answered bool
	for _, t := range group {
		asked, answered = asked || t.role == roleQuestion, answered || t.role == roleAnswer
		label := strings.ToLower(r.Slice(t.label.First, t.label.End))
		count[label]++
		again = again || count[label] > 1
	}
	return asked && answered || len(group) >= leastTurns && again && len(count) > 1
}

// turnOf makes the utterance of a turn that ends before block end.
func (r *reader) turnOf(t turn, end int) (utterance, bool) {
	u := newUtterance(t.mark, &content{shape: shapeBlock}, nobody)
	u.how, u.witness, u.role = byLabel, ruleLabel, t.role
	for b := t.block; b < end; b++ {
		from := r.Blocks[b].First
		if b == t.block {
			from = t.mark + 1
		}
		if first, last := r.Trim(from, r.Blocks[b].End); first < last {
			u.runs = append(u.runs, run{first, r.Blocks[b].End}) // with the stop: it is spoken
		}
	}
	if t.role == roleNamed {
		u.source = r.labelPhrase(t.label)
	}
	return u, len(u.runs) > 0
}

// labelPhrase gives the widest phrase within a label, a person's name if there is
// one.
func (r *reader) labelPhrase(label run) int {
	best := nobody
	for k := phrase.At(r.phrases, label.First); k < len(r.phrases) && r.phrases[k].Head < label.End; k++ {
		p := &r.phrases[k]
		if p.First < label.First || p.End > label.End {
			continue
		}
		person := p.Kind == phrase.Person
		if best == nobody || person && r.phrases[best].Kind != phrase.Person ||
			person == (r.phrases[best].Kind == phrase.Person) && p.End-p.First > r.phrases[best].End-r.phrases[best].First {
			best = k
		}
	}
	return best
}

// labelSpeaker gives the speaker of a turn: whom its label names, whom it
// describes, and of an answer the one person whom all before it is about.
func (r *reader) labelSpeaker(res *coref.Resolver, u *utterance) (int, float32) {
	switch {
	case u.role == roleAnswer:
		if e := r.interviewed(u.first()); e >= 0 {
			return e, chanceAnswer
		}
		return -1, chanceUnknown
	case u.role == roleQuestion:
		return -1, chanceUnknown
	case u.source == nobody:
		first := r.Blocks[r.Words[u.cue].Block].First
		return res.Describe(&phrase.Phrase{First: first, End: u.cue, Head: u.cue - 1}), chanceLabel
	}
	if e := res.Named(u.source); e >= 0 {
		return e, chanceLabel
	}
	return res.Describe(&r.phrases[u.source]), chanceLabel
}

// interviewed gives the entity of the person whom the text before token i names
// at least twice as often as any other, or -1.
func (r *reader) interviewed(i int) int {
	named := make([]int, len(r.Entities))
	var order []int
	for k := range r.Names {
		if n := &r.Names[k]; n.Type == model.Person && n.End <= i {
			if named[n.Entity] == 0 {
				order = append(order, n.Entity)
			}
			named[n.Entity]++
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return named[b] - named[a] })
	if len(order) == 0 || len(order) > 1 && named[order[0]] < 2*named[order[1]] {
		return -1
	}
	return order[0]
}
