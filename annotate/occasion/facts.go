package occasion

import (
	"strings"

	"quoth/annotate/choose"
	"quoth/annotate/lexicon"
	"quoth/annotate/scene"
	"quoth/model"
)

// tense of a report, from the form of its cue.
type tense uint32

const (
	tenseNone tense = iota
	tensePast
	tensePresent
	tensePerfect
	tensePluperfect
	tenseAccording
	tenseParticiple
)

// source says how the speaker is named in the report.
type source uint32

const (
	sourceNone source = iota
	sourcePronoun
	sourceShort // a surname, "the minister"
	sourceLong  // introduced with who he is
)

// facts are what the choosers ask of an utterance itself.
type facts struct {
	tense    tense
	cue      uint32
	source   source
	kind     uint32 // of the speaker
	told     bool   // the cue has an addressee
	nested   bool
	direct   bool
	room     bool   // it sounds as if said in a room with others who speak
	apart    bool   // it has a channel of its own, or stands outside any occasion
	marks    uint32 // words of its sentence that open or go on with an occasion
	role     bool   // the source names a role that people have at hearings and debates
	question bool   // the words end with a question mark
	first    uint32 // first word of its sentence
	block    int
}

// sounds tells as a value of features whether an utterance sounds as in a room
// with others, and as standing apart.
func (f *facts) sounds() uint32 { return choose.Bool(f.room) | choose.Bool(f.apart)<<1 }

func factsOf(s *scene.Scene, q int) facts {
	x := &s.Quotes[q]
	f := facts{nested: s.Parent[q] >= 0, direct: x.Kind == model.Direct, told: x.Addressee != nil}
	a := s.First(q)
	f.block = s.Words[a].Block
	if len(x.Cue) > 0 {
		cue := strings.ToLower(x.Cue[0].In(s.Text))
		f.tense = tenseOf(cue, s.Low(s.TokenAt(x.Cue[0].Start)-1))
		f.cue = uint32(lexicon.HashOf(cue))
	}
	f.source = sourceOf(s, q)
	for _, span := range x.Source {
		for i := s.TokenAt(span.Start); i < len(s.Words) && s.Tokens[i].Start < span.End; i++ {
			f.role = f.role || s.Nouns.Of(strings.TrimSuffix(s.Low(i), "."))&scene.Role != 0
		}
	}
	if n := len(x.Content); n > 0 {
		f.question = strings.HasSuffix(strings.TrimRight(x.Content[n-1].In(s.Text), "”\"’' ,"), "?")
	}
	switch x.SpeakerKind {
	case model.SpeakerPerson:
		f.kind = 1
	case model.SpeakerOrganisation:
		f.kind = 2
	case model.SpeakerGroup:
		f.kind = 3
	case model.SpeakerUnnamed:
		f.kind = 4
	}
	k := s.Words[a].Sentence
	f.first = uint32(lexicon.HashOf(s.Low(s.Sentences[k].First)))
	for _, i := range s.Clause(q) {
		f.marks |= mark(s.Low(i))
	}
	f.room = isRoomCue(s.Low(s.Anchor[q])) || len(x.Cue) == 0
	for _, i := range s.Clause(q) {
		if s.Words[i].Source < 0 && s.Nouns.Of(s.Low(i))&scene.Crowd != 0 && !scene.IsOne(s.Low(i), "reporters", "journalists") {
			f.room = true
		}
	}
	f.apart = len(x.Where) > 0 && kinds(x.Where)&4 != 0 || f.tense == tensePresent || f.tense == tensePerfect || f.tense == tenseAccording
	if f.apart {
		f.room = false
	}
	return f
}

// isRoomCue reports whether a verb is of people who answer one another.
func isRoomCue(w string) bool {
	return scene.IsOne(w, "asked", "replied", "answered", "testified", "interrupted", "retorted", "countered", "shouted", "yelled", "interjected",
		"heckled", "snapped", "shot", "pressed", "conceded", "submitted", "objected", "responded", "continued", "pleaded", "moved", "ruled",
		"wanted", "hollered", "jabbed", "called", "cut", "chimed", "protested", "quipped", "joked", "warned")
}

// Words that tell whether an occasion goes on.
const (
	markOn      uint32 = 1 << iota // added, also, then
	markAnswer                     // asked, replied
	markLater                      // afterwards, later, separately
	markEarlier                    // earlier, previously, once
	markOutside                    // outside
)

func mark(w string) uint32 {
	switch w {
	case "added", "adding", "also", "then", "continued", "continuing", "further", "furthermore", "again":
		return markOn
	case "asked", "pressed", "questioned", "replied", "answered", "responded", "countered", "retorted", "interjected":
		return markAnswer
	case "afterwards", "afterward", "later", "separately", "meanwhile", "outside":
		return markLater
	case "earlier", "previously", "once", "often", "always", "before", "repeatedly", "long":
		return markEarlier
	}
	return 0
}

func tenseOf(cue, before string) tense {
	first, _, _ := strings.Cut(cue, " ")
	switch {
	case first == "has" || first == "have" || before == "has" || before == "have":
		return tensePerfect
	case first == "had" || before == "had":
		return tensePluperfect
	case first == "according":
		return tenseAccording
	case strings.HasSuffix(first, "ing"):
		return tenseParticiple
	case scene.IsOne(first, "is", "are", "say", "tell", "argue", "claim", "insist", "think", "believe") || strings.HasSuffix(first, "s") && first != "was":
		return tensePresent
	}
	return tensePast
}

func sourceOf(s *scene.Scene, q int) source {
	x := &s.Quotes[q]
	if len(x.Source) == 0 {
		return sourceNone
	}
	span := x.Source[0]
	words := strings.ToLower(span.In(s.Text))
	if scene.IsOne(words, "he", "she", "they", "it", "i", "we", "who") {
		return sourcePronoun
	}
	if strings.Contains(words, ",") || span.Len() > 30 {
		return sourceLong
	}
	return sourceShort
}
