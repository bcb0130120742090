package timex

import (
	"strings"
	"time"
)

const noon = 12 * 60

// onDay gives a time of day its day: one beside it, else the day that the story
// has come to in the paragraph, else the day that the article is about, else
// that of publication.
func (m *match) onDay(v Value) (Value, bool) {
	v.Unit, v.Open = Day, true
	if t, ok := m.dayBeside(); ok {
		v.At, v.Open = t, false
		return v, true
	}
	if among(m.prev(1), "every each between") || m.habitual() || m.timeless() {
		return v, true
	}
	t, ok := m.story()
	s := m.day
	if m.past.known() && t.Equal(m.past.value.At) {
		s = m.past
	}
	switch {
	case ok && m.sameBlock(s.end-1, m.from):
		v.At, v.Open = t, false
	case !m.event.IsZero():
		v.At, v.Open = m.event, false
	case m.dated():
		v.At, v.Open = m.speakingDay(m.from), false
	}
	return v, true
}

// dayBeside finds a day named next to the time: "9:48 p.m. on Tuesday",
// "Tuesday at 9", "Tuesday, 9pm".
func (m *match) dayBeside() (time.Time, bool) {
	j := m.to
	for j < len(m.words) && j-m.to < 3 && among(m.words[j].low, ", on local time ( ) the of late early") && !m.words[j].para {
		j++
	}
	if j < len(m.words) && !m.words[j].para {
		w := &m.words[j]
		if w.class&(clsWeekday|clsMonth|clsDay) != 0 || among(w.low, "today yesterday tomorrow next following last") {
			if e, ok := m.dayAt(j); ok {
				if w.class&clsWeekday != 0 && m.dated() && !e.At.After(m.published) && among(m.prev(1), "until till") && m.deadline() {
					return e.At.AddDate(0, 0, 7), true // "until noon on Thursday"
				}
				return e.At, true
			}
		}
	}
	if d := m.day; d.known() && d.end <= m.from && m.from-d.end <= 3 {
		for i := d.end; i < m.from; i++ {
			if !among(m.words[i].low, "at , about around by from just before after shortly until (") || m.words[i].para {
				return time.Time{}, false
			}
		}
		return d.value.At, true
	}
	return time.Time{}, false
}

// dayAt is the day named at word j. "The next day" begins with its article.
func (m *match) dayAt(j int) (Value, bool) {
	if among(m.words[j].low, "next following") && j > 0 && m.words[j-1].low == "the" {
		j--
	}
	e, ok := m.reader.at(j)
	return e.value, ok && e.value.HasDay()
}

// partOfDay is a part of the day that stands alone: "in the evening", "before
// dawn".
func (m *match) partOfDay() (Value, bool) {
	p, ok := m.get(clsPart)
	if !ok || among(m.next(), "of shift") || !m.dated() && !m.day.known() {
		return Value{}, false
	}
	if m.has("mornings afternoons evenings nights") {
		return Value{Unit: Day, Open: true, Part: partCode(p)}, true
	}
	return m.onDay(Value{Part: partCode(p)})
}

// clock is a time with a.m., a zone, o'clock or a part of the day beside it.
func (m *match) clock() (Value, bool) {
	minutes, ok := m.minutes()
	w := m.first()
	stamp := w.para && w.class&flagPadded != 0
	if _, half := m.get(clsHalf); !ok || stamp && !half || among(m.prev(1), "$ € £ #") {
		return Value{}, false // a live blog's stamp stands without its zone
	}
	if m.has("o'clock") && minutes < 7*60 && !m.has("morning") {
		minutes += noon
	}
	if add, ok := m.get(clsHalf); ok {
		if minutes/60 > 12 {
			return Value{}, false
		}
		minutes = minutes%noon + add*60
	} else if p, ok := m.get(clsPart); ok && p > 0 && minutes < noon {
		minutes += noon
	}
	return m.onDay(Value{Clock: minutes + 1})
}

// minutes reads the numeral of the match.
func (m *match) minutes() (int, bool) {
	if c, ok := m.get(clsClock); ok {
		return c, true
	}
	_, half := m.get(clsHalf)
	if v, ok := m.get(clsMilitary); ok && !half && !m.has("o'clock") {
		w := m.first()
		return v/100*60 + v%100, w.end-w.start == 4
	}
	h, ok := m.get(clsHour)
	return h * 60, ok
}

// clockOnDay is "11 on Thursday night".
func (m *match) clockOnDay() (Value, bool) {
	minutes, ok := m.minutes()
	if m.first().glued { // "voted 18–17 on Tuesday night"
		return Value{}, false
	}
	p, _ := m.get(clsPart)
	if p > 0 && minutes < noon {
		minutes += noon
	}
	day := m.from
	for m.words[day].class&clsWeekday == 0 {
		day++
	}
	e, found := m.reader.at(day)
	return Value{Unit: Day, At: e.value.At, Clock: minutes + 1}, ok && found && e.value.HasDay()
}

// bareClock is a time without any of these: "at 14:05", "17.03", "at six".
func (m *match) bareClock() (Value, bool) {
	minutes, ok := m.get(clsClock)
	if !ok {
		return m.spelledHour()
	}
	w := m.first()
	p, n := m.prev(1), m.next()
	next := m.follower()
	if w.glued && !among(p, "( [ — –") || among(n, "% percent per million billion points metres meters seconds euros pounds dollars km kg m c") ||
		next != nil && next.glued && strings.ContainsAny(n[:1], "0123456789:%/") {
		return Value{}, false
	}
	switch {
	case w.para && w.class&flagPadded != 0: // a live blog's stamp
		return Value{Unit: Day, At: m.published, Clock: minutes + 1, Open: !m.dated()}, true
	case m.has("hours hrs h"):
	case w.class&flagColon != 0:
		if !among(p, "at by from until till since around before after between to and about as of , shortly | on ( the") {
			return Value{}, false
		}
	case w.class&flagPadded == 0 && p != "at" && p != "of",
		!among(p, "at until from since by before after between of and"),
		p == "and" && (m.from < 2 || m.words[m.from-2].class&clsClock == 0),
		p != "and" && next != nil && !among(n, ". , ; on local and to the ) for in as with by or"):
		return Value{}, false
	}
	return m.onDay(Value{Clock: minutes + 1})
}

// spelledHour is "at six": a guess at the half of the day that waking people
// mean.
func (m *match) spelledHour() (Value, bool) {
	h, ok := m.get(clsHour)
	n := m.next()
	next := m.follower()
	free := next == nil || among(n, ". , on ; ? ! ” \"") || n == "and" && m.prev(1) == "at" || m.prev(1) == "by"
	number := next != nil && m.to+1 < len(m.words) && m.words[m.to+1].class&clsNumber != 0
	if !ok || !free || among(n, "and ,") && number || m.prev(2) == m.first().low || m.counted() {
		return Value{}, false
	}
	if h < 6 {
		h += 12
	}
	return m.onDay(Value{Clock: h*60 + 1})
}

// counted reports whether the sentence speaks of numbers, so that "at nine" is
// one: "Brar had 34, the rest stood at nine".
func (m *match) counted() bool {
	if m.prev(1) != "at" {
		return !among(m.next(), ", the ;") && !m.clockNear()
	}
	for i := m.from - 2; i >= 0 && i > m.from-20 && !m.words[i+1].sentence; i-- {
		w := &m.words[i]
		if w.class&clsNumber != 0 && len(w.low) > 1 && w.low[0] >= '0' && w.low[0] <= '9' && w.class&clsYear == 0 ||
			among(w.low, "put stood stands estimated toll count") {
			return true
		}
	}
	return false
}

// clockNear reports whether another time of day stands in the sentence before.
func (m *match) clockNear() bool {
	for i := m.from - 1; i >= 0 && i > m.from-25 && !m.words[i].para; i-- {
		if m.words[i].class&(clsClock|clsHalf|clsPoint|clsPart) != 0 {
			return true
		}
	}
	return false
}

// point is noon or midnight.
func (m *match) point() (Value, bool) {
	if among(m.prev(1), "high the a") && !m.has("before after") || among(m.next(), "- briefing in") {
		return Value{}, false
	}
	return m.onDay(Value{Clock: m.val(clsPoint) + 1})
}

// spokenClock is "half past nine", "20 minutes past midnight".
func (m *match) spokenClock() (Value, bool) {
	var step int
	switch {
	case m.has("half"):
		step = 30
	case m.has("quarter"):
		step = 15
	default:
		step = m.val(clsNumber)
	}
	if m.has("to before") {
		step = -step
	}
	base, ok := m.get(clsPoint)
	if !ok {
		last := &m.words[m.to-1]
		if base, ok = last.val*60, last.class&clsHour != 0; m.has("to") && m.first().class&clsHour != 0 && last.low[0] <= '9' {
			return Value{}, false // "won 5 to 3"
		}
	}
	const day = 24 * 60
	return m.spokenOnDay((base+step+day)%day, ok && step < 60)
}

func (m *match) spokenOnDay(minutes int, ok bool) (Value, bool) {
	v, _ := m.onDay(Value{Clock: minutes + 1})
	return v, ok
}
