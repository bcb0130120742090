package timex

import (
	"math"
	"strings"
)

// latestYear is the last year that a bare number of four digits may name.
const latestYear = 2060

// year is a bare number of four digits.
func (m *match) year() (Value, bool) {
	y := m.val(clsYear)
	v := Value{Unit: Year, At: date(y, 1, 1)}
	w := m.first()
	p, n := m.prev(1), m.next()
	next := m.follower()
	switch {
	case w.glued && !among(p, "( [ “ ‘ \" ' — – - /"),
		!among(p, "in since by until of") && countsThings(n),
		next != nil && next.glued && (next.class&clsNumber != 0 || n == "/"),
		y < 1900 && !among(p, "in of since from until by to before after around ( and the dated circa"),
		y >= latestYear:
		return Value{}, false
	}
	plural := next != nil && !next.capital && strings.HasSuffix(n, "s") && !among(n, "'s was is has as this its")
	if plural && !beforeYear(p) && !w.sentence && p != "," {
		return Value{}, false
	}
	return v, true
}

// beforeYear reports whether w often stands before a year.
func beforeYear(w string) bool {
	return among(w, `his her its their our my in of since by until till from to before after during between and through around about early late
		mid or ( the for a as — – - ' versus vs than january against circa c fiscal`)
}

// countsThings reports whether w makes a number before it a count.
func countsThings(w string) bool {
	return among(w, `% percent per people tonnes tons metres meters km kilometres miles men women jobs homes workers times feet dollars euros
		pounds words pages seats votes runs points hectares acres megawatts mw households families children students copies gmt volts
		calories grams kg lbs litres`)
}

// seasonYear is "2025/26" and "2025-2026": the value is the later year. Two
// years apart is a stretch of time, not a season.
func (m *match) seasonYear() (Value, bool) {
	y := m.val(clsYear)
	last := &m.words[m.to-1]
	end := last.val
	if last.end-last.start == 2 {
		end += y / 100 * 100
	}
	return Value{Unit: Year, At: date(y+1, 1, 1)}, end == y+1
}

func (m *match) decade() (Value, bool) {
	y, ok := m.get(clsDecade)
	if n := m.val(clsNumber); !ok && n >= 20 && n < 100 { // ’90s
		y, ok = 1900+n, n%10 == 0
	}
	return Value{Unit: Decade, At: date(y, 1, 1)}, ok
}

func (m *match) century() (Value, bool) {
	n := m.val(clsOrdinal | clsNumber)
	return Value{Unit: Century, At: date(100*(n-1), 1, 1)}, n > 5 && n < 22
}

// quarter is a quarter or half of a year.
func (m *match) quarter() (Value, bool) {
	n := m.val(clsOrdinal)
	if n == 0 {
		n = m.val(clsNumber)
	}
	unit, months := Quarter, 3
	if m.has("half") {
		unit, months = Half, 6
	}
	if n < 1 || n*months > 12 {
		return Value{}, false
	}
	year, ok := m.get(clsYear)
	if !ok {
		year = m.published.Year() + m.direction()
		first := date(year, months*(n-1)+1, 1)
		if !m.has("this last next") && first.After(m.published) && !m.tense().future() {
			year--
		}
		if !m.dated() {
			return Value{Unit: unit, Open: true, N: n}, true
		}
	}
	return Value{Unit: unit, At: date(year, months*(n-1)+1, 1), N: n}, true
}

// sameQuarter is "the quarter" after one was named.
func (m *match) sameQuarter() (Value, bool) {
	return m.last.value, m.last.value.Unit == Quarter
}

// Costs of a year for a season, in days as for a month.
const (
	costWrongSide     = 200
	costFutureSeason  = 60
	costOtherSeason   = 2000
	halfSeason        = 46
	fallBackDirection = 2 // years looked back
)

// season gives a season its year: the one whose middle is nearest to
// publication on the side that the tense asks for.
func (m *match) season() (Value, bool) {
	n := m.val(clsSeason)
	if y, ok := m.get(clsYear); ok {
		return Value{Unit: Season, At: date(y, 1, 1), N: n}, true
	}
	if m.has("year") && m.dated() {
		return Value{Unit: Season, At: date(m.published.Year()+m.direction(), 1, 1), N: n}, true
	}
	if !m.seasonal() {
		return Value{}, false
	}
	if !m.dated() {
		return Value{Unit: Season, Open: true, N: n}, true
	}
	future := m.tense().future() || among(m.prev(1), "until till by before for") || m.prev(1) == "of" && m.prev(2) == "ahead"
	past := m.tense().past() && !future
	if year, ok := m.narrated(); ok && m.size() <= 2 && !m.has("last this next past") {
		return Value{Unit: Season, At: date(year, 1, 1), N: n}, true
	}
	best, cost := m.published.Year(), math.MaxInt
	for year := best - fallBackDirection; year <= m.published.Year()+1; year++ {
		gap := days(date(year, 3*n+4, 15), m.published)
		c := max(gap, -gap)
		switch {
		case m.has("this"):
		case m.has("last") && gap > -halfSeason, m.has("next") && gap < halfSeason:
			c += costOtherSeason
		case m.has("last next"):
		case past && gap > halfSeason, future && gap < -halfSeason:
			c += costWrongSide
		case !past && !future && gap > 0:
			c += costFutureSeason
		}
		if c < cost {
			best, cost = year, c
		}
	}
	return Value{Unit: Season, At: date(best, 1, 1), N: n}, true
}

// seasonal tells the season from the verb "fall", the water of a spring, and
// from "the summer term".
func (m *match) seasonal() bool {
	next := m.follower()
	switch p := m.prev(1); {
	case m.has("fall") && m.size() == 1 && !among(p, "last this next past"):
		return false
	case m.has("spring") && m.has("the") && !among(p, "in until since by before for till after during over through of from"):
		return false // a source of water
	}
	if m.has("last this next past") || next == nil {
		return true
	}
	if next.low == "of" {
		return false
	}
	return !(next.low >= "a" && next.low < "{") || among(next.low, `and or but to in at on by for with from after before when while as than
		of was is are were had has have will would could may might he she they it we i his her their its this next last because until that`)
}

func (m *match) newYear() (Value, bool) {
	year := m.published.Year()
	if m.published.Month() > 6 {
		year++
	}
	return Value{Unit: Year, At: date(year, 1, 1)}, m.dated() && among(m.prev(1), "in into until after before of for by") && m.next() != "'s"
}

// holiday gives a named day its year: that of publication unless the tense asks
// for the one before or after; without a tense the nearest.
func (m *match) holiday(on dayOfYear) (Value, bool) {
	w := m.first()
	next := m.follower()
	if !w.capital && w.low != "the" || !m.dated() {
		return Value{}, false
	}
	if m.size() <= 2 && next != nil && next.capital && !m.has("day eve") {
		return Value{}, false // Easter Road, Christmas Island
	}
	if year, ok := m.narrated(); ok {
		return Value{Unit: Day, At: on(year)}, true
	}
	t := m.tense()
	best := on(m.published.Year())
	for _, year := range []int{m.published.Year() - 1, m.published.Year() + 1} {
		at := on(year)
		gap, bestGap := days(at, m.published), days(best, m.published)
		switch {
		case t.future() && bestGap < 0 && gap > 0,
			t.past() && bestGap > 0 && gap < 0,
			t.verb == verbNone && max(gap, -gap) < max(bestGap, -bestGap):
			best = at
		}
	}
	return Value{Unit: Day, At: best}, true
}
