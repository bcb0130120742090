package model

import (
	"cmp"
	"errors"
	"slices"
)

// Marks are what a reader made of an article, or of all.
type Marks struct {
	State       State
	Dating      Dating
	Tags        []string     // sorted
	Notes       []Note       // in the order in which they were made, as are
	Corrections []Correction // those
}

// Edit replaces one value by another. A nil Before makes it, a nil After takes
// it away.
type Edit[T any] struct{ Before, After *T }

// Either gives what is there after the edit, or what it takes away.
func (e Edit[T]) Either() (v T) {
	switch {
	case e.After != nil:
		return *e.After
	case e.Before != nil:
		return *e.Before
	}
	return v
}

// Action is one thing that a reader did: it is carried out as a whole or not at
// all, and its inverse undoes it.
type Action struct {
	Notes       []Edit[Note]
	Corrections []Edit[Correction]
	Datings     []Edit[Dating] // neither Before nor After is nil
	Changes     []Change       // of flags that are not yet so
	Searches    []Edit[SavedQuery]
	Feeds       []Edit[Feed] // followed, given up, or called or fetched otherwise
}

// Empty reports whether a changes nothing.
func (a Action) Empty() bool {
	return len(a.Notes)+len(a.Corrections)+len(a.Datings)+len(a.Changes)+len(a.Searches)+len(a.Feeds) == 0
}

// Articles gives the ids of the articles that a is about, "" for all of them.
func (a Action) Articles() []string {
	var out []string
	for _, e := range a.Notes {
		out = append(out, e.Either().Article)
	}
	for _, e := range a.Corrections {
		out = append(out, e.Either().Article)
	}
	for _, e := range a.Datings {
		out = append(out, e.Either().Article)
	}
	for _, c := range a.Changes {
		out = slices.Concat(out, c.On, c.Off)
	}
	return out
}

// Inverse gives the action that undoes a.
func (a Action) Inverse() Action {
	out := Action{
		Notes: inverse(a.Notes), Corrections: inverse(a.Corrections), Datings: inverse(a.Datings),
		Searches: inverse(a.Searches), Feeds: inverse(a.Feeds),
	}
	for _, c := range slices.Backward(a.Changes) {
		c.On, c.Off = c.Off, c.On
		out.Changes = append(out.Changes, c)
	}
	return out
}

func inverse[T any](edits []Edit[T]) []Edit[T] {
	var out []Edit[T]
	for _, e := range slices.Backward(edits) {
		out = append(out, Edit[T]{Before: e.After, After: e.Before})
	}
	return out
}

// ErrChanged says that what an action replaces is not what it was made for:
// something else changed it meanwhile.
var ErrChanged = errors.New("changed meanwhile")

// With gives the marks as they are after an action, and leaves m as it is.
func (m Marks) With(a Action) (Marks, error) {
	notes, err := with(m.Notes, a.Notes, Note.Equal, func(n Note) string { return n.ID })
	if err != nil {
		return m, err
	}
	corrections, err := with(m.Corrections, a.Corrections, Correction.Equal, func(c Correction) string { return c.ID })
	if err != nil {
		return m, err
	}
	for _, e := range a.Datings {
		if e.Before.Article != m.Dating.Article {
			continue
		}
		if !e.Before.Equal(m.Dating) {
			return m, ErrChanged
		}
		m.Dating = *e.After
	}
	for _, c := range a.Changes {
		if on := slices.Contains(c.On, m.Dating.Article); on || slices.Contains(c.Off, m.Dating.Article) {
			m.State.Set(c.Flag, on)
			m.Tags = tagged(m.Tags, c, on)
		}
	}
	// One that is taken away and brought back goes where it was.
	slices.SortFunc(notes, func(x, y Note) int { return cmp.Or(x.Created.Compare(y.Created), cmp.Compare(x.ID, y.ID)) })
	slices.SortFunc(corrections, func(x, y Correction) int { return cmp.Or(x.Created.Compare(y.Created), cmp.Compare(x.ID, y.ID)) })
	m.Notes, m.Corrections = notes, corrections
	return m, nil
}

// tagged gives tags after a change that puts one on or takes it off.
func tagged(tags []string, c Change, on bool) []string {
	if c.Flag != FlagTag {
		return tags
	}
	tags = slices.DeleteFunc(slices.Clone(tags), func(t string) bool { return t == c.Tag })
	if on {
		tags = append(tags, c.Tag)
		slices.Sort(tags)
	}
	return tags
}

func with[T any](list []T, edits []Edit[T], equal func(a, b T) bool, id func(T) string) ([]T, error) {
	out := slices.Clone(list)
	for _, e := range edits {
		if e.Before == nil {
			if e.After != nil && slices.ContainsFunc(out, func(have T) bool { return id(have) == id(*e.After) }) {
				return nil, ErrChanged
			}
		} else {
			at := slices.IndexFunc(out, func(have T) bool { return equal(have, *e.Before) })
			if at < 0 {
				return nil, ErrChanged
			}
			out = slices.Delete(out, at, at+1)
		}
		if e.After != nil {
			out = append(out, *e.After)
		}
	}
	return out, nil
}
