package contract

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"quoth/model"
)

// The pieces differ in bytes, code points and graphemes: é as two code points,
// a joined family, a flag, Chinese, Arabic, a tie over two letters.
var pieces = []string{
	"a", " ", "\n\n", "“", "”", "é", "e\u0301", "t͡s", "漢字", "سالم", "👩‍👩‍👧‍👦", "🇫🇯", "𝔘", "\u2028", "\x00", "<&>",
}

func someText(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 400).Draw(t, "parts")
	return strings.Join(parts, "")
}

func TestPointsAgreeWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := someText(t)
		points := NewPoints(text)
		n := 0
		for at := range text {
			if got := points.FromByte(at); got != n {
				t.Fatalf("FromByte(%d) = %d, want %d", at, got, n)
			}
			if got, err := points.ToByte(n); got != at || err != nil {
				t.Fatalf("ToByte(%d) = %d, %v, want %d", n, got, err, at)
			}
			n++
		}
		if points.Len() != n || points.FromByte(len(text)) != n {
			t.Fatalf("Len() = %d, FromByte(end) = %d, want %d", points.Len(), points.FromByte(len(text)), n)
		}
		if got, err := points.ToByte(n); got != len(text) || err != nil {
			t.Fatalf("ToByte(end) = %d, %v, want %d", got, err, len(text))
		}
		if _, err := points.ToByte(n + 1); err == nil {
			t.Fatal("ToByte past the end succeeded")
		}
	})
}

func FuzzPoints(f *testing.F) {
	f.Add(strings.Repeat("漢", 300), 255)
	f.Add("\xff\xe6\xbc", 2)
	f.Fuzz(func(t *testing.T, text string, off int) {
		got := NewPoints(text).FromByte(off)
		want := 0
		for at := range text {
			if at < off {
				want++
			}
			if _, size := utf8.DecodeRuneInString(text[at:]); at < off && off < at+size {
				want--
			}
		}
		if got != want {
			t.Errorf("FromByte(%d) in %q = %d, want %d", off, text, got, want)
		}
	})
}

func span1(t *rapid.T, text string) model.Span {
	points := NewPoints(text)
	n := rapid.IntRange(0, points.Len()).Draw(t, "start")
	m := rapid.IntRange(n, points.Len()).Draw(t, "end")
	start, _ := points.ToByte(n)
	end, _ := points.ToByte(m)
	return model.Span{Start: start, End: end}
}

func someSpans(t *rapid.T, text string) []model.Span {
	var spans []model.Span
	for range rapid.IntRange(0, 3).Draw(t, "spans") {
		spans = append(spans, span1(t, text))
	}
	return spans
}

func TestDecodeGivesWhatEncodeTook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := &model.Article{ID: "a/1", Text: someText(t)}
		if rapid.Bool().Draw(t, "dated") {
			a.Published, _ = model.ParseStamp("2026-02-08T21:40:00+04:00")
		}
		ann := model.Annotations{
			Entities: []model.Entity{
				{ID: "e1", Type: model.Person, Name: "Malé", Mentions: someSpans(t, a.Text)},
				{ID: "e2", Type: model.Date, Name: "Sunday", Value: "2026-02-01", Mentions: someSpans(t, a.Text)},
			},
			Quotes: []model.Quote{{
				ID: "q1", Kind: model.Mixed, Content: someSpans(t, a.Text), Cue: someSpans(t, a.Text), Source: someSpans(t, a.Text),
				Speaker: "e1", SpeakerName: "Malé", SpeakerKind: model.SpeakerPerson,
				Addressee:  &model.Ref{Span: span1(t, a.Text), Name: "reporters"},
				Where:      []model.Where{{Kind: model.WhereMedium, Span: span1(t, a.Text), Name: "X", Inherited: true}},
				When:       &model.When{Span: span1(t, a.Text), Value: "2026-02-01"},
				Confidence: 0.875,
				Evidence:   []model.Evidence{{Rule: "inverted", Span: span1(t, a.Text)}},
			}, {ID: "q2", Kind: model.Indirect, SpeakerKind: model.SpeakerUnknown}},
		}
		line, err := Encode(a, ann)
		if err != nil {
			t.Fatal(err)
		}
		gotArticle, got, err := Decode(line)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(ann, got); diff != "" {
			t.Errorf("annotations (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(a, gotArticle); diff != "" {
			t.Errorf("article (-want +got):\n%s", diff)
		}
	})
}

func TestEncodeCountsCodePoints(t *testing.T) {
	a := &model.Article{Text: "👩‍👧 «Вот»"}
	quote := strings.Index(a.Text, "«")
	line, err := Encode(a, model.Annotations{Quotes: []model.Quote{{
		ID: "q1", Kind: model.Direct, SpeakerKind: model.SpeakerUnknown, Confidence: 2.0 / 3,
		Content: []model.Span{{Start: quote, End: len(a.Text)}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":null,"title":null,"published":null,"text":"👩‍👧 «Вот»","entities":[],"quotes":[` +
		`{"id":"q1","kind":"direct","content":[[4,9]],"cue":[],"source":[],"speaker":null,"speaker_name":null,` +
		`"speaker_kind":"unknown","addressee":null,"where":[],"when":null,"confidence":0.667,"evidence":[]}]}` + "\n"
	if string(line) != want {
		t.Errorf("got  %swant %s", line, want)
	}
}

func TestDecodeArticleRefuses(t *testing.T) {
	for line, want := range map[string]string{
		``:                                      `empty`,
		`{"text": "a"`:                          `no JSON, at byte 12: unexpected end of JSON input`,
		`{"text": "a"} {}`:                      `no JSON, at byte 15: invalid character '{' after top-level value`,
		`[]`:                                    `no JSON object: array`,
		`null`:                                  `no JSON object: null`,
		`"text"`:                                `no JSON object: string`,
		`{}`:                                    `no "text"`,
		`{"TEXT": "a"}`:                         `no "text"`,
		`{"text": null}`:                        `no "text"`,
		`{"text": 1}`:                           `"text": no string`,
		`{"text": "a", "id": 5}`:                `"id": no string`,
		`{"text": "a", "published": "Tuesday"}`: `"published": date "Tuesday": want YYYY-MM-DD or RFC 3339`,
		`{"text": "a\\\ud83dz"}`:                `"text": \ud83d is half of a character`,
		`{"text": "\udE00\ud83d"}`:              `"text": \udE00 is half of a character`,
		"{\"text\": \"a\xff\"}":                 `not UTF-8`,
	} {
		if _, err := DecodeArticle([]byte(line)); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", line, err, want)
		}
	}
}

func TestDecodeArticleTakes(t *testing.T) {
	for line, want := range map[string]model.Article{
		`{"text": ""}`: {},
		`{"text": "\\ud83d \ud83d\ude00\n", "id": null, "x": 1}`: {Text: "\\ud83d 😀\n"},
		` {"title": "T", "id": "i", "text": "a\r\n"} `:           {ID: "i", Title: "T", Text: "a\r\n"},
	} {
		got, err := DecodeArticle([]byte(line))
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if diff := cmp.Diff(&want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
	}
}

func TestDecodeRefusesOffsetsOutsideTheText(t *testing.T) {
	for _, mentions := range []string{"[[0,3]]", "[[-1,1]]", "[[2,1]]"} {
		line := `{"text":"éa","entities":[{"id":"e1","type":"ORG","name":"x","mentions":` + mentions + `}],"quotes":[]}`
		if _, _, err := Decode([]byte(line)); err == nil {
			t.Errorf("%s accepted", mentions)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"text":"a\ud83d\ude00","quotes":[{"id":"q1","content":[[0,1]],"when":{"span":[0,2],"value":"2026"}}]}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		a, ann, err := Decode(line)
		if err != nil {
			return
		}
		again, err := Encode(a, ann)
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(again) || strings.Count(string(again), "\n") != 1 {
			t.Fatalf("no line of JSON: %q", again)
		}
		b, _, err := Decode(again)
		if err != nil {
			t.Fatal(err)
		}
		if a.Text != b.Text {
			t.Errorf("text %q became %q", a.Text, b.Text)
		}
	})
}
