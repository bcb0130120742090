package timex_test

import (
	"os"
	"strings"
	"testing"

	"quoth/annotate/doc"
	"quoth/annotate/mark"
	"quoth/annotate/sentence"
	"quoth/annotate/testcase"
	"quoth/annotate/timex"
	"quoth/annotate/token"
	"quoth/model"
)

func prepare(t testing.TB, text, published string) *doc.Doc {
	t.Helper()
	stamp, err := model.ParseStamp(published)
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Doc{Text: text, Published: stamp}
	token.Split(d, nil)
	mark.Fill(d)
	sentence.Split(d)
	return d
}

// listing writes the expressions of d as the data files do.
func listing(d *doc.Doc) string {
	var b strings.Builder
	for _, x := range d.Times {
		b.WriteString(d.Text[d.Tokens[x.First].Start:d.Tokens[x.End-1].End] + "\t" + x.Value + "\n")
	}
	return b.String()
}

func TestFind(t *testing.T) {
	g := timex.New()
	for _, c := range testcase.Read(t, "testdata/times.txt") {
		published, text, _ := strings.Cut(c.Text, "\n")
		d := prepare(t, text, strings.TrimPrefix(published, "-"))
		g.Find(d)
		if got := strings.TrimSpace(listing(d)); got != c.Want {
			t.Errorf("%s (%s): got\n%s\nwant\n%s", text, published, got, c.Want)
		}
	}
}

func TestReanchor(t *testing.T) {
	text := `“Today was a comedy,” he said on Thursday. “We vote tomorrow.” It rains today.`
	d := prepare(t, text, "2026-06-13")
	g := timex.New()
	g.Find(d)
	day, ok := timex.DayOf("2026-06-11")
	if !ok {
		t.Fatal("2026-06-11 is no day")
	}
	g.Reanchor(d, []timex.Anchor{{Span: model.Span{Start: 0, End: strings.Index(text, " It rains")}, Day: day}})
	want := "Today\t2026-06-11\nThursday\t2026-06-11\ntomorrow\t2026-06-12\ntoday\t2026-06-13\n"
	if got := listing(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestReanchorDropsNamed: what a name holds does not come back with an anchor.
func TestReanchorDropsNamed(t *testing.T) {
	text := "Ida said on Monday that the Good Friday Agreement held."
	d := prepare(t, text, "2026-03-04")
	d.Names = []doc.Name{{First: 6, End: 9, Type: model.Work}}
	g := timex.New()
	g.Find(d)
	day, ok := timex.DayOf("2026-03-02")
	if !ok {
		t.Fatal("2026-03-02 is no day")
	}
	g.Reanchor(d, []timex.Anchor{{Span: model.Span{Start: 19, End: len(text)}, Day: day}})
	if got, want := listing(d), "Monday\t2026-03-02\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDropDays(t *testing.T) {
	d := prepare(t, "The Sunday Shop was shut on Sunday and on New Year's Day.", "2026-02-03")
	timex.New().Find(d)
	d.Names = []doc.Name{{First: 1, End: 3, Type: model.Org}, {First: 6, End: 7, Type: model.Person}, {First: 9, End: 13, Type: model.Event}}
	timex.DropDays(d)
	if len(d.Names) != 2 || d.Names[0].End != 3 || d.Names[1].End != 7 {
		t.Errorf("names %+v, want the shop and the person", d.Names)
	}
}

func TestDropNamed(t *testing.T) {
	d := prepare(t, "The Sunday Times wrote on Monday of the Easter Rising.", "2026-02-03")
	timex.New().Find(d)
	d.Names = []doc.Name{{First: 1, End: 3, Type: model.Org}, {First: 8, End: 10, Type: model.Event}}
	timex.DropNamed(d)
	if got, want := listing(d), "Monday\t2026-02-02\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDayOf(t *testing.T) {
	for value, day := range map[string]string{
		"2026-02-01":           "2026-02-01",
		"2026-01-31TEV":        "2026-01-31",
		"2026-01-31T21:40":     "2026-01-31",
		"2026-W05":             "",
		"2026-01":              "",
		"XXXX-WXX-6":           "",
		"XXXX-XX-XXT02:00":     "",
		"2026-03-10/2026-03-1": "",
	} {
		got, ok := timex.DayOf(value)
		if ok != (day != "") || ok && got.Format("2006-01-02") != day {
			t.Errorf("DayOf(%s) = %v, %v, want %q", value, got, ok, day)
		}
	}
}

// hostile texts are units that, repeated, once made some grammar slow or panic.
var hostile = []string{"Monday ", "today ", "\"", "at 10:20 ", "the day before ", "1990s", "5-", "May ", "’s", "1,111", "A. ", "20 minutes past "}

func TestFindHostile(t *testing.T) {
	g := timex.New()
	for _, s := range hostile {
		t.Run(s, func(t *testing.T) { check(t, g, strings.Repeat(s, 300_000/len(s))) })
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range testcase.Read(f, "testdata/times.txt") {
		f.Add(c.Text)
	}
	for _, s := range hostile {
		f.Add(s + s + s)
	}
	g := timex.New()
	f.Fuzz(func(t *testing.T, text string) { check(t, g, text) })
}

// check asserts that the expressions stand in order, inside the text, apart,
// and the same twice.
func check(t *testing.T, g *timex.Grammar, text string) {
	t.Helper()
	d := prepare(t, text, "2026-02-02")
	g.Find(d)
	end := 0
	for _, x := range d.Times {
		if x.First < end || x.End <= x.First || x.End > len(d.Tokens) || x.Value == "" {
			t.Fatalf("expression %+v after token %d of %d", x, end, len(d.Tokens))
		}
		end = x.End
	}
	first := listing(d)
	if g.Find(d); listing(d) != first {
		t.Fatal("another result the second time")
	}
}

func BenchmarkFind(b *testing.B) {
	data, err := os.ReadFile("../../sample/muscat-talks.md")
	if err != nil {
		b.Fatal(err)
	}
	d := prepare(b, string(data), "2026-02-08")
	g := timex.New()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		g.Find(d)
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		timex.New()
	}
}
