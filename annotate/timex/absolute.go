package timex

import "math"

func (m *match) iso() (Value, bool) {
	n := m.val(clsISO)
	v := Value{Unit: Day, At: date(n/10000, n/100%100, n%100)}
	return v, v.At.Day() == n%100 && n/10000 >= 1500
}

// slashed is "02/14/2026" or "14/02/2026". Where both numbers may be the month,
// only the year is known.
func (m *match) slashed() (Value, bool) {
	month, _ := m.nth(clsNumber, 0)
	d, _ := m.nth(clsNumber, 1)
	year := m.val(clsYear)
	switch {
	case month > 12:
		month, d = d, month
	case d <= 12 && d != month:
		return Value{Unit: Year, At: date(year, 1, 1)}, month > 0 && d > 0
	}
	v := Value{Unit: Day, At: date(year, month, d)}
	return v, month > 0 && month <= 12 && v.At.Day() == d
}

func (m *match) fullDate() (Value, bool) {
	d := m.val(clsDay)
	v := Value{Unit: Day, At: date(m.val(clsYear), m.val(clsMonth), d)}
	return v, v.At.Day() == d
}

// monthDay is a day of a month without its year.
func (m *match) monthDay() (Value, bool) {
	month, d := m.val(clsMonth), m.val(clsDay)
	if d == 0 {
		d = m.val(clsOrdinal)
	}
	if !m.properMonth() || among(m.next(), "% percent per cent million billion points people") {
		return Value{}, false
	}
	if next := m.follower(); m.words[m.to-1].class&clsDay != 0 && next != nil && next.low == "-" && m.to+1 < len(m.words) &&
		m.words[m.to+1].class&clsUnit != 0 { // "the May 10-day strike"
		return Value{}, false
	}
	if !m.dated() {
		return Value{Unit: Day, At: date(2000, month, d), Open: true}, date(2000, month, d).Day() == d
	}
	return m.nearest(month, d)
}

// nearest gives a day of a month the year that fits best.
func (m *match) nearest(month, d int) (Value, bool) {
	if year, ok := m.narrated(); ok {
		at := date(year, month, d)
		return Value{Unit: Day, At: at}, at.Day() == d
	}
	if month == 9 && d == 11 && (m.attacks || among(m.next(), "attacks attack terrorist terror hijackers")) {
		return at(date(2001, month, d)), true
	}
	t := m.tense()
	best, cost := m.published, math.MaxInt
	for year := m.published.Year() - 1; year <= m.published.Year()+1; year++ {
		at := date(year, month, d)
		gap := days(at, m.published)
		c := max(gap, -gap)
		switch {
		case gap > 0 && t.past(), gap < 0 && t.future():
			c += costAgainstTense
		case gap > 0 && !t.future():
			c += costFuture
		}
		if c < cost {
			best, cost = at, c
		}
	}
	return Value{Unit: Day, At: best}, best.Day() == d
}

// narrated gives the year that the clause tells of, where it is not the year of
// publication: "Last year she ran out in September."
func (m *match) narrated() (int, bool) {
	v := m.last.value
	if !m.dated() || v.Unit != Year && v.Unit != Month || v.At.Year() >= m.published.Year() || m.tense().future() {
		return 0, false
	}
	if m.from-m.last.end > maxClause {
		return 0, false
	}
	for i := m.from; i >= m.last.end; i-- {
		if m.words[i].sentence || among(m.words[i].low, ", ; and but “ \"") {
			return 0, false
		}
	}
	return v.At.Year(), true
}

// dayRange is "10 to 12 March 2026".
func (m *match) dayRange() (Value, bool) {
	a, _ := m.nth(clsDay, 0)
	b, _ := m.nth(clsDay, 1)
	from, to := date(m.val(clsYear), m.val(clsMonth), a), date(m.val(clsYear), m.val(clsMonth), b)
	return Value{Ref: from.Format("2006-01-02") + "/" + to.Format("2006-01-02")}, a < b && to.Day() == b
}

// nthOfMonth is "the last Friday of May" and "the second week of June".
func (m *match) nthOfMonth() (Value, bool) {
	n := m.val(clsOrdinal)
	if m.has("last") {
		n = -1
	}
	month := m.val(clsMonth)
	year, ok := m.get(clsYear)
	if !ok {
		if !m.dated() {
			return Value{}, false
		}
		v, _ := m.yearOfMonth(month)
		year = v.At.Year()
	}
	if n > 5 || n == 0 {
		return Value{}, false
	}
	if wd, ok := m.get(clsWeekday); ok {
		at := nthWeekday(year, month, wd, n)
		return Value{Unit: Day, At: at}, int(at.Month()) == month
	}
	return Value{Unit: Week, At: nthWeekday(year, month, 1, n)}, true
}

// month is a month without its year.
func (m *match) month() (Value, bool) {
	if !m.properMonth() || m.person() {
		return Value{}, false
	}
	mon := m.val(clsMonth)
	if year, ok := m.get(clsYear); ok {
		return Value{Unit: Month, At: date(year, mon, 1)}, true
	}
	if !m.dated() || among(m.prev(1), "every each") {
		return Value{Unit: Month, At: date(2000, mon, 1), Open: true}, true
	}
	return m.yearOfMonth(mon)
}
