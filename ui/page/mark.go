package page

import (
	"cmp"
	"slices"
	"sort"

	"quoth/model"
)

// Channel is a way of showing something in the text. Each has means of its own,
// so that marks that overlap add up instead of hiding one another; where two do
// want the same means, the later channel wins.
type Channel uint8

// The channels, from the lowest to the highest.
const (
	ChannelEntity    Channel = iota // weight, slant, underline, tint of the ink
	ChannelQuote                    // the ground
	ChannelBar                      // the bar in the gutter, in the speaker's colour
	ChannelNote                     // style of underline, and a sign in the gutter
	ChannelEvidence                 // the words an attribution rests on: underline and accent
	ChannelSelection                // the ground of a selection
	ChannelSearch                   // reverse
	ChannelCursor                   // reverse of what is there
)

// Mark is a stretch of the text to show in one channel.
type Mark struct {
	model.Span
	Channel   Channel
	Kind      model.EntityType // of ChannelEntity
	Speaker   int              // of ChannelQuote and ChannelBar: index into theme's speakers, or -1
	Highlight int              // of ChannelNote: index into theme's highlights
	Current   bool             // the one where the reader is
}

// byStrength orders marks by channel, in each the current one last.
func byStrength(a, b *Mark) int {
	if a.Channel != b.Channel {
		return cmp.Compare(a.Channel, b.Channel)
	}
	switch {
	case a.Current == b.Current:
		return 0
	case b.Current:
		return -1
	}
	return 1
}

// Marks is a set of marks, ready to be asked for those on a line.
type Marks struct {
	marks []Mark
	reach []int // the furthest end of marks[:i+1], so that a search can stop early
}

// NewMarks makes a set of marks. Empty ones are left out.
func NewMarks(marks []Mark) *Marks {
	m := &Marks{marks: make([]Mark, 0, len(marks))}
	for _, k := range marks {
		if !k.Empty() {
			m.marks = append(m.marks, k)
		}
	}
	if byStart := func(a, b Mark) int { return a.Start - b.Start }; !slices.IsSortedFunc(m.marks, byStart) {
		slices.SortStableFunc(m.marks, byStart)
	}
	m.reach = make([]int, len(m.marks))
	end := 0
	for i := range m.marks {
		end = max(end, m.marks[i].End)
		m.reach[i] = end
	}
	return m
}

// appendIn appends the marks that touch s.
func (m *Marks) appendIn(out []*Mark, s model.Span) []*Mark {
	if m == nil {
		return out
	}
	hi := sort.Search(len(m.marks), func(i int) bool { return m.marks[i].Start >= s.End })
	for i := hi - 1; i >= 0 && m.reach[i] > s.Start; i-- {
		if m.marks[i].End > s.Start {
			out = append(out, &m.marks[i])
		}
	}
	return out
}
