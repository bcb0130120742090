package model

// Annotations is what the engine says about an article.
type Annotations struct {
	Entities []Entity // in the order of their first mention
	Quotes   []Quote  // in the order of their first content byte
}

// EntityType is one of the eight types of named things and times.
type EntityType string

// The types of entities, spelled as the contract spells them.
const (
	Person EntityType = "PERSON"
	Org    EntityType = "ORG"
	Place  EntityType = "PLACE"
	NORP   EntityType = "NORP" // nationalities, religious and political groups
	Event  EntityType = "EVENT"
	Work   EntityType = "WORK" // titles of works, laws, treaties
	Date   EntityType = "DATE"
	Time   EntityType = "TIME"
)

// Entity is one person, body, place … or time, with every mention of it.
type Entity struct {
	ID       string // "e1", "e2" … in the order of Annotations.Entities
	Type     EntityType
	Name     string // the fullest form in the article, without titles
	Value    string // TIMEX3 value of a DATE or TIME, else empty
	Mentions []Span // in the order of the text
}

// QuoteKind says how the words are given.
type QuoteKind string

// The kinds of quotations.
const (
	Direct   QuoteKind = "direct"   // all of it in quotation marks
	Mixed    QuoteKind = "mixed"    // partly in quotation marks
	Indirect QuoteKind = "indirect" // reported without quotation marks
)

// SpeakerKind says what kind of source a speaker is.
type SpeakerKind string

// The kinds of speakers.
const (
	SpeakerPerson       SpeakerKind = "person"
	SpeakerOrganisation SpeakerKind = "organisation"
	SpeakerGroup        SpeakerKind = "group"
	SpeakerUnnamed      SpeakerKind = "unnamed" // described, not named
	SpeakerUnknown      SpeakerKind = "unknown" // the article does not say
)

// Quote is one utterance: who said what, where and when, and how sure that is.
type Quote struct {
	ID          string // "q1", "q2" … in the order of Annotations.Quotes
	Kind        QuoteKind
	Content     []Span // the words said, with their quotation marks; several when interrupted
	Cue         []Span // the reporting expression; may be empty
	Source      []Span // the mention that stands as subject or by-line; may be empty
	Speaker     string // Entity.ID, or "" when the speaker is no entity
	SpeakerName string // fullest name or description; "" when not known
	SpeakerKind SpeakerKind
	Addressee   *Ref
	Where       []Where
	When        *When
	Confidence  float64 // 0 to 1, calibrated; 1 where the reader says so
	Evidence    []Evidence
	Status      Status // whose word it is
}

// Ref is a mention and the name it stands for.
type Ref struct {
	Span Span
	Name string
}

// WhereKind says what kind of where.
type WhereKind string

// The kinds of where.
const (
	WherePlace  WhereKind = "place"  // aboard Air Force One
	WhereVenue  WhereKind = "venue"  // at a rally
	WhereMedium WhereKind = "medium" // on X, told CNN
)

// Where is a place, occasion or channel at, in or on which something was said.
type Where struct {
	Kind      WhereKind
	Span      Span
	Name      string
	Inherited bool // it stands with another utterance and holds for this one too
}

// When is the time at which something was said.
type When struct {
	Span      Span
	Value     string // TIMEX3
	Inherited bool
}

// Evidence is one reason for an attribution: a rule or feature, and the words
// that it rests on.
type Evidence struct {
	Rule string
	Span Span
}
