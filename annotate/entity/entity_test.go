package entity_test

import (
	"os"
	"strings"
	"testing"

	"quoth/annotate/doc"
	"quoth/annotate/entity"
	"quoth/annotate/sentence"
	"quoth/annotate/testcase"
	"quoth/annotate/token"
	"quoth/model"
)

func tagger(t testing.TB) *entity.Tagger {
	t.Helper()
	tagger, err := entity.Load()
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

func split(text string) *doc.Doc {
	d := &doc.Doc{Text: text}
	token.Split(d, nil)
	sentence.Split(d)
	return d
}

// TestAnnotate holds the model to names that every version has to find.
func TestAnnotate(t *testing.T) {
	tagger := tagger(t)
	for _, c := range testcase.Read(t, "testdata/names.txt") {
		d := split(c.Text)
		tagger.Annotate(d)
		if got := list(d); got != c.Want {
			t.Errorf("%s\n got\n%s\nwant\n%s", c.Text, got, c.Want)
		}
	}
}

func list(d *doc.Doc) string {
	var lines []string
	for _, n := range d.Names {
		lines = append(lines, string(n.Type)+" "+d.Text[d.Tokens[n.First].Start:d.Tokens[n.End-1].End])
	}
	return strings.Join(lines, "\n")
}

// TestDayBeforeName holds a day that is found before it off a name.
func TestDayBeforeName(t *testing.T) {
	d := split("Mr. Ursula Achterberg-Diallo spoke. On Monday Achterberg-Diallo left.")
	for i := range d.Tokens {
		if d.Word(i) == "Monday" {
			d.Times = []doc.Time{{First: i, End: i + 1, Type: model.Date}}
		}
	}
	tagger(t).Annotate(d)
	if got, want := list(d), "PERSON Ursula Achterberg-Diallo\nPERSON Achterberg-Diallo"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestOpenBroken(t *testing.T) {
	if _, err := entity.Open("", ""); err == nil {
		t.Error("no weights: no error")
	}
}

// TestLearn learns from a document that leaves open what a MISC is, and hides
// peoples, and checks that what is marked is learnt all the same.
func TestLearn(t *testing.T) {
	gazetteer, err := entity.PackGazetteer([]entity.Entry{{Kind: "country", Name: "Ruritania"}, {Kind: "given", Name: "Ida"}, {Kind: "18", Name: "envoy"}})
	if err != nil {
		t.Fatal(err)
	}
	examples := []entity.Example{
		{
			Doc:    split("Ida Moreau met the Lido Prize envoy in Ruritania ."),
			Marks:  []entity.Mark{{First: 0, End: 2, Types: []model.EntityType{model.Person}}, {First: 4, End: 6, Types: []model.EntityType{model.Event, model.Work}, Maybe: true}, {First: 8, End: 9, Types: []model.EntityType{model.Place}}},
			Hidden: []model.EntityType{model.NORP},
		},
		{Doc: split("An envoy saw Ida in Zenda ."), Marks: []entity.Mark{{First: 3, End: 4, Types: []model.EntityType{model.Person}}, {First: 5, End: 6, Types: []model.EntityType{model.Place}}}},
	}
	weights, err := entity.Learn(examples, gazetteer, entity.Options{Runs: 1, Epochs: 20})
	if err != nil {
		t.Fatal(err)
	}
	again, err := entity.Learn(examples, gazetteer, entity.Options{Runs: 1, Epochs: 20})
	if err != nil {
		t.Fatal(err)
	}
	if string(weights) != string(again) {
		t.Error("the same examples give other weights")
	}
	tagger, err := entity.Open(string(weights), string(gazetteer))
	if err != nil {
		t.Fatal(err)
	}
	d := split("An envoy saw Ida in Zenda .")
	tagger.Annotate(d)
	if got, want := list(d), "PERSON Ida\nPLACE Zenda"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add("SEOUL — “Go,” Kim Jong-un said.\n\nMr Kim of X. (UKMTO)")
	f.Add("A of A of A the B - C - D's e")
	tagger := tagger(f)
	f.Fuzz(func(t *testing.T, text string) {
		d := split(text)
		tagger.Annotate(d)
		end := 0
		for _, n := range d.Names {
			if n.First < end || n.End <= n.First || n.End > len(d.Tokens) {
				t.Fatalf("name of tokens %d to %d after %d", n.First, n.End, end)
			}
			end = n.End
		}
		again := split(text)
		tagger.Annotate(again)
		if list(d) != list(again) {
			t.Fatal("the same text gives other names")
		}
	})
}

func TestHostile(t *testing.T) {
	tagger := tagger(t)
	for name, text := range map[string]string{
		"capitals": strings.Repeat("Ida ", 50_000),
		"hyphens":  strings.Repeat("Ida-", 50_000),
		"links":    strings.Repeat("Bank of the ", 30_000),
		"one word": strings.Repeat("A", 1<<20),
	} {
		t.Run(name, func(t *testing.T) {
			d := split(text)
			tagger.Annotate(d)
			for _, n := range d.Names {
				if n.End > len(d.Tokens) {
					t.Fatalf("name ends at %d", n.End)
				}
			}
		})
	}
}

func BenchmarkAnnotate(b *testing.B) {
	tagger := tagger(b)
	var docs []*doc.Doc
	tokens, size := 0, 0
	entries, err := os.ReadDir("../../sample")
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".md") {
			continue
		}
		data, err := os.ReadFile("../../sample/" + e.Name())
		if err != nil {
			b.Fatal(err)
		}
		d := split(string(data))
		docs = append(docs, d)
		tokens += len(d.Tokens)
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			tagger.Annotate(d)
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
