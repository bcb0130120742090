package timex

// relativeUnit is "last week", "this year", "later this month".
func (m *match) relativeUnit() (Value, bool) {
	u := Unit(m.val(clsUnit))
	switch {
	case m.has("past") || u == Decade || u == Century || u == fortnight,
		m.has("coming") && m.prev(1) != "this",
		u == Season && m.direction() == 0:
		return Value{}, false
	case !m.dated():
		return Value{Unit: u, Open: true}, u == Week || u == Month || u == Year
	}
	t := shift(m.speakingDay(m.from), u, m.direction())
	if u == Weekend && m.direction() == 0 && isoWeekday(m.published) < 6 && m.tense().past() {
		t = t.AddDate(0, 0, -7) // "was there this weekend", on a Tuesday
	}
	v := Value{Unit: u, At: t}
	switch u {
	case Quarter:
		v.N = (int(t.Month()) + 2) / 3
	case Season:
		v.Unit = Year
	}
	return v, true
}

// partOfUnit is "the end of the year" and the like.
func (m *match) partOfUnit() (Value, bool) {
	u := Unit(m.val(clsUnit))
	if !m.dated() || u == Season {
		return Value{}, false
	}
	t := shift(m.published, u, m.direction())
	if u != Year {
		return Value{Unit: u, At: t}, true
	}
	month := 1
	switch {
	case m.has("end"):
		month = 12
	case m.has("middle"):
		month = 6
	}
	return Value{Unit: Month, At: date(t.Year(), month, 1)}, true
}

// sameUnit is a unit told from the last date: "that week", "the year before".
func (m *match) sameUnit() (Value, bool) {
	u := Unit(m.val(clsUnit))
	base := m.last.value.At
	n := m.direction()
	switch {
	case m.has("before"):
		n = -1
	case m.has("after"):
		n = 1
	}
	return Value{Unit: u, At: shift(base, u, n)}, !base.IsZero() && !(m.has("same") && !m.has("the"))
}

// weekend is the one before publication, unless the clause looks ahead or it is
// the weekend.
func (m *match) weekend() (Value, bool) {
	if !m.dated() {
		return Value{Unit: Weekend, Open: true}, true
	}
	t := m.published
	if isoWeekday(t) < 6 && !m.tense().future() {
		t = t.AddDate(0, 0, -7)
	}
	return Value{Unit: Weekend, At: t}, true
}
