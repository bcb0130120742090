package statement

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Day puts a TIMEX3 value into words: "2026-01-31TEV" is "Sat 31 Jan 2026,
// evening". It gives "" for a value that says no more than the words it was read
// from.
func Day(value string) string {
	day, clock, _ := strings.Cut(value, "T")
	words := date(day)
	if words == "" {
		return ""
	}
	if part := partOfDay(clock); part != "" {
		words += ", " + part
	}
	return words
}

func date(s string) string {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Format("Mon 2 Jan 2006")
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return t.Format("Jan 2006")
	}
	if t, err := time.Parse("2006", s); err == nil {
		return t.Format("2006")
	}
	if year, rest, ok := strings.Cut(s, "-"); ok && isYear(year) {
		if n, ok := strings.CutPrefix(rest, "W"); ok {
			return week(year, n)
		}
		if q := strings.TrimPrefix(rest, "Q"); len(rest) == 2 && q >= "1" && q <= "4" {
			return q + quarterEnding(q) + " quarter " + year
		}
		return season(rest, year)
	}
	return ""
}

func isYear(s string) bool {
	_, err := time.Parse("2006", s)
	return err == nil
}

// week names an ISO week by its Monday.
func week(year, number string) string {
	y, err1 := strconv.Atoi(year)
	number, weekend := strings.CutSuffix(number, "-WE")
	n, err2 := strconv.Atoi(number)
	if err1 != nil || err2 != nil || n < 1 || n > 53 {
		return ""
	}
	fourth := time.Date(y, time.January, 4, 0, 0, 0, 0, time.UTC) // always in week 1
	monday := fourth.AddDate(0, 0, 7*(n-1)-(int(fourth.Weekday())+6)%7)
	if weekend {
		return "weekend of " + monday.AddDate(0, 0, 5).Format("2 Jan 2006")
	}
	return "week of " + monday.Format("2 Jan 2006")
}

func quarterEnding(q string) string {
	return map[string]string{"1": "st", "2": "nd", "3": "rd", "4": "th"}[q]
}

func season(code, year string) string {
	name := map[string]string{"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}[code]
	if name == "" {
		return ""
	}
	return fmt.Sprintf("%s %s", name, year)
}

func partOfDay(code string) string {
	names := map[string]string{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
	if name, ok := names[code]; ok {
		return name
	}
	if regexp.MustCompile(`^\d\d:\d\d`).MatchString(code) {
		return code[:5]
	}
	return ""
}

// says reports whether the words as written tell the same as the resolved day:
// each of its parts stands in them, in full or by its first three letters.
func says(written, resolved string) bool {
	have := strings.FieldsFunc(strings.ToLower(written), func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	for _, part := range strings.FieldsFunc(strings.ToLower(resolved), func(r rune) bool { return r == ' ' || r == ',' }) {
		found := weekday(part)
		for _, h := range have {
			found = found || h == part || (len(part) == 3 && strings.HasPrefix(h, part))
		}
		if !found {
			return false
		}
	}
	return true
}

func weekday(s string) bool {
	return slices.Contains([]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}, s)
}
