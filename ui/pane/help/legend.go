package help

import (
	"quoth/model"
	"quoth/ui/theme"
)

// legend explains what is seen in the text and the panel, drawn as it is there.
func (p *Pane) legend() section {
	s := p.styles
	one, two := s.Speaker(0), s.Speaker(1)
	none := s.Speaker(-1)
	like := func(t model.EntityType, text string) []piece {
		return []piece{{theme.Over(s.Text, s.Entity(t)), text}}
	}
	quiet := func(text string) []piece { return []piece{{s.Quiet, text}} }
	var more, current []piece
	for i, look := range s.Bars() {
		if i > 0 {
			more = append(more, piece{look.Ink, look.Thin + " "})
		}
		current = append(current, piece{look.Ink, look.Thick + " "})
	}
	out := section{"What you see", []entry{
		{sign: []piece{{one.Ink, one.Thin}, {s.Text, " "}, {two.Ink, two.Thin}}, text: "somebody speaks here; the same colour is the same speaker, in the text and in the panel"},
		{sign: more, text: "the bars of other speakers, where colours run out"},
		{sign: current, text: "the quotation where you are"},
		{sign: []piece{{none.Ink, none.Thin}}, text: "a source without a name, or one that the article does not tell"},
		{sign: []piece{{theme.Over(s.Text, s.Quote.Normal), "“words”"}}, text: "said in these words; what is reported in others has no quotation marks"},
		{sign: []piece{{theme.Over(s.Text, s.Quote.Current), "words"}}, text: "what is said in the quotation where you are, direct or reported"},
		{sign: like(model.Person, "Ann Lee"), text: "a person"},
		{sign: like(model.Org, "Axios"), text: "a body: company, office, party, outlet"},
		{sign: like(model.Place, "Ankara"), text: "a place"},
		{sign: like(model.NORP, "Turkish"), text: "a people, faith or party as an adjective"},
		{sign: like(model.Event, "World Cup"), text: "an event"},
		{sign: like(model.Work, "Magna Carta"), text: "a work, law or treaty"},
		{sign: like(model.Date, "on Sunday"), text: "a date or time"},
		{sign: []piece{{s.Evidence, "told"}}, text: "words that an attribution rests on"},
		{sign: []piece{{theme.Over(s.Text, s.Search.Normal), "match"}}, text: "what the search found"},
		{sign: []piece{{s.Panel.Doubt, "probably"}}, text: "the speaker is likely, not sure; perhaps: a guess"},
		{sign: quiet("CNN · Sun 1 Feb"), text: "where it was said, and on which day; “Sunday” is the day as written"},
		{sign: quiet("↑"), text: "place or day hold over from what was said before"},
		{sign: quiet("8×  said 3"), text: "in the list of names: mentions, statements"},
		{sign: quiet("⋯"), text: "paragraphs are folded away"},
		{sign: quiet("○ corrected"), text: "you put something of it right; ○ confirmed: you say that it is right"},
	}}
	for i, kind := range p.kinds {
		look := s.Highlight(i)
		text := "marked by you as: " + string(kind)
		if kind == model.NotePlain {
			text = "you wrote a note on it, or marked it"
		}
		out.entries = append(out.entries, entry{sign: []piece{{look.Sign.Normal, look.Glyph + " "}, {theme.Over(s.Text, look.Text.Normal), "words"}}, text: text})
	}
	return out
}
