package query

import (
	"strings"
	"time"

	"quoth/model"
	published "quoth/model/source/date"
)

// Day reads a date of publication as it is written there, or as people say it
// now: "2026-11-17", "Feb. 1, 2026", "yesterday", "3 days ago". No words are no
// date.
func Day(words string, now time.Time) (model.Stamp, error) {
	words = strings.TrimSpace(words)
	if s, err := published.Parse(words); err == nil {
		return s, nil
	}
	t, err := Date(words, now)
	if err != nil {
		return model.Stamp{}, err
	}
	return model.Stamp{Time: model.Stamp{Time: t}.Day()}, nil
}
