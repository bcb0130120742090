package query_test

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"quoth/model/query"
)

// now is a Monday.
var now = time.Date(2026, time.February, 2, 15, 4, 5, 0, time.FixedZone("CET", 3600))

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{``, ``},
		{`  `, ``},
		{`minister`, `"minister"`},
		{`minister budget`, `"minister" "budget"`},
		{`"air strike"`, `"air strike"`},
		{`“air strike”`, `"air strike"`},
		{`minister -budget`, `"minister" -"budget"`},
		{`-"air strike"`, `-"air strike"`},
		{`co-operate`, `"co-operate"`},
		{`talks - again`, `"talks" "again"`},
		{`a OR b c`, `"a" OR ("b" "c")`},
		{`(a OR b) c`, `("a" OR "b") "c"`},
		{`a AND b`, `"a" "b"`},
		{`or and`, `"or" "and"`},
		{`-(a b)`, `-("a" "b")`},
		{`()`, ``},
		{`enrich*`, `"enrich"*`},
		{`"air str"*`, `"air str"*`},
		{`title:talks`, `title:"talks"`},
		{`author:"Ida Moreau"`, `author:"Ida Moreau"`},
		{`Title:"the talks"`, `title:"the talks"`},
		{`-feed:harbour`, `-feed:"harbour"`},
		{`tag:water is:unread`, `tag:"water" is:unread`},
		{`is:Starred -is:archived is:read`, `is:starred -is:archived is:read`},
		{`speaker:araqchi said:"enrich uranium" place:Tehran`, `speaker:"araqchi" said:"enrich uranium" place:"Tehran"`},
		{`12:30 https://example.org/x`, `"12:30" "https://example.org/x"`},
		{`after:2026-01 before:monday`, `after:"2026-01-01T00:00:00+01:00" before:"2026-02-02T00:00:00+01:00"`},
		{`after:"3 days ago"`, `after:"2026-01-30T00:00:00+01:00"`},
		{`… — !`, ``},
		{`伊朗`, `"伊朗"`},
	} {
		n, err := query.Parse(c.in, query.Options{Now: now})
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if got := query.String(n); got != c.want {
			t.Errorf("%q is read as %s, want %s", c.in, got, c.want)
		}
		if query.Empty(n) != (c.want == "") {
			t.Errorf("%q: Empty is %v", c.in, query.Empty(n))
		}
	}
}

func TestParseWhileTyping(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`minis`, `"minis"*`},
		{`minister `, `"minister"`},
		{`the minis`, `"the" "minis"*`},
		{`"air str`, `"air str"*`},
		{`"`, ``},
		{`a OR`, `"a"`},
		{`a OR `, `"a"`},
		{`(a OR`, `"a"`},
		{`(a b`, `"a" "b"*`},
		{`speaker:`, ``},
		{`speaker:ara`, `speaker:"ara"*`},
		{`water is:un`, `"water"`},
		{`water after:feb`, `"water" after:"2026-02-01T00:00:00+01:00"`},
		{`water after:2`, `"water"`},
		{`water -`, `"water"`},
	} {
		n, err := query.Parse(c.in, query.Options{Now: now, Typing: true})
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if got := query.String(n); got != c.want {
			t.Errorf("%q is read as %s, want %s", c.in, got, c.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`is:foo`, `query, character 4: is:foo is no state: unread, read, starred or archived`},
		{`water sayer:x`, `query, character 7: there is no field sayer: (title: author: feed: tag: is: speaker: place: said: before: after:; put it in quotation marks to search for it)`},
		{`é "open`, `query, character 3: this quotation mark is not closed`},
		{`(a b`, `query, character 1: this parenthesis is not closed`},
		{`a b)`, `query, character 4: this parenthesis closes nothing`},
		{`OR b`, `query, character 1: OR needs something on both sides`},
		{`a OR`, `query, character 5: OR needs something on both sides`},
		{`(a OR) b`, `query, character 6: OR needs something on both sides`},
		{`title: x`, `query, character 1: title: needs a value right after it`},
		{`after:soon`, `query, character 7: "soon" is no date: write it like 2026-02-01, "1 Feb", yesterday, monday or "3 days ago"`},
		{`after:1/2/2026`, `query, character 7: "1/2/2026" may be two days: write it like 2026-02-01`},
		{strings.Repeat("(", 60) + "a", `query, character 52: more than 50 parentheses deep`},
		{strings.Repeat("a ", 300), `query, character 401: more than 200 terms`},
	} {
		_, err := query.Parse(c.in, query.Options{Now: now})
		var at *query.Error
		if !errors.As(err, &at) {
			t.Errorf("%q: error is %v, want a *query.Error", c.in, err)
			continue
		}
		if err.Error() != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.in, err, c.want)
		}
	}
}

// FuzzParse holds that no input panics, that errors point into it, and that what
// is written of a tree is read as the same tree.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`a OR -"b c" (title:x is:read)`, `after:"last week" speaker:é*`, `"`, `-(`, "\xff:\x00", `a* OR OR`} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, typing bool) {
		n, err := query.Parse(s, query.Options{Now: now, Typing: typing})
		if err != nil {
			var at *query.Error
			if !errors.As(err, &at) || at.At < 0 || at.At > len(s) {
				t.Fatalf("%q: bad error %v", s, err)
			}
			if !utf8.ValidString(err.Error()) && utf8.ValidString(s) {
				t.Fatalf("%q: error is not UTF-8", s)
			}
			return
		}
		written := query.String(n)
		again, err := query.Parse(written, query.Options{Now: now})
		if err != nil {
			t.Fatalf("%q is written as %s, which is refused: %v", s, written, err)
		}
		if got := query.String(again); got != written {
			t.Fatalf("%q is written as %s, then as %s", s, written, got)
		}
	})
}
