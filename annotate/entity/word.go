package entity

import "strings"

// personFile is WordNet's lexicographer file noun.person.
const personFile = 18

// IsRole reports whether w is a title that stands before a person's name.
func IsRole(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Fr", "Sr", "Br", "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Sir", "Lord", "Lady", "Dame", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Capt", "Sgt", "Maj",
		"Adm", "Cmdr", "Rev", "Hon", "Cllr", "Insp", "Supt", "President", "Minister", "Senator", "Representative", "Governor", "Secretary",
		"General", "Judge", "Justice", "King", "Queen", "Prince", "Princess", "Pope", "Chairman", "Chairwoman", "Director", "Captain",
		"Coach", "Ambassador", "Chancellor", "Officer", "Professor", "Chief", "Leader", "Mayor", "Premier", "Commissioner", "Councillor",
		"Archbishop", "Bishop", "Cardinal", "Sheikh", "Imam", "Ayatollah", "Rabbi", "Sister", "Father", "Detective", "Inspector", "Sergeant",
		"Colonel", "Major", "Admiral", "Lieutenant", "Commander", "Deputy", "Attorney", "Congressman", "Congresswoman", "Speaker",
		"Spokesman", "Spokeswoman", "Spokesperson", "Alhaji", "Engr", "Barrister", "Chef", "Hajia", "Datuk", "Dato", "Shri", "Smt",
		"spokesman", "spokeswoman", "spokesperson":
		return true
	}
	return false
}

// isBody reports whether w ends or begins names of bodies.
func isBody(w string) bool {
	switch strings.ToLower(strings.TrimSuffix(w, ".")) {
	case "inc", "corp", "ltd", "llc", "plc", "co", "gmbh", "ag", "sa", "company", "group", "holdings", "university", "college", "school",
		"institute", "academy", "bank", "party", "ministry", "department", "council", "committee", "agency", "association", "union", "court",
		"commission", "authority", "organization", "organisation", "foundation", "army", "navy", "police", "airlines", "airways", "club", "fc",
		"united", "city", "times", "news", "post", "press", "journal", "herald", "tribune", "tv", "radio", "network", "parliament",
		"assembly", "congress", "senate", "office", "bureau", "service", "services", "board", "federation", "league", "alliance",
		"coalition", "movement", "front", "forces", "guard", "corps", "hospital", "trust", "fund", "society", "centre", "center",
		"museum", "laboratory", "partners", "capital", "energy", "oil", "gas", "motors", "systems", "technologies", "media", "studios":
		return true
	}
	return false
}

// IsParticle reports whether w is a small word that names begin with.
func IsParticle(w string) bool {
	switch w {
	case "al", "el", "de", "da", "di", "du", "del", "della", "la", "le", "van", "von", "der", "den", "ter", "ten", "bin", "ibn", "abu", "ben", "d'", "d’", "st", "o",
		"e", "i", "ul", "ur", "as", "ad", "an", "ash", "ath", "az", "dos", "das", "do":
		return true
	}
	return strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "l'") || strings.HasPrefix(w, "i") && w != strings.ToLower(w) ||
		strings.HasPrefix(w, "e") && w != strings.ToLower(w)
}

func isQuote(w string) bool {
	switch w {
	case `"`, "“", "”", "„", "«", "»", "``", "''":
		return true
	}
	return false
}
