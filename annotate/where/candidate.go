package where

import (
	"quoth/annotate/scene"
	"quoth/model"
)

// candidate is a noun phrase in the clause of a report that may be its place,
// occasion or channel.
type candidate struct {
	phrase scene.Phrase
	token  int    // the preposition, the end of the cue, or the first token of the source
	lead   string // the preposition, "told" right after a cue, "by" for a source
	kind   model.WhereKind
	head   scene.Noun // kinds of the head
	any    scene.Noun // kinds of all its words
	typ    model.EntityType
	after  *candidate // the candidate that it stands right behind, or nil
	gap    string     // the preposition between the two
}

const (
	leadTold   = "told" // right after the cue: "told CNN"
	leadSource = "by"   // the source itself: "a letter said"
)

// candidates lists the noun phrases of the clause of utterance q.
func candidates(s *scene.Scene, q int) []candidate {
	clause := s.Clause(q)
	out := make([]candidate, 0, 4)
	for k, i := range clause {
		lead, from := leadOf(s, q, i)
		if lead == "" || from != i && (k+1 >= len(clause) || clause[k+1] != from) {
			continue
		}
		if c, ok := newCandidate(s, i, from, lead); ok {
			if owner, ok := ownerOf(s, c); ok {
				out = append(out, owner)
			}
			out = append(out, c)
		}
	}
	chain(s, out)
	return out
}

// leadOf tells how a phrase that begins at or after token i is led in, and where
// it begins.
func leadOf(s *scene.Scene, q, i int) (lead string, from int) {
	w := &s.Words[i]
	switch {
	case s.IsCue(i, q):
		if !s.IsCue(i+1, q) && (tells(w.Low) || s.NameType(i+1) != "" && !s.IsSource(i+1, q)) {
			return leadTold, i + 1
		}
	case w.Low == "told" && w.Cue < 0:
		return leadTold, i + 1
	case scene.IsPreposition(w.Low) && !scene.IsOne(w.Low, "into", "per", "amid", "following", "off") && w.Name < 0 && w.Time < 0:
		return w.Low, i + 1
	case s.IsSource(i, q) && !s.IsSource(i-1, q):
		return leadSource, i
	}
	return "", 0
}

func tells(cue string) bool {
	switch cue {
	case "told", "tell", "tells", "telling", "informed", "assured", "reminded", "warned", "asked", "urged", "advised":
		return true
	}
	return false
}

func newCandidate(s *scene.Scene, token, from int, lead string) (candidate, bool) {
	if from >= len(s.Words) {
		return candidate{}, false
	}
	p := s.PhraseAt(from)
	if p.End <= p.First {
		return candidate{}, false
	}
	c := candidate{phrase: p, token: token, lead: lead, typ: s.HeadType(p)}
	c.head, c.any = s.Kinds(p)
	c.kind = kindOf(c)
	if c.typ == "" && c.head&(scene.Medium|scene.Venue|scene.Place) == 0 && !s.Words[p.Head].Capital {
		return candidate{}, false // people, and what is no place
	}
	return c, true
}

// ownerOf makes a candidate of the outlet that a programme belongs to: CNN, in
// “CNN's ‘State of the Union’”.
func ownerOf(s *scene.Scene, c candidate) (candidate, bool) {
	k := c.phrase.Owner
	if k < 0 || s.Names[k].Type != model.Org && s.Names[k].Type != model.Work {
		return candidate{}, false
	}
	n := s.Names[k]
	o := candidate{token: c.token, lead: c.lead, typ: n.Type, kind: model.WhereMedium}
	o.phrase = scene.Phrase{First: n.First, End: n.End, Head: n.End - 1, Name: k, Owner: -1}
	o.head, o.any = s.Kinds(o.phrase)
	return o, true
}

// names reports whether a named outlet or work stands right behind a noun that
// describes it: “a broadcast of ‘The View’”, “an interview with Kommersant”.
func (c *candidate) names() bool {
	if c.after == nil || c.after.typ != "" || c.typ != model.Org && c.typ != model.Work || c.chamber() {
		return false
	}
	switch c.gap {
	case "of", "on":
		return c.after.head&(scene.Medium|scene.Venue) != 0
	case "with":
		return c.after.head&scene.Venue != 0
	case "to":
		return c.after.head&(scene.Medium|scene.Venue) != 0 && c.any&scene.Outlet != 0
	}
	return false
}

// chamber reports whether a body is one that people speak before.
func (c *candidate) chamber() bool {
	return c.typ == model.Org && c.head&(scene.Venue|scene.Crowd) != 0 && c.any&scene.Outlet == 0
}

func kindOf(c candidate) model.WhereKind {
	switch {
	case c.lead == "aboard":
		return model.WherePlace
	case c.chamber():
		return model.WhereVenue
	case c.typ == model.Place, c.typ == "" && c.head&scene.Place != 0 && c.head&scene.Venue == 0:
		return model.WherePlace
	case c.typ == "" && c.head&scene.Venue != 0 && !(c.head&scene.Medium != 0 && (c.lead == "by" || c.lead == "via" || c.lead == "over")),
		c.typ == model.Event:
		return model.WhereVenue
	case c.typ == "" && c.head&scene.Place != 0 && c.head&scene.Medium == 0:
		return model.WherePlace
	}
	return model.WhereMedium
}

// chain ties each candidate to the one that it stands right behind: "at a
// briefing in New York", "by phone from Terbol".
func chain(s *scene.Scene, all []candidate) {
	for k := range all {
		for j := range all[:k] {
			a, b := &all[j], &all[k]
			n := b.phrase.First - a.phrase.End
			switch {
			case b.phrase.Owner >= 0 && b.phrase.Owner == a.phrase.Name && a.token == b.token:
				b.after, b.gap = a, "'s"
			case b.token == a.phrase.End && n >= 1 && n <= 3:
				b.after, b.gap = a, s.Low(b.token)
			}
		}
	}
}

// span is the words that name the place: the name, or the phrase up to its head.
func (c *candidate) span(s *scene.Scene) model.Span {
	if c.phrase.Name >= 0 {
		n := s.Names[c.phrase.Name]
		return s.SpanOf(n.First, n.End)
	}
	return s.SpanOf(s.Core(c.phrase))
}
