package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/charmbracelet/x/exp/golden"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/contract"
)

func written(t *testing.T, format string, docs ...Document) []byte {
	t.Helper()
	f, err := Named(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b, slices.Values(docs)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFormats(t *testing.T) {
	for _, f := range Formats() {
		t.Run(f.Name, func(t *testing.T) {
			golden.RequireEqual(t, written(t, f.Name, article(t, Options{All: true})))
		})
	}
}

func TestFormatsOfNothing(t *testing.T) {
	for name, want := range map[string]string{"json": "[]\n", "jsonl": "", "csl-json": "[]\n", "bibtex": "", "gold": ""} {
		if got := string(written(t, name)); got != want {
			t.Errorf("%s of nothing is %q, want %q", name, got, want)
		}
	}
	if _, err := Named("pdf"); err == nil {
		t.Error("there is a format pdf")
	}
}

// TestJSONLDCountsCodePoints: in this text bytes, UTF-16 units and code points
// all differ.
func TestJSONLDCountsCodePoints(t *testing.T) {
	text := "😀 e\u0301tude: 首相は「橋を閉鎖する」と述べた。👩‍👩‍👧 The bridge is shut."
	for _, words := range []string{"橋を閉鎖する", "e\u0301tude", "The bridge", "👩‍👩‍👧", "😀"} {
		at := strings.Index(text, words)
		n := model.Note{ID: "1", Passage: anchor.New(text, model.Span{Start: at, End: at + len(words)})}
		d := New(model.Entry{ID: "a", Source: "https://example.org/"}, text, model.Annotations{}, model.Marks{Notes: []model.Note{n}}, Options{})
		var page ldPage
		if err := json.Unmarshal(written(t, "jsonld", d), &page); err != nil {
			t.Fatal(err)
		}
		selectors := page.Items[0].Target.Selector
		points := []rune(text)
		start, end := *selectors[1].Start, *selectors[1].End
		if got := string(points[start:end]); got != words || selectors[0].Exact != words {
			t.Errorf("code points %d to %d are %q, want %q", start, end, got, words)
		}
		if units := len(utf16.Encode(points[:start])); words != "😀" && (units == start || start == at) {
			t.Errorf("%q: the three counts do not differ: %d points, %d units, %d bytes", words, start, units, at)
		}
	}
}

func TestJSONIsTheContract(t *testing.T) {
	d := article(t, Options{})
	line := bytes.TrimSpace(written(t, "jsonl", d))
	a, ann, err := contract.Decode(line)
	if err != nil || a.Text != bridge || len(ann.Quotes) != 4 || ann.Quotes[1].Status != model.Confirmed || ann.Quotes[3].SpeakerName != "Mara Lindqvist" {
		t.Errorf("%v %+v", err, ann)
	}
	var all []json.RawMessage
	if err := json.Unmarshal(written(t, "json", d, d), &all); err != nil || len(all) != 2 || !bytes.Equal(all[0], line) {
		t.Errorf("%d documents, %v", len(all), err)
	}
}

func TestCSVReadsBack(t *testing.T) {
	for _, name := range []string{"csv", "readwise"} {
		records, err := csv.NewReader(bytes.NewReader(written(t, name, article(t, Options{})))).ReadAll()
		if err != nil || len(records) != 6 {
			t.Errorf("%s: %d records, %v", name, len(records), err)
		}
	}
}

func TestSince(t *testing.T) {
	d := article(t, Options{Since: time.Date(2026, 11, 19, 0, 0, 0, 0, time.UTC)})
	if len(d.Items) != 0 {
		t.Errorf("%d items that are older", len(d.Items))
	}
}

func TestCitation(t *testing.T) {
	d := article(t, Options{})
	want := "Ida Moreau, “Harbour bridge to stay closed until spring,” Harbour News, 17 November 2026, https://news.example.org/2026/11/harbour-bridge."
	if got := Citation(d.Article); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := Citation(model.Entry{Source: "notes.txt"}); got != "notes.txt." {
		t.Errorf("of a file: %s", got)
	}
}

func TestReadAuthor(t *testing.T) {
	for name, want := range map[string]author{
		"Ida Moreau":                  {Family: "Moreau", Given: "Ida"},
		"IDA MOREAU":                  {Family: "MOREAU", Given: "IDA"},
		"J. R. O'Neill-Lee":           {Family: "O'Neill-Lee", Given: "J. R."},
		"JD Vance":                    {Family: "Vance", Given: "JD"},
		"Ursula von der Leyen":        {Family: "von der Leyen", Given: "Ursula"},
		"Maria de los Angeles Lopez":  {Family: "Lopez", Given: "Maria de los Angeles"},
		"Martin Luther King, Jr.":     {Family: "King", Given: "Martin Luther", Suffix: "Jr."},
		"Cal Ripken III":              {Family: "Ripken", Given: "Cal", Suffix: "III"},
		"Special Correspondent":       {Literal: "Special Correspondent"},
		"Our Health Correspondent":    {Literal: "Our Health Correspondent"},
		"Associated Press":            {Literal: "Associated Press"},
		"The Hindu Bureau":            {Literal: "The Hindu Bureau"},
		"BBC Verify":                  {Literal: "BBC Verify"},
		"BBC NEWS":                    {Literal: "BBC NEWS"},
		"Reuters":                     {Literal: "Reuters"},
		"Mirsad Wire, Muscat bureau":  {Literal: "Mirsad Wire, Muscat bureau"},
		"Ida Moreau and Jo Lee":       {Literal: "Ida Moreau and Jo Lee"},
		"Ida Moreau in Muscat":        {Literal: "Ida Moreau in Muscat"},
		"FRANCE 24":                   {Literal: "FRANCE 24"},
		"France 24":                   {Literal: "France 24"},
		"山田 太郎":                       {Literal: "山田 太郎"},
		"Plato":                       {Literal: "Plato"},
		"One Two Three Four Five Six": {Literal: "One Two Three Four Five Six"},
		"ida@example.org":             {Literal: "ida@example.org"},
		"Jean-Pierre N'Diaye":         {Family: "N'Diaye", Given: "Jean-Pierre"},
		"Jean d'Alembert":             {Family: "d'Alembert", Given: "Jean"},
	} {
		if got := readAuthor(name); got != want {
			t.Errorf("%q is %+v, want %+v", name, got, want)
		}
	}
}

func TestBibTeXKeysAndNames(t *testing.T) {
	d := article(t, Options{})
	d.Article.Authors = []string{"Ida Moreau", "Mirsad Wire, Muscat bureau", "Special Correspondent", "Cal Ripken Jr."}
	d.Article.Title = "50% & more_{x}"
	got := string(written(t, "bibtex", d, d))
	for _, want := range []string{"@online{moreau2026morex,", "@online{moreau2026morexa,", "author = {Moreau, Ida and {Mirsad Wire, Muscat bureau} and {Special Correspondent} and Ripken, Jr., Cal},", `title = {{50\% \& more\_\{x\}}},`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}
