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

// Costs of a year for a day of a month, in days: the nearest to publication wins,
// but not against the tense.
const (
	costAgainstTense = 120
	costFuture       = 60
)

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

func (m *match) monthYear() (Value, bool) {
	return Value{Unit: Month, At: date(m.val(clsYear), m.val(clsMonth), 1)}, true
}

// monthShortYear is "October of ’24".
func (m *match) monthShortYear() (Value, bool) {
	year := m.val(clsNumber)
	if year += 2000; year > 2050 {
		year -= 100
	}
	return Value{Unit: Month, At: date(year, m.val(clsMonth), 1)}, year >= 1951
}

// direction is -1 for last, 1 for next, 0 for this.
func (m *match) direction() int {
	switch {
	case m.has("last past previous"):
		return -1
	case m.has("next coming following"):
		return 1
	}
	return 0
}

// monthOfYear is "May of last year" and "4 May last year".
func (m *match) monthOfYear() (Value, bool) {
	if !m.dated() {
		return Value{}, false
	}
	year := m.speakingDay(m.from).Year() + m.direction()
	if d, ok := m.get(clsDay); ok {
		return Value{Unit: Day, At: date(year, m.val(clsMonth), d)}, true
	}
	return Value{Unit: Month, At: date(year, m.val(clsMonth), 1)}, true
}

// properMonth reports whether the month of the match is one and not a verb or a
// name: "may", "march", "Jan", "Mar".
func (m *match) properMonth() bool {
	k := m.monthWord()
	w := &m.words[k]
	if w.class&flagShort == 0 && w.low != "may" || m.size() > 1 {
		return true
	}
	if w.low != "march" && w.low != "may" {
		return m.text(k) == "."
	}
	if w.sentence || w.para {
		return among(m.next(), "was 's") || m.next() == "," && m.words[min(m.to+1, len(m.words)-1)].class&clsYear != 0
	}
	p, n := m.prev(1), m.next()
	return among(p, "in of since by until till from to before last next this early late mid through between during ending") ||
		among(p, "and or , -") && m.from >= 2 && m.words[m.from-2].class&(clsMonth|clsYear) != 0 ||
		among(n, "and to") && m.to+1 < len(m.words) && m.words[m.to+1].class&clsMonth != 0
}

// monthWord is the word of the match that is a month.
func (m *match) monthWord() int {
	for i := m.from; i < m.to; i++ {
		if m.words[i].class&clsMonth != 0 {
			return i
		}
	}
	return m.from
}

// text tells how word i ends in the text: "." after an abbreviation.
func (m *match) text(i int) string {
	if w := &m.words[i]; w.end-w.start > len(w.low) {
		return "."
	}
	return ""
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

// person reports whether a month that stands alone is a name or part of one:
// "April said", "June Smith".
func (m *match) person() bool {
	if m.size() > 1 || beforeDate(m.prev(1)) {
		return false
	}
	next := m.follower()
	if next == nil {
		return false
	}
	w := m.first()
	return next.capital && !next.glued ||
		among(w.low, "april june august") && among(next.low, "said says told , was is has had and")
}

// beforeDate reports whether w often stands before a date.
func beforeDate(w string) bool {
	return among(w, `in of since by until till from to before after during between and through around about early late mid on for last next this or
		( , — – - ago every at`)
}

// Months by which a future month must be nearer than the last one to be meant.
const (
	marginPast   = 8
	marginNone   = 3
	marginFuture = -5
)

// yearOfMonth gives a month the year that fits the tense.
func (m *match) yearOfMonth(month int) (Value, bool) {
	if year, ok := m.narrated(); ok {
		return Value{Unit: Month, At: date(year, month, 1)}, true
	}
	t := m.tense()
	margin := marginNone
	switch {
	case among(m.prev(1), "since last"):
		margin = 12
	case t.future(), among(m.prev(1), "until till for next") && !(m.fronted() && t.past()):
		margin = marginFuture
	case t.past():
		margin = marginPast
	}
	year := m.published.Year()
	back := (int(m.published.Month()) - month + 12) % 12 // months since the last one
	if month > int(m.published.Month()) {
		year--
	}
	if back > 0 && 12-back+margin < back {
		year++
	}
	return Value{Unit: Month, At: date(year, month, 1)}, true
}

func (m *match) monthRelative() (Value, bool) {
	month, year := m.val(clsMonth), m.published.Year()
	now := int(m.published.Month())
	switch {
	case m.has("that"):
		if !m.last.known() || m.last.value.At.IsZero() {
			return Value{}, false
		}
		return Value{Unit: Month, At: date(m.last.value.At.Year(), month, 1)}, true
	case m.has("past") && m.prev(1) != "this":
		return Value{}, false
	case !m.dated():
		return Value{Unit: Month, At: date(2000, month, 1), Open: true}, true
	case m.direction() < 0 && month >= now:
		year--
	case m.direction() > 0 && month <= now:
		year++
	}
	return Value{Unit: Month, At: date(year, month, 1)}, true
}

// monthQuarter is "the April-June quarter".
func (m *match) monthQuarter() (Value, bool) {
	q := (m.val(clsMonth) + 2) / 3
	year := m.published.Year()
	if date(year, 3*q-2, 1).After(m.published) {
		year--
	}
	return Value{Unit: Quarter, At: date(year, 3*q-2, 1), N: q}, m.dated()
}
