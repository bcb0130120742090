package query_test

import (
	"testing"

	"quoth/model/query"
)

func TestSettle(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{``, ``},
		{`ferr`, `ferr*`},
		{`ferr `, `ferr `},
		{`ferr*`, `ferr*`},
		{`minister -budg`, `minister -budg*`},
		{`title:fer`, `title:fer*`},
		{`speaker:"mara lind`, `speaker:"mara lind"*`},
		{`"air str`, `"air str"*`},
		{`"air strike"`, `"air strike"`},
		{`ferr OR brid`, `ferr OR brid*`},
		{`(ferr OR brid)`, `(ferr OR brid)`},
		{`ferry is:unread`, `ferry is:unread`},
		{`ferry after:monday`, `ferry after:monday`},
		{`nofield:x`, `nofield:x`},
	} {
		got := query.Settle(c.in)
		if got != c.want {
			t.Errorf("%q is settled as %q, want %q", c.in, got, c.want)
		}
		typed, err := query.Parse(c.in, query.Options{Now: now, Typing: true})
		done, failed := query.Parse(got, query.Options{Now: now})
		if (err == nil) != (failed == nil) || err == nil && query.String(typed) != query.String(done) {
			t.Errorf("%q found %v (%v), and settled as %q %v (%v)", c.in, typed, err, got, done, failed)
		}
	}
}
