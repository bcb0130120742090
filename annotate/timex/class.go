package timex

import "strings"

// class is a set of classes of words. The grammar's lines name those that have
// a name; the others are flags that actions ask for.
type class uint32

const (
	clsWeekday  class = 1 << iota // value 1 (Monday) to 7
	clsMonth                      // 1 to 12
	clsDay                        // of a month, 1 to 31
	clsYear                       // four digits, 1500 to 2099
	clsNumber                     // in digits or words
	clsUnit                       // day, week … (value: Unit)
	clsPart                       // morning, afternoon, evening, night (value: index into parts)
	clsClock                      // 10:20, 10.20 (value: minutes after midnight)
	clsHour                       // 0 to 24, in digits or words
	clsMilitary                   // 1135 (value as written: hours*100 + minutes)
	clsHalf                       // a.m. and p.m. (value: hours to add)
	clsZone                       // GMT, EST
	clsOrdinal                    // first to tenth, last (value: 1 to 10, -1)
	clsSeason                     // 0 spring to 3 winter
	clsDecade                     // 1990, as in 1990s
	clsPoint                      // noon, midnight (value: minutes after midnight)
	clsISO                        // 2026-01-15 (value: year*10000 + month*100 + day)

	flagShort  // an abbreviation or a word that has other senses: needs support
	flagPlural // Mondays
	flagPadded // a clock with two digits for the hour, as in a live blog's stamp
	flagColon  // a clock written with a colon
	numClasses = iota
)

func classNamed(name string) class {
	switch name {
	case "WD":
		return clsWeekday
	case "MON":
		return clsMonth
	case "DAY":
		return clsDay
	case "YEAR":
		return clsYear
	case "NUM":
		return clsNumber
	case "UNIT":
		return clsUnit
	case "PART":
		return clsPart
	case "CLOCK":
		return clsClock
	case "HOUR":
		return clsHour
	case "MIL":
		return clsMilitary
	case "AMPM":
		return clsHalf
	case "TZ":
		return clsZone
	case "ORD":
		return clsOrdinal
	case "SEAS":
		return clsSeason
	case "DECADE":
		return clsDecade
	case "POINT":
		return clsPoint
	case "ISO":
		return clsISO
	}
	return 0
}

// partCode is the TIMEX3 code of a part of the day.
func partCode(n int) string { return [...]string{"MO", "AF", "EV", "NI", "MI"}[n] }

// lexicon gives every word that has a class, in lower case and without the full
// stop of an abbreviation.
func lexicon(add func(word string, c class, val int)) {
	list := func(c class, first int, words string) {
		n := first
		for alternatives := range strings.FieldsSeq(words) {
			for w := range strings.SplitSeq(alternatives, "/") {
				add(w, c, n)
			}
			n++
		}
	}
	list(clsWeekday, 1, "monday tuesday wednesday thursday friday saturday sunday")
	list(clsWeekday|flagPlural, 1, "mondays tuesdays wednesdays thursdays fridays saturdays sundays")
	list(clsWeekday|flagShort, 1, "mon tue/tues wed thu/thur/thurs fri sat sun")
	list(clsMonth, 1, "january february march april may june july august september october november december")
	list(clsMonth|flagShort, 1, "jan feb mar/march apr may jun jul aug sep/sept oct nov dec")
	list(clsNumber|clsHour, 0, `zero one two three four five six seven eight nine ten eleven twelve`)
	list(clsNumber, 13, `thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`)
	list(clsNumber, 1, `a/an couple`)
	for i, w := range strings.Fields("thirty forty fifty sixty seventy eighty ninety hundred") {
		add(w, clsNumber, 10*(i+3))
	}
	list(clsOrdinal, 1, "first second third fourth fifth sixth seventh eighth ninth tenth")
	list(clsPart, 0, `morning/mornings/dawn/daybreak/sunrise/midmorning
		afternoon/afternoons/midafternoon evening/evenings/dusk/sunset/nightfall night/nights lunchtime`)
	list(clsSeason, 0, "spring summer autumn/fall winter")
	for words, minutes := range map[string]int{"noon/midday": 12 * 60, "midnight": 0} {
		for w := range strings.SplitSeq(words, "/") {
			add(w, clsPoint, minutes)
		}
	}
	list(clsHalf, 0, "am/a.m")
	list(clsHalf, 12, "pm/p.m")
	for w := range strings.FieldsSeq(`gmt utc est edt et pst pdt pt cst cdt ct mst mdt mt cet cest bst ist jst aest aedt nzst nzdt fjt eat wat cat sast
		hkt sgt kst msk eet eest trt gst pkt wib ict pht akst hst`) {
		add(w, clsZone, 0)
	}
	for w, u := range map[string]Unit{
		"day": Day, "days": Day, "weekend": Weekend, "weekends": Weekend, "week": Week, "weeks": Week,
		"fortnight": fortnight, "fortnights": fortnight, "month": Month, "months": Month, "quarter": Quarter, "quarters": Quarter,
		"season": Season, "year": Year, "years": Year, "decade": Decade, "decades": Decade, "century": Century, "centuries": Century,
		"hour": hour, "hours": hour, "minute": minute, "minutes": minute,
	} {
		add(w, clsUnit, int(u))
	}
}
