package query_test

import (
	"testing"
	"time"

	"quoth/model/query"
)

func TestDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2026", "2026-01-01"},
		{"2026-02", "2026-02-01"},
		{"2026-02-01", "2026-02-01"},
		{"2026/02/01", "2026-02-01"},
		{"20260201", "2026-02-01"},
		{"31.1.2026", "2026-01-31"},
		{"1/31/2026", "2026-01-31"},
		{"5/5/2025", "2025-05-05"},
		{"1 Feb 2026", "2026-02-01"},
		{"1-Feb-2026", "2026-02-01"},
		{"1feb2026", "2026-02-01"},
		{"February 1st, 2026", "2026-02-01"},
		{"Feb 2025", "2025-02-01"},
		{"feb", "2026-02-01"},
		{"mar", "2025-03-01"},
		{"1 Feb", "2026-02-01"},
		{"3 Feb", "2025-02-03"},
		{"29 Feb", "2024-02-29"},
		{"today", "2026-02-02"},
		{"Yesterday", "2026-02-01"},
		{"tomorrow", "2026-02-03"},
		{"monday", "2026-02-02"},
		{"last monday", "2026-01-26"},
		{"sun", "2026-02-01"},
		{"last sunday", "2026-02-01"},
		{"tuesday", "2026-01-27"},
		{"this week", "2026-02-02"},
		{"last week", "2026-01-26"},
		{"this month", "2026-02-01"},
		{"last month", "2026-01-01"},
		{"last year", "2025-01-01"},
		{"3 days ago", "2026-01-30"},
		{"three days ago", "2026-01-30"},
		{"a week ago", "2026-01-26"},
		{"3d", "2026-01-30"},
		{"2w", "2026-01-19"},
		{"6m", "2025-08-02"},
		{"1y", "2025-02-02"},
	} {
		got, err := query.Date(c.in, now)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if got.Format(time.DateOnly) != c.want || got.Location() != now.Location() {
			t.Errorf("%s is %v, want %s", c.in, got, c.want)
		}
		if h, m, s := got.Clock(); h+m+s != 0 {
			t.Errorf("%s is %v, want the start of the day", c.in, got)
		}
	}
	if got, err := query.Date("2 hours ago", now); err != nil || !got.Equal(now.Add(-2*time.Hour)) {
		t.Errorf("2 hours ago is %v, %v", got, err)
	}
}

func TestDateRefused(t *testing.T) {
	for _, in := range []string{"", "soon", "31 Feb 2026", "2026-13-01", "2026-00", "1/2/2026", "0/0/0000", "99999999999999999999", "9999999 days ago", "feb mar", "30 feb", "100000y"} {
		if got, err := query.Date(in, now); err == nil {
			t.Errorf("%q is %v, want an error", in, got)
		}
	}
}
