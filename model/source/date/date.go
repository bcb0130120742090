// Package date reads dates of publication as web pages, feeds, front matter and
// people write them. It finds no dates in running text: that is the engine's.
package date

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/itlightning/dateparse"

	"quoth/model"
)

// Parse reads a date of publication as people write it: "2026-02-01", "Feb. 1,
// 2026", "Sunday, 1 February 2026 14:30", RFC 3339, RFC 1123. The day must be
// told. A zone that is given by letters other than UTC and GMT is not one in all
// the world, and is passed over.
func Parse(s string) (model.Stamp, error) {
	s = strings.Join(strings.Fields(s), " ")
	if stamp, err := model.ParseStamp(s); err == nil {
		return stamp, nil
	}
	if stamp, ok := date(s); ok {
		return stamp, nil
	}
	if cut := strings.LastIndexByte(s, ' '); cut > 0 && isUpper(s[cut+1:]) {
		if stamp, ok := date(s[:cut]); ok {
			return stamp, nil
		}
	}
	return model.Stamp{}, fmt.Errorf("date %q: not understood, write YYYY-MM-DD", s)
}

// date reads s when it names one day, whichever of day and month stands first.
func date(s string) (model.Stamp, bool) {
	monthFirst, err := parse(s, true)
	dayFirst, err2 := parse(s, false)
	switch {
	case err != nil && err2 != nil:
		return model.Stamp{}, false
	case err != nil:
		return dayFirst, true
	case err2 != nil:
		return monthFirst, true
	}
	return monthFirst, monthFirst.Time.Equal(dayFirst.Time)
}

var errNoDay = errors.New("no day")

func parse(s string, monthFirst bool) (model.Stamp, error) {
	prefer := dateparse.PreferMonthFirst(monthFirst)
	layout, err := dateparse.ParseFormat(s, prefer)
	if err != nil {
		return model.Stamp{}, err
	}
	if !strings.Contains(strings.ReplaceAll(layout, "2006", ""), "2") {
		return model.Stamp{}, errNoDay
	}
	t, err := dateparse.ParseAny(s, prefer)
	if err != nil {
		return model.Stamp{}, err
	}
	if strings.Contains(layout, "MST") { // read with the offset that this machine gives the letters
		t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
	}
	return model.Stamp{Time: t, HasClock: strings.Contains(layout, ":")}, nil
}

func isUpper(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}
