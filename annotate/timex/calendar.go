package timex

import "time"

func date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func days(a, b time.Time) int { return int(a.Sub(b).Hours() / 24) }

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// shift moves t by n units. Months and longer units keep away from the ends of
// months, which the calendar would carry over.
func shift(t time.Time, u Unit, n int) time.Time {
	first := date(t.Year(), int(t.Month()), 1)
	switch u {
	case Day:
		return t.AddDate(0, 0, n)
	case Week, Weekend:
		return t.AddDate(0, 0, 7*n)
	case fortnight:
		return t.AddDate(0, 0, 14*n)
	case Month:
		return first.AddDate(0, n, 0)
	case Quarter:
		return first.AddDate(0, 3*n, 0)
	case Season, Year:
		return first.AddDate(n, 0, 0)
	case Decade:
		return first.AddDate(10*n, 0, 0)
	}
	return t
}

// easter is Easter Sunday of the Gregorian calendar, by the anonymous algorithm
// (Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(year, n/31, n%31+1)
}

// nthWeekday is the n-th weekday of a month, counted from its end where n < 0.
func nthWeekday(year, month, weekday, n int) time.Time {
	if n < 0 {
		last := date(year, month+1, 0)
		return last.AddDate(0, 0, -((isoWeekday(last)-weekday+7)%7)+7*(n+1))
	}
	first := date(year, month, 1)
	return first.AddDate(0, 0, (weekday-isoWeekday(first)+7)%7+7*(n-1))
}

type dayOfYear func(year int) time.Time

func fixed(month, day int) dayOfYear {
	return func(year int) time.Time { return date(year, month, day) }
}

func nth(month, weekday, n int) dayOfYear {
	return func(year int) time.Time { return nthWeekday(year, month, weekday, n) }
}

func fromEaster(n int) dayOfYear {
	return func(year int) time.Time { return easter(year).AddDate(0, 0, n) }
}

// electionDay is the day of federal elections in the United States: the Tuesday
// after the first Monday of November.
func electionDay(year int) time.Time { return nthWeekday(year, 11, 1, 1).AddDate(0, 0, 1) }

type holiday struct {
	words string // as a line of the grammar
	on    dayOfYear
}

// holidays lists the days that news names instead of a date.
func holidays() []holiday {
	return []holiday{
		{"new year 's eve", fixed(12, 31)},
		{"new year 's day", fixed(1, 1)},
		{"new year 's", fixed(1, 1)},
		{"christmas eve", fixed(12, 24)},
		{"christmas day?", fixed(12, 25)},
		{"boxing day", fixed(12, 26)},
		{"epiphany", fixed(1, 6)},
		{"ash wednesday", fromEaster(-46)},
		{"palm sunday", fromEaster(-7)},
		{"maundy thursday", fromEaster(-3)},
		{"good friday", fromEaster(-2)},
		{"easter sunday?", fromEaster(0)},
		{"easter monday", fromEaster(1)},
		{"ascension day", fromEaster(39)},
		{"whit monday", fromEaster(50)},
		{"valentine 's day", fixed(2, 14)},
		{"international women 's day", fixed(3, 8)},
		{"st. patrick 's day", fixed(3, 17)},
		{"nowruz", fixed(3, 20)},
		{"april fools|fool ' day", fixed(4, 1)},
		{"earth day", fixed(4, 22)},
		{"may day", fixed(5, 1)},
		{"mother 's day", nth(5, 7, 2)},
		{"father 's day", nth(6, 7, 3)},
		{"memorial day", nth(5, 1, -1)},
		{"juneteenth", fixed(6, 19)},
		{"the? fourth of july", fixed(7, 4)},
		{"independence day", fixed(7, 4)},
		{"labor day", nth(9, 1, 1)},
		{"labour day", fixed(5, 1)},
		{"halloween", fixed(10, 31)},
		{"election day", electionDay},
		{"veterans day", fixed(11, 11)},
		{"remembrance day", fixed(11, 11)},
		{"armistice day", fixed(11, 11)},
		{"remembrance sunday", nth(11, 7, 2)},
		{"thanksgiving day?", nth(11, 4, 4)},
		{"inauguration day", fixed(1, 20)},
		{"martin luther king jr. day", nth(1, 1, 3)},
		{"presidents|president ' day", nth(2, 1, 3)},
		{"columbus day", nth(10, 1, 2)},
		{"bastille day", fixed(7, 14)},
		{"anzac day", fixed(4, 25)},
		{"australia day", fixed(1, 26)},
		{"waitangi day", fixed(2, 6)},
		{"canada day", fixed(7, 1)},
		{"burns night", fixed(1, 25)},
		{"bonfire night", fixed(11, 5)},
	}
}
