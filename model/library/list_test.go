package library

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"quoth/model"
)

// shelf fills a library with a few articles, each of them known by a letter.
func shelf(t *testing.T) *Library {
	t.Helper()
	l, _ := newLibrary(t)
	harbour, _, err := l.AddFeed(t.Context(), model.Feed{URL: "https://harbour.example/feed", Title: "Harbour News", Folder: "Local"})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []struct {
		name, text, day string
		feed            int64
		tags            []string
	}{
		{"A", "The minister spoke of the budget. The bridge stays shut.", "2026-01-31", harbour.ID, []string{"water"}},
		{"B", "The minister’s café was hit by an air strike.", "2026-01-15", harbour.ID, nil},
		{"C", "A strike in the air industry. 伊朗外交部长说。", "2025-12-31", 0, []string{"Water", "air"}},
		{"D", "Nothing of that kind: co-operation at 12:30 in the U.S. said 100% more.", "", 0, nil},
	} {
		x := article("https://example.org/"+a.name, a.name, a.text)
		x.Feed, x.GUID, x.Tags = a.feed, a.name, a.tags
		if a.name == "B" {
			x.Authors = []string{"Lee Orr", "Ida Moreau"}
		}
		if x.Published, err = model.ParseStamp(a.day); err != nil {
			t.Fatal(err)
		}
		keep(t, l, x)
	}
	ids := func(q string) []string {
		ids, err := l.IDs(t.Context(), parse(t, l, q), Window{})
		if err != nil {
			t.Fatal(err)
		}
		return ids
	}
	for _, c := range []model.Change{
		{Flag: model.FlagRead, On: ids("title:a OR title:c")},
		{Flag: model.FlagStarred, On: ids("title:b")},
		{Flag: model.FlagArchived, On: ids("title:c")},
	} {
		if _, err := l.Change(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	annotate(t, l, ids("title:a")[0], []quotation{{"Ali Larijani", "the budget", "Tehran"}, {"Abbas Araqchi", "stays shut", "Muscat"}})
	annotate(t, l, ids("title:b")[0], []quotation{{"Ali Larijani", "air strike", "Muscat"}})
	return l
}

type quotation struct{ speaker, words, where string }

// annotate keeps quotations whose words stand in an article's text.
func annotate(t *testing.T, l *Library, id string, quotes []quotation) {
	t.Helper()
	text, err := l.Text(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var a model.Annotations
	for i, q := range quotes {
		at := strings.Index(text.Plain, q.words)
		a.Quotes = append(a.Quotes, model.Quote{
			ID: fmt.Sprint("q", i+1), Kind: model.Indirect, SpeakerName: q.speaker,
			Content: []model.Span{{Start: at, End: at + len(q.words)}},
			Where:   []model.Where{{Kind: model.WherePlace, Name: q.where}},
		})
	}
	a.Entities = []model.Entity{{ID: "e1", Type: model.Place, Name: "Hormuz"}, {ID: "e2", Type: model.Person, Name: "Someone"}}
	if err := l.KeepAnnotations(t.Context(), dated(t, l, id), "1", &a); err != nil {
		t.Fatal(err)
	}
}

// dated names the text of an article and its day.
func dated(t *testing.T, l *Library, id string) Dated {
	t.Helper()
	e, err := l.Entry(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	text, err := l.Text(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return Dated{Hash: text.Hash, Published: e.Published}
}

func TestFind(t *testing.T) {
	l := shelf(t)
	for _, c := range []struct{ query, want string }{
		{``, "D A B"},
		{`minister`, "A B"},
		{`MINISTER -budget`, "B"},
		{`-minister`, "D C"},
		{`-minister -is:archived`, "D"},
		{`"air strike"`, "B"},
		{`air strike`, "B C"},
		{`"air strike" OR budget`, "A B"},
		{`(budget OR industry) minister`, "A"},
		{`minister (budget OR is:starred)`, "A B"},
		{`cafe`, "B"},
		{`mini*`, "A B"},
		{`mini`, ""},
		{`外交部`, "C"},
		{`部外`, ""},
		{`co-operation`, "D"},
		{`U.S.`, "D"},
		{`12:30`, "D"},
		{`title:a`, "A"},
		{`author:moreau`, "B"},
		{`-author:"ida moreau" feed:harbour`, "A"},
		{`feed:harbour`, "A B"},
		{`feed:local -feed:nope`, "A B"},
		{`feed:l%l`, ""},
		{`tag:water`, "A C"},
		{`tag:WATER tag:air`, "C"},
		{`tag:wat`, ""},
		{`tag:wat*`, "A C"},
		{`is:unread`, "D B"},
		{`is:read`, "A C"},
		{`is:starred`, "B"},
		{`is:archived`, "C"},
		{`after:2026-01`, "D A B"},
		{`after:2026-01 before:2026-01-31`, "B"},
		{`before:2026`, "C"},
		{`speaker:larijani`, "A B"},
		{`speaker:larijani said:strike`, "B"},
		{`speaker:araqchi said:strike`, ""},
		{`speaker:araqchi said:budget`, ""}, // another said it
		{`said:minister`, ""},
		{`-speaker:larijani`, "D C"},
		{`speaker:larijani -speaker:araqchi`, "B"},
		{`speaker:araqchi OR said:strike`, "A B"},
		{`-(speaker:larijani said:strike) minister`, "A"},
		{`place:tehran`, "A"},
		{`place:muscat`, "A B"},
		{`place:hormuz`, "A B"},
		{`place:someone`, ""},
	} {
		if got := titles(t, l, c.query); got != c.want {
			t.Errorf("%s finds %q, want %q", c.query, got, c.want)
		}
		n, err := l.Count(t.Context(), parse(t, l, c.query))
		if err != nil || n != len(strings.Fields(c.want)) {
			t.Errorf("%s counts %d, %v; want %d", c.query, n, err, len(strings.Fields(c.want)))
		}
	}
}

func TestOrder(t *testing.T) {
	l := shelf(t)
	for s, want := range map[Sort]string{Newest: "D A B C", Oldest: "C B A D", ByTitle: "A B C D", ByFeed: "D C A B", ByAdded: "D C B A"} {
		if got := titlesSorted(t, l, "after:2000", s); got != want {
			t.Errorf("order %d is %s, want %s", s, got, want)
		}
	}
	part, err := l.List(t.Context(), parse(t, l, "after:2000"), Window{Offset: 1, Limit: 2})
	if err != nil || len(part) != 2 || part[0].Title != "A" || part[1].Title != "B" {
		t.Errorf("part is %v, %v", part, err)
	}
}

func TestQuotes(t *testing.T) {
	l := shelf(t)
	for _, c := range []struct{ query, want string }{
		{``, "A Larijani:the budget:1:23 A Araqchi:stays shut:1:46 B Larijani:air strike:1:38"},
		{`speaker:larijani`, "A Larijani:the budget:1:23 B Larijani:air strike:1:38"},
		{`speaker:larijani place:muscat`, "B Larijani:air strike:1:38"},
		{`-speaker:larijani`, "A Araqchi:stays shut:1:46"},
		{`said:budget OR said:strike`, "A Larijani:the budget:1:23 B Larijani:air strike:1:38"},
		{`is:starred`, "B Larijani:air strike:1:38"},
		{`bridge speaker:araqchi`, "A Araqchi:stays shut:1:46"},
		{`place:hormuz`, ""},
	} {
		hits, err := l.Quotes(t.Context(), parse(t, l, c.query), Window{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range hits {
			got = append(got, fmt.Sprintf("%s %s:%s:%d:%d", h.Entry.Title, strings.Fields(h.Quote.SpeakerName)[1], h.Words, h.Line, h.Col))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s finds\n%s\nwant\n%s", c.query, strings.Join(got, " "), c.want)
		}
	}
}

func TestQuotationsFollowTheText(t *testing.T) {
	l, c := newLibrary(t)
	x := article("https://example.org/1", "A", "Ida said the bridge is shut.")
	id := keep(t, l, x)
	annotate(t, l, id, []quotation{{"Ida Moreau", "the bridge is shut", "the port"}})
	first := x.Text
	x.Text = "Nobody says a word any more."
	c.pass(time.Hour)
	keep(t, l, x)
	if got := titles(t, l, "speaker:ida"); got != "" {
		t.Errorf("a quotation of an older text is found")
	}
	x.Text = first
	keep(t, l, x)
	if got := titles(t, l, "speaker:ida"); got != "A" {
		t.Errorf("the text is as before, and its quotation is not found")
	}
	sound(t, l)
}

func TestAnnotationsAreKeptByTextAndEngine(t *testing.T) {
	l, _ := newLibrary(t)
	id := keep(t, l, article("https://example.org/1", "A", "Ida said the bridge is shut."))
	text, err := l.Text(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	todo := func(engine string) int {
		ids, err := l.NotAnnotated(t.Context(), engine, 10)
		if err != nil {
			t.Fatal(err)
		}
		return len(ids)
	}
	if todo("1") != 1 {
		t.Error("a new article waits for no engine")
	}
	annotate(t, l, id, []quotation{{"Ida", "shut", "port"}})
	a, ok, err := l.Annotations(t.Context(), Dated{Hash: text.Hash}, "1")
	if err != nil || !ok || a.Quotes[0].SpeakerName != "Ida" || a.Quotes[0].Where[0].Name != "port" {
		t.Errorf("annotations are %+v, %v, %v", a, ok, err)
	}
	if _, ok, err := l.Annotations(t.Context(), Dated{Hash: text.Hash}, "2"); ok || err != nil {
		t.Errorf("another engine's annotations: %v, %v", ok, err)
	}
	if todo("1") != 0 || todo("2") != 1 {
		t.Errorf("%d wait for the engine that was asked, %d for a new one", todo("1"), todo("2"))
	}
	if err := l.KeepAnnotations(t.Context(), Dated{Hash: text.Hash}, "2", &model.Annotations{}); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := l.Annotations(t.Context(), Dated{Hash: text.Hash}, "1"); ok {
		t.Error("the older engine's annotations stay")
	}
	if got := titles(t, l, "speaker:ida"); got != "" {
		t.Error("a quotation that the new engine does not see is found")
	}
}

// TestAnnotationsHangOnTheDate gives one text to two articles of two days, and
// then one of them another day.
func TestAnnotationsHangOnTheDate(t *testing.T) {
	l, _ := newLibrary(t)
	a := article("https://example.org/1", "A", "Ida said on Saturday that the bridge is shut.")
	b := article("https://example.org/2", "B", a.Text)
	a.Published, b.Published = day(5), day(12)
	ids := []string{keep(t, l, a), keep(t, l, b)}
	todo := func() int {
		ids, err := l.NotAnnotated(t.Context(), "1", 10)
		if err != nil {
			t.Fatal(err)
		}
		return len(ids)
	}
	for n, id := range ids {
		if got := todo(); got != 2-n {
			t.Errorf("%d wait, want %d", got, 2-n)
		}
		annotate(t, l, id, []quotation{{"Ida", "shut", "port"}})
	}
	if got := titles(t, l, "speaker:ida"); got != "B A" || todo() != 0 {
		t.Errorf("found %q, %d wait", got, todo())
	}
	before, err := l.SetPublished(t.Context(), ids[0], day(20))
	if err != nil {
		t.Fatal(err)
	}
	if _, found, err := l.Annotations(t.Context(), dated(t, l, ids[0]), "1"); found || err != nil || todo() != 1 {
		t.Errorf("what was said of another day is found: %v, %v, %d wait", found, err, todo())
	}
	if got := titles(t, l, "speaker:ida"); got != "A B" {
		t.Errorf("until the engine is asked again, found %q", got)
	}
	if _, err := l.SetPublished(t.Context(), ids[0], before.Published); err != nil || todo() != 0 {
		t.Errorf("back on its day, %d wait, %v", todo(), err)
	}
}

func day(d int) model.Stamp {
	return model.Stamp{Time: time.Date(2026, 1, d, 0, 0, 0, 0, time.UTC)}
}

// TestUnreadLeavesTheArchiveOut: the numbers at the feeds and the list of the
// unread tell of the same articles, whatever is archived and read.
func TestUnreadLeavesTheArchiveOut(t *testing.T) {
	l := shelf(t)
	const unread = "is:unread -is:archived"
	want := func(shelf string, ofFeed int) {
		t.Helper()
		n, err := l.Count(t.Context(), parse(t, l, unread))
		if err != nil || n != len(strings.Fields(shelf)) || titles(t, l, unread) != shelf {
			t.Errorf("%d unread (%v): %s, want %s", n, err, titles(t, l, unread), shelf)
		}
		feeds, err := l.Feeds(t.Context())
		if err != nil || feeds[0].Unread != ofFeed {
			t.Errorf("%d unread of the feed (%v), want %d", feeds[0].Unread, err, ofFeed)
		}
		sound(t, l)
	}
	change := func(title string, flag model.Flag, on bool) {
		t.Helper()
		ids, err := l.IDs(t.Context(), parse(t, l, "title:"+title), Window{})
		if err != nil {
			t.Fatal(err)
		}
		c := model.Change{Flag: flag, Off: ids}
		if on {
			c = model.Change{Flag: flag, On: ids}
		}
		if _, err := l.Change(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	want("D B", 1)
	change("b", model.FlagArchived, true)
	want("D", 0)
	change("b", model.FlagRead, true)
	want("D", 0)
	change("b", model.FlagArchived, false)
	want("D", 0)
	change("b", model.FlagRead, false)
	want("D B", 1)
	change("c", model.FlagRead, false)
	want("D B", 1)
	change("d", model.FlagDeleted, true)
	want("B", 1)
}

func TestSnippets(t *testing.T) {
	l := shelf(t)
	for _, c := range []struct{ query, title, want string }{
		{`bridge`, "A", "The [bridge] stays shut."},
		{`the budget`, "A", "[The] minister spoke of [the] [budget]."},
		{`cafe`, "B", "The minister’s [café] was hit by an air strike."},
		{`"air strike"`, "B", "The minister’s café was hit by an [air strike]."},
		{`"minister s"`, "B", "The [minister’s] café was hit by an air strike."},
		{`外交`, "C", "[外交]"},
		{`indus*`, "C", "A strike in the air [industry]."},
		{`is:unread`, "D", ""},
		{`-bridge`, "D", ""},
	} {
		of, err := l.List(t.Context(), parse(t, l, "title:"+c.title), Window{})
		if err != nil {
			t.Fatal(err)
		}
		found, err := l.Snippets(t.Context(), parse(t, l, c.query), of)
		if err != nil {
			t.Fatal(err)
		}
		s := found[of[0].ID]
		var got strings.Builder
		at := 0
		for _, m := range s.Marks {
			got.WriteString(s.Text[at:m.Start] + "[" + m.In(s.Text) + "]")
			at = m.End
		}
		got.WriteString(s.Text[at:])
		if c.title == "C" && c.query == "外交" {
			if !strings.Contains(got.String(), c.want) {
				t.Errorf("%s: %q", c.query, got.String())
			}
			continue
		}
		if got.String() != c.want {
			t.Errorf("%s: %q, want %q", c.query, got.String(), c.want)
		}
	}
}

// TestSnippetIsNotTheHeadlineAgain: in the text it stands first.
func TestSnippetIsNotTheHeadlineAgain(t *testing.T) {
	l, _ := newLibrary(t)
	const title = "Hospital board split over closure of ward"
	for text, want := range map[string]string{
		title + "\n\nThe hospital will close. It is old.":          "The hospital will close.",
		"HOSPITAL BOARD SPLIT\nover closure of ward\n\nIt is old.": "",
	} {
		id := keep(t, l, article("https://example.org/"+text[:9], title, text))
		e, err := l.Entry(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		found, err := l.Snippets(t.Context(), parse(t, l, "hospital"), []model.Entry{e})
		if got := found[id].Text; err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", text, got, err, want)
		}
	}
}

func TestTags(t *testing.T) {
	l := shelf(t)
	got, err := l.Tags(t.Context())
	if err != nil || fmt.Sprint(got) != "[{air 1} {water 2}]" {
		t.Errorf("tags are %v, %v", got, err)
	}
}
