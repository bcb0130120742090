package model

import (
	"fmt"
	"time"
)

// Stamp is a date of publication: a day, or a moment where the clock is known.
// The zero Stamp is "not known".
type Stamp struct {
	Time     time.Time // in the zone that was written; midnight UTC for a day
	HasClock bool
}

// ParseStamp reads "YYYY-MM-DD" or RFC 3339, the two forms of the contract.
// An empty string gives the zero Stamp.
func ParseStamp(s string) (Stamp, error) {
	if s == "" {
		return Stamp{}, nil
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return Stamp{Time: t}, nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return Stamp{}, fmt.Errorf("date %q: want YYYY-MM-DD or RFC 3339", s)
	}
	return Stamp{Time: t, HasClock: true}, nil
}

// Known reports whether there is a date.
func (s Stamp) Known() bool { return !s.Time.IsZero() }

// String gives the form that ParseStamp reads, or "".
func (s Stamp) String() string {
	switch {
	case !s.Known():
		return ""
	case s.HasClock:
		return s.Time.Format(time.RFC3339)
	}
	return s.Time.Format(time.DateOnly)
}

// Day gives the calendar day where it was published, at midnight UTC.
func (s Stamp) Day() time.Time {
	y, m, d := s.Time.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
