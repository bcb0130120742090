package doc

// Tag is a part of speech of the Penn Treebank, as the corpora write it.
type Tag uint8

// TagNames lists the tags in the order of their numbers; 0 is "not tagged".
// The order is part of the weight files and is only ever added to.
var TagNames = [...]string{
	"", "#", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH",
	"IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB",
	"RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
	"XX", "``",
}

// The tags, in the order of TagNames.
const (
	TagNone Tag = iota
	TagNumber
	TagCurrency
	TagClose
	TagComma
	TagLRB
	TagRRB
	TagStop
	TagColon
	TagADD
	TagAFX
	TagCC
	TagCD
	TagDT
	TagEX
	TagFW
	TagGW
	TagHYPH
	TagIN
	TagJJ
	TagJJR
	TagJJS
	TagLS
	TagMD
	TagNFP
	TagNN
	TagNNP
	TagNNPS
	TagNNS
	TagPDT
	TagPOS
	TagPRP
	TagPRPS
	TagRB
	TagRBR
	TagRBS
	TagRP
	TagSYM
	TagTO
	TagUH
	TagVB
	TagVBD
	TagVBG
	TagVBN
	TagVBP
	TagVBZ
	TagWDT
	TagWP
	TagWPS
	TagWRB
	TagXX
	TagOpen
)

// Verb reports whether t is a tag of verbs.
func (t Tag) Verb() bool { return TagVB <= t && t <= TagVBZ }

// Noun reports whether t is a tag of nouns and names.
func (t Tag) Noun() bool { return TagNN <= t && t <= TagNNS }

// Finite reports whether t is a tag of finite verbs and modals.
func (t Tag) Finite() bool { return t == TagVBD || t == TagVBZ || t == TagVBP || t == TagMD }

// String gives the tag as the corpora write it.
func (t Tag) String() string { return TagNames[t] }

// TagOf gives the number of a tag, TagNone where it is not one.
func TagOf(name string) Tag {
	for i, n := range TagNames {
		if n == name {
			return Tag(i)
		}
	}
	return TagNone
}

// Rel is a relation of Universal Dependencies, without its subtype except where
// a rule needs it ("nsubj:pass").
type Rel uint8

// RelNames lists the relations in the order of their numbers; 0 is "not parsed".
// The order is part of the weight files and is only ever added to.
var RelNames = [...]string{
	"", "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "clf",
	"compound", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat",
	"goeswith", "iobj", "list", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
	"orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
}

// The relations, in the order of RelNames.
const (
	RelNone Rel = iota
	RelAcl
	RelAclRelcl
	RelAdvcl
	RelAdvmod
	RelAmod
	RelAppos
	RelAux
	RelAuxPass
	RelCase
	RelCc
	RelCcomp
	RelClf
	RelCompound
	RelConj
	RelCop
	RelCsubj
	RelCsubjPass
	RelDep
	RelDet
	RelDiscourse
	RelDislocated
	RelExpl
	RelFixed
	RelFlat
	RelGoeswith
	RelIobj
	RelList
	RelMark
	RelNmod
	RelNmodPoss
	RelNsubj
	RelNsubjPass
	RelNummod
	RelObj
	RelObl
	RelOblAgent
	RelOrphan
	RelParataxis
	RelPunct
	RelReparandum
	RelRoot
	RelVocative
	RelXcomp
)

// Base gives r without its subtype: RelNsubj for RelNsubjPass.
func (r Rel) Base() Rel {
	switch r {
	case RelAclRelcl:
		return RelAcl
	case RelAuxPass:
		return RelAux
	case RelCsubjPass:
		return RelCsubj
	case RelNmodPoss:
		return RelNmod
	case RelNsubjPass:
		return RelNsubj
	case RelOblAgent:
		return RelObl
	}
	return r
}

// String gives the relation as Universal Dependencies writes it.
func (r Rel) String() string { return RelNames[r] }

// RelOf gives the number of a relation, RelNone where it is not one.
func RelOf(name string) Rel {
	for i, n := range RelNames {
		if n == name {
			return Rel(i)
		}
	}
	return RelNone
}
