package model

import (
	"slices"
	"time"
)

// CorrectionKind says what a Correction puts right.
type CorrectionKind string

// The kinds of corrections. The first seven are about one quotation, known by
// Correction.Content; the others are about names.
const (
	Confirm    CorrectionKind = "confirm"     // the quotation is right as it is
	SetSpeaker CorrectionKind = "set-speaker" // Speaker, SpeakerKind
	SetKind    CorrectionKind = "set-kind"    // QuoteKind
	SetWhere   CorrectionKind = "set-where"   // Where
	SetWhen    CorrectionKind = "set-when"    // When
	Dismiss    CorrectionKind = "dismiss"     // it is no quotation
	AddQuote   CorrectionKind = "add-quote"   // it is one; Speaker, SpeakerKind, QuoteKind
	OneName    CorrectionKind = "one-name"    // Name is the same as Other: Other is kept
	PartName   CorrectionKind = "part-name"   // where Name is called Other, it is someone else
	SetType    CorrectionKind = "set-type"    // Name is of Type
)

// Correction is one thing that a reader put right in what the engine says. It is
// data: package model/correct lays it over the engine's output, and it holds
// words instead of the engine's numbers, so that it outlives engine and text.
type Correction struct {
	ID      string // unique in a library
	Article string // Entry.ID; empty for every article: names only
	Kind    CorrectionKind
	Content []Anchor // the words said, one for each stretch
	Cue     Anchor   // of the quotation, to tell it from another one of the same words; or not Known

	Speaker     string // name or description; empty for not known
	SpeakerKind SpeakerKind
	QuoteKind   QuoteKind
	Where       []SaidWhere // empty: the article does not say
	When        *SaidWhen   // nil: the article does not say

	Name  string // of an entity, or of a speaker that is none
	Other string
	Type  EntityType

	Created time.Time
}

// SaidWhere is where something was said, as a reader gives it.
type SaidWhere struct {
	Kind  WhereKind
	Name  string
	Words Anchor // where the article says so; not Known where it does not
}

// SaidWhen is when something was said, as a reader gives it.
type SaidWhen struct {
	Value string // TIMEX3
	Words Anchor // as of SaidWhere
}

// OfQuote reports whether c is about a quotation, and not about names.
func (c Correction) OfQuote() bool {
	switch c.Kind {
	case OneName, PartName, SetType:
		return false
	case Confirm, SetSpeaker, SetKind, SetWhere, SetWhen, Dismiss, AddQuote:
	}
	return true
}

// Equal reports whether c and d are the same in every field.
func (c Correction) Equal(d Correction) bool {
	if (c.When == nil) != (d.When == nil) || c.When != nil && *c.When != *d.When {
		return false
	}
	return c.ID == d.ID && c.Article == d.Article && c.Kind == d.Kind && slices.Equal(c.Content, d.Content) && c.Cue == d.Cue &&
		c.Speaker == d.Speaker && c.SpeakerKind == d.SpeakerKind && c.QuoteKind == d.QuoteKind &&
		slices.Equal(c.Where, d.Where) && c.Name == d.Name && c.Other == d.Other && c.Type == d.Type && c.Created.Equal(d.Created)
}

// Status says whose word a quotation is.
type Status string

// The states of a quotation.
const (
	ByEngine  Status = ""          // as the engine gives it
	Confirmed Status = "confirmed" // the reader says that it is right
	Corrected Status = "corrected" // the reader changed or added it
)
