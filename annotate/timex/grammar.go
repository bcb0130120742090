package timex

// rule is a line of the grammar. At each word the longest match wins, of equally
// long ones the earlier line.
type rule struct {
	pattern string
	act     action
	kind    ruleKind
}

// ruleKind says what becomes of what a rule finds.
type ruleKind uint8

const (
	marked ruleKind = iota
	silent          // it moves the story on ("two weeks later") but is not marked
)

// rules is the grammar: dates, then relative days and units, then the clock.
func rules() []rule {
	var all []rule
	for _, part := range [][]rule{dateRules(), periodRules(), weekdayRules(), dayRules(), unitRules(), clockRules()} {
		all = append(all, part...)
	}
	return all
}

// refuse takes words out of the reach of shorter lines.
func refuse(*match) (Value, bool) { return Value{}, false }

func dateRules() []rule {
	return []rule{
		{"ISO", (*match).iso, marked},
		{"NUM ~/ ~NUM ~/ ~YEAR", (*match).slashed, marked},
		{"WD ,? DAY ~th|st|nd|rd? of? MON ,? YEAR", (*match).fullDate, marked},
		{"WD ,? MON DAY ~th|st|nd|rd? ,? YEAR", (*match).fullDate, marked},
		{"the? DAY ~th|st|nd|rd? of? MON ,? YEAR", (*match).fullDate, marked},
		{"MON DAY ~th|st|nd|rd? ,? YEAR", (*match).fullDate, marked},
		{"WD ,? the? DAY ~th|st|nd|rd? of? MON", (*match).monthDay, marked},
		{"WD ,? MON DAY ~th|st|nd|rd?", (*match).monthDay, marked},
		{"MON DAY ~th|st|nd|rd?", (*match).monthDay, marked},
		{"DAY ~th|st|nd|rd? of? MON", (*match).monthDay, marked},
		{"the DAY ~th|st|nd|rd of MON", (*match).monthDay, marked},
		{"the? first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth of MON", (*match).monthDay, marked},
		{"DAY to|-|– DAY MON YEAR", (*match).dayRange, marked},
		{"DAY MON last|this|next year", (*match).monthOfYear, marked},
		{"the ORD|last WD|week of MON YEAR?", (*match).nthOfMonth, marked},
	}
}

func periodRules() []rule {
	return []rule{
		{"MON ,? YEAR", (*match).monthYear, marked},
		{"MON of YEAR", (*match).monthYear, marked},
		{"MON of ' ~NUM", (*match).monthShortYear, marked},
		{"MON of? last|this|next year", (*match).monthOfYear, marked},
		{"<!MON MON", (*match).month, marked},
		{"last|this|next|past|that MON", (*match).monthRelative, marked},
		{"early|late|mid -? MON", (*match).month, marked},
		{"the? end|beginning|start|middle of MON YEAR?", (*match).month, marked},
		{"end - MON", (*match).month, marked},
		{"the MON -|– MON quarter", (*match).monthQuarter, marked},
		{"YEAR", (*match).year, marked},
		{"mid|early|late -? YEAR", (*match).year, marked},
		{"YEAR ~/|-|– ~NUM", (*match).seasonYear, marked},
		{"DECADE ~s", (*match).decade, marked},
		{"mid|early|late -? DECADE ~s", (*match).decade, marked},
		{"' ~DECADE ~s", (*match).decade, marked},
		{"the? ORD -? quarter of? YEAR?", (*match).quarter, marked},
		{"the? ORD -? quarter of last|this|next year", (*match).quarter, marked},
		{"q ~NUM YEAR?", (*match).quarter, marked},
		{"the first|second half of? YEAR", (*match).quarter, marked},
		{"the first|second half of the|last|this|next year", (*match).quarter, marked},
		{"the quarter", (*match).sameQuarter, marked},
		{"last|this|next|past SEAS", (*match).season, marked},
		{"the? SEAS of? YEAR", (*match).season, marked},
		{"the? SEAS of last|this|next year", (*match).season, marked},
		{"early|late SEAS", (*match).season, marked},
		{"the SEAS", (*match).season, marked},
		{"<in|until|since|by|before|for|till|after|of SEAS", (*match).season, marked},
		{"ORD|NUM ~th|st|nd|rd? -? century", (*match).century, marked},
		{"<!a|an|old|every|each the new year", (*match).newYear, marked},
	}
}

func weekdayRules() []rule {
	return []rule{
		{"WD", (*match).weekday, marked},
		{"last|next|this|past|coming WD", (*match).weekday, marked},
		{"last|next|this|past|coming? WD PART|POINT", (*match).weekday, marked},
		{"WD late|early? PART|POINT", (*match).weekday, marked},
		{"late|early|midday WD PART?", (*match).weekday, marked},
		{"late|early on WD", (*match).weekday, marked},
		{"WD week", refuse, marked},
		{"WD , WD", refuse, marked},
	}
}

func dayRules() []rule {
	return []rule{
		{"today|yesterday|tomorrow|tonight", (*match).today, marked},
		{"yesterday|tomorrow PART|POINT", (*match).today, marked},
		{"late|early yesterday|today|tomorrow", (*match).today, marked},
		{"late|early? this|last PART", (*match).today, marked},
		{"HOUR this PART", (*match).today, marked},
		{"the day before yesterday", (*match).today, marked},
		{"the day after tomorrow", (*match).today, marked},
		{"the? same day|PART", (*match).thatDay, marked},
		{"that day|PART|weekend", (*match).thatDay, marked},
		{"the? previous|following|next day|PART", (*match).thatDay, marked},
		{"the day before|after", (*match).thatDay, marked},
		{"earlier|later that day|PART", (*match).thatDay, marked},
		{"earlier|later in the day", (*match).thatDay, marked},
		{"a|one day|week|month|year earlier", (*match).shifted, marked},
		{"a|one day later", (*match).shifted, marked},
		{"NUM day|days later|earlier", (*match).shifted, marked},
		{"NUM UNIT earlier|later|before|after", (*match).shifted, silent},
		{"<in|by|during|of|through|throughout the late|early? PART", (*match).partOfDay, marked},
		{"<by|at|before|until|since|after|from dawn|daybreak|sunrise|sunset|dusk|nightfall|lunchtime", (*match).partOfDay, marked},
		{"<in|by|during|of midmorning|midafternoon", (*match).partOfDay, marked},
		{"<by|in|since|until|the mid|early|late -? PART", (*match).partOfDay, marked},
		{"early|late afternoon|evening", (*match).partOfDay, marked},
	}
}

func unitRules() []rule {
	return []rule{
		{"NUM UNIT ago", (*match).ago, marked},
		{"years|decades|weeks|months|centuries ago", (*match).ago, marked},
		{"NUM - UNIT ago?", refuse, marked},
		{"last|this|next|past|coming week|month|year|weekend|quarter|decade|century|fortnight|season", (*match).relativeUnit, marked},
		{"earlier|later|early|late|mid -? last|this|next week|month|year|weekend", (*match).relativeUnit, marked},
		{"so far this month|year|week|season", (*match).relativeUnit, marked},
		{"the? end|beginning|start|middle of last|this|next|the month|year|week|season", (*match).partOfUnit, marked},
		{"that|same week|month|year", (*match).sameUnit, marked},
		{"the same|previous|following week|month|year", (*match).sameUnit, marked},
		{"the week|month|year before|after", (*match).sameUnit, marked},
		{"the weekend", (*match).weekend, marked},
	}
}

func clockRules() []rule {
	return []rule{
		{"HOUR|CLOCK AMPM TZ?", (*match).clock, marked},
		{"HOUR|CLOCK AMPM local time", (*match).clock, marked},
		{"HOUR|CLOCK AMPM pacific|eastern|central|mountain time?", (*match).clock, marked},
		{"CLOCK TZ", (*match).clock, marked},
		{"CLOCK local time", (*match).clock, marked},
		{"CLOCK hours|hrs|h?", (*match).bareClock, marked},
		{"MIL ~h|hrs? TZ", (*match).clock, marked},
		{"MIL hours|hrs local? time? TZ?", (*match).clock, marked},
		{"HOUR o'clock", (*match).clock, marked},
		{"HOUR o'clock in the PART", (*match).clock, marked},
		{"HOUR|CLOCK in the morning|afternoon|evening", (*match).clock, marked},
		{"HOUR|CLOCK on WD PART", (*match).clockOnDay, marked},
		{"POINT", (*match).point, marked},
		{"shortly|just before|after POINT", (*match).point, marked},
		{"half past HOUR", (*match).spokenClock, marked},
		{"quarter|five|ten|twenty|NUM past|to HOUR", (*match).spokenClock, marked},
		{"NUM minutes? past|after|before|to POINT", (*match).spokenClock, marked},
		{"<at|by|until|around|about one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve", (*match).bareClock, marked},
	}
}
