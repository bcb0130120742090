package motion_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quoth/model"
	"quoth/ui/motion"
)

// TestMotions goes from ^ to $ in each text, by one step.
func TestMotions(t *testing.T) {
	for _, c := range []struct {
		name string
		go1  func(string, int) int
		text string // ^ before the character where it begins, $ before that where it ends
	}{
		{"next", motion.Next, "a^b$c"},
		{"next, a family", motion.Next, "^👨‍👩‍👧$x"},
		{"next, accents apart", motion.Next, "^e\u0301$x"},
		{"next at the end", motion.Next, "ab^$c"},
		{"previous", motion.Previous, "a$b^c"},
		{"previous, a family", motion.Previous, "a$👨‍👩‍👧^x"},
		{"previous at the start", motion.Previous, "^$abc"},
		{"word", motion.NextWord, "^the $bridge"},
		{"word from within", motion.NextWord, "th^e  $bridge"},
		{"word, then a mark", motion.NextWord, "^said$, and"},
		{"mark, then a word", motion.NextWord, "said^, $and"},
		{"word over a line", motion.NextWord, "en^d\n\n$New"},
		{"word back", motion.PreviousWord, "the $bridge^ is"},
		{"word back from its start", motion.PreviousWord, "$the ^bridge"},
		{"end of word", motion.WordEnd, "^th$e bridge"},
		{"end of the next word", motion.WordEnd, "th^e bridg$e"},
		{"sentence", motion.NextSentence, "It ^is. $He said"},
		{"sentence after a quotation", motion.NextSentence, "“It ^is.” $He said"},
		{"sentence at a paragraph", motion.NextSentence, "A ^headline\n\n$He said"},
		{"sentence with a title", motion.NextSentence, "^The maternity ward of St. Brigid's closes, Dr. Abara said. $It is old."},
		{"sentence with initials", motion.NextSentence, "^William J. Moe of the U.S. Navy said so. $It is old."},
		{"sentence with a title in marks", motion.NextSentence, "^He called “Dr. No” a film. $It is old."},
		{"sentence back over a title", motion.PreviousSentence, "It is old. $So Dr. Abara ^said."},
		{"sentence back", motion.PreviousSentence, "It is. $He ^said"},
		{"sentence back from its start", motion.PreviousSentence, "$It is. ^He said"},
	} {
		from := strings.Index(strings.ReplaceAll(c.text, "$", ""), "^")
		want := strings.Index(strings.ReplaceAll(c.text, "^", ""), "$")
		text := strings.NewReplacer("^", "", "$", "").Replace(c.text)
		if got := c.go1(text, from); got != want {
			t.Errorf("%s: %q from %d goes to %d, want %d", c.name, text, from, got, want)
		}
	}
}

func TestSentence(t *testing.T) {
	for text, want := range map[string]string{
		"It was. The ward of St. Brig^id's closes. It is old.": "The ward of St. Brigid's closes.",
		"^One. Two.":                 "One.",
		"One. Two^":                  "Two",
		"One. “Two t^oo.” Three.":    "“Two too.”",
		"A head\n\nOne^.\n\nTwo.":    "One.",
		"no stop^ at all":            "no stop at all",
		"So it went^. And so did we": "So it went.",
	} {
		off := strings.Index(text, "^")
		text = strings.Replace(text, "^", "", 1)
		if got := motion.Sentence(text, off).In(text); got != want {
			t.Errorf("%q at %d: %q, want %q", text, off, got, want)
		}
	}
}

func TestParagraph(t *testing.T) {
	blocks := []model.Block{{Span: model.Span{Start: 0, End: 5}}, {Span: model.Span{Start: 7, End: 20}}, {Span: model.Span{Start: 22, End: 30}}}
	for _, c := range [][3]int{{0, 1, 7}, {9, 1, 22}, {9, -1, 7}, {7, -1, 0}, {9, -2, 0}, {25, 3, 22}, {0, -1, 0}} {
		if got := motion.Paragraph(blocks, c[0], c[1]); got != c[2] {
			t.Errorf("from %d by %d: %d, want %d", c[0], c[1], got, c[2])
		}
	}
}

func TestMotionsStayInTheText(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab .,!\n“”é\u0301日👨\u200d"))).Draw(rt, "text")
		off := 0
		if s := motion.Sentence(text, 0); s.Start != 0 || s.End > len(text) || s.End < 0 {
			rt.Fatalf("of %q the first sentence is %v", text, s)
		}
		for range rapid.IntRange(0, 10).Draw(rt, "steps") {
			off = motion.Next(text, off)
		}
		for _, on := range []func(string, int) int{motion.Next, motion.NextWord, motion.WordEnd, motion.NextSentence} {
			if got := on(text, off); got < off || got > len(text) {
				rt.Fatalf("from %d of %q on to %d", off, text, got)
			}
		}
		for _, back := range []func(string, int) int{motion.Previous, motion.PreviousWord, motion.PreviousSentence} {
			if got := back(text, off); got < 0 || got > off {
				rt.Fatalf("from %d of %q back to %d", off, text, got)
			}
		}
	})
}
