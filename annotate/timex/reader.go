package timex

import (
	"slices"
	"sort"
	"strings"
	"time"

	"quoth/annotate/doc"
)

// expression is what a pattern found.
type expression struct {
	from, to int // words
	value    Value
	silent   bool // it moves the story on but is not marked
}

// reader goes through one document and remembers what time it is in the story.
type reader struct {
	g         *Grammar
	words     []word
	verbs     []verb
	anchors   []Anchor
	published time.Time // day; zero where not known
	dateline  time.Time // day of the dateline; published where there is none
	attacks   bool      // the text speaks of 9/11: its 11 September is that of 2001

	spare []*search // for reuse
	last  spoken    // the last date of any size
	day   spoken    // the last day
	past  spoken    // the last day not after publication
	event time.Time // the first day at or shortly before publication: what the article is about
}

// spoken is a date and the word after it.
type spoken struct {
	value Value
	end   int
}

func (s spoken) known() bool { return s.value.Unit != UnitNone }

func newReader(g *Grammar, d *doc.Doc, anchors []Anchor) *reader {
	r := &reader{g: g, words: g.lex(d), anchors: slices.Clone(anchors), attacks: strings.Contains(d.Text, "9/11")}
	slices.SortStableFunc(r.anchors, func(a, b Anchor) int { return a.Span.Start - b.Span.Start })
	if d.Published.Known() {
		r.published = d.Published.Day()
	}
	r.dateline = r.published
	r.verbs = verbs(r.words)
	return r
}

// dated reports whether there is a day to count from.
func (r *reader) dated() bool { return !r.published.IsZero() }

// low gives word i, "" outside the text.
func (r *reader) low(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].low
}

// run finds the expressions, the longest at each word.
func (r *reader) run() []expression {
	var found []expression
	for i := 0; i < len(r.words); {
		e, ok := r.at(i)
		if !ok {
			i++
			continue
		}
		if r.remember(e); !e.silent {
			found = append(found, e)
		}
		i = e.to
	}
	return r.join(found)
}

// at gives the longest expression that begins at word i; of equally long ones
// the earlier line of the grammar.
func (r *reader) at(i int) (expression, bool) {
	w := &r.words[i]
	byWord := r.g.byWord[w.id]
	if byWord == nil && w.class == 0 {
		return expression{}, false
	}
	s := r.scratch()
	best := expression{from: i}
	s.longest(r, byWord, &best)
	for c, b := w.class, 0; c != 0 && b < numClasses; b, c = b+1, c>>1 {
		if c&1 != 0 {
			s.longest(r, r.g.byClass[b], &best)
		}
	}
	r.spare = append(r.spare, s)
	return best, best.to > i
}

// longest tries patterns and keeps the longest that its action accepts.
func (s *search) longest(r *reader, patterns []*pattern, best *expression) {
	for _, p := range patterns {
		if !s.run(p, r, best.from) || s.best.to <= best.to {
			continue
		}
		if v, ok := p.act(&s.best); ok {
			best.to, best.value, best.silent = s.best.to, v, p.silent
		}
	}
}

// scratch gives a search of its own to each call, since actions look for
// expressions beside theirs.
func (r *reader) scratch() *search {
	if n := len(r.spare); n > 0 {
		s := r.spare[n-1]
		r.spare = r.spare[:n-1]
		return s
	}
	return &search{}
}

// eventWindow is how many days before publication the day of the event may lie.
const eventWindow = 7

// remember moves the story's clock to e.
func (r *reader) remember(e expression) {
	v := e.value
	if v.Unit == UnitNone || v.Open {
		return
	}
	s := spoken{v, e.to}
	r.last = s
	if v.Unit != Day {
		return
	}
	r.day = s
	if r.dated() && v.At.After(r.published) {
		return
	}
	r.past = s
	stamp := r.words[e.from].para && v.Clock == 0 && v.At.Equal(r.published) // the line that dates the article
	if r.dated() && r.event.IsZero() && !stamp && days(r.published, v.At) <= eventWindow {
		r.event = v.At
	}
}

// maxNesting is how many anchors may hold one another.
const maxNesting = 8

// speakingDay is the day from which "today" counts at word i: that of an anchor, else
// that of the dateline or publication.
func (r *reader) speakingDay(i int) time.Time {
	n := sort.Search(len(r.anchors), func(k int) bool { return r.anchors[k].Span.Start > r.words[i].start })
	for k := n - 1; k >= max(0, n-maxNesting); k-- {
		if a := &r.anchors[k]; r.words[i].end <= a.Span.End {
			return a.Day
		}
	}
	return r.dateline
}

// sameBlock reports whether words i and j stand in one block.
func (r *reader) sameBlock(i, j int) bool { return r.words[i].block == r.words[j].block }
