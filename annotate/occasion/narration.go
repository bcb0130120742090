package occasion

import (
	"quoth/annotate/scene"
	"quoth/model"
)

// hint is a set of what a sentence says that makes it likely to tell where
// somebody speaks.
type hint uint32

const (
	hintSpeaking  hint = 1 << iota // spoke, appeared, was interviewed
	hintGathering                  // met, held, attended
	hintPronoun                    // it begins with he, she or they
	hintSpeech                     // remarks, assurance, announcement
	hintWe                         // the writer was there
)

func hintOf(w string) hint {
	switch w {
	case "spoke", "speaking", "speaks", "speak", "interviewed", "interview", "appeared", "appearing", "appearance", "addressed", "addressing",
		"talked", "talking", "testified", "testifying", "asked", "joined", "told", "telling", "conversation", "transcript", "extract":
		return hintSpeaking
	case "met", "meeting", "held", "attended", "attending", "hosted", "gathered", "gathering", "sat", "opened", "opening", "visited", "visiting",
		"launched", "heard", "hearing", "convened", "campaigned", "campaigning", "rallied", "debated", "debate", "packed", "crowd", "audience":
		return hintGathering
	case "remarks", "remark", "comments", "assurance", "announcement", "statement", "speech", "address", "answer", "question", "questions", "warning":
		return hintSpeech
	case "we", "i", "us", "me", "our", "my":
		return hintWe
	}
	return 0
}

// teller reads the settings that one sentence tells of outside reported words.
type teller struct {
	*scene.Scene
	sentence int
	hints    hint
	out      []setting
}

// narrated gives the settings that sentence k tells of outside reported words:
// occasions with the places right behind them, places, channels, and the
// documents and outlets that it mentions.
func narrated(s *scene.Scene, k int) []setting {
	t := teller{Scene: s, sentence: k}
	tokens := s.Narration(k)
	for _, i := range tokens {
		t.hints |= hintOf(s.Low(i))
	}
	if len(tokens) > 0 && scene.IsOne(s.Low(tokens[0]), "he", "she", "they", "his", "her", "their", "it") {
		t.hints |= hintPronoun
	}
	end := -1
	for _, i := range tokens {
		if i >= end && s.Words[i].Cue < 0 {
			end = t.read(i)
		}
	}
	return t.out
}

func (t *teller) add(mention bool, where ...model.Where) {
	t.out = append(t.out, setting{
		where: where, quote: -1, sentence: t.sentence, block: t.Sentences[t.sentence].Block, mention: mention, hints: t.hints,
	})
}

// found is a noun phrase that names a setting.
type found struct {
	where   []model.Where // the outlet of a programme before it
	end     int           // the token after it
	mention bool
}

func (f found) place() bool { return f.where[0].Kind == model.WherePlace }

// read adds the settings of the phrase at token i and gives the token after it.
func (t *teller) read(i int) int {
	lead := ""
	from := i
	if w := t.Low(i); scene.IsPreposition(w) && t.Words[i].Name < 0 {
		lead, from = w, i+1
	}
	f, ok := t.phrase(from, lead)
	if !ok {
		return i + 1
	}
	end := f.end
	var places []model.Where
	for len(places) < 2 && scene.IsPreposition(t.Low(end)) && !scene.IsOne(t.Low(end), "of", "to") {
		next, ok := t.phrase(end+1, t.Low(end))
		if !ok || !next.place() {
			break
		}
		places = append(places, next.where...)
		end = next.end
	}
	if len(places) > 0 {
		t.add(f.mention, append(f.where[:len(f.where):len(f.where)], places...)...)
	}
	t.add(f.mention, f.where...)
	return end
}

// phrase reads a noun phrase of a setting at token i. Places need a preposition
// that says that something happens there.
func (t *teller) phrase(i int, lead string) (found, bool) {
	if i >= len(t.Words) || t.Words[i].In >= 0 {
		return found{}, false
	}
	p := t.PhraseAt(i)
	if p.End <= p.First || t.Words[p.Head].In >= 0 {
		return found{}, false
	}
	w := model.Where{Span: t.SpanOf(t.Core(p))}
	if p.Name >= 0 {
		w = t.name(p.Name)
	}
	w.Name = w.Span.In(t.Text)
	f := found{end: p.End}
	var ok bool
	if w.Kind, f.mention, ok = t.kind(p, lead); !ok {
		return found{}, false
	}
	if o := p.Owner; o >= 0 && w.Kind == model.WhereMedium && (t.Names[o].Type == model.Org || t.Names[o].Type == model.Work) {
		owner := t.name(o)
		owner.Kind = model.WhereMedium
		f.where = append(f.where, owner)
	}
	f.where = append(f.where, w)
	return f, true
}

func (t *teller) name(k int) model.Where {
	n := t.Names[k]
	span := t.SpanOf(n.First, n.End)
	return model.Where{Span: span, Name: span.In(t.Text)}
}

// kind tells what kind of setting a phrase names, and whether it is mentioned
// by the way.
func (t *teller) kind(p scene.Phrase, lead string) (kind model.WhereKind, mention, ok bool) {
	head, any := t.Kinds(p)
	typ := t.HeadType(p)
	located := scene.IsOne(lead, "in", "at", "outside", "aboard", "inside", "near", "on", "from", "across")
	body := typ == model.Org || typ == model.Work
	switch {
	case typ == "" && head&scene.Venue != 0, typ == model.Event:
		return model.WhereVenue, false, true
	case (typ == model.Place || typ == "" && head&scene.Place != 0) && located:
		return model.WherePlace, false, true
	case typ == model.Org && any&(scene.Crowd|scene.Venue) != 0:
		return model.WhereVenue, false, true
	case typ == "" && head&scene.Medium != 0 && scene.IsOne(lead, "in", "on", "by", "via", "over", "through"):
		return model.WhereMedium, false, true
	case body && scene.IsOne(lead, "on", "to", "with", "by") && (any&scene.Outlet != 0 || t.hints&hintSpeaking != 0 || typ == model.Work):
		return model.WhereMedium, false, true
	case body && any&scene.Outlet != 0:
		return model.WhereMedium, true, true
	case typ == "" && head&(scene.Writing|scene.Medium) != 0 && p.Determined && !located:
		return model.WhereMedium, true, true
	}
	return "", false, false
}
