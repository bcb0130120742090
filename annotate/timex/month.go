package timex

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

// Costs of a year for a day of a month, in days: the nearest to publication wins,
// but not against the tense.
const (
	costAgainstTense = 120
	costFuture       = 60
)

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
