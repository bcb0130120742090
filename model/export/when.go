package export

import (
	"cmp"
	"strings"

	"quoth/model"
)

// when gives a time as it is written and as it is resolved: "Tuesday 2026-11-17",
// "2026-11-17 evening". Words whose day is not known stand by themselves; of a day
// that is carried over the words are another quotation's.
func when(text string, w *model.When) string {
	if w == nil {
		return ""
	}
	written, value := oneLine(w.Span.In(text)), readable(w.Value)
	switch {
	case value == "" && written == "":
		return w.Value
	case w.Inherited:
		return cmp.Or(value, written) + carriedOver
	case value == "":
		return written
	case written == value || written == w.Value:
		written = ""
	}
	return strings.TrimSpace(written + " " + value)
}

// readable writes a TIMEX3 value for people, or "" where it is open: its year or
// day is not known.
func readable(value string) string {
	if strings.ContainsRune(value, 'X') || strings.HasSuffix(value, "_REF") {
		return ""
	}
	day, hour, timed := strings.Cut(value, "T")
	if !timed {
		return value
	}
	for _, part := range [][2]string{{"MO", "morning"}, {"MI", "midday"}, {"AF", "afternoon"}, {"EV", "evening"}, {"NI", "night"}} {
		if hour == part[0] {
			hour = part[1]
		}
	}
	return strings.TrimSpace(day + " " + hour)
}
