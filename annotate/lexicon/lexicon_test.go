package lexicon_test

import (
	"testing"

	"quoth/annotate/lexicon"
)

func open(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.New()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLemmas(t *testing.T) {
	l := open(t)
	for form, want := range map[string]string{
		"said": "say", "Says": "say", "saying": "say", "TOLD": "tell", "quipped": "quip", "denied": "deny", "denies": "deny",
		"urges": "urge", "urging": "urge", "insisted": "insist", "wrote": "write", "acknowledging": "acknowledge", "xyzzy": "xyzzy",
	} {
		if got := l.VerbLemma(form); got != lexicon.HashOf(want) {
			t.Errorf("%s is not taken for a form of %s", form, want)
		}
	}
	for form, want := range map[string]string{
		"ministers": "minister", "spokesmen": "spokesman", "agencies": "agency", "Children": "child", "boss": "boss", "witnesses": "witness",
	} {
		if got := l.NounLemma(form); got != lexicon.HashOf(want) {
			t.Errorf("%s is not taken for the plural of %s", form, want)
		}
	}
}

func TestEntries(t *testing.T) {
	l := open(t)
	say, tell := l.Of(lexicon.HashOf("say")), l.Of(lexicon.HashOf("tell"))
	if say.Class != lexicon.Say || say.Sense != lexicon.Saying || say.Flags != 0 {
		t.Errorf("say: %+v", say)
	}
	if tell.Flags&lexicon.Addressed == 0 {
		t.Errorf("tell has no addressee: %+v", tell)
	}
	for word, list := range map[string]lexicon.List{
		"Minister": lexicon.Person, "glaciologist": lexicon.Person, "queen": lexicon.Female, "he": lexicon.Male,
		"poll": lexicon.Document, "ministry": lexicon.Body, "Tuesday": lexicon.Time, "claim": lexicon.Report, "Dr.": lexicon.Title,
	} {
		if !l.Of(lexicon.HashOf(word)).Has(list) {
			t.Errorf("%s is not in its list", word)
		}
	}
	if e := l.Of(lexicon.HashOf("qwertyuiop")); *e != (lexicon.Entry{}) {
		t.Errorf("an unknown word has an entry: %+v", e)
	}
}

func TestHashFolds(t *testing.T) {
	if lexicon.HashOf("DON’T") != lexicon.HashOf("don't") || lexicon.HashOf("ÉLÈVE") != lexicon.HashOf("élève") {
		t.Error("hash tells case or apostrophes apart")
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		open(b)
	}
}
