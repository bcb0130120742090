// Package lexicon knows words out of context: which verbs report what somebody
// says, which nouns are persons, bodies, documents or times, what an inflected
// form is a form of. The lists that carry judgement are written by hand
// (reporting.txt, nouns.txt, given.txt); the wide ones come from WordNet
// (wordnet.txt, made by the command in ./wordnet). It knows no grammar.
package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed reporting.txt
var reporting string

//go:embed nouns.txt
var nouns string

//go:embed given.txt
var given string

//go:embed wordnet.txt
var wordnet string

// Class is how a verb reports.
type Class uint8

// The classes of verbs, from those that never report to those that always may.
const (
	NoClass Class = iota
	Mind          // thinks or does: reports only what stands in quotation marks
	Object        // reports with a noun phrase: "praised the plan"
	Clause        // reports where a clause or a quotation stands beside it
	Say           // reports in every construction
)

// Sense is what a speaker does by saying it.
type Sense uint8

// The senses of reporting verbs.
const (
	NoSense   Sense = iota
	Saying          // said, wrote
	Claiming        // argued, denied
	Asking          // asked, urged
	Calling         // described, dubbed
	Showing         // what a document does: shows, found
	Informing       // told, reminded
)

// Flag tells how a reporting verb is built.
type Flag uint8

// The flags of reporting verbs.
const (
	Addressed  Flag = 1 << iota // its object is who is spoken to
	QuotedOnly                  // reports only with quotation marks
	ThatOnly                    // reports without marks only with "that"
)

// List is a set of the lists of nouns that a word stands in.
type List uint16

// The lists of nouns and other words.
const (
	Report      List = 1 << iota // claim, statement
	Document                     // poll, lawsuit
	Body                         // ministry, team
	Person                       // minister, by hand or by WordNet
	Male                         // he, king
	Female                       // she, queen
	Title                        // Mr, Senator
	Time                         // Monday, later
	Group                        // WordNet's groups
	Talk                         // WordNet's communications
	Role                         // a person of the list written by hand
	Honorific                    // Mr, Dame
	GivenMale                    // David
	GivenFemale                  // Maria
	Kin                          // daughter, uncle
)

// Entry is what is known of one form. The zero Entry is an unknown word.
type Entry struct {
	Class  Class
	Sense  Sense
	Flags  Flag
	Lists  List
	IsVerb bool  // WordNet has it as the base form of a verb
	Talk   uint8 // tenths of the verb's senses that are communication
	File   uint8 // WordNet's file of the verb's first sense
	IsNoun bool  // the base form of a noun of one of the kinds kept

	verbLemma, nounLemma Hash // of an irregular form
}

// Has reports whether the word stands in one of the lists.
func (e *Entry) Has(l List) bool { return e.Lists&l != 0 }

// Hash stands for a word without regard to case: the low 32 bits of FNV-1a over
// its folded bytes.
type Hash uint32

// Lexicon is the lists, ready to be asked. It is not changed after New and safe
// for use by several goroutines.
type Lexicon struct {
	keys    []Hash
	entries []Entry
}

// slots is the size of the hash table: twice the number of words, a power of two.
const slots = 1 << 16

// New reads the embedded lists.
func New() (*Lexicon, error) {
	l := &Lexicon{keys: make([]Hash, slots), entries: make([]Entry, slots)}
	for _, f := range []struct {
		name, text string
		line       func(string) error
	}{{"wordnet.txt", wordnet, l.wordnetLine}, {"reporting.txt", reporting, l.reportingLine}, {"nouns.txt", nouns, l.nounLine}, {"given.txt", given, l.givenLine}} {
		n := 0
		for line := range strings.SplitSeq(f.text, "\n") {
			n++
			if line == "" || line[0] == '#' {
				continue
			}
			if err := f.line(line); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", f.name, n, err)
			}
		}
	}
	return l, nil
}

// Of gives what is known of the word with hash h.
func (l *Lexicon) Of(h Hash) *Entry {
	i := h & (slots - 1)
	for l.keys[i] != 0 && l.keys[i] != h {
		i = (i + 1) & (slots - 1)
	}
	return &l.entries[i]
}

// entry gives the entry to be filled in.
func (l *Lexicon) entry(word string) *Entry {
	h := HashOf(word)
	i := h & (slots - 1)
	for l.keys[i] != 0 && l.keys[i] != h {
		i = (i + 1) & (slots - 1)
	}
	l.keys[i] = h
	return &l.entries[i]
}

func (l *Lexicon) wordnetLine(line string) error {
	mark, rest, _ := strings.Cut(line, " ")
	word, value, ok := strings.Cut(rest, " ")
	if !ok || value == "" {
		return fmt.Errorf("line %q: want a letter, a word and its value", line)
	}
	e := l.entry(word)
	switch mark {
	case "v":
		file, talk, _ := strings.Cut(value, " ")
		e.IsVerb, e.File, e.Talk = true, number(file), number(talk)
	case "n":
		e.IsNoun = true
		switch value {
		case "p":
			e.Lists |= Person
		case "g":
			e.Lists |= Group
		case "c":
			e.Lists |= Talk
		case "t":
			e.Lists |= Time
		}
	case "x":
		e.verbLemma = HashOf(value)
	case "y":
		e.nounLemma = HashOf(value)
	default:
		return fmt.Errorf("line %q: unknown letter", line)
	}
	return nil
}

// number reads one or two digits.
func number(s string) uint8 {
	n := uint8(0)
	for _, c := range []byte(s) {
		n = 10*n + c - '0'
	}
	return n
}

func (l *Lexicon) reportingLine(line string) error {
	head, words, ok := strings.Cut(line, ": ")
	what, name, _ := strings.Cut(head, " ")
	class := map[string]Class{"say": Say, "clause": Clause, "object": Object, "mind": Mind}[name]
	sense := map[string]Sense{"say": Saying, "claim": Claiming, "ask": Asking, "call": Calling, "document": Showing, "inform": Informing}[name]
	flag := map[string]Flag{"addressed": Addressed, "quoted": QuotedOnly, "that": ThatOnly}[name]
	if !ok || what == "class" && class == 0 || what == "sense" && sense == 0 || what == "flag" && flag == 0 {
		return fmt.Errorf("line %q: want class, sense or flag, its name and verbs", line)
	}
	for w := range strings.FieldsSeq(words) {
		e := l.entry(w)
		e.IsVerb = true
		switch what {
		case "class":
			e.Class = max(e.Class, class)
		case "sense":
			e.Sense = sense
		case "flag":
			e.Flags |= flag
		}
	}
	return nil
}

func (l *Lexicon) nounLine(line string) error {
	name, words, ok := strings.Cut(line, ": ")
	list := map[string]List{"report": Report, "document": Document, "body": Body, "person": Person | Role, "male": Male, "female": Female, "title": Title, "time": Time, "honorific": Honorific, "kin": Kin}[name]
	if !ok || list == 0 {
		return fmt.Errorf("line %q: want the name of a list and its words", line)
	}
	for w := range strings.FieldsSeq(words) {
		e := l.entry(w)
		e.Lists |= list
		if list&(Report|Document|Body|Person) != 0 {
			e.IsNoun = true
		}
	}
	return nil
}

func (l *Lexicon) givenLine(line string) error {
	name, words, ok := strings.Cut(line, ": ")
	list := map[string]List{"male": GivenMale, "female": GivenFemale}[name]
	if !ok || list == 0 {
		return fmt.Errorf("line %q: want male or female and names", line)
	}
	for w := range strings.FieldsSeq(words) {
		l.entry(w).Lists |= list
	}
	return nil
}
