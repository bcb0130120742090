// Package shelf is the list of articles, and beside it the places that lists
// come from: feeds, folders, saved searches. It shows them and knows the chosen
// one, what is marked and what is asked for. It finds and opens nothing itself.
//
// A list may be far longer than what is loaded of it: the pane holds a window
// and says with Want which one it needs.
package shelf

import (
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"quoth/ui/catalog"
	"quoth/ui/line"
	"quoth/ui/roll"
	"quoth/ui/search"
	"quoth/ui/theme"
)

// Pane is the shelf. Make it with New or NewLibrary.
type Pane struct {
	styles *theme.Styles
	pen    line.Pen

	fixed   []catalog.Entry // of a shelf without library, filtered here
	library bool

	entries []catalog.Entry // the window
	offset  int             // of its first entry in the list
	total   int             // of the list
	note    string          // about the list
	fault   string          // of the library
	now     time.Time       // when the answer came; zero where nobody says
	asked   catalog.Ask     // for last
	answer  catalog.Ask     // what the window answers
	waiting bool            // another answer is on its way
	roll    roll.Roll
	marked  map[string]bool // by ID

	filter  string
	typing  bool
	sort    catalog.Sort
	grouped bool
	places  places

	measure       int
	width, height int
}

// New makes a shelf of fixed entries; measure is the widest that a title is
// drawn.
func New(styles *theme.Styles, measure int, entries []catalog.Entry) *Pane {
	p := &Pane{styles: styles, measure: measure, fixed: entries, marked: map[string]bool{}}
	p.filterFixed()
	return p
}

// NewLibrary makes a shelf that is filled by answers.
func NewLibrary(styles *theme.Styles, measure int) *Pane {
	return &Pane{
		styles: styles, measure: measure, library: true, waiting: true, marked: map[string]bool{},
		places: places{all: catalog.Views()},
	}
}

// SetStyles changes the look.
func (p *Pane) SetStyles(s *theme.Styles) { p.styles = s }

// SetMethod sets the way of counting cells.
func (p *Pane) SetMethod(m ansi.Method) { p.pen.Method = m }

// Resize sets the size of the pane in cells.
func (p *Pane) Resize(width, height int) { p.width, p.height = max(width, 0), max(height, 0) }

// Library reports whether the shelf is one of a library.
func (p *Pane) Library() bool { return p.library }

// SetFilter sets the words that narrow the list: those that fixed entries must
// have, or a query to the library, which may still be being typed.
func (p *Pane) SetFilter(words string, typing bool) {
	p.filter, p.typing = words, typing
	if !p.library {
		p.filterFixed()
	}
}

// Filter gives the words that narrow the list.
func (p *Pane) Filter() string { return p.filter }

func (p *Pane) filterFixed() {
	chosen, _ := p.Chosen()
	p.entries = p.entries[:0]
	for _, e := range p.fixed {
		if search.Has(strings.Join([]string{e.Name(), e.Site, e.Note, day(e)}, "\n"), p.filter) {
			p.entries = append(p.entries, e)
		}
	}
	p.total = len(p.entries)
	p.roll = roll.Roll{}
	p.Choose(chosen.Ref)
}

// firstWindow is how many entries of another list are asked for, so that it is
// there at once; windowSize how many when one goes on in it, and windowEdge how
// near to the end of what is loaded.
const (
	firstWindow = 100
	windowSize  = 300
	windowEdge  = 20
)

// Want gives the question to which the shelf needs an answer. ok is false where
// it has the answer, or where that is on its way.
func (p *Pane) Want() (ask catalog.Ask, ok bool) {
	if !p.library {
		return ask, false
	}
	ask = catalog.Ask{Place: p.places.shown(), Words: p.filter, Typing: p.typing, Sort: p.sort, Limit: firstWindow}
	if ask.Same(p.answer) {
		ask.Offset, ask.Limit = p.window()
	}
	if ask == p.asked {
		return ask, false
	}
	p.asked, p.waiting = ask, true
	return ask, true
}

// window gives the window that should be loaded: the one that is, as long as what
// is on the screen is well inside.
func (p *Pane) window() (offset, limit int) {
	// No entry is lower than a row: these are the most that can be seen.
	first, last := max(p.roll.Chosen-p.listRoom(), 0), min(p.roll.Chosen+p.listRoom(), p.total-1)
	end := p.offset + len(p.entries)
	if (p.offset == 0 || first-p.offset >= windowEdge) && (end >= p.total || end-last > windowEdge) {
		return p.answer.Offset, p.answer.Limit
	}
	return max(0, first-windowSize/3), windowSize
}

// SetFound puts an answer on the shelf that came at a time in the reader's zone.
// In the same list the chosen place stays; in another one the first is chosen.
func (p *Pane) SetFound(ask catalog.Ask, found catalog.Found, now time.Time) {
	p.now = now
	same := ask.Same(p.answer)
	chosen, had := p.Chosen()
	p.answer, p.waiting = ask, false
	p.entries, p.offset, p.total, p.note = found.Entries, ask.Offset, found.Total, found.Note
	if !same {
		p.roll = roll.Roll{}
		p.marked = map[string]bool{}
		return
	}
	if i := p.Find(chosen.Ref); had && i >= 0 {
		p.roll.Chosen = i
	}
	p.roll.Choose(p.roll.Chosen, p.total)
}

// Answered gives the question that the list answers; ok is false before the
// first answer.
func (p *Pane) Answered() (ask catalog.Ask, ok bool) { return p.answer, p.answer.Limit > 0 }

// Fail says that there is no answer; the list stays as it is.
func (p *Pane) Fail(ask catalog.Ask) { p.answer, p.waiting = ask, false }

// Forget makes the shelf want the same answer again, as after a change.
func (p *Pane) Forget() { p.asked = catalog.Ask{} }

// Count gives the number of articles in the list.
func (p *Pane) Count() int { return p.total }

// at gives entry i of the list, where it is loaded.
func (p *Pane) at(i int) (catalog.Entry, bool) {
	if i < p.offset || i >= p.offset+len(p.entries) {
		return catalog.Entry{}, false
	}
	return p.entries[i-p.offset], true
}

// Chosen gives the chosen article; ok is false where there is none.
func (p *Pane) Chosen() (e catalog.Entry, ok bool) { return p.at(p.roll.Chosen) }

// Find gives the place of an article in the list, -1 where it is not among what
// is loaded.
func (p *Pane) Find(ref string) int {
	i := slices.IndexFunc(p.entries, func(e catalog.Entry) bool { return e.Ref == ref })
	if i < 0 {
		return -1
	}
	return p.offset + i
}

// Choose makes the article with that Ref the chosen one, if it is shown.
func (p *Pane) Choose(ref string) {
	if i := p.Find(ref); i >= 0 {
		p.roll.Choose(i, p.total)
	}
}

// Beside gives the article n places from another one; where that is not in the
// list, from the chosen one.
func (p *Pane) Beside(ref string, n int) (e catalog.Entry, ok bool) {
	i := p.Find(ref)
	if i < 0 {
		i = p.roll.Chosen
	}
	return p.at(i + n)
}

// NextSort changes the order of the list.
func (p *Pane) NextSort() catalog.Sort {
	p.sort = p.sort.Next()
	return p.sort
}

// ToggleGroups groups the list by day, or by feed where it is sorted so.
func (p *Pane) ToggleGroups() bool {
	p.grouped = !p.grouped
	return p.grouped
}

// Tags lists the tags of the articles that are loaded.
func (p *Pane) Tags() []string {
	var tags []string
	for _, e := range p.entries {
		for _, t := range e.Tags {
			if !slices.Contains(tags, t) {
				tags = append(tags, t)
			}
		}
	}
	slices.Sort(tags)
	return tags
}
