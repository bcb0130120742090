package token

import "strings"

// Abbreviation tells what may follow the period of an abbreviation.
type Abbreviation uint8

// The kinds of abbreviations.
const (
	NoAbbreviation Abbreviation = iota
	Binding                     // goes with what follows: "Mr.", "No."; no sentence ends here
	Loose                       // may also end a sentence: "Inc.", "Jan.", "Calif."
)

// KindOf tells what kind of abbreviation w is, its period included. Letters with
// periods between them ("U.S.") are told by their form and not listed.
// A title in capitals is one too ("GEN. PRELOGAR").
func KindOf(w string) Abbreviation {
	if len(w) > len("Messrs.") {
		return NoAbbreviation
	}
	if kind := kindOf(w); kind != NoAbbreviation || len(w) < len("REP.") || w[1] < 'A' || 'Z' < w[1] {
		return kind
	}
	if kindOf(w[:1]+strings.ToLower(w[1:])) == Binding {
		return Binding
	}
	return NoAbbreviation
}

func kindOf(w string) Abbreviation {
	switch w {
	case "Mr.", "Mrs.", "Ms.", "Mx.", "Messrs.", "Mme.", "Mlle.", "Dr.", "Drs.", "Prof.", "Sen.", "Sens.", "Rep.", "Reps.",
		"Gov.", "Govs.", "Gen.", "Lt.", "Col.", "Capt.", "Sgt.", "Cpl.", "Maj.", "Adm.", "Cmdr.", "Brig.", "Pvt.", "Supt.", "Insp.",
		"Det.", "Rev.", "Fr.", "Hon.", "Amb.", "Atty.", "Sec.", "Pres.", "St.", "Ste.", "Mt.", "Ft.", "vs.", "v.", "No.", "Nos.",
		"pp.", "c.", "cf.", "Cf.", "ca.", "e.g.", "i.e.", "al.", "Msgr.", "Sra.", "Srta.", "Vol.", "Fig.", "Figs.", "Eq.", "Art.", "Cllr.", "Dep.", "Spc.":
		return Binding
	case "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.", "Jr.", "Sr.", "Inc.", "Corp.", "Ltd.", "Co.", "Cos.", "Bros.", "Pty.", "etc.", "Esq.",
		"Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Ill.", "Ind.", "Kan.", "Ky.", "La.", "Md.",
		"Mass.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.", "Nev.", "Okla.", "Ore.", "Pa.", "Tenn.", "Tex.", "Vt.", "Va.",
		"Wash.", "Wis.", "Wyo.", "Ont.", "Que.", "Alta.", "Ave.", "Blvd.", "Rd.", "Dept.", "dept.", "Assn.", "Univ.", "Intl.",
		"est.", "approx.", "govt.", "Govt.", "mph.", "Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thur.", "Thurs.", "Fri.":
		return Loose
	}
	return NoAbbreviation
}
