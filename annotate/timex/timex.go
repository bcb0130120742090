// Package timex finds expressions of calendar dates and times of day in news
// text and resolves them to TIMEX3 values ("2026-01-31TEV"). It is a grammar: a
// table of patterns over classes of words, each with an action that computes
// the value from the day of publication, the days named so far and the tense of
// the clause. It does not decide whether a time is the time of an utterance;
// that is package when.
//
// The values follow TimeML (ISO 24617-1): calendar days, weeks, months and
// years as in ISO 8601, parts of the day as TMO TMI TAF TEV TNI, seasons as
// SP SU FA WI, and X for what the text leaves open.
package timex

import (
	"slices"
	"time"

	"quoth/annotate/doc"
	"quoth/model"
)

// Grammar is the compiled table of patterns. It is read-only after New and safe
// for use by several goroutines.
type Grammar struct {
	words   map[string]lexeme
	byWord  [][]*pattern // by the number of the word that a pattern may begin with
	byClass [numClasses][]*pattern
}

// Anchor says that "today" and the like, inside a span, count from a day that
// is not the day of publication: the day on which the words were said.
type Anchor struct {
	Span model.Span
	Day  time.Time
}

// Find fills d.Times. It needs d.Tokens; it uses d.Sentences, d.Blocks and
// d.Quoted where they are filled.
func (g *Grammar) Find(d *doc.Doc) { d.Times = g.read(d, nil) }

// Reanchor finds the expressions of d again, with the words inside each anchor
// counted from its day; those that are part of a name stay out.
func (g *Grammar) Reanchor(d *doc.Doc, anchors []Anchor) {
	if len(anchors) > 0 {
		d.Times = g.read(d, anchors)
		DropNamed(d)
	}
}

// DropNamed takes out the expressions that are part of a name: "Sunday Times",
// "Boston Marathon 2026". Both d.Times and d.Names stand in the order of the text.
func DropNamed(d *doc.Doc) {
	kept := d.Times[:0]
	n := 0
	for _, t := range d.Times {
		for n < len(d.Names) && d.Names[n].End < t.End {
			n++
		}
		if n < len(d.Names) && d.Names[n].First <= t.First {
			continue
		}
		kept = append(kept, t)
	}
	d.Times = kept
}

// DropDays drops the names that are a day of several words: "New Year's Day" is a
// date, whatever the name finder takes it for.
func DropDays(d *doc.Doc) {
	k := 0
	d.Names = slices.DeleteFunc(d.Names, func(n doc.Name) bool {
		for k < len(d.Times) && d.Times[k].First < n.First {
			k++
		}
		return k < len(d.Times) && d.Times[k].First == n.First && d.Times[k].End == n.End && n.End-n.First > 1
	})
}

func (g *Grammar) read(d *doc.Doc, anchors []Anchor) []doc.Time {
	r := newReader(g, d, anchors)
	found := r.run()
	times := make([]doc.Time, 0, len(found))
	end := 0
	for _, e := range found {
		first := r.words[e.from].token
		if first < end { // two expressions in one token: "5/6"
			continue
		}
		end = r.words[e.to-1].token + 1
		times = append(times, doc.Time{First: first, End: end, Type: e.value.Type(), Value: e.value.String()})
	}
	return times
}
