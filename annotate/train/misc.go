package main

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/annotate/entity"
	"quoth/model"
)

// settleMisc gives a name that its corpus marks as MISC the finer type that its
// words tell. What remains open may be any of them, or none of ours.
func (known *lists) settleMisc(d *doc.Doc, m *entity.Mark) {
	words := strings.Fields(strings.ToLower(d.Text[d.Tokens[m.First].Start:d.Tokens[m.End-1].End]))
	typ := model.EntityType("")
	for _, w := range words {
		switch {
		case isEventWord(w) && typ == "":
			typ = model.Event
		case isLawWord(w):
			typ = model.Work
		case isPrizeWord(w):
			return
		}
	}
	if typ == "" && m.End-m.First >= 2 && d.FormOf(m.First).Case.Capital() && d.FormOf(m.End-1).Case.Capital() {
		typ = model.Work
	}
	if known.peoples[d.Word(m.End-1)] {
		typ = model.NORP
	}
	if typ != "" {
		m.Types, m.Maybe = []model.EntityType{typ}, false
	}
}

func isEventWord(w string) bool {
	switch w {
	case "war", "wars", "battle", "siege", "games", "olympics", "cup", "championship", "championships", "festival", "election", "elections",
		"summit", "conference", "symposium", "revolution", "rebellion", "uprising", "crisis", "campaign", "tour", "prix", "open", "marathon",
		"tournament", "massacre", "earthquake", "hurricane", "cyclone", "typhoon", "bowl", "derby", "rally", "forum", "expo", "referendum":
		return true
	}
	return false
}

func isLawWord(w string) bool {
	switch w {
	case "act", "treaty", "bill", "law", "code", "constitution", "agreement", "convention", "protocol", "charter", "accord", "accords",
		"directive", "regulation", "amendment", "declaration", "magazine", "journal", "gazette", "album", "series":
		return true
	}
	return false
}

func isPrizeWord(w string) bool {
	switch w {
	case "award", "awards", "prize", "medal", "oscar", "grammy", "emmy", "fellow", "best":
		return true
	}
	return false
}
