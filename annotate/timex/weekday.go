package timex

import "time"

// withPart adds the part of the day or the point of it that the match names.
func (m *match) withPart(v Value) Value {
	if p, ok := m.get(clsPart); ok {
		v.Part = partCode(p)
	}
	if p, ok := m.get(clsPoint); ok {
		v.Clock = p + 1
	}
	return v
}

func (m *match) weekday() (Value, bool) {
	wd := m.val(clsWeekday)
	open := m.withPart(Value{Unit: Day, Open: true, N: wd})
	w := m.weekdayWord()
	if w.class&flagPlural != 0 {
		return open, true
	}
	if m.masthead(w) || m.christened() || w.class&flagShort != 0 && !m.shortWeekday(wd) {
		return Value{}, false
	}
	p := m.prev(1)
	if !m.dated() || among(p, "every each a") || p == "the" && (among(m.prev(2), "on by") || m.next() == "after") || m.habitWeekday() {
		return open, true
	}
	v := Value{Unit: Day, At: m.latest(wd)}
	next := v.At.AddDate(0, 0, 7)
	back := days(m.published, v.At)
	switch t := m.tense(); {
	case m.size() <= 2 && among(p, "and or to through - –") && m.day.end == m.from-1 && m.day.known():
		v.At = m.following(wd)
	case m.has("next coming"):
		v.At = next
	case m.has("last"):
		if back == 0 {
			v.At = v.At.AddDate(0, 0, -7)
		}
	case m.has("this"):
		if back > 0 && !t.past() {
			v.At = next
		}
	case t.future() && back > 0 && !(t.weak && back <= 1):
		v.At = next
	}
	return m.withPart(v), true
}

// latest is the latest such weekday not after publication.
func (m *match) latest(wd int) time.Time {
	return m.published.AddDate(0, 0, -((isoWeekday(m.published) - wd + 7) % 7))
}

// following is the first such weekday from the day just named: the second of
// "Friday and Saturday" follows the first.
func (m *match) following(wd int) time.Time {
	at := m.day.value.At
	return at.AddDate(0, 0, (wd-isoWeekday(at)+7)%7)
}

func (m *match) weekdayWord() *word {
	for i := m.from; i < m.to; i++ {
		if m.words[i].class&clsWeekday != 0 {
			return &m.words[i]
		}
	}
	return m.first()
}

// habitWeekday reports whether the weekday is that of a habit: "members come on
// Tuesday and go on Thursday", told without a past or a future.
func (m *match) habitWeekday() bool { return m.has("mornings afternoons evenings nights") }

// christened reports whether the weekday has a name of its own: Super Tuesday,
// Bloody Sunday.
func (m *match) christened() bool {
	return m.from > 0 && m.words[m.from-1].capital && among(m.prev(1), "black bloody super cyber giving")
}

// masthead reports whether the weekday is part of a name: Sunday Times.
func (m *match) masthead(w *word) bool {
	next := m.follower()
	if next == nil || m.to-1 >= 0 && w != &m.words[m.to-1] {
		return false
	}
	title := among(next.low, "times post herald telegraph guardian independent world tribune mirror express mail star live service")
	return title && (m.prev(1) == "the" || next.capital && !beforeDate(m.prev(1)))
}

// shortWeekday tells "on Sat" from the verb, the sun, the paper and the verb
// "wed".
func (m *match) shortWeekday(wd int) bool {
	if wd == 2 || wd == 4 || wd == 5 || m.size() > 1 {
		return true
	}
	return among(m.prev(1), "on last next this") && m.next() != "newspaper"
}
