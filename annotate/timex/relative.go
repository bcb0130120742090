package timex

import "time"

// at is the value of one day.
func at(t time.Time) Value { return Value{Unit: Day, At: t} }

// today is a day or part of a day counted from the day of speaking.
func (m *match) today() (Value, bool) {
	next := m.follower()
	w := m.first()
	if among(m.prev(1), "usa") || m.has("today") && next != nil && w.capital && !w.sentence && next.capital {
		return Value{}, false // USA Today, the Today Programme
	}
	if m.has("tomorrow") && m.prev(1) == "say" {
		return Value{}, false
	}
	if !m.dated() {
		if m.has("today") {
			return Value{Ref: "PRESENT_REF"}, true
		}
		return m.partOfToday(Value{Unit: Day, Open: true})
	}
	t := m.speakingDay(m.from)
	switch {
	case m.has("before"):
		t = t.AddDate(0, 0, -2)
	case m.has("after"):
		t = t.AddDate(0, 0, 2)
	case m.has("yesterday last"):
		t = t.AddDate(0, 0, -1)
	case m.has("tomorrow"):
		t = t.AddDate(0, 0, 1)
	}
	return m.partOfToday(at(t))
}

// partOfToday adds the part of the day: "last night", "nine this morning".
func (m *match) partOfToday(v Value) (Value, bool) {
	v = m.withPart(v)
	if m.has("tonight") {
		v.Part = "NI"
	}
	if h, ok := m.get(clsHour); ok {
		if v.Part != "MO" && h < 12 {
			h += 12
		}
		v.Clock, v.Part = h*60+1, ""
	}
	return v, !m.has("last") || v.Part == "NI" || v.Part == "EV"
}

// story is the day that the story has come to: the last one named, which a
// clause in the past tense cannot have after publication.
func (m *match) story() (time.Time, bool) {
	s := m.day
	if m.past.known() && !m.tense().future() {
		s = m.past
	}
	return s.value.At, s.known()
}

// thatDay is a day told from the one that the story has come to: "that evening",
// "the day before".
func (m *match) thatDay() (Value, bool) {
	t, ok := m.story()
	if m.has("in") && !ok {
		t, ok = m.published, m.dated()
	}
	if !ok || m.has("before after") && among(m.next(), "he she they it we i the his her") && !m.first().sentence {
		return Value{}, false
	}
	if m.has("next") && !m.has("the") {
		return Value{}, false
	}
	v := at(t)
	switch {
	case m.has("weekend"):
		return Value{Unit: Weekend, At: t}, true
	case m.has("previous before"):
		v.At = t.AddDate(0, 0, -1)
	case m.has("following next after"):
		v.At = t.AddDate(0, 0, 1)
	}
	return m.withPart(v), true
}

// shifted is "a year earlier", "the week before": a step from the last date.
func (m *match) shifted() (Value, bool) {
	n, ok := m.get(clsNumber)
	if m.has("a one") {
		n, ok = 1, true
	}
	u := Unit(m.val(clsUnit))
	base := m.last.value
	if !ok || base.Unit == UnitNone || base.At.IsZero() || u == hour || u == minute || u == Century {
		return Value{}, false
	}
	if m.has("before after") && u != Day && u != Week && !among(m.next(), ". , ;") { // "two years before the fire"
		return Value{}, false
	}
	if m.has("earlier before") {
		n = -n
	}
	if u == Day || u == Week || u == fortnight {
		t, known := m.story()
		return at(shift(t, u, n)), known
	}
	if u == Year && (base.Unit == Quarter || base.Unit == Half || base.Unit == Season || base.Unit == Month && n == -1) {
		base.At = shift(base.At, Year, n)
		return base, true
	}
	return Value{Unit: u, At: shift(base.At, u, n)}, true
}

// ago counts back from publication. A year ago is known to the month, longer
// ago to the year.
func (m *match) ago() (Value, bool) {
	n, ok := m.get(clsNumber)
	u := Unit(m.val(clsUnit))
	switch {
	case !ok:
		return Value{Ref: "PAST_REF"}, true
	case u == hour || u == minute || u == Century || u == Season:
		return Value{}, false
	case !m.dated():
		return Value{Unit: u, Open: true}, u == Day || u == Week || u == Month || u == Year
	}
	t := m.speakingDay(m.from)
	switch u {
	case Decade:
		return Value{Unit: Year, At: shift(t, Decade, -n)}, true
	case Year:
		if n == 1 {
			return Value{Unit: Month, At: shift(t, Year, -1)}, true
		}
	case fortnight:
		return Value{Unit: Week, At: shift(t, fortnight, -n)}, true
	}
	return Value{Unit: u, At: shift(t, u, -n)}, true
}
