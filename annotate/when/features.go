package when

import (
	"strings"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/scene"
	"quoth/annotate/timex"
)

// Age of a time, counted from publication.
const (
	ageUnknown uint32 = iota
	ageFuture
	ageToday
	ageWeek
	ageMonth
	ageYear
	ageOlder
)

func ageOf(s *scene.Scene, value string) uint32 {
	day, ok := timex.DayOf(value)
	if !ok || !s.Published.Known() {
		return ageUnknown
	}
	switch n := int(s.Published.Day().Sub(day).Hours() / 24); {
	case n < 0:
		return ageFuture
	case n == 0:
		return ageToday
	case n < 8:
		return ageWeek
	case n < 40:
		return ageMonth
	case n < 400:
		return ageYear
	}
	return ageOlder
}

// sizeOf tells days, weeks, months and years, open and known, apart.
func sizeOf(value string) uint32 {
	day, _, timed := strings.Cut(value, "T")
	n := uint32(len(day))
	if strings.HasPrefix(value, "X") {
		n |= 64
	}
	if strings.Contains(day, "W") {
		n |= 32
	}
	if timed {
		n |= 128
	}
	return n
}

// Templates of features.
const (
	nBias choose.Name = iota + 1
	nDistance
	nDistanceSize
	nDistanceAge
	nDistanceLead
	nSize
	nAge
	nSizeAge
	nLead
	nNext
	nBetween
	nBetweenAge
	nBetweenLead
	nOwnSource
	nFirst
	nCue
	nCueAge
	nPossessive
	nNested
	nRule
	nRuleAge
	nOthers
)

func features(s *scene.Scene, q int, x doc.Time, others int, t *choose.Tally) {
	h := func(w string) uint32 { return uint32(lexicon.HashOf(w)) }
	p := s.Position(q, x.First, x.End)
	distance := choose.Bin(p.Distance)
	if p.Before {
		distance |= 128
	}
	between := choose.Bool(p.OtherCue) | choose.Bool(p.Verb)<<1 | choose.Bool(p.Relative)<<2 | choose.Bool(p.OtherOwner)<<3 | choose.Bool(p.Before)<<4
	size, age, lead, next := sizeOf(x.Value), ageOf(s, x.Value), h(s.Low(x.First-1)), h(s.Low(x.End))
	cue := h(s.Low(s.Anchor[q]))
	t.Bias(nBias)
	t.One(nDistance, distance)
	t.Two(nDistanceSize, distance, size)
	t.Two(nDistanceAge, distance, age)
	t.Two(nDistanceLead, distance, lead)
	t.One(nSize, size)
	t.One(nAge, age)
	t.Two(nSizeAge, size, age)
	t.One(nLead, lead)
	t.One(nNext, next)
	t.One(nBetween, between)
	t.Two(nBetweenAge, between, age)
	t.Two(nBetweenLead, between, lead)
	t.Two(nOwnSource, choose.Bool(p.OwnSource), age)
	t.Two(nFirst, choose.Bool(p.First), age)
	t.One(nCue, cue)
	t.Two(nCueAge, cue, age)
	t.One(nPossessive, choose.Bool(s.Low(x.End) == "'s"))
	t.Two(nNested, choose.Bool(s.Parent[q] >= 0), distance)
	t.One(nRule, choose.Bool(accepts(s, x, p)))
	t.Two(nRuleAge, choose.Bool(accepts(s, x, p)), age)
	t.One(nOthers, choose.Bin(others))
}
