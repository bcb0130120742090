package theme

import (
	"os"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
)

func kinds() []model.EntityType {
	return []model.EntityType{
		model.Person, model.Org, model.Place, model.NORP, model.Event, model.Work, model.Date, model.Time,
	}
}

// TestMeaningSurvivesWithoutColour takes the colours away: every kind of entity
// but the two of time still looks different from the others and from the text.
func TestMeaningSurvivesWithoutColour(t *testing.T) {
	s := New(Options{Ground: GroundDark, Profile: colorprofile.ASCII})
	type look struct {
		attrs     uint8
		underline uv.Underline
	}
	seen := map[look]model.EntityType{{}: "TEXT"}
	for _, k := range kinds() {
		e := s.Entity(k)
		if e.Fg != nil || e.Bg != nil || e.UnderlineColor != nil {
			t.Errorf("%s has a colour: %+v", k, e)
		}
		l := look{e.Attrs, e.Underline}
		if other, ok := seen[l]; ok && !(k == model.Time && other == model.Date) {
			t.Errorf("%s looks like %s", k, other)
		}
		seen[l] = k
	}
	for name, p := range map[string]Pair{"note": s.Highlight(0).Text, "search": s.Search} {
		if p.Normal.IsZero() || p.Normal == p.Current {
			t.Errorf("%s is not to be seen, or not which one is current", name)
		}
	}
	for name, st := range map[string]uv.Style{
		"current quote": s.Quote.Current, "selection": s.Selection, "cursor": s.Cursor, "evidence": s.Evidence, "link": s.Article.Link,
	} {
		if st.IsZero() {
			t.Errorf("%s is not to be seen", name)
		}
	}
}

// TestSpeakersTakeTurns gives each of many speakers a look of their own.
func TestSpeakersTakeTurns(t *testing.T) {
	for profile, want := range map[colorprofile.Profile]int{
		colorprofile.TrueColor: 30, colorprofile.ANSI256: 30, colorprofile.ANSI: 30, colorprofile.ASCII: 5,
	} {
		s := New(Options{Ground: GroundDark, Profile: profile})
		type look struct {
			ink         uv.Style
			thin, thick string
		}
		seen := map[look]int{}
		for i := range want {
			sp := s.Speaker(i)
			l := look{sp.Ink, sp.Glyph(false), sp.Glyph(true)}
			if j, ok := seen[l]; ok {
				t.Errorf("%v: speakers %d and %d look the same", profile, j, i)
			}
			seen[l] = i
			if sp.Thin == sp.Thick {
				t.Errorf("%v: speaker %d has one bar for all quotations", profile, i)
			}
		}
	}
}

func TestOverAddsUp(t *testing.T) {
	red, blue := ink(newPalette(GroundDark, colorprofile.ANSI).alarm).Fg, newPalette(GroundDark, colorprofile.ANSI).accent
	person := uv.Style{Fg: red, Attrs: uv.AttrBold}
	quote := uv.Style{Bg: blue}
	hit := uv.Style{Attrs: uv.AttrReverse}
	got := Over(Over(Over(person, quote), hit), uv.Style{Underline: uv.UnderlineCurly})
	want := uv.Style{Fg: red, Bg: blue, Underline: uv.UnderlineCurly, Attrs: uv.AttrBold | uv.AttrReverse}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := Over(hit, hit); got.Attrs != 0 {
		t.Errorf("reverse over reverse is %+v, want plain", got)
	}
}

func TestReadSheet(t *testing.T) {
	f, err := os.Open("testdata/sheet.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet, err := ReadSheet(f)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Ground: GroundDark, Profile: colorprofile.TrueColor}
	plain := New(o)
	o.Sheet = sheet
	s := New(o)
	if s.Article.Heading[0].Fg == plain.Article.Heading[0].Fg {
		t.Error("the sheet's headings have the built-in colour")
	}
	if s.Article.Heading[0].Attrs&uv.AttrBold == 0 || s.Article.Heading[5].Attrs&uv.AttrBold != 0 {
		t.Error("h1 is to be bold, h6 is not")
	}
	if s.Article.Emphasis.Underline != uv.UnderlineSingle || s.Article.Comment.Fg == plain.Article.Comment.Fg {
		t.Error("emphasis or comments do not come from the sheet")
	}
	if s.Article.Strike != plain.Article.Strike {
		t.Error("what the sheet does not name has changed")
	}
	o.Profile = colorprofile.ASCII
	if s := New(o); s.Article.Heading[0].Fg != nil || s.Article.Code.Bg != nil {
		t.Error("a sheet brings colours back where there are none")
	}
}

func TestReadSheetNamesWhatIsWrong(t *testing.T) {
	for in, want := range map[string]string{
		`{"h1": {"color": "mauve"}}`: `colour "mauve": want #rrggbb or a number from 0 to 255`,
		`{"h1": {"color": "256"}}`:   `colour "256"`,
		`{"h1": 3}`:                  `style sheet: `,
		``:                           `style sheet: EOF`,
	} {
		if _, err := ReadSheet(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", in, err, want)
		}
	}
}

// TestOwnHighlights: the user's kinds have the colours that the user gave them, and
// signs of their own; where there are no colours the signs still tell them apart.
func TestOwnHighlights(t *testing.T) {
	own := []string{"", "green", "#ff8800", "red", "", "blue"}
	for _, ground := range []Ground{GroundUnknown, GroundDark, GroundLight} {
		s := New(Options{Ground: ground, Profile: colorprofile.TrueColor, Highlights: own})
		if got := s.Highlight(6).Text.Normal.UnderlineColor; got != lipgloss.Color("#ff8800") {
			t.Errorf("ground %d: the third kind is %v", ground, got)
		}
		if s.Highlight(5).Text.Normal.UnderlineColor != s.Speaker(2).Ink.Fg || s.Highlight(7).Sign.Normal.Fg != s.Error.Fg {
			t.Errorf("ground %d: green is %v, red %v", ground, s.Highlight(5).Text.Normal.UnderlineColor, s.Highlight(7).Sign.Normal.Fg)
		}
	}
	s := New(Options{Profile: colorprofile.ASCII, Highlights: own})
	seen := map[string]bool{}
	for i := range 8 {
		look := s.Highlight(i)
		if seen[look.Glyph] || look.Text.Normal.UnderlineColor != nil {
			t.Errorf("without colours kind %d is %q %v", i, look.Glyph, look.Text.Normal.UnderlineColor)
		}
		seen[look.Glyph] = true
	}
	for word, want := range map[string]bool{"green": true, "#56B4E9": true, "#fff": true, "greenish": false, "": false} {
		if IsColour(word) != want {
			t.Errorf("%q is a colour: %t", word, !want)
		}
	}
}
