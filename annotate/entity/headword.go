package entity

import (
	"quoth/annotate/doc"
	"quoth/model"
)

// typeOfHead gives the type that the last word of a name of several words tells
// beyond doubt, "" for none: the Google Science Fair is an event, the Free Trade
// Agreement a work. The corpora hold few of either, and the model guesses.
func typeOfHead(w string) model.EntityType {
	switch w {
	case "War", "Wars", "Cup", "Games", "Olympics", "Paralympics", "Festival", "Fair", "Summit", "Championship", "Championships", "Marathon",
		"Prix", "Revolution", "Uprising", "Massacre", "Biennale", "Carnival", "Tournament", "Expo", "Referendum", "Intifada", "Playoffs", "Finals":
		return model.Event
	case "Act", "Treaty", "Accord", "Accords", "Agreement", "Bill", "Pact", "Protocol", "Amendment", "Directive", "Regulation", "Constitution",
		"Symphony", "Sonata", "Concerto", "Ordinance", "Declaration":
		return model.Work
	}
	return ""
}

// typeOfWord gives the type of what one word is known by.
func typeOfWord(w string) model.EntityType {
	switch w {
	case "Obamacare", "Medicare", "Medicaid", "NAFTA", "Nafta", "Constitution", "Bible", "Quran", "Koran", "Torah":
		return model.Work
	case "Brexit", "Olympics", "Paralympics", "Holocaust", "Eurovision":
		return model.Event
	}
	return ""
}

// head gives a name the type that its words tell, and a law its year: "the Voter
// Registration Act of 1993".
func (a *agreement) head(n *doc.Name) {
	last := a.d.Word(n.End - 1)
	if n.End-n.First == 1 {
		if t := typeOfWord(last); t != "" {
			n.Type = t
		}
		return
	}
	t := typeOfHead(last)
	if t == "" || n.Type == model.Person && last == "Bill" {
		return
	}
	n.Type = t
	if t == model.Work && n.End+1 < len(a.d.Tokens) && a.d.Word(n.End) == "of" && isYear(a.d.Word(n.End+1)) {
		n.End += 2
	}
}

func isYear(w string) bool {
	return len(w) == 4 && (w[0] == '1' || w[0] == '2') && w[1] >= '0' && w[1] <= '9' && w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}
