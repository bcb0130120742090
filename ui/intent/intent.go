// Package intent names everything a reader may ask of the screen: the same
// intent whether it came from a key, the command line or the mouse. It is names
// and their explanations only; ui/keymap says which keys ask for them and the
// App carries them out.
package intent

// ID is one thing that may be asked for.
type ID uint8

// The intents, in the order in which the help screen lists them.
const (
	None ID = iota

	Down
	Up
	HalfDown
	HalfUp
	PageDown
	PageUp
	Top
	Bottom
	Percent
	NextParagraph
	PreviousParagraph

	NextQuote
	PreviousQuote
	NextSameSpeaker
	PreviousSameSpeaker
	NextDoubtful
	PreviousDoubtful
	NextEntity
	PreviousEntity

	Search
	NextMatch
	PreviousMatch
	SetMark
	GoToMark
	JumpBack
	JumpForward

	SwitchFocus
	FocusText
	FocusPanel
	CycleLayout
	QuotesOnly
	GroupBySpeaker
	Filter
	People
	Evidence
	Links
	About
	Wider
	Narrower

	SelectWords
	SelectLines
	OtherEnd
	Left
	Right
	NextWord
	PreviousWord
	WordEnd
	LineStart
	LineEnd
	NextSentence
	PreviousSentence

	Annotate
	AnnotateArticle
	EditNote
	Highlight
	Tag
	Untag
	DeleteNote
	NextNote
	PreviousNote
	Notes
	AllNotes
	Export
	Cite

	Speaker
	OneName
	Confirm
	Dismiss
	AddQuote
	SetKind
	SetWhere
	SetWhen
	SetType

	Undo
	Redo

	Open
	Browse
	Copy
	NextArticle
	PreviousArticle

	Star
	Read
	Archive
	TagArticle
	UntagArticle
	Delete
	Select
	SelectAll
	Sort
	GroupArticles
	SaveSearch
	Refresh
	Sync
	FullText
	Changes
	SetPublished
	Follow

	Command
	Help
	Mouse
	Redraw
	Suspend
	Cancel
	Close
	Quit
)

// Intent is an ID with what was said along with it.
type Intent struct {
	ID    ID
	Count int    // as typed before the key; 0 where none was
	Arg   string // a mark's letter, or the words after a command's name
}

// Times is the count, 1 where none was typed.
func (in Intent) Times() int { return max(in.Count, 1) }

// Group is a heading of the help screen.
type Group string

// The groups, in the order of the help screen.
const (
	Moving  Group = "Moving"
	Quotes  Group = "Quotations and names"
	Finding Group = "Finding and coming back"
	Showing Group = "What is shown"
	Picking Group = "Selecting words"
	Noting  Group = "Notes"
	Putting Group = "Putting right"
	Doing   Group = "Articles, links, copying"
	Keeping Group = "The library"
	Program Group = "The program"
)

// Info explains an intent.
type Info struct {
	ID     ID
	Name   string // in config.toml and on the command line: "next-quote"
	Short  string // in the status line: "next quote"
	Help   string // in the help screen: one sentence without a full stop
	Group  Group
	Letter bool   // the key is followed by a letter: m a
	Arg    string // what may follow the name on the command line; "" for nothing
}
