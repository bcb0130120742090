package intake_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"quoth/model/intake"
	"quoth/model/library"
	"quoth/model/query"
)

// TestItemsAreKnownAgain serves one document of a feed after the other, whose
// items have the ids of others, change theirs, or share an address. An item is
// "id address title hour"; what is wanted in the end is the titles, each with the
// number of its texts where there are several.
func TestItemsAreKnownAgain(t *testing.T) {
	for name, c := range map[string]struct {
		documents []string
		want      string
	}{
		"nothing odd":                       {[]string{"1 /a A 1", "2 /b B 2, 1 /a A 1"}, "A B"},
		"one id for two, in one document":   {[]string{"1 /a A 1, 1 /b B 2", "1 /b B 2, 1 /a A 1"}, "A B"},
		"one id for two, one after another": {[]string{"1 /a A 1", "1 /b B 2", "1 /a A 1", "1 /c C 3, 1 /b B 2, 1 /a A 1"}, "A B C"},
		"one id for two, both ways":         {[]string{"1 /a A 1", "1 /b B 2, 1 /a A 1", "1 /b B 2", "1 /a A 1"}, "A B"},
		"new ids for old items":             {[]string{"1 /a A 1, 2 /b B 2", "x1 /a A 1, x2 /b B 2", "1 /a A 1, 2 /b B 2"}, "A B"},
		"a new id and a new title":          {[]string{"1 /a A 1", "x1 /a A corrected 1"}, "A corrected"},
		"a new id and a new date":           {[]string{"1 /a A 1", "x1 /a A 5"}, "A"},
		"the ids go round":                  {[]string{"1 /a A 1, 2 /b B 2", "2 /a A 1, 1 /b B 2"}, "A B"},
		"ids by position":                   {[]string{"1 /a A 1, 2 /b B 2", "1 /c C 3, 2 /a A 1, 3 /b B 2", "1 /d D 4, 2 /c C 3, 3 /a A 1"}, "A B C D"},
		"a new address":                     {[]string{"1 /a A 1", "1 /a-corrected A corrected 1"}, "A corrected"},
		"a new address and date":            {[]string{"1 /a A 1", "1 /a2 A 2"}, "A"},
		"two ids at one address":            {[]string{"1 /live A 1, 2 /live A 2", "3 /live A 3, 2 /live A 2, 1 /live A 1"}, "A A A"},
		"no ids, one address":               {[]string{"- / A 1", "- / B 2, - / A 1", "- / C 3, - / B 2"}, "A B C"},
		"no ids, one address, one at once":  {[]string{"- /a A 1", "- /a A corrected 1"}, "A corrected"},
	} {
		t.Run(name, func(t *testing.T) {
			var n atomic.Int64
			url := serve(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, document(c.documents[n.Load()])) })
			in, _ := newIntake(t)
			followed := follow(t, in, url)
			for i := range c.documents {
				n.Store(int64(i))
				if err := in.Refresh(t.Context(), followed, true, func(intake.Progress) {}); err != nil {
					t.Fatal(err)
				}
			}
			entries, err := in.Library.List(t.Context(), query.And{}, library.Window{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range entries {
				got = append(got, e.Title)
			}
			slices.Sort(got)
			if strings.Join(got, " ") != c.want {
				t.Errorf("kept %q, want %s", got, c.want)
			}
			sound(t, in)
		})
	}
}

// document writes items as RSS.
func document(items string) string {
	var b strings.Builder
	for item := range strings.SplitSeq(items, ", ") {
		f := strings.Fields(item)
		id := ""
		if f[0] != "-" {
			id = "<guid>" + f[0] + "</guid>"
		}
		title := strings.Join(f[2:len(f)-1], " ")
		fmt.Fprintf(&b, "<item><title>%s</title><link>https://e.example%s</link>%s<pubDate>Mon, 02 Feb 2026 %02s:00:00 GMT</pubDate><description>Words of %s.</description></item>",
			title, f[1], id, f[len(f)-1], title)
	}
	return "<rss><channel><title>E</title>" + b.String() + "</channel></rss>"
}
