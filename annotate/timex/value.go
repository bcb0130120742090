package timex

import (
	"fmt"
	"time"

	"quoth/model"
)

// Unit is the size of what a value names.
type Unit uint8

// The units, from small to large.
const (
	UnitNone Unit = iota // a reference without a calendar: PRESENT_REF
	Day
	Weekend
	Week
	Month
	Quarter
	Half
	Season
	Year
	Decade
	Century
	hour // units of a shift only, never of a value
	minute
	fortnight
)

// Value is a resolved expression. The zero Value is not a value.
type Value struct {
	Unit  Unit
	At    time.Time // a day inside what is named, midnight UTC
	N     int       // number of a quarter, half or season; weekday (1 Monday to 7) of an open day
	Open  bool      // the text does not say which day, month …
	Part  string    // part of the day: MO MI AF EV NI
	Clock int       // minutes after midnight plus one; 0 for none
	Ref   string    // the whole value where it is no calendar unit
}

func seasonCode(n int) string { return "SPSUFAWI"[2*n : 2*n+2] }

// HasDay reports whether v names one known calendar day.
func (v Value) HasDay() bool { return v.Unit == Day && !v.Open }

// Type tells a time of day from a date.
func (v Value) Type() model.EntityType {
	if v.Part != "" || v.Clock > 0 {
		return model.Time
	}
	return model.Date
}

// String writes v as TIMEX3.
func (v Value) String() string {
	s := v.calendar()
	switch {
	case v.Clock > 0:
		return fmt.Sprintf("%sT%02d:%02d", s, (v.Clock-1)/60, (v.Clock-1)%60)
	case v.Part != "":
		return s + "T" + v.Part
	}
	return s
}

func (v Value) calendar() string {
	switch v.Unit {
	case UnitNone:
		return v.Ref
	case Day:
		switch {
		case v.Open && v.N > 0:
			return fmt.Sprintf("XXXX-WXX-%d", v.N)
		case v.Open && !v.At.IsZero():
			return v.At.Format("XXXX-01-02")
		case v.Open:
			return "XXXX-XX-XX"
		}
		return v.At.Format(time.DateOnly)
	case Week, Weekend:
		if v.Open {
			return "XXXX-WXX" + suffix(v.Unit == Weekend, "-WE")
		}
		y, w := v.At.ISOWeek()
		return fmt.Sprintf("%04d-W%02d%s", y, w, suffix(v.Unit == Weekend, "-WE"))
	case Month:
		switch {
		case v.Open && v.At.IsZero():
			return "XXXX-XX"
		case v.Open:
			return v.At.Format("XXXX-01")
		}
		return v.At.Format("2006-01")
	}
	return v.years()
}

// years writes the units that are parts of a year or longer.
func (v Value) years() string {
	year := fmt.Sprintf("%04d", v.At.Year())
	if v.Open {
		year = "XXXX"
	}
	switch v.Unit {
	case Quarter:
		return fmt.Sprintf("%s-Q%d", year, v.N)
	case Half:
		return fmt.Sprintf("%s-H%d", year, v.N)
	case Season:
		return year + "-" + seasonCode(v.N)
	case Decade:
		return year[:3] + "X"
	case Century:
		return year[:2] + "XX"
	}
	return year
}

func suffix(yes bool, s string) string {
	if yes {
		return s
	}
	return ""
}

// DayOf gives the calendar day that a TIMEX3 value names or lies in, and false
// where it names none ("2026-W05", "XXXX-WXX-6").
func DayOf(value string) (time.Time, bool) {
	if len(value) < len(time.DateOnly) || len(value) > len(time.DateOnly) && value[len(time.DateOnly)] != 'T' {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, value[:len(time.DateOnly)])
	return t, err == nil
}
