package query

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Date reads a date as people write it and gives the start of the day, month,
// year, or moment that it names, in the zone of now: "2026-02-01", "Feb 2026",
// "1 February", "yesterday", "monday", "last week", "3 days ago", "2w". A day
// or month without its year is the latest one that has begun.
func Date(s string, now time.Time) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	words := dateWords(s)
	for _, read := range []func([]string, time.Time) (time.Time, bool){named, ago, numeric, withMonth} {
		if t, ok := read(words, now); ok {
			if t.Year() < 1 || t.Year() > 9999 {
				break
			}
			return t, nil
		}
	}
	if dayOrMonth(words) {
		return time.Time{}, fmt.Errorf("%q may be two days: write it like 2026-02-01", s)
	}
	return time.Time{}, fmt.Errorf("%q is no date: write it like 2026-02-01, \"1 Feb\", yesterday, monday or \"3 days ago\"", s)
}

// dateWords cuts a date into its numbers and words, lower case: "1.Feb 2026"
// and "1feb2026" are 1, feb, 2026.
func dateWords(s string) []string {
	var words []string
	var last rune
	for _, r := range strings.ToLower(s) {
		kind := ' '
		switch {
		case r >= '0' && r <= '9':
			kind = '0'
		case unicode.IsLetter(r):
			kind = 'a'
		}
		switch {
		case kind == ' ':
		case kind == last:
			words[len(words)-1] += string(r)
		default:
			words = append(words, string(r))
		}
		last = kind
	}
	return words
}

// dayOrMonth reports whether the words are like 1/2/2026, which is two days on
// two sides of an ocean.
func dayOrMonth(words []string) bool {
	n, err := atois(words)
	return err == nil && len(n) == 3 && len(words[2]) == 4 && max(n[0], n[1]) <= 12 && min(n[0], n[1]) > 0
}

func day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}

// named reads today, yesterday, weekdays, and this or last week, month or year.
func named(words []string, now time.Time) (time.Time, bool) {
	today := day(now)
	if len(words) == 1 {
		switch words[0] {
		case "now":
			return now, true
		case "today":
			return today, true
		case "yesterday":
			return today.AddDate(0, 0, -1), true
		case "tomorrow":
			return today.AddDate(0, 0, 1), true
		}
		if wd, ok := weekday(words[0]); ok {
			return today.AddDate(0, 0, -int((7+today.Weekday()-wd)%7)), true
		}
		return time.Time{}, false
	}
	if len(words) != 2 || (words[0] != "last" && words[0] != "this") {
		return time.Time{}, false
	}
	back := 0
	if words[0] == "last" {
		back = 1
	}
	if wd, ok := weekday(words[1]); ok && back == 1 {
		return today.AddDate(0, 0, -int((6+today.Weekday()-wd)%7)-1), true
	}
	switch words[1] {
	case "week":
		return today.AddDate(0, 0, -int((6+today.Weekday())%7)-7*back), true
	case "month":
		return today.AddDate(0, -back, 1-today.Day()), true
	case "year":
		return time.Date(today.Year()-back, time.January, 1, 0, 0, 0, 0, now.Location()), true
	}
	return time.Time{}, false
}

// ago reads "3 days ago", "a week ago", "3 days", "3d".
func ago(words []string, now time.Time) (time.Time, bool) {
	if len(words) == 3 && words[2] == "ago" {
		words = words[:2]
	}
	if len(words) != 2 {
		return time.Time{}, false
	}
	n, ok := count(words[0])
	if !ok {
		return time.Time{}, false
	}
	switch strings.TrimSuffix(words[1], "s") {
	case "min", "minute":
		return now.Add(-time.Duration(n) * time.Minute), true
	case "h", "hour":
		return now.Add(-time.Duration(n) * time.Hour), true
	case "d", "day":
		return day(now).AddDate(0, 0, -n), true
	case "w", "week":
		return day(now).AddDate(0, 0, -7*n), true
	case "m", "month":
		return day(now).AddDate(0, -n, 0), true
	case "y", "year":
		return day(now).AddDate(-n, 0, 0), true
	}
	return time.Time{}, false
}

// maxAgo bounds "N units ago", so that no sum overflows.
const maxAgo = 100_000

func count(s string) (int, bool) {
	for n, word := range []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if n > 0 && s == word {
			return n, true
		}
	}
	if s == "a" || s == "an" {
		return 1, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && n <= maxAgo
}

// numeric reads 2026, 2026-02, 2026-02-01, 20260201 and 1.2.2026 where the day
// can be told from the month.
func numeric(words []string, now time.Time) (time.Time, bool) {
	n, err := atois(words)
	if err != nil {
		return time.Time{}, false
	}
	switch {
	case len(n) == 1 && len(words[0]) == 4:
		return date(n[0], 1, 1, now)
	case len(n) == 1 && len(words[0]) == 8:
		return date(n[0]/10000, n[0]/100%100, n[0]%100, now)
	case len(n) == 2 && len(words[0]) == 4:
		return date(n[0], n[1], 1, now)
	case len(n) == 3 && len(words[0]) == 4:
		return date(n[0], n[1], n[2], now)
	case len(n) == 3 && len(words[2]) == 4 && (n[0] > 12 || n[0] == n[1]):
		return date(n[2], n[1], n[0], now)
	case len(n) == 3 && len(words[2]) == 4 && n[1] > 12:
		return date(n[2], n[0], n[1], now)
	}
	return time.Time{}, false
}

var errNotNumber = errors.New("not a number")

func atois(words []string) ([]int, error) {
	n := make([]int, len(words))
	for i, w := range words {
		v, err := strconv.Atoi(w)
		if err != nil || len(w) > 8 {
			return nil, errNotNumber
		}
		n[i] = v
	}
	return n, nil
}

// date gives a day of the calendar; 31 February is none.
func date(y, m, d int, now time.Time) (time.Time, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, now.Location())
	return t, y > 0 && t.Year() == y && int(t.Month()) == m && t.Day() == d
}

// withMonth reads dates with the month in words.
func withMonth(words []string, now time.Time) (time.Time, bool) {
	var m, d, y int
	for _, w := range words {
		n, err := strconv.Atoi(w)
		month, isMonth := monthOf(w)
		switch {
		case isMonth && m == 0:
			m = month
		case err == nil && len(w) == 4 && y == 0:
			y = n
		case err == nil && len(w) <= 2 && d == 0 && n > 0:
			d = n
		case d != 0 && (w == "st" || w == "nd" || w == "rd" || w == "th"):
		default:
			return time.Time{}, false
		}
	}
	if m == 0 {
		return time.Time{}, false
	}
	if y != 0 {
		return date(y, m, max(d, 1), now)
	}
	for back := range 8 { // 29 February may be as far as eight years away
		if t, ok := date(now.Year()-back, m, max(d, 1), now); ok && !t.After(now) {
			return t, true
		}
	}
	return time.Time{}, false
}

func weekday(s string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if isShort(s, d.String()) {
			return d, true
		}
	}
	return 0, false
}

func monthOf(s string) (int, bool) {
	for m := time.January; m <= time.December; m++ {
		if isShort(s, m.String()) {
			return int(m), true
		}
	}
	return 0, false
}

// isShort reports whether s is the name or its first three letters or more.
func isShort(s, name string) bool {
	return len(s) >= 3 && strings.HasPrefix(strings.ToLower(name), s)
}
