// Package doc holds the document that the stages of the engine work on. The
// Doc owns the data; tokens, sentences and quoted stretches are views into its
// text. It is data only: each stage is a package of its own that fills one part
// and reads the parts before it.
package doc

import "quoth/model"

// Doc is an article under analysis. The stages fill it in the order of its
// fields. Token indexes are positions in Tokens; ranges of them are half-open.
type Doc struct {
	Text      string
	Title     string
	Published model.Stamp

	Blocks    []Block    // token: units that no sentence crosses, none empty
	Tokens    []Token    // token, later tag and parse
	Forms     []Form     // token: the spellings of the tokens, each once
	Quoted    []Quoted   // mark: stretches in quotation marks
	Sentences []Sentence // sentence, later parse
	Times     []Time     // when: expressions of dates and times, in the order of the text
	Names     []Name     // entity: named mentions, not overlapping, in the order of the text
	Entities  []Entity   // coref
	Quotes    []Quote    // quote, later when and where
}

// Word gives the characters of token i.
func (d *Doc) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Block is a paragraph, heading, list item or table cell.
type Block struct {
	model.Span
	Kind       model.BlockKind
	First, End int  // tokens
	InQuote    bool // inside a block quote
	InItem     bool // inside a list item
}

// Token is a word, number or punctuation mark.
type Token struct {
	model.Span
	Form int32 // index into Doc.Forms
	Tag  Tag   // part of speech
	Rel  Rel   // relation to the head; RelNone in a sentence that is not parsed
	Head int32 // token index of the head, -1 for the root and where not parsed
}

// Quoted is a stretch in quotation marks, marks included. One that goes on in
// the next paragraph is several stretches; Continues tells.
type Quoted struct {
	model.Span
	First, End int  // tokens, marks included
	Depth      int  // 0 outermost; nested ones follow the one they are in
	Closed     bool // a closing mark was found
	Continues  bool // the next outermost stretch continues this one
}

// Sentence is a range of tokens.
type Sentence struct {
	First, End int
	Block      int // index into Doc.Blocks
	Parsed     bool
}

// Time is one expression of a date or time.
type Time struct {
	First, End int              // tokens
	Type       model.EntityType // model.Date or model.Time
	Value      string           // TIMEX3
}

// Name is one mention of a named thing.
type Name struct {
	First, End int // tokens
	Type       model.EntityType
	Entity     int // index into Doc.Entities, -1 before coref
}

// Gender is what the text tells of a person.
type Gender uint8

// The genders that pronouns tell apart.
const (
	GenderUnknown Gender = iota
	GenderMale
	GenderFemale
)

// Entity is one named thing with its mentions.
type Entity struct {
	Type   model.EntityType
	Name   string // the fullest form, without titles
	Names  []int  // indexes into Doc.Names, in the order of the text
	Gender Gender
}

// Quote is an utterance while it is being attributed. Spans are byte spans of
// the text; the pipeline turns it into a model.Quote.
type Quote struct {
	model.Quote
	CueHead    int // token of the cue's verb or noun, -1 where there is no cue
	SourceHead int // token that heads the source, -1 where there is none
	Entity     int // index of the speaker in Doc.Entities, -1 for none
}
